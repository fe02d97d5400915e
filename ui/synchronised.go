package ui

import (
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// askForWholeFrames asks the terminal whether it shows a frame only when it is
// whole (mode 2026). Bubble Tea asks by itself, but not over ssh, where a frame
// that comes in pieces is seen most; it takes the answer all the same.
func askForWholeFrames() tea.Cmd {
	if os.Getenv("SSH_TTY") == "" {
		return nil
	}
	return tea.Raw(ansi.RequestModeSynchronizedOutput)
}
