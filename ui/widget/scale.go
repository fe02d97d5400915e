package widget

import (
	"math"
	"strings"

	"dulcet/ui/theme"
)

// Scale is one question: a line between two poles.
type Scale struct {
	Left, Right string
	Value       float64 // −1…1
	Given       bool    // an answer has been given; without one the line is bare
	Focused     bool
	Before      float64 // −1…1: an earlier answer shown as a ring
	BeforeGiven bool
}

// Percent returns the value on the 0–100 of the screen.
func (s Scale) Percent() int { return int(math.Round((s.Value + 1) * 50)) }

// Lines draws the scale as two lines: the poles, and the track with its mark.
// The bare line has no mark at all, not even in its middle, so that it leads
// nobody to an answer.
func (s Scale) Lines(width int, st theme.Styles) []string {
	if width < 4 {
		return []string{"", ""}
	}
	label, track, mark := st.Soft, st.Faint, st.Accent
	if s.Focused {
		label, track, mark = st.Text, st.Soft, st.Strong
	}
	poles := Spread(label.Render(Cut(s.Left, width)), label.Render(Cut(s.Right, width)), width)
	cells := []rune(strings.Repeat("─", width))
	if !s.Given {
		cells = []rune(strings.Repeat("╌", width))
	}
	at := func(value float64) int { return int(math.Round((value + 1) / 2 * float64(width-1))) }
	if s.BeforeGiven {
		cells[at(s.Before)] = '○'
	}
	if !s.Given {
		return []string{poles, track.Render(string(cells))}
	}
	position := at(s.Value)
	return []string{poles, track.Render(string(cells[:position])) + mark.Render("●") + track.Render(string(cells[position+1:]))}
}
