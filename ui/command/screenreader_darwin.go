package command

import (
	"context"
	"os/exec"
	"strings"
)

// screenReaderOn reads the setting of VoiceOver.
func screenReaderOn() bool {
	ctx, forget := context.WithTimeout(context.Background(), screenReaderPatience)
	defer forget()
	said, err := exec.CommandContext(ctx, "/usr/bin/defaults", "read", "com.apple.universalaccess", "voiceOverOnOffKey").Output()
	return err == nil && strings.TrimSpace(string(said)) == "1"
}
