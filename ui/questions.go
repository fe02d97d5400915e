package ui

import (
	"fmt"
	"math"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// Steps of the scales, which run 0–100 on the screen and −1…1 inside.
const (
	step     = 0.10 // five points
	stepFine = 0.02 // one point
)

// questions are the three scales, one of which has the focus.
type questions struct {
	ratings [3]journal.Rating
	before  journal.Mood // shown as rings, for the questions after a sitting
	focus   int
	keyMap  *keyMap

	// settings hold the words at the ends of the scales. The usual ones are after
	// the short scales of Wilhelm and Schoebi (2007).
	settings *settings.Settings
}

// answer returns the answers as a mood.
func (q *questions) answer() journal.Mood {
	return journal.Mood{Valence: q.ratings[0], Energy: q.ratings[1], Tension: q.ratings[2]}
}

// set takes a mood over as the answers.
func (q *questions) set(mood journal.Mood) {
	q.ratings = [3]journal.Rating{mood.Valence, mood.Energy, mood.Tension}
}

// press moves the scale that has the focus and reports whether the key was
// one of its own.
func (q *questions) press(msg tea.KeyPressMsg) bool {
	switch {
	case key.Matches(msg, q.keyMap.less):
		q.move(-step)
	case key.Matches(msg, q.keyMap.more):
		q.move(step)
	case key.Matches(msg, q.keyMap.lessFine):
		q.move(-stepFine)
	case key.Matches(msg, q.keyMap.moreFine):
		q.move(stepFine)
	case key.Matches(msg, q.keyMap.jump):
		q.ratings[q.focus] = journal.Rated(float64(10*(msg.Code-'0')-50) / 50)
	case key.Matches(msg, q.keyMap.unset):
		q.ratings[q.focus] = journal.Rating{}
	default:
		return false
	}
	return true
}

// point answers the question that was pointed at: where the track was hit, or a
// step to the side for the wheel. It reports whether there is such a question.
func (q *questions) point(msg pointedMsg) bool {
	if msg.Kind != pointScale || msg.Index >= len(q.ratings) {
		return false
	}
	q.focus = msg.Index
	if msg.wheel != 0 {
		q.move(-step * float64(msg.wheel))
	} else {
		q.ratings[q.focus] = journal.Rated(math.Round((2*msg.share-1)*50) / 50)
	}
	return true
}

// move changes the answer; a question without one starts from the middle. The
// answer stays on whole points.
func (q *questions) move(by float64) {
	value := q.ratings[q.focus].Or(0) + by
	q.ratings[q.focus] = journal.Rated(math.Round(value*50) / 50)
}

// view draws the three scales. With room to spare they stand apart.
func (q *questions) view(width int, roomy, focused bool, st theme.Styles) []string {
	before := [3]journal.Rating{q.before.Valence, q.before.Energy, q.before.Tension}
	var lines []string
	for i, ends := range q.settings.Questions {
		value, given := q.ratings[i].Value()
		past, pastGiven := before[i].Value()
		scale := widget.Scale{
			Left: widget.CleanLine(ends[0]), Right: widget.CleanLine(ends[1]), Value: value, Given: given,
			Focused: focused && i == q.focus, Before: past, BeforeGiven: pastGiven,
		}
		drawn := scale.Lines(width, st)
		if focused {
			drawn[1] = widget.Mark(widget.Target{Kind: pointScale, Index: i}, drawn[1])
		}
		lines = append(lines, drawn...)
		if roomy && i < len(q.ratings)-1 {
			lines = append(lines, "")
		}
	}
	return lines
}

// progress says which question is open and what its answer is.
func (q *questions) progress() string {
	text := fmt.Sprintf("%d of %d", q.focus+1, len(q.ratings))
	if value, given := q.ratings[q.focus].Value(); given {
		text = fmt.Sprintf("%d · %s", widget.Scale{Value: value}.Percent(), text)
	}
	return text
}
