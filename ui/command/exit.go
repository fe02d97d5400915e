package command

import (
	"errors"
	"fmt"
	"os"

	"github.com/charmbracelet/colorprofile"

	"dulcet/store"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// The exit codes (design choice, kept small so that a script can rely on
// them).
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitNotFound = 3
)

// A usageError is a mistake in what was typed.
type usageError struct{ error }

// Unwrap returns the mistake itself.
func (e usageError) Unwrap() error { return e.error }

// usagef returns a usageError with a formatted sentence.
func usagef(format string, a ...any) error { return usageError{fmt.Errorf(format, a...)} }

// exitCode turns the outcome of a command into the exit code.
func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, store.ErrNotFound):
		return exitNotFound
	default:
		return exitFailed
	}
}

// tell writes the one sentence that an error is to standard error, with the
// name of the program in colour where there are colours, and no word broken at the
// edge of a terminal.
func (p *program) tell(err error) {
	name := theme.New(theme.Unknown, theme.Affect{}).Warn.Render("dulcet:")
	text := hanging(name+" ", widget.CleanLine(err.Error()), columnsOf(p.stderr))
	fmt.Fprintln(colorprofile.NewWriter(p.stderr, os.Environ()), text)
}
