package theme

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
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

func TestNew_textKeepsItsContrastInEveryMood(t *testing.T) {
	black, white := color.RGBA{A: 255}, color.RGBA{255, 255, 255, 255}
	backgrounds := map[Background][]color.RGBA{
		Unknown: {black, white},
		Dark:    {black, {0x1e, 0x1e, 0x2e, 255}},
		Light:   {white, {0xf6, 0xf2, 0xe6, 255}},
	}
	for background, papers := range backgrounds {
		moods(func(mood Affect) {
			s := New(background, mood)
			for name, style := range map[string]lipgloss.Style{"soft": s.Soft, "faint": s.Faint, "accent": s.Accent, "strong": s.Strong, "warn": s.Warn} {
				ink, ok := style.GetForeground().(color.RGBA)
				if !ok {
					t.Fatalf("%s has no colour", name)
				}
				for _, paper := range papers {
					if got := contrast(ink, paper); got < 4.5 {
						t.Errorf("background %d, mood %v: %s %v on %v has contrast %.2f, want at least 4.5", background, mood, name, ink, paper, got)
					}
				}
			}
		})
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
	papers := map[Background]color.RGBA{Dark: {A: 255}, Light: {255, 255, 255, 255}}
	for background, paper := range papers {
		moods(func(mood Affect) {
			s := New(background, mood)
			for _, height := range []float64{0, 0.5, 1} {
				ink := s.Field(height).GetForeground().(color.RGBA)
				if got := contrast(ink, paper); got < 2 {
					t.Errorf("%s has contrast %.2f", fmt.Sprint(background, mood, height), got)
				}
			}
		})
	}
}
