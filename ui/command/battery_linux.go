package command

import (
	"io/fs"
	"os"
	"path"
	"strings"
)

// onBattery reports whether the machine runs on its battery.
func onBattery() bool { return discharging(os.DirFS("/sys/class/power_supply")) }

// discharging reports whether the kernel's list of power supplies has a battery
// of the machine itself that is being emptied, and none that it is plugged into.
// The batteries of mice and headphones do not count.
func discharging(supplies fs.FS) bool {
	names, err := fs.ReadDir(supplies, ".")
	if err != nil {
		return false
	}
	emptied := false
	for _, name := range names {
		said := func(what string) string {
			text, err := fs.ReadFile(supplies, path.Join(name.Name(), what))
			if err != nil {
				return ""
			}
			return strings.TrimSpace(string(text))
		}
		switch said("type") {
		case "Battery":
			emptied = emptied || said("status") == "Discharging" && said("scope") != "Device"
		case "Mains", "USB":
			if said("online") == "1" {
				return false
			}
		}
	}
	return emptied
}
