package widget

import (
	"math"
	"strings"

	"dulcet/ui/theme"
)

// Breath draws how full the lungs are, 0…1: a heavy line that grows from the
// middle of a thin one, by half cells so that it moves evenly. What is filled
// and what is not also differ without colour.
func Breath(fullness float64, width int, st theme.Styles) string {
	if width < 2 {
		return strings.Repeat(" ", max(0, width))
	}
	width -= width % 2
	side := width / 2
	halves := int(math.Round(math.Max(0, math.Min(1, fullness)) * float64(2*side)))
	whole := halves / 2
	left, right := "", ""
	if halves%2 == 1 {
		left, right = "╺", "╸"
	}
	empty := strings.Repeat("─", side-whole-halves%2)
	return st.Faint.Render(empty) + st.Accent.Render(left+strings.Repeat("━", 2*whole)+right) + st.Faint.Render(empty)
}
