package ui

import (
	"fmt"

	"dulcet/generator"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// pacerWord is the width of what a pacer says, in cells: that of the longest.
const pacerWord = 9

// paces reports whether the brief has a breath to follow.
func paces(brief generator.Brief) bool {
	breath := brief.Breath()
	return breath != generator.Breath{} && !breath.Passive
}

// pacerLine draws where the breath stands: what to do, and a line that fills
// from its middle and empties again. It is empty where nothing paces any more,
// because the landing has begun.
func pacerLine(breathing generator.Breathing, width int, st theme.Styles) string {
	if breathing.Phase == generator.BreathNone {
		return ""
	}
	word := widget.Pad(breathing.Phase.String(), pacerWord)
	return st.Soft.Render(word) + widget.Breath(breathing.Fullness, width-pacerWord, st)
}

// pacerWords says the same without a line that moves: what to do, and for how
// many seconds.
func pacerWords(breathing generator.Breathing, breath generator.Breath, width int, st theme.Styles) string {
	if breathing.Phase == generator.BreathNone {
		return ""
	}
	seconds := map[generator.BreathPhase]float64{
		generator.BreathIn: breath.In, generator.BreathAgain: breath.Again, generator.BreathHold: breath.Hold,
		generator.BreathOut: breath.Out, generator.BreathRest: breath.Rest,
	}[breathing.Phase]
	text := st.Soft.Render(widget.Pad(breathing.Phase.String(), pacerWord)) + st.Faint.Render(fmt.Sprintf("%g s", seconds))
	return widget.Cut(text, width)
}
