package ui

import (
	"math"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// controlStep is what one key turns a control by.
const controlStep = 0.1

// The controls of a journey: its course, and then every dial.
const (
	startControl = iota
	reachControl
	slowControl
	dialControls
	controlCount = dialControls + len(journal.Dials{})
)

// controls are what the journey screen can be turned by.
type controls struct {
	edits  *edits
	keyMap *keyMap
	focus  int
}

// dialOf returns the dial of a control.
func dialOf(control int) journal.Dial { return journal.Dial(control - dialControls) }

// controlName is how a control is called.
func controlName(control int) string {
	if control >= dialControls {
		return dialOf(control).String()
	}
	return [...]string{startControl: "start", reachControl: "reach", slowControl: "pace"}[control]
}

// controlWays says what a control does to the left and to the right.
func controlWays(control int) (less, more string) {
	switch control {
	case startControl:
		return "", ""
	case reachControl:
		return "less far", "further"
	case slowControl:
		return "as usual", "slower"
	}
	return dialOf(control).Ways()
}

// reasonsOf is what the reasons are about that belong to a control, the nearest
// first.
func reasonsOf(control int) []string {
	switch control {
	case startControl:
		return []string{"start", "path"}
	case reachControl:
		return []string{"reach", "path"}
	case slowControl:
		return []string{"slow", "path"}
	}
	switch dial := dialOf(control); dial {
	case journal.Warmth:
		return []string{"brightness", "attack"}
	case journal.Colour:
		return []string{"harmony", "surprise"}
	case journal.Nature:
		return []string{"soundscapes"}
	case journal.Pulse:
		return []string{"articulation", "instruments"}
	case journal.Directness:
		return []string{"path"}
	default:
		return []string{dial.String()}
	}
}

// press moves between the controls and turns the one that has the focus. It
// reports whether the key was one of its own and whether anything was turned.
// brief is as it stands now.
func (c *controls) press(msg tea.KeyPressMsg, brief generator.Brief) (own, turned bool) {
	switch {
	case key.Matches(msg, c.keyMap.previous):
		c.focus = (c.focus + controlCount - 1) % controlCount
	case key.Matches(msg, c.keyMap.follow), key.Matches(msg, c.keyMap.forward):
		c.focus = (c.focus + 1) % controlCount
	case key.Matches(msg, c.keyMap.less):
		return true, c.turn(-1, brief)
	case key.Matches(msg, c.keyMap.more):
		return true, c.turn(1, brief)
	case key.Matches(msg, c.keyMap.usual):
		return true, c.reset()
	case key.Matches(msg, c.keyMap.allUsual):
		c.edits.options.Course, c.edits.dials = generator.Course{}, handDials{}
		return true, true
	default:
		return false, false
	}
	return true, false
}

// startOrder is the order in which the starts follow each other: from where
// somebody is to where it is brighter.
var startOrder = [...]generator.Start{generator.StartHere, generator.StartAhead, generator.StartBrighter}

// turn turns the control by a step in a direction and reports whether it
// moved. Where the journey goes straight, or stays, there is no course to turn.
func (c *controls) turn(direction int, brief generator.Brief) bool {
	if c.focus < dialControls && !brief.Editable() {
		return false
	}
	course := &c.edits.options.Course
	before := *course
	by := controlStep * float64(direction)
	switch c.focus {
	case startControl:
		for at, start := range startOrder {
			if start == before.Start {
				course.Start = startOrder[max(0, min(at+direction, len(startOrder)-1))]
			}
		}
	case reachControl:
		course.Reach = turned(course.Reach, by, -1)
	case slowControl:
		course.Slow = turned(course.Slow, by, 0)
	default:
		hand := &c.edits.dials[dialOf(c.focus)]
		last := *hand
		*hand = journal.Rated(turned(last.Or(brief.Dials[dialOf(c.focus)]), by, -1))
		return *hand != last
	}
	return *course != before
}

// turned is a value by a step further, on whole steps, in low…1.
func turned(value, by, low float64) float64 {
	next := math.Round((value+by)/controlStep) / math.Round(1/controlStep)
	return math.Max(low, math.Min(1, next)) + 0 // + 0 turns −0 into 0
}

// point chooses the control that was pointed at and, on its track, turns it to
// there. It reports whether anything was turned.
func (c *controls) point(msg pointedMsg, brief generator.Brief) bool {
	if msg.Kind != pointRow && msg.Kind != pointDial || msg.Index >= controlCount {
		return false
	}
	c.focus = msg.Index
	switch {
	case msg.Kind == pointRow:
		return false
	case c.focus == startControl:
		return c.turn(side(msg.share), brief)
	}
	low := -1.0
	if c.focus == slowControl {
		low = 0
	}
	wanted := low + msg.share*(1-low)
	steps := int(math.Round((wanted - c.value(brief)) / controlStep))
	moved := false
	for range max(steps, -steps) {
		moved = c.turn(int(math.Copysign(1, float64(steps))), brief) || moved
	}
	return moved
}

// value is where the control with the focus stands.
func (c *controls) value(brief generator.Brief) float64 {
	switch c.focus {
	case reachControl:
		return c.edits.options.Course.Reach
	case slowControl:
		return c.edits.options.Course.Slow
	}
	return c.edits.dials[dialOf(c.focus)].Or(brief.Dials[dialOf(c.focus)])
}

// reset sets the control with the focus back to the usual.
func (c *controls) reset() bool {
	course := &c.edits.options.Course
	before, hand := *course, c.edits.dials
	switch c.focus {
	case startControl:
		course.Start = generator.StartAhead
	case reachControl:
		course.Reach = 0
	case slowControl:
		course.Slow = 0
	default:
		c.edits.dials[dialOf(c.focus)] = journal.Rating{}
	}
	return *course != before || hand != c.edits.dials
}

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

// controlKeys are the keys of the controls, for the full help.
func controlKeys(keys *keyMap) []key.Binding {
	return []key.Binding{
		told(keys.choose, "choose what to turn"), told(keys.move, "turn it"),
		told(keys.usual, "this one as usual again"), told(keys.allUsual, "all as usual again"),
	}
}
