package ui

import (
	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// The widths of a control's name with its mark, and of its number.
const (
	controlLabel  = 13
	controlNumber = 7
)

// twoColumns is the width from which the controls stand in two columns, and
// columnGap what lies between these.
const (
	twoColumns = 64
	columnGap  = 4
)

// rows is how many lines the controls take where all are shown.
func (c *controls) rows(width int) int {
	if width >= twoColumns {
		return (controlCount + 1) / 2
	}
	return controlCount
}

// view draws the controls in height lines: those around the focus where there
// is no room for all. dials is where the dials stand.
func (c *controls) view(width, height int, dials journal.Dials, st theme.Styles) []string {
	rows := c.rows(width)
	focus := c.focus % rows
	wide := width
	if rows < controlCount {
		wide = (width - columnGap) / 2
	}
	lines := make([]string, rows)
	for control := range controlCount {
		line := row(control, c.row(control, wide, dials, st), wide)
		if at := control % rows; control < rows {
			lines[at] = line
		} else {
			lines[at] = widget.Pad(lines[at], wide+columnGap) + line
		}
	}
	shown, _, _ := widget.Window(lines, focus, height)
	return shown
}

// row draws one control: its name, where it stands, and by how much.
func (c *controls) row(control, width int, dials journal.Dials, st theme.Styles) string {
	mark, name := "  ", st.Soft
	focused := control == c.focus
	if focused {
		mark, name = "› ", st.Strong
	}
	label := name.Render(widget.Pad(mark+controlName(control), controlLabel))
	course := c.edits.options.Course
	dial := widget.Dial{Low: -1, Focused: focused, Set: true}
	target := widget.Target{Kind: pointDial, Index: control}
	switch control {
	case startControl:
		return label + widget.Mark(target, st.Accent.Render("‹ "+startText(course.Start)+" ›"))
	case reachControl:
		dial.Value, dial.Set = course.Reach, course.Reach != 0
	case slowControl:
		dial.Low, dial.Value, dial.Set = 0, course.Slow, course.Slow != 0
	default:
		dial.Value, dial.Set = dials[dialOf(control)], false
		if value, given := c.edits.dials[dialOf(control)].Value(); given {
			dial.Value, dial.Set = value, true
		}
	}
	number := st.Faint.Render(widget.Pad("  "+dialText(dial.Value), controlNumber))
	return label + widget.Mark(target, dial.Line(width-controlLabel-controlNumber, st)) + number
}

// startText says where a journey starts.
func startText(start generator.Start) string {
	switch start {
	case generator.StartHere:
		return "where you are"
	case generator.StartBrighter:
		return "brighter"
	}
	return "a little ahead"
}

// hint says what the control with the focus does.
func (c *controls) hint(brief generator.Brief) string {
	if c.focus < dialControls && !brief.Editable() {
		return string(brief.Goal) + " has no way to turn"
	}
	less, more := controlWays(c.focus)
	if less == "" {
		return map[generator.Start]string{
			generator.StartHere:     "it meets you just where you are",
			generator.StartAhead:    "it meets you a step ahead, as usual",
			generator.StartBrighter: "it begins on the brighter side",
		}[c.edits.options.Course.Start]
	}
	return "← " + less + " · " + more + " →"
}
