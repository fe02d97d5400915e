package ui

import (
	"fmt"
	"math"
	"strings"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// The columns of the day, in cells: the time, and a small scale for each of the
// three questions. A wide window has longer scales.
const (
	timeColumn    = 7
	narrowScale   = 5
	wideScale     = 9
	wideDayWidth  = 60
	betweenScales = 2
)

// scaleNames stand over the small scales and name their right ends. The words of
// the questions are too long here, and they may be the person's own.
var scaleNames = [3]string{"well", "awake", "tense"}

// dayLines draws the entries of a day, oldest first, in at most height lines. The
// latest stay where there is no room for all.
func dayLines(entries []entry, discreet bool, width, height int, st theme.Styles) []string {
	if len(entries) == 0 || height < 2 {
		return nil
	}
	size, between := narrowScale, 1
	if width >= wideDayWidth {
		size, between = wideScale, betweenScales
	}
	room := height - 1
	earlier := max(0, len(entries)-room)
	lines := []string{st.Faint.Render(dayHead(entries, earlier, size, between, width))}
	for _, e := range entries[earlier:] {
		lines = append(lines, dayRow(e, discreet, size, between, width, st))
	}
	return lines
}

// dayHead names the columns, and says what the marks mean and what is not shown.
func dayHead(entries []entry, earlier, size, between, width int) string {
	names := make([]string, len(scaleNames))
	for i, name := range scaleNames {
		names[i] = widget.Pad(name, size)
	}
	left := widget.Pad("today", timeColumn) + strings.Join(names, strings.Repeat(" ", between))
	right := ""
	for _, e := range entries {
		if size >= wideScale && !e.before.Mood.Empty() && !e.after.Mood.Empty() {
			right = "○ before  ● after"
		}
	}
	if earlier > 0 {
		right = fmt.Sprintf("%d earlier", earlier)
	}
	if widget.Width(left)+2+widget.Width(right) > width {
		right = ""
	}
	return widget.Spread(left, right, width)
}

// dayRow is one entry: the time, the answers, and what it was.
func dayRow(e entry, discreet bool, size, between, width int, st theme.Styles) string {
	before, after := e.before.Mood, e.after.Mood
	if after.Empty() {
		before, after = journal.Mood{}, before
	}
	scales := make([]string, 0, len(scaleNames))
	for _, pair := range [][2]journal.Rating{{before.Valence, after.Valence}, {before.Energy, after.Energy}, {before.Tension, after.Tension}} {
		if before.Empty() && after.Empty() {
			scales = append(scales, strings.Repeat(" ", size))
			continue
		}
		scales = append(scales, smallScale(pair[0], pair[1], size, st))
	}
	left := st.Faint.Render(widget.Pad(e.at.Format("15:04"), timeColumn)) + strings.Join(scales, strings.Repeat(" ", between)) + strings.Repeat(" ", between)
	text := widget.Cut(daySaid(e, discreet), width-widget.Width(left))
	return left + st.Soft.Render(text)
}

// smallScale draws an answer as a mark on a short line: a ring for before and a
// dot for what was said last. A question that was skipped is a broken line.
func smallScale(before, after journal.Rating, size int, st theme.Styles) string {
	value, given := after.Value()
	line := "─"
	if !given {
		line = "╌"
	}
	cells := []rune(strings.Repeat(line, size))
	at := func(value float64) int { return int(math.Round((value + 1) / 2 * float64(size-1))) }
	if past, pastGiven := before.Value(); pastGiven {
		cells[at(past)] = '○'
	}
	if !given {
		return st.Faint.Render(string(cells))
	}
	dot := at(value)
	return st.Faint.Render(string(cells[:dot])) + st.Soft.Render("●") + st.Faint.Render(string(cells[dot+1:]))
}

// daySaid is what an entry was, and what was said in words, unless that is to be
// covered. What the person wrote comes last.
func daySaid(e entry, discreet bool) string {
	var parts []string
	if s := e.sitting; s != nil {
		parts = append(parts, pieceText(s.Goal, s.Minutes))
		if s.Ended != journal.Landed {
			parts = append(parts, e.briefly())
		}
	}
	if !discreet {
		for _, c := range []journal.CheckIn{e.before, e.after} {
			if len(c.Words) > 0 {
				parts = append(parts, widget.CleanLine(strings.Join(c.Words, ", ")))
			}
			if c.Note != "" {
				parts = append(parts, "“"+widget.CleanLine(c.Note)+"”")
			}
		}
	}
	return strings.Join(parts, " · ")
}
