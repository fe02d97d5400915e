package theme

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

// told is a style in words: its colour and its weight.
func told(style lipgloss.Style) string {
	words := ""
	switch c := style.GetForeground().(type) {
	case lipgloss.NoColor:
		words = "own"
	case ansi.BasicColor:
		words = fmt.Sprintf("%d", c)
	case ansi.IndexedColor:
		words = fmt.Sprintf("%d", c)
	case color.RGBA:
		words = fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	if style.GetBold() {
		words += " bold"
	}
	if style.GetFaint() {
		words += " dim"
	}
	return words
}

// every tells all colours of all themes, in a mood that is neutral and in one at
// each end.
func every() string {
	var b strings.Builder
	grounds := []string{"unknown", "dark", "light"}
	for _, theme := range themes {
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI, colorprofile.ASCII} {
			for ground, name := range grounds {
				s := theme.Styles(Background(ground), Affect{}, profile)
				fmt.Fprintf(&b, "%s, %v, %s\n", theme.Name, profile, name)
				fmt.Fprintf(&b, "  text %s, soft %s, faint %s, warn %s\n", told(s.Text), told(s.Soft), told(s.Faint), told(s.Warn))
				for _, mood := range []Affect{{}, {Valence: 0.75, Energy: 0.75, Tension: -0.25}, {Valence: -0.75, Energy: -0.75, Tension: 0.5}} {
					s := theme.Styles(Background(ground), mood, profile)
					fmt.Fprintf(&b, "  accent %s, strong %s, picture %s %s %s\n", told(s.Accent), told(s.Strong), told(s.Field(0)), told(s.Field(0.5)), told(s.Field(1)))
				}
			}
		}
	}
	return b.String()
}

// channels matches a colour of three channels.
var channels = regexp.MustCompile(`#[0-9a-f]{6}`)

// TestThemes_coloursAreAsTheyWere holds the colours themselves. Processors round
// differently, so a channel may be off by one.
func TestThemes_coloursAreAsTheyWere(t *testing.T) {
	got := every()
	if update := flag.Lookup("update"); update != nil && update.Value.String() == "true" {
		golden.RequireEqual(t, got)
		return
	}
	kept, err := os.ReadFile("testdata/" + t.Name() + ".golden")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(kept), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || !sameColours(line, lines[i]) {
			t.Fatalf("line %d is %q and not as it was; -update keeps it", i+1, line)
		}
	}
}

// sameColours compares two lines, their colours within one step a channel.
func sameColours(a, b string) bool {
	if channels.ReplaceAllString(a, "#") != channels.ReplaceAllString(b, "#") {
		return false
	}
	others := channels.FindAllString(b, -1)
	for i, one := range channels.FindAllString(a, -1) {
		for at := 1; at < 7; at += 2 {
			x, _ := strconv.ParseInt(one[at:at+2], 16, 64) // the pattern holds digits only
			y, _ := strconv.ParseInt(others[i][at:at+2], 16, 64)
			if x-y > 1 || y-x > 1 {
				return false
			}
		}
	}
	return true
}
