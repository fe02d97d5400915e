package theme

import (
	"math"
	"slices"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

func TestNamed_findsEveryTheme(t *testing.T) {
	names := Names()
	if names[0] != "dulcet" {
		t.Errorf("the usual theme is %q", names[0])
	}
	for i, name := range names {
		theme, found := Named(name)
		if !found || theme.Name != name || theme.About == "" {
			t.Errorf("Named(%q) = %+v, %v", name, theme, found)
		}
		if slices.Contains(names[:i], name) {
			t.Errorf("two themes are called %q", name)
		}
	}
	if theme, found := Named("no such"); found || theme.Name != usual.Name {
		t.Errorf("a name that no theme has gives %q, found %v", theme.Name, found)
	}
}

func TestThemes_lookDifferent(t *testing.T) {
	seen := map[string]string{}
	for _, theme := range themes {
		s := theme.Styles(Dark, Affect{Valence: 0.5, Energy: 0.5}, colorprofile.TrueColor)
		look := s.Text.Render("x") + s.Soft.Render("x") + s.Accent.Render("x") + s.Field(1).Render("x")
		if other := seen[look]; other != "" {
			t.Errorf("%s looks like %s", theme.Name, other)
		}
		seen[look] = theme.Name
	}
}

func TestThemes_withAHueOfTheirOwnSwayALittle(t *testing.T) {
	for name, most := range map[string]float64{"ember": 32, "forest": 40, "sea": 44, "dusk": 44, "paper": 24} {
		theme, _ := Named(name)
		middle := theme.inks.hue(Affect{})
		least, furthest := math.Inf(1), math.Inf(-1)
		moods(func(mood Affect) {
			away := math.Remainder(theme.inks.hue(mood)-middle, 360)
			least, furthest = min(least, away), max(furthest, away)
		})
		if span := furthest - least; span < most/3 || span > most+0.001 {
			t.Errorf("the hue of %s moves over %.0f degrees, want some and at most %.0f", name, span, most)
		}
	}
}

func TestTheme_withoutColoursHasNone(t *testing.T) {
	coloured := func(s Styles) bool {
		for _, style := range append(s.field, s.Text, s.Soft, s.Faint, s.Accent, s.Strong, s.Warn) {
			if _, none := style.GetForeground().(lipgloss.NoColor); !none {
				return true
			}
		}
		return false
	}
	for _, theme := range themes {
		for _, background := range []Background{Unknown, Dark, Light} {
			bare := theme.Name == "plain"
			if got := coloured(theme.Styles(background, Affect{}, colorprofile.TrueColor)); got == bare {
				t.Errorf("%s in all colours has any: %v", theme.Name, got)
			}
			for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.NoTTY} {
				if coloured(theme.Styles(background, Affect{}, profile)) {
					t.Errorf("%s has colours where there are none", theme.Name)
				}
			}
		}
	}
	s := bareStyles()
	if s.Strong.Render("x") == s.Accent.Render("x") || s.Faint.Render("x") == s.Soft.Render("x") {
		t.Error("without colours no style is told from another")
	}
}
