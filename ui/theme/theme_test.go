package theme

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// moods runs over the whole space of moods.
func moods(visit func(Affect)) {
	for v := -1.0; v <= 1; v += 0.5 {
		for e := -1.0; e <= 1; e += 0.5 {
			for t := -1.0; t <= 1; t += 0.5 {
				visit(Affect{v, e, t})
			}
		}
	}
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// papers are the backgrounds of terminals' themes in common use, by what a
// terminal says of them.
var papers = map[Background][]color.RGBA{
	Unknown: {{A: 255}, {255, 255, 255, 255}},
	Dark: {
		{A: 255},
		{0x0c, 0x0c, 0x0c, 255},
		{0x1e, 0x1e, 0x1e, 255},
		{0x1e, 0x1e, 0x2e, 255},
		{0x28, 0x2c, 0x34, 255},
		{0x28, 0x2a, 0x36, 255},
		{0x00, 0x2b, 0x36, 255},
		{0x30, 0x0a, 0x24, 255},
		{0x28, 0x28, 0x28, 255},
		{0x2e, 0x34, 0x40, 255},
	},
	Light: {
		{255, 255, 255, 255},
		{0xfd, 0xf6, 0xe3, 255},
		{0xf6, 0xf2, 0xe6, 255},
		{0xef, 0xf1, 0xf5, 255},
		{0xfb, 0xf1, 0xc7, 255},
		{0xfa, 0xf4, 0xed, 255},
		{0xee, 0xee, 0xee, 255},
	},
}

// named are the text styles by their names.
func named(s Styles) map[string]lipgloss.Style {
	return map[string]lipgloss.Style{
		"text": s.Text, "soft": s.Soft, "faint": s.Faint, "accent": s.Accent, "strong": s.Strong, "warn": s.Warn,
	}
}

func TestTheme_textKeepsItsContrast(t *testing.T) {
	for _, theme := range themes {
		if theme.inks == nil {
			continue // its colours are the terminal's
		}
		for background, on := range papers {
			want := 4.5
			if theme.Name == "high-contrast" && background != Unknown {
				want = 7
			}
			for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
				moods(func(mood Affect) {
					for name, style := range named(theme.Styles(background, mood, profile)) {
						if _, own := style.GetForeground().(lipgloss.NoColor); own && background == Unknown {
							continue // the terminal's own foreground
						}
						ink := opaque(style.GetForeground())
						for _, paper := range on {
							if got := contrast(ink, paper); got < want {
								t.Errorf("%s, background %d, %v, mood %v: %s %v on %v has contrast %.2f, want at least %.1f", theme.Name, background, profile, mood, name, ink, paper, got, want)
							}
						}
					}
				})
			}
		}
	}
}

func TestTheme_ranksAreToldApart(t *testing.T) {
	const seen = 0.04 // distance in Oklab that is plain to see
	for _, theme := range themes {
		if theme.inks == nil {
			continue
		}
		for _, background := range []Background{Dark, Light} {
			for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
				moods(func(mood Affect) {
					s := theme.Styles(background, mood, profile)
					ranks := []lipgloss.Style{s.Text, s.Soft, s.Faint, s.Accent}
					for i, a := range ranks {
						for _, b := range ranks[:i] {
							one, other := opaque(a.GetForeground()), opaque(b.GetForeground())
							if got := labOf(one).distance(labOf(other)); got < seen {
								t.Errorf("%s, background %d, %v, mood %v: %v and %v are %.3f apart", theme.Name, background, profile, mood, one, other, got)
							}
						}
					}
				})
			}
		}
	}
}

func TestAffect_hueFollowsTheMood(t *testing.T) {
	for _, test := range []struct {
		mood Affect
		want float64
	}{
		{Affect{0, 0, 0}, hueMiddle},
		{Affect{1, 1, -0.5}, hueLively},
		{Affect{-1, 0.8, 1}, hueTense},
		{Affect{-1, -1, -0.5}, hueLow},
		{Affect{1, -0.6, -1}, hueAtEase},
	} {
		distance := math.Abs(math.Mod(test.mood.hue()-test.want+540, 360) - 180)
		if distance > 40 {
			t.Errorf("the hue of %v is %.0f, want it near %.0f", test.mood, test.mood.hue(), test.want)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(Dark, Affect{0.5, -0.25, 0.75})
	}
}

func TestOklch_rgbKnowsTheCorners(t *testing.T) {
	for _, test := range []struct {
		c    oklch
		want color.RGBA
	}{
		{oklch{0, 0, 0}, color.RGBA{0, 0, 0, 255}},
		{oklch{1, 0, 0}, color.RGBA{255, 255, 255, 255}},
		// sRGB red and blue as Ottosson's converter gives them.
		{oklch{0.627955, 0.257683, 29.2339}, color.RGBA{255, 0, 0, 255}},
		{oklch{0.452014, 0.313214, 264.052}, color.RGBA{0, 0, 255, 255}},
	} {
		if got := test.c.rgb(); got != test.want {
			t.Errorf("%v is %v, want %v", test.c, got, test.want)
		}
	}
}

func TestStyles_fieldIsVisibleOnItsBackground(t *testing.T) {
	for _, theme := range themes {
		if theme.inks == nil {
			continue
		}
		for background, on := range papers {
			moods(func(mood Affect) {
				s := theme.Styles(background, mood, colorprofile.TrueColor)
				for _, height := range []float64{0, 0.5, 1} {
					ink := opaque(s.Field(height).GetForeground())
					if got := contrast(ink, on[0]); got < 2 {
						t.Errorf("%s has contrast %.2f", fmt.Sprint(theme.Name, background, mood, height), got)
					}
				}
			})
		}
	}
}
