package widget

import (
	"math"
	"strings"

	"dulcet/ui/theme"
)

// Curve draws values of −1…1, evenly spaced over the width, as a line of dots
// with a faint middle. It returns height lines.
func Curve(values []float64, width, height int, style interface{ Render(...string) string }) []string {
	canvas := NewCanvas(width, height)
	dotsWide, dotsHigh := canvas.Dots()
	lines := make([]string, max(0, height))
	if dotsWide == 0 || dotsHigh == 0 || len(values) == 0 {
		return lines
	}
	level := func(x int) int {
		at := float64(x) / float64(max(1, dotsWide-1)) * float64(len(values)-1)
		low := int(at)
		high := min(low+1, len(values)-1)
		value := values[low] + (values[high]-values[low])*(at-float64(low))
		value = math.Max(-1, math.Min(1, value))
		return int(math.Round((1 - value) / 2 * float64(dotsHigh-1)))
	}
	last := level(0)
	for x := range dotsWide {
		now := level(x)
		if middle := dotsHigh / 2; x%6 == 0 && (now < middle-2 || now > middle+2) {
			canvas.Set(x, middle)
		}
		for y := min(last, now); y <= max(last, now); y++ {
			canvas.Set(x, y)
		}
		last = now
	}
	for y := range lines {
		lines[y] = style.Render(canvas.Row(y))
	}
	return lines
}

// Playhead draws the line of a sitting: what has been played, where it stands,
// and a tick where a phase begins. Marks and the position are shares of the
// whole, 0…1.
func Playhead(position float64, marks []float64, width int, st theme.Styles) string {
	if width <= 0 {
		return ""
	}
	at := func(share float64) int {
		return int(math.Round(math.Max(0, math.Min(1, share)) * float64(width-1)))
	}
	head := at(position)
	played, rest := []rune(strings.Repeat("━", width)), []rune(strings.Repeat("─", width))
	for _, mark := range marks {
		if m := at(mark); m > 0 && m < width-1 {
			played[m], rest[m] = '┿', '┼'
		}
	}
	return st.Accent.Render(string(played[:head])) + st.Strong.Render("●") + st.Faint.Render(string(rest[head+1:]))
}
