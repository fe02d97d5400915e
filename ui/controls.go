package ui

import (
	"math"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
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

// controlKeys are the keys of the controls, for the full help.
func controlKeys(keys *keyMap) []key.Binding {
	return []key.Binding{
		told(keys.choose, "choose what to turn"), told(keys.move, "turn it"),
		told(keys.usual, "this one as usual again"), told(keys.allUsual, "all as usual again"),
	}
}
