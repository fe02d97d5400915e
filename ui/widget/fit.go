package widget

import (
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Cut shortens a line to at most width cells and marks what is missing with
// an ellipsis.
func Cut(line string, width int) string {
	switch {
	case width <= 0:
		return ""
	case simpleWidth(line) <= width:
		return line
	}
	return ansi.Truncate(line, width, "…")
}

// simpleWidth is the width in cells of a line that is made of ASCII, lines,
// braille and styles alone, as most are, and is found without asking how its
// characters belong together. Of any other it is more than any window has.
func simpleWidth(line string) (cells int) {
	for i := 0; i < len(line); i++ {
		switch b := line[i]; {
		case b >= ' ' && b < 0x7f:
			cells++
		case b == 0xe2 && i+2 < len(line) && (line[i+1]&0xfc == 0xa0 || line[i+1]&0xfe == 0x94):
			cells++ // U+2800…28FF braille, U+2500…257F lines
			i += 2
		case b == 0x1b && i+1 < len(line) && line[i+1] == '[':
			for i += 2; i < len(line) && line[i] < '@'; i++ {
			}
		default:
			return math.MaxInt
		}
	}
	return cells
}

// Pad cuts a line to width cells or fills it up with spaces.
func Pad(line string, width int) string {
	line = Cut(line, width)
	return line + strings.Repeat(" ", max(0, width-Width(line)))
}

// Spread writes left and right at the two ends of a line of width cells. The
// right end gives way first where both do not fit.
func Spread(left, right string, width int) string {
	left = Cut(left, width)
	room := width - Width(left) - 2
	if right == "" || room < 1 {
		return left
	}
	right = Cut(right, room)
	return left + strings.Repeat(" ", width-Width(left)-Width(right)) + right
}

// Wrap breaks text into lines of at most width cells, at spaces where it can.
// Line breaks in the text stay.
func Wrap(text string, width int) []string {
	if width <= 0 || text == "" {
		return nil
	}
	lines := strings.Split(ansi.Wrap(text, width, ""), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(Cut(line, width), " ")
	}
	return lines
}

// WrapTo breaks text into at most height lines of at most width cells. What does
// not fit is cut off the last.
func WrapTo(text string, width, height int) []string {
	lines := Wrap(text, width)
	if height <= 0 || len(lines) <= height {
		return lines[:min(len(lines), max(0, height))]
	}
	return append(lines[:height-1], Cut(strings.Join(lines[height-1:], " "), width))
}

// Indent puts spaces before every line.
func Indent(lines []string, spaces int) []string {
	indented := make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			line = strings.Repeat(" ", spaces) + line
		}
		indented[i] = line
	}
	return indented
}

// Fit returns exactly height lines, none wider than width cells.
func Fit(lines []string, width, height int) []string {
	fitted := make([]string, max(0, height))
	for i := range fitted {
		if i < len(lines) {
			fitted[i] = Cut(lines[i], width)
		}
	}
	return fitted
}

// Window returns the height lines, or what they are to be drawn from, that show
// line number focus, and whether there are more above and below. It scrolls no
// further than it must.
func Window[Line any](lines []Line, focus, height int) (shown []Line, above, below bool) {
	if height <= 0 {
		return nil, len(lines) > 0, false
	}
	if len(lines) <= height {
		return lines, false, false
	}
	top := max(0, min(focus-height/2, len(lines)-height))
	return lines[top : top+height], top > 0, top+height < len(lines)
}
