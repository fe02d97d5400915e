package command

import (
	"context"
	"os/exec"
	"strings"
	"time"
)

// onBattery reports whether the machine runs on its battery, as the system's own
// program for it says.
func onBattery() bool {
	const patience = 2 * time.Second
	ctx, done := context.WithTimeout(context.Background(), patience)
	defer done()
	said, err := exec.CommandContext(ctx, "/usr/bin/pmset", "-g", "batt").Output()
	return err == nil && strings.Contains(string(said), "'Battery Power'")
}
