package ui

import (
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
)

// again plays a sitting once more, steered as it was: from its code, or where it
// was kept without one, from its seed, its mood and its dials.
func (v *visit) again(s journal.Sitting) tea.Cmd { return v.start(requestAgain(s)) }

// requestAgain is the request of a sitting once more.
func requestAgain(s journal.Sitting) request {
	if recipe, err := generator.ParseCode(s.Code); err == nil {
		return request{recipe: &recipe, steering: s.Steering}
	}
	return request{goal: s.Goal, minutes: s.Minutes, mood: s.Mood, again: &s}
}

// playCode plays the sitting of the code that was given, after a check-in.
func (v *visit) playCode(checkIn journal.CheckIn) tea.Cmd {
	return v.start(request{recipe: v.Recipe, steered: !v.Unsteered, checkIn: checkIn})
}

// composeCoded turns the recipe into a brief, and fills the record of the
// sitting that will play it.
func (r request) composeCoded(record journal.Sitting, history journal.History) (journal.Sitting, generator.Brief, error) {
	brief, err := r.recipe.Brief()
	record.Goal, record.Minutes, record.Seed, record.Engine = brief.Goal, brief.Minutes, brief.Seed, generator.Engine
	record.Mood, record.Dials, record.Code = brief.Mood, brief.Dials, brief.Code()
	record.Propensity, record.Ended = 1, journal.Killed
	record.Steering = r.steering
	if r.steered {
		earlier, _ := history.Steered(r.recipe.Code())
		record.Steering = earlier.Steering
	}
	return record, brief, err
}
