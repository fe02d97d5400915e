package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// levels are the relative luminances (WCAG 2.2) of the styles on one kind of
// background, each 0…1, and the contrast that they keep at least.
type levels struct {
	text, soft, faint, accent  float64
	fieldBottom, fieldTop      float64 // of the picture, which may be fainter than text
	contrast                   float64 // of every text style on the papers in common use
	ownText, ownSoft, ownFaint bool    // these are the terminal's own foreground instead
}

// inks are what a theme paints with.
type inks struct {
	dark, light, neutral levels
	greyChroma, greyHue  float64              // the tint of what has no colour of its own
	accentChroma         float64              // of the accent and the picture
	hue                  func(Affect) float64 // of the accent, degrees of Oklch
	turn                 func(hue float64) float64
}

// The darkest paper that is called light and the lightest that is called dark,
// as relative luminances: a little beyond what terminals' themes in common use
// have (Nord's #2e3440 and a page of #eeeeee).
const (
	lightestDark = 0.035
	darkestLight = 0.850
)

// The levels that most themes have (design choice). A contrast of 4.5 to 1
// (WCAG 2.2, 1.4.3) needs at least 0.175 on black and at most 0.183 on white,
// so the neutral levels are all one; its text is the terminal's own foreground.
var (
	darkLevels = levels{
		text: 0.76, soft: 0.51, faint: 0.345, accent: 0.50,
		fieldBottom: 0.44, fieldTop: 0.16, contrast: 4.5,
	}
	lightLevels = levels{
		text: 0.022, soft: 0.080, faint: 0.130, accent: 0.100,
		fieldBottom: 0.13, fieldTop: 0.38, contrast: 4.5,
	}
	neutralLevels = levels{
		soft: neutralLuminance, faint: neutralLuminance, accent: neutralLuminance,
		fieldBottom: neutralLuminance, fieldTop: neutralLuminance, contrast: 4.5, ownText: true,
	}
)

const neutralLuminance = 0.179

// The levels for eyes that need more: a contrast of 7 to 1 (WCAG 2.2, 1.4.6).
// No colour has that on black and on white, so while the background is not known
// text is the terminal's own foreground, whatever its rank.
var (
	darkHighLevels = levels{
		text: 1, soft: 0.80, faint: 0.60, accent: 0.62,
		fieldBottom: 0.55, fieldTop: 0.30, contrast: 7,
	}
	lightHighLevels = levels{
		text: 0, soft: 0.019, faint: 0.075, accent: 0.043,
		fieldBottom: 0.06, fieldTop: 0.18, contrast: 7,
	}
	neutralHighLevels = levels{
		accent: neutralLuminance, fieldBottom: neutralLuminance, fieldTop: neutralLuminance,
		contrast: 4.5, ownText: true, ownSoft: true, ownFaint: true,
	}
)

// warnHue is the hue of what needs the person, in every theme (design choice:
// orange).
const warnHue = 55

// A limit is the span of relative luminances in which a colour may lie.
type limit struct{ least, most float64 }

// A choice picks the colour that is shown for one that is wanted, within the
// limit.
type choice func(wanted color.RGBA, within limit) color.Color

// exactly shows what is wanted: it was made within its limit.
func exactly(wanted color.RGBA, _ limit) color.Color { return wanted }

// styles mixes the inks.
func (k *inks) styles(background Background, mood Affect, choose choice) Styles {
	level, within := k.levelsOn(background)
	hue := k.hue(mood)
	paint := func(own bool, luminance, chroma, hue float64) lipgloss.Style {
		if own {
			return lipgloss.NewStyle()
		}
		return lipgloss.NewStyle().Foreground(choose(withLuminance(luminance, chroma, hue), within))
	}
	s := Styles{
		Text:   paint(level.ownText, level.text, k.greyChroma, k.greyHue),
		Soft:   paint(level.ownSoft, level.soft, k.greyChroma, k.greyHue),
		Faint:  paint(level.ownFaint, level.faint, k.greyChroma, k.greyHue),
		Accent: paint(false, level.accent, k.accentChroma, hue),
		Warn:   paint(false, level.accent, warnChroma, warnHue),
	}
	s.Strong = s.Accent.Bold(true)
	for step := range fieldSteps + 1 {
		height := float64(step) / fieldSteps
		luminance := level.fieldBottom + (level.fieldTop-level.fieldBottom)*height
		wanted := withLuminance(luminance, k.accentChroma, hue+k.turn(hue)*height)
		s.field = append(s.field, lipgloss.NewStyle().Foreground(choose(wanted, anyLuminance)))
	}
	return s
}

// warnChroma is the chroma of what needs the person.
const warnChroma = 0.125

// anyLuminance limits nothing.
var anyLuminance = limit{0, 1}

// levelsOn returns the levels for a background and the limit within which their
// contrast holds.
func (k *inks) levelsOn(background Background) (levels, limit) {
	const flare = 0.05 // of the screen, in the contrast ratio of WCAG
	switch background {
	case Dark:
		return k.dark, limit{k.dark.contrast*(lightestDark+flare) - flare, 1}
	case Light:
		return k.light, limit{0, (darkestLight+flare)/k.light.contrast - flare}
	}
	return k.neutral, limit{k.neutral.contrast*flare - flare, (1+flare)/k.neutral.contrast - flare}
}
