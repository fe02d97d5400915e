package ui

import (
	"fmt"
	"math"
	"strings"

	"dulcet/generator"
	"dulcet/journal"
)

// handDials are the dials that somebody has turned by hand; one that is absent
// stands where taste has it.
type handDials [len(journal.Dials{})]journal.Rating

// any reports whether a dial was turned.
func (h handDials) any() bool { return h != handDials{} }

// over returns the taste with the turned dials where the hand has set them.
func (h handDials) over(taste journal.Taste) journal.Taste {
	for dial, set := range h {
		if value, given := set.Value(); given {
			taste.Offsets[dial] = journal.Offset{Value: value}
		}
	}
	return taste
}

// edits are what somebody asks for beyond a mood, a goal and a time. They
// belong to one check-in: the next one starts as usual again.
type edits struct {
	options generator.Options
	dials   handDials
}

// aLittle is the size up to which a dial that was turned is called a little.
const aLittle = 0.25

// text says in one line what is not usual, or nothing. What another goal's
// option is for is left out.
func (e *edits) text(goal journal.Goal) string {
	said := e.courseText()
	for dial, set := range e.dials {
		value, given := set.Value()
		if !given {
			continue
		}
		less, way := journal.Dial(dial).Ways()
		switch {
		case value < 0:
			way = less
		case value == 0:
			way = journal.Dial(dial).String() + " in the middle"
		}
		if value != 0 && math.Abs(value) <= aLittle {
			way = "a little " + way
		}
		said = append(said, way)
	}
	return strings.Join(append(said, e.optionsText(goal)...), " · ")
}

// courseText says how the journey was edited.
func (e *edits) courseText() (said []string) {
	course := e.options.Course
	switch course.Start {
	case generator.StartHere:
		said = append(said, "starts where you are")
	case generator.StartBrighter:
		said = append(said, "starts brighter")
	}
	switch {
	case course.Reach > 0:
		said = append(said, "goes further")
	case course.Reach < 0:
		said = append(said, "goes less far")
	}
	if course.Slow > 0 {
		said = append(said, "takes its time")
	}
	return said
}

// optionsText says which options are asked for, as the lines that set them
// call them.
func (e *edits) optionsText(goal journal.Goal) (said []string) {
	var with, without []string
	for _, c := range choicesFor(goal, e.options) {
		at := c.at(e.options)
		switch text := c.settings[at].text; {
		case at == 0:
		case !c.part:
			said = append(said, c.name+" "+text)
		case text == refusedSign:
			without = append(without, "no "+c.name)
		default:
			with = append(with, c.name)
		}
	}
	if len(with) > 0 {
		said = append(said, "with "+strings.Join(with, ", "))
	}
	return append(said, without...)
}

// dialText is where a dial stands, with its sign.
func dialText(value float64) string {
	if math.Abs(value) < 0.005 {
		return "0"
	}
	text := strings.TrimSuffix(fmt.Sprintf("%+.2f", value), "0")
	return strings.Replace(text, "-", "−", 1)
}
