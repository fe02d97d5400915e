package widget

import (
	"fmt"
	"strconv"
	"strings"
)

// A Target is what a run of cells stands for when it is pointed at: a kind that
// the screens know, and what of that kind.
type Target struct {
	Kind, Index, Extra int
}

// A Zone is where on the screen a target has been drawn.
type Zone struct {
	Target
	Row, Column, Width int // in cells, from the top left
}

// Holds reports whether the zone covers a cell.
func (z Zone) Holds(column, row int) bool {
	return row == z.Row && column >= z.Column && column < z.Column+z.Width
}

// Share is how far along the zone a column is, 0…1; beside it, the nearer end.
func (z Zone) Share(column int) float64 {
	if z.Width < 2 {
		return 0
	}
	return max(0, min(1, float64(column-z.Column)/float64(z.Width-1)))
}

// A mark is a private control sequence around a run of text, which has no
// width: it goes where the text goes while lines are cut, filled up and moved.
// No terminal is ever sent one; Zones takes them all out.
const (
	markStart = "\x1b[="
	markEnd   = 'z'
	closing   = markStart + "z"
)

// Mark makes a run of text on one line pointable. Marks may lie in each other;
// the innermost is the one that is hit.
func Mark(target Target, text string) string {
	if text == "" {
		return ""
	}
	return OpenMark(target) + text + CloseMark()
}

// OpenMark and CloseMark are the two ends of a mark, for text that is put
// together elsewhere.
func OpenMark(target Target) string {
	return fmt.Sprintf("%s%d;%d;%d%c", markStart, target.Kind, target.Index, target.Extra, markEnd)
}

// CloseMark ends the mark that was opened last.
func CloseMark() string { return closing }

// Zones takes the marks out of lines and returns where they were, an inner one
// before the one that it lies in. A mark ends with its line at the latest.
func Zones(lines []string) (plain []string, zones []Zone) {
	plain = make([]string, len(lines))
	for row, line := range lines {
		plain[row], zones = takeMarks(line, row, zones)
	}
	return plain, zones
}

// takeMarks is Zones for one line.
func takeMarks(line string, row int, zones []Zone) (string, []Zone) {
	if !strings.Contains(line, markStart) {
		return line, zones
	}
	var text strings.Builder
	var open []Zone
	column := 0
	shut := func() {
		last := len(open) - 1
		open[last].Width = column - open[last].Column
		if open[last].Width > 0 {
			zones = append(zones, open[last])
		}
		open = open[:last]
	}
	for {
		before, rest, found := strings.Cut(line, markStart)
		text.WriteString(before)
		column += Width(before)
		if !found {
			break
		}
		numbers, after, ended := strings.Cut(rest, string(markEnd))
		if !ended {
			break // nothing but a mark starts like one
		}
		line = after
		if numbers == "" {
			if len(open) > 0 {
				shut()
			}
			continue
		}
		open = append(open, Zone{Target: targetOf(numbers), Row: row, Column: column})
	}
	for len(open) > 0 {
		shut()
	}
	return text.String(), zones
}

// targetOf reads the numbers of a mark.
func targetOf(numbers string) Target {
	var values [3]int
	for i, number := range strings.SplitN(numbers, ";", len(values)) {
		values[i], _ = strconv.Atoi(number) // written by OpenMark
	}
	return Target{values[0], values[1], values[2]}
}
