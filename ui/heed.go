package ui

import (
	"cmp"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
)

// heed puts what was asked for in words where the person finds it again: among
// the edits of the music. What an earlier reading put there goes, and what was
// set by hand stays.
func (e *edits) heed(said, before words.Reading) {
	now, then := generator.OptionsOf(said), generator.OptionsOf(before)
	o := &e.options
	o.Wanted = o.Wanted&^then.Wanted | now.Wanted
	o.Refused = o.Refused&^then.Refused | now.Refused
	o.Wanted &^= now.Refused
	o.Refused &^= now.Wanted
	heedOne(&o.Course.Start, now.Course.Start, then.Course.Start)
	heedOne(&o.Course.Slow, now.Course.Slow, then.Course.Slow)
	heedOne(&o.Breath, now.Breath, then.Breath)
	heedOne(&o.Rounds, now.Rounds, then.Rounds)
	heedOne(&o.Bells.Every, now.Bells.Every, then.Bells.Every)
	heedOne(&o.Silence, now.Silence, then.Silence)
	for dial := range e.dials {
		heedOne(&e.dials[dial], askedDial(said, dial), askedDial(before, dial))
	}
}

// heedOne sets a thing to what is said now, unless the person has set it to
// something else than was said then.
func heedOne[T comparable](at *T, now, then T) {
	if *at == then {
		*at = now
	}
}

// askedDial is where words ask a dial to stand; absent where they do not.
func askedDial(said words.Reading, dial int) journal.Rating {
	if said.Dials[dial] == 0 {
		return journal.Rating{}
	}
	return journal.Rated(said.Dials[dial])
}

// wants returns the goal to offer first, empty for the most fitting one, and the
// minutes to offer, 0 for each goal's own. What is said on the screen goes before
// what the program was started with, and that before a text that it was started
// with as well. After words of crisis the first goal is steady ground.
func (c *checkInScreen) wants() (journal.Goal, float64) {
	said, started := c.form.tell.reading, c.visit.Config
	goal, minutes := cmp.Or(said.Goal, started.Goal), cmp.Or(said.Minutes, started.Minutes)
	if c.form.tell.editor.text() == started.Said {
		goal, minutes = cmp.Or(started.Goal, said.Goal), cmp.Or(started.Minutes, said.Minutes)
	}
	if goal == "" && said.Crisis {
		goal = journal.Ground
	}
	return goal, minutes
}
