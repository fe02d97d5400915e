package ui

import (
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
