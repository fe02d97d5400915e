package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator/words"
	"dulcet/journal"
)

// What was begun waits at home while something else is done. A sitting that is
// started meanwhile takes it along: there is one draft, and what is written next
// would go over it.

// along returns the check-in before a sitting that is to be started: its own, or
// what was being answered when it was asked for from elsewhere. What was said in
// one's own words then goes into the note, because nothing has heeded it.
func (v *visit) along(r request) journal.CheckIn {
	c := v.checkIn
	if c == nil {
		return r.checkIn
	}
	taken := c.form.draft(journal.Before, "")
	c.taken = &taken
	if r.told || !r.checkIn.Empty() {
		return r.checkIn
	}
	checkIn := c.checkIn()
	checkIn.Note = joinNotes(checkIn.Note, c.form.tell.editor.text())
	return checkIn
}

// served forgets the check-in that the sitting which has started has taken along.
// What has been answered since then becomes a part of it, or of a check-in on its
// own: the draft that held it is gone with what was taken along, and what is
// written next goes over it.
func (v *visit) served(started startedMsg) tea.Cmd {
	c := v.checkIn
	if c == nil {
		return nil
	}
	v.checkIn = nil
	if c.taken == nil { // begun after the sitting was asked for: none of its answers
		if c.form.untouched() {
			return nil
		}
		v.draft, v.dirty = journal.Draft{}, false
		return v.keepCheckIn(nil, c.onItsOwn())
	}
	now, taken := c.form.draft(journal.Before, ""), *c.taken
	if now.Mood == taken.Mood && slices.Equal(now.Words, taken.Words) && now.Note == taken.Note && now.Said == taken.Said {
		return nil
	}
	checkIn := c.checkIn()
	if now.Said != taken.Said || strings.Contains(started.checkIn.Note, now.Said) {
		checkIn.Note = joinNotes(checkIn.Note, now.Said)
	}
	if checkIn.Empty() {
		return nil
	}
	checkIn.ID, checkIn.When, checkIn.Sitting = started.checkIn.ID, started.checkIn.When, started.checkIn.Sitting
	if checkIn.ID == "" {
		checkIn.ID, checkIn.When = v.Journal.NewID(checkIn.Time), journal.Alone
	}
	v.draft, v.dirty = journal.Draft{}, false
	return v.keepCheckIn(nil, checkIn)
}

// keepCheckIn has a check-in kept that holds all that is in the draft. What it
// returns says so to whom it is of.
func (v *visit) keepCheckIn(of any, checkIn journal.CheckIn) tea.Cmd {
	return v.saver.save(of, v.saver.checkIn(checkIn, v.saver.draftClearer()))
}

// onItsOwn is the check-in as one without a sitting. What was said in one's own
// words goes into its note, because no music has heeded it.
func (c *checkInScreen) onItsOwn() journal.CheckIn {
	checkIn := c.checkIn()
	checkIn.When = journal.Alone
	checkIn.Note = joinNotes(checkIn.Note, c.form.tell.editor.text())
	if checkIn.ID == "" {
		checkIn.ID = c.visit.Journal.NewID(checkIn.Time)
		c.id = checkIn.ID
	}
	return checkIn
}

// keepBegun has the check-in that waits kept as one on its own, before the draft
// that holds it makes room for what is answered after a sitting. When it is gone
// on with, the same check-in is written again.
func (v *visit) keepBegun() {
	c := v.checkIn
	if c == nil || c.form.untouched() {
		return
	}
	checkIn := c.onItsOwn()
	v.saver.queue(func() error { return v.saver.journal.SaveCheckIn(checkIn) })
}

// finishUnfinished keeps the answers of questions that wait after a sitting, as
// they are.
func (v *visit) finishUnfinished() tea.Cmd {
	if v.unfinished == nil {
		return nil
	}
	unfinished := v.unfinished
	v.unfinished = nil
	return unfinished.finish()
}

// waits says what waits to be gone on with, or is empty.
func (v *visit) waits() string {
	switch {
	case v.unfinished != nil && v.unfinished.resumed, v.checkIn != nil && v.checkIn.left && !v.checkIn.form.untouched():
		return "what you had begun is back"
	case v.unfinished != nil, v.checkIn != nil && !v.checkIn.form.untouched():
		return "what you have begun waits"
	}
	return ""
}

// answered is the mood as answered so far, with the place of the feeling words
// where a question was skipped.
func (c *checkInScreen) answered() journal.Mood {
	return c.form.questions.answer().Or(words.MoodOf(c.form.words.picked))
}
