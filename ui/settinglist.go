package ui

import (
	"strings"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// settingAbout is how many lines are kept for what is said about a setting, so
// that the list does not jump.
const settingAbout = 3

// A settingLine is a line of the list: a row, the heading of the group that
// begins with one, or air before that.
type settingLine struct {
	row           int
	heading, none bool
}

// layout lists the lines of all rows, and says on which the focus is.
func (s *settingScreen) layout() (lines []settingLine, focus int) {
	for i, row := range s.rows {
		if i > 0 && row.group != s.rows[i-1].group {
			lines = append(lines, settingLine{none: true})
		}
		if i == 0 || row.group != s.rows[i-1].group {
			lines = append(lines, settingLine{row: i, heading: true})
		}
		if i == s.at {
			focus = len(lines)
		}
		lines = append(lines, settingLine{row: i})
	}
	return lines, focus
}

// list draws the rows around the focus, and under them what is said about it.
func (s *settingScreen) list(width, height int, st theme.Styles) []string {
	about := s.about(width-2, st)
	room := max(1, height-1-max(len(about), settingAbout))
	strip := s.previewLines(width-2, room, st)
	room -= len(strip)
	s.page = max(1, room-2)
	all, focus := s.layout()
	near, _, _ := widget.Window(all, focus, room)
	shown := make([]string, room)
	for i, line := range near {
		switch {
		case line.heading:
			shown[i] = st.Text.Render(widget.Cut(s.rows[line.row].group, width))
		case !line.none:
			shown[i] = row(line.row, s.line(line.row, width, st), width)
		}
	}
	shown = append(append(shown, strip...), "")
	return append(shown, widget.Indent(about, 2)...)
}

// about is what is said about the row with the focus.
func (s *settingScreen) about(width int, st theme.Styles) []string {
	var lines []string
	said := s.rows[s.at].about
	if row := s.rows[s.at]; row.stepped() {
		said = row.set.Told(s.visit.settings)
	}
	for _, text := range widget.Wrap(widget.CleanLine(said), width) {
		lines = append(lines, st.Soft.Render(text))
	}
	if choices := s.rows[s.at].set.Choices; len(choices) > 2 {
		for _, text := range widget.Wrap(strings.Join(choices, ", "), width) {
			lines = append(lines, st.Faint.Render(text))
		}
	}
	for _, text := range widget.Wrap(widget.CleanLine(s.refused()), width) {
		lines = append(lines, st.Text.Render(text))
	}
	return lines
}

// settingLabelWidth is the width of a label with its mark, in cells.
const settingLabelWidth = 21

// line draws one setting.
func (s *settingScreen) line(index, width int, st theme.Styles) string {
	row, focused := s.rows[index], index == s.at
	mark, label := "  ", st.Soft
	if focused {
		mark, label = "› ", st.Strong
	}
	value, style := row.value(s.visit.settings, s.visit.keys), st.Faint
	own := row.changeable() && !row.set.Usual(s.visit.settings)
	switch {
	case focused && row.stepped() && s.refused() == "":
		value, style = "‹ "+value+" ›", st.Accent
	case focused, own:
		value, style = "  "+value, st.Accent
	default:
		value = "  " + value
	}
	if own && !focused {
		value += " ·" // what is not as usual also shows without colour
	}
	room := min(settingLabelWidth, width*5/9)
	value = style.Render(widget.Cut(value, width-room))
	if focused && row.stepped() {
		value = widget.Mark(widget.Target{Kind: pointDial, Index: index}, value)
	}
	return label.Render(widget.Pad(mark+row.label, room)) + value
}
