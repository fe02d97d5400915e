package theme

import (
	"math"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// A swatch is one of the sixteen colours with the hue that most terminals give
// it, in degrees of Oklch.
type swatch struct {
	color ansi.BasicColor
	hue   float64
}

// The swatches that can be read, chosen on purpose: what the sixteen colours
// look like is the terminal's affair, and the one that is nearest by number is
// often one that few can read. On dark the blues are left out, which many
// terminals show nearly black, and on light the yellows, greens and cyans,
// which many show nearly white.
var (
	accentOnDark  = []swatch{{ansi.BrightRed, 25}, {ansi.BrightYellow, 95}, {ansi.BrightGreen, 145}, {ansi.BrightCyan, 195}, {ansi.BrightMagenta, 325}}
	accentOnLight = []swatch{{ansi.Red, 25}, {ansi.Blue, 262}, {ansi.Magenta, 325}}

	// The picture may be fainter than text: at its bottom and at its top.
	fieldOnDark  = [2][]swatch{accentOnDark, {{ansi.Red, 25}, {ansi.Yellow, 75}, {ansi.Green, 145}, {ansi.Cyan, 195}, {ansi.Magenta, 325}}}
	fieldOnLight = [2][]swatch{accentOnLight, accentOnLight}
	fieldOnAny   = [2][]swatch{{{ansi.Red, 25}, {ansi.Cyan, 195}, {ansi.Magenta, 325}}, {{ansi.Red, 25}, {ansi.Cyan, 195}, {ansi.Magenta, 325}}}
)

// nearest returns the colour of the swatch whose hue is the nearest.
func nearest(swatches []swatch, hue float64) lipgloss.Style {
	best, least := swatches[0], math.Inf(1)
	for _, s := range swatches {
		if d := math.Abs(math.Remainder(s.hue-hue, 360)); d < least {
			best, least = s, d
		}
	}
	return lipgloss.NewStyle().Foreground(best.color)
}

// sixteenStyles returns styles of the terminal's own sixteen colours. Bright
// black is nowhere on dark: a widespread palette gives it the colour of the
// paper. What is faint is dimmed instead, which a terminal without dimming shows
// as soft. While the background is not known, text is the terminal's own
// foreground, the one colour that can be read for sure.
func sixteenStyles(background Background, hue float64) Styles {
	own := lipgloss.NewStyle()
	s := Styles{Soft: own, Faint: own.Faint(true), Accent: own, Warn: own.Bold(true)}
	field := fieldOnAny
	switch background {
	case Dark:
		s.Text, s.Soft = own.Foreground(ansi.BrightWhite), own.Foreground(ansi.White)
		s.Accent, s.Warn = nearest(accentOnDark, hue), own.Foreground(ansi.BrightYellow).Bold(true)
		s.Faint, field = s.Soft.Faint(true), fieldOnDark
	case Light:
		s.Text, s.Soft = own.Foreground(ansi.Black), own.Foreground(ansi.BrightBlack)
		s.Accent, s.Warn = nearest(accentOnLight, hue), own.Foreground(ansi.Red).Bold(true)
		s.Faint, field = s.Soft.Faint(true), fieldOnLight
	}
	s.Strong = s.Accent.Bold(true)
	for step := range fieldSteps + 1 {
		height := float64(step) / fieldSteps
		s.field = append(s.field, nearest(field[min(1, step*2/fieldSteps)], hue+skyTurn(hue)*height))
	}
	return s
}
