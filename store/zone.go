package store

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// LocalZone returns the zone of this machine under a name that another machine
// knows too, such as "Europe/Berlin", so that a stamp says where a moment was
// lived. time.Local calls itself "Local"; it is returned where no name can be
// found.
func LocalZone() *time.Location {
	for _, name := range zoneNames() {
		zone, err := time.LoadLocation(name)
		if err == nil && name != "" && name != "Local" && agrees(zone) {
			return zone
		}
	}
	return time.Local
}

// zoneNames returns the names that the system may have for its zone.
func zoneNames() []string {
	names := []string{strings.TrimPrefix(os.Getenv("TZ"), ":")}
	if target, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		if _, name, found := strings.Cut(filepath.ToSlash(target), "zoneinfo/"); found {
			names = append(names, name)
		}
	}
	if text, err := os.ReadFile("/etc/timezone"); err == nil {
		names = append(names, strings.TrimSpace(string(text)))
	}
	return names
}

// agrees reports whether the zone tells the time of this machine, in both
// halves of the year.
func agrees(zone *time.Location) bool {
	now := time.Now()
	for _, t := range []time.Time{now, now.AddDate(0, 6, 0)} {
		_, here := t.Local().Zone()
		_, there := t.In(zone).Zone()
		if here != there {
			return false
		}
	}
	return true
}
