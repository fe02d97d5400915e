package command

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"dulcet/ui"
	"dulcet/ui/settings"
)

// accessibleVariable is the environment variable by which people with a screen
// reader ask programs of this kind for sentences instead of screens.
const accessibleVariable = "ACCESSIBLE"

// registerPlain gives the command the flag of the plain mode.
func registerPlain(cmd *cobra.Command, plain *bool) {
	cmd.Flags().BoolVar(plain, "plain", false, "sentences and line prompts instead of screens, for a screen reader or a pipe")
}

// settingsPatience is how long the screens wait for the settings of the journal
// to say whether they are wanted at all (design choice: those of ten years are
// there within a millisecond).
const settingsPatience = 100 * time.Millisecond

// plainIn reports whether layers of settings ask for the plain mode.
func plainIn(layers settings.Layers) bool {
	standing, _ := layers.Resolve(ui.Definitions()) // what does not hold is told elsewhere
	return standing.Plain
}

// keptIn lays the settings of a journal under the others, if it opens in time.
func keptIn(kept *lateStore, layers settings.Layers) settings.Layers {
	select {
	case <-kept.opened:
		layers.Data, _ = ui.ReadSettings(kept) // what is wrong with it is told elsewhere
	case <-time.After(settingsPatience):
	}
	return layers
}

// speaks reports whether the plain mode takes the place of the screens: where it
// is asked for, by the flag or the environment, and where the terminal can only
// print, which why then tells.
func speaks(asked bool) (plain bool, why string) {
	switch strings.ToLower(os.Getenv(accessibleVariable)) {
	case "", "0", "false", "no":
	default:
		asked = true
	}
	switch {
	case asked:
		return true, ""
	case isDumb() && term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()):
		return true, fmt.Sprintf("TERM is %q, and the screens need a terminal that can draw: this is plain mode.", os.Getenv("TERM"))
	}
	return false, ""
}
