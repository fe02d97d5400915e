package widget

import (
	"math"
	"strings"

	"dulcet/ui/theme"
)

// Dial is a number that can be turned, drawn as one line.
type Dial struct {
	Value   float64 // Low…1
	Low     float64 // where the line begins: −1, or 0 for what only goes one way
	Set     bool    // set by hand; without it the mark is a ring
	Focused bool
}

// Line draws the track, its middle where it goes both ways, and the mark.
func (d Dial) Line(width int, st theme.Styles) string {
	if width < 3 {
		return strings.Repeat(" ", max(0, width))
	}
	track, mark := st.Faint, st.Accent
	if d.Focused {
		track, mark = st.Soft, st.Strong
	}
	at := func(value float64) int {
		share := (value - d.Low) / (1 - d.Low)
		return int(math.Round(math.Max(0, math.Min(1, share)) * float64(width-1)))
	}
	cells := []rune(strings.Repeat("─", width))
	if d.Low < 0 {
		cells[at(0)] = '┼'
	}
	sign := "○"
	if d.Set {
		sign = "●"
	}
	position := at(d.Value)
	return track.Render(string(cells[:position])) + mark.Render(sign) + track.Render(string(cells[position+1:]))
}
