package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Background is what the terminal has said of its background.
type Background int

// The backgrounds. Unknown stands until the terminal has answered; some never
// do.
const (
	Unknown Background = iota
	Dark
	Light
)

// Styles are the text styles of every screen. A style sets a foreground and
// attributes only; the background stays the terminal's own.
type Styles struct {
	Text   lipgloss.Style // what is to be read
	Soft   lipgloss.Style // what stands beside it
	Faint  lipgloss.Style // marks, rules and hints; still readable
	Accent lipgloss.Style // the one colour, following the mood
	Strong lipgloss.Style // the accent, for what has the focus
	Warn   lipgloss.Style // a message that needs the person

	field []lipgloss.Style // from the bottom of the picture to its top
}

// fieldSteps is the number of colours in the height of the picture.
const fieldSteps = 24

// The relative luminances of the palettes. A contrast of 4.5 to 1 (WCAG 2.2,
// 1.4.3) needs at least 0.175 on black and at most 0.183 on white, so the
// neutral palette has just one luminance; the other two keep a distance for
// backgrounds that are not quite black or white (design choice).
const (
	neutralLuminance     = 0.179
	darkSoftLuminance    = 0.46
	darkFaintLuminance   = 0.30
	darkAccentLuminance  = 0.50
	darkTextLuminance    = 0.76
	lightSoftLuminance   = 0.085
	lightFaintLuminance  = 0.130
	lightAccentLuminance = 0.105
	lightTextLuminance   = 0.022
)

// accentChroma is the chroma of every colour that is not a grey, and warnHue
// the hue of what needs the person (design choice). The greys are without any
// hue: a terminal of 256 colours has a fine ramp of just those.
const (
	accentChroma = 0.125
	warnHue      = 55
)

// New returns the styles for a background and a mood.
func New(background Background, mood Affect) Styles {
	hue := mood.Round().hue()
	s := Styles{}
	text, soft, faint, accent := neutralLuminance, neutralLuminance, neutralLuminance, neutralLuminance
	switch background {
	case Dark:
		text, soft, faint, accent = darkTextLuminance, darkSoftLuminance, darkFaintLuminance, darkAccentLuminance
	case Light:
		text, soft, faint, accent = lightTextLuminance, lightSoftLuminance, lightFaintLuminance, lightAccentLuminance
	}
	paint := func(luminance, chroma, hue float64) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(withLuminance(luminance, chroma, hue))
	}
	s.Text = paint(text, 0, 0)
	if background == Unknown {
		s.Text = lipgloss.NewStyle() // the terminal's own foreground
	}
	s.Soft = paint(soft, 0, 0)
	s.Faint = paint(faint, 0, 0)
	s.Accent = paint(accent, accentChroma, hue)
	s.Strong = s.Accent.Bold(true)
	s.Warn = paint(accent, accentChroma, warnHue)
	for step := range fieldSteps + 1 {
		c := fieldColor(background, hue, float64(step)/fieldSteps)
		s.field = append(s.field, lipgloss.NewStyle().Foreground(c))
	}
	return s
}

// Field returns the style of one row of the picture: height is 0 at its bottom
// and 1 at its top. The hue turns with the height, so that a picture of one
// colour a row still has depth.
func (s Styles) Field(height float64) lipgloss.Style {
	if len(s.field) == 0 {
		return lipgloss.NewStyle()
	}
	step := int(height*fieldSteps + 0.5)
	return s.field[max(0, min(step, len(s.field)-1))]
}

// fieldColor is the colour of Field. A picture may be fainter than text.
func fieldColor(background Background, hue, height float64) color.RGBA {
	hue += turn(hue) * height
	switch background {
	case Dark:
		return withLuminance(0.44-0.28*height, accentChroma, hue)
	case Light:
		return withLuminance(0.13+0.25*height, accentChroma, hue)
	}
	return withLuminance(neutralLuminance, accentChroma, hue)
}

// turn is how far the hue goes over the height of a picture, in degrees: cool
// colours go on towards violet, as a night sky does, and warm ones back towards
// red, as a fire does.
func turn(hue float64) float64 {
	const cool, warm = 75, -55
	switch {
	case hue < 110:
		return warm
	case hue < 160:
		return warm + (cool-warm)*(hue-110)/50
	case hue < 300:
		return cool
	case hue < 350:
		return cool + (warm-cool)*(hue-300)/50
	}
	return warm
}
