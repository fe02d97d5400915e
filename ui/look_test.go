package ui

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"dulcet/ui/settings"
	"dulcet/ui/theme"
)

// inColour is what the window shows, with its styles.
func inColour(d *driver) string { return strings.Join(d.program.lines(), "\n") }

func TestProgram_whatIsSetOfColoursShowsAtOnce(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.send(tea.BackgroundColorMsg{Color: color.Black})
	d.keys("left") // something has the accent
	text := ansi.Strip(inColour(d))
	seen := map[string]string{}
	for _, name := range theme.Names() {
		d.program.visit.settings.Theme = name
		d.send(tea.FocusMsg{}) // any message will do
		if ansi.Strip(inColour(d)) != text {
			t.Errorf("the theme %s changes the text", name)
		}
		if other := seen[inColour(d)]; other != "" {
			t.Errorf("the themes %s and %s show the same", name, other)
		}
		seen[inColour(d)] = name
	}
	d.program.visit.settings.Theme = "dulcet"
	d.send(tea.FocusMsg{})
	dark := inColour(d)
	d.program.visit.settings.Background = settings.LightGround
	d.send(tea.FocusMsg{})
	if inColour(d) == dark {
		t.Error("a background that is set does not show")
	}
	d.send(tea.BackgroundColorMsg{Color: color.Black})
	if inColour(d) == dark {
		t.Error("the terminal's answer goes before the background that is set")
	}
	d.program.visit.settings.Background = settings.AskTerminal
	d.send(tea.FocusMsg{})
	if inColour(d) != dark {
		t.Error("the terminal's answer is lost when it is to be asked again")
	}
}

func TestProgram_coloursAreThoseThatTheTerminalHas(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.send(tea.BackgroundColorMsg{Color: color.Black})
	seen := map[string]bool{}
	for _, test := range []struct {
		profile     colorprofile.Profile
		has, hasNot string
	}{
		{colorprofile.TrueColor, "38;2;", "38;5;"},
		{colorprofile.ANSI256, "38;5;", "38;2;"},
		{colorprofile.ANSI, "\x1b[97m", "38;"},
		{colorprofile.ASCII, "\x1b[2m", "38;"},
	} {
		d.send(tea.ColorProfileMsg{Profile: test.profile})
		shown := inColour(d)
		if !strings.Contains(shown, test.has) || strings.Contains(shown, test.hasNot) {
			t.Errorf("%v: the screen has %q: %v, and %q: %v", test.profile, test.has, strings.Contains(shown, test.has), test.hasNot, strings.Contains(shown, test.hasNot))
		}
		seen[ansi.Strip(shown)] = true
	}
	if len(seen) != 1 {
		t.Error("the text depends on the colours that the terminal has")
	}
}
