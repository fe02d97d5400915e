package theme

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Background is what is known of the terminal's background.
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

// A Theme is a way to colour the program.
type Theme struct {
	Name  string
	About string // what it looks like, in a few words

	inks *inks // what it paints with; nil for the terminal's own colours
	bare bool  // it uses no colour at all
}

// New returns the styles of the usual theme in all colours.
func New(background Background, mood Affect) Styles {
	return usual.Styles(background, mood, colorprofile.TrueColor)
}

// Styles returns the styles for a background, a mood, and what colours the
// terminal has. A profile that is not known counts as all colours, which Bubble
// Tea lowers once it knows better.
func (t Theme) Styles(background Background, mood Affect, profile colorprofile.Profile) Styles {
	mood = mood.Round()
	switch {
	case t.bare || profile == colorprofile.NoTTY || profile == colorprofile.ASCII:
		return bareStyles()
	case t.inks == nil:
		return sixteenStyles(background, mood.hue())
	case profile == colorprofile.ANSI:
		return sixteenStyles(background, t.inks.hue(mood))
	case profile == colorprofile.ANSI256:
		return t.inks.styles(background, mood, nearestInPalette)
	}
	return t.inks.styles(background, mood, exactly)
}

// bareStyles tell by weight alone. What is faint is as dim as the terminal makes
// it.
func bareStyles() Styles {
	plain := lipgloss.NewStyle()
	return Styles{
		Text: plain, Soft: plain, Faint: plain.Faint(true), Accent: plain,
		Strong: plain.Bold(true), Warn: plain.Bold(true),
	}
}
