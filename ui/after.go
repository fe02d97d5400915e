package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
)

// An afterScreen asks again when the music is over, says what changed, and
// whether all is kept. After sleep it asks nothing; the night is asked about at
// the next start.
type afterScreen struct {
	visit     *visit
	ending    *ending
	record    journal.Sitting // as it stood when the screen was made
	before    journal.Mood    // shown only beside the new answers, so that it does not lead them
	form      *form
	resumed   bool         // what was begun in an earlier visit
	night     bool         // it asks about the night, at the next start
	favourite bool         // and that is durable
	answer    journal.Mood // once the questions are done
	finished  bool         // the answers have been handed to the saver
	durable   bool         // and have been written
	failure   error
	tries     int  // times that saving has been tried
	leaving   bool // the person leaves once it is durable

	clearDraft func() error // forgets what the answers were drafted in
}

// newAfterScreen returns the screen after a sitting, which is nil where an
// earlier one is taken up again.
func newAfterScreen(v *visit, sitting Sitting, record journal.Sitting) *afterScreen {
	a := &afterScreen{visit: v, ending: v.end(sitting, record), record: record, favourite: record.Favourite, form: newForm(v)}
	if record.Before != nil {
		if before, ok := v.history.CheckIn(*record.Before); ok {
			a.before = before.Mood
		}
	}
	return a
}

// asks reports whether there is anything to ask: nobody is kept awake after
// sleep, and nobody is asked who does not want to be.
func (a *afterScreen) asks() bool {
	return a.resumed || a.night || a.record.Goal != journal.Sleep && a.visit.settings.AskAfter
}

func (a *afterScreen) Init() tea.Cmd {
	if !a.asks() && !a.finished {
		return a.finish()
	}
	return nil
}

func (a *afterScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.of == a {
			return a.saved(msg.err)
		}
	case favouredMsg:
		if msg.id == a.record.ID && msg.err == nil {
			a.favourite = msg.on
		}
	}
	if a.finished {
		if press, ok := msg.(tea.KeyPressMsg); ok {
			return a.press(press)
		}
		return nil
	}
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey && a.form.door == noDoor {
		switch {
		case key.Matches(press, a.visit.keys.quit):
			a.leaving = true
			return a.finish()
		case key.Matches(press, a.visit.keys.favour):
			return a.favour()
		}
	}
	event, cmd := a.form.update(msg)
	switch event {
	case formBack:
		if key.Matches(press, a.visit.keys.back) { // and not the arrow up
			return a.wait()
		}
	case formChanged:
		a.visit.feeling = affectOf(a.form.questions.answer())
		if a.visit.unfinished != a {
			cmd = tea.Batch(cmd, a.visit.finishUnfinished())
			a.visit.unfinished = a
		}
		return tea.Batch(cmd, a.visit.keep(a.form.draft(journal.After, a.record.ID)))
	case formNext:
		return tea.Batch(cmd, a.finish())
	}
	return cmd
}

// wait goes home. What has been answered waits there; without any answer there
// is nothing to come back to.
func (a *afterScreen) wait() tea.Cmd {
	if a.form.untouched() {
		return tea.Batch(a.finish(), a.visit.show(newHomeScreen(a.visit)))
	}
	a.visit.unfinished = a
	return a.visit.show(newHomeScreen(a.visit))
}

// press handles a key once the questions are done.
func (a *afterScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.visit.keys.new), key.Matches(msg, a.visit.keys.back):
		if a.asked() && key.Matches(msg, a.visit.keys.new) {
			return tea.Batch(a.retry(), a.visit.show(a.visit.ask()))
		}
		return tea.Batch(a.retry(), a.visit.show(newHomeScreen(a.visit)))
	case key.Matches(msg, a.visit.keys.look):
		return tea.Batch(a.retry(), a.visit.show(newLogScreen(a.visit, newHomeScreen(a.visit))))
	case key.Matches(msg, a.visit.keys.again):
		return tea.Batch(a.retry(), a.visit.again(a.played()))
	case key.Matches(msg, a.visit.keys.favour):
		return a.favour()
	case key.Matches(msg, a.visit.keys.quit):
		if a.failure == nil || a.tries > 1 {
			return leave
		}
		a.leaving = true
		return a.save()
	}
	return nil
}

// asked reports whether a sitting was asked for when the program was started, which
// what was left open of an earlier one came before.
func (a *afterScreen) asked() bool { return a.resumed && !a.visit.Home }

// favour keeps the piece as a favourite, or takes that back.
func (a *afterScreen) favour() tea.Cmd {
	return a.visit.favour(a.record.ID, !a.visit.isFavourite(a.record))
}

// played is the record of what was played, as it stands now.
func (a *afterScreen) played() journal.Sitting {
	if a.ending.sitting != nil {
		return a.ending.sitting.Sitting()
	}
	return a.record
}

// retry saves once more what could not be saved, before another screen is
// turned to.
func (a *afterScreen) retry() tea.Cmd {
	a.leaving = false
	if a.failure == nil {
		return nil
	}
	return a.save()
}

// saved takes in what became of saving, which may be after another screen has
// been turned to. What failed is tried again when the person goes on or leaves;
// the draft is still there for the next start.
func (a *afterScreen) saved(err error) tea.Cmd {
	a.durable, a.failure = err == nil, err
	if a.leaving && err == nil {
		return leave
	}
	a.leaving = false
	if err != nil {
		return nil
	}
	return readHistory(a.visit.Journal)
}

// finish closes the questions and has the answers saved.
func (a *afterScreen) finish() tea.Cmd {
	a.finished = true
	if a.visit.unfinished == a {
		a.visit.unfinished = nil
	}
	id := a.record.ID
	checkIn := journal.CheckIn{
		Stamp: a.visit.stamp(), When: journal.After, Sitting: &id,
		Mood: a.form.questions.answer(), Words: a.form.words.picked, Note: a.form.note.text(),
	}
	if !checkIn.Empty() {
		checkIn.ID = a.visit.Journal.NewID(checkIn.Time)
	}
	a.ending.checkIn, a.answer = checkIn, checkIn.Mood
	draft := a.visit.flushDraft() // until the check-in itself is durable
	a.clearDraft = a.visit.saver.draftClearer()
	return tea.Batch(draft, a.save())
}

// save hands what is to be kept to the saver. The draft goes only when all of
// it is durable.
func (a *afterScreen) save() tea.Cmd {
	a.tries++
	a.failure = nil
	saver, ending, clearDraft := a.visit.saver, a.ending, a.clearDraft
	return saver.save(a, func() error {
		if err := ending.keep(saver.journal); err != nil || ending.checkIn.Empty() {
			return err
		}
		return clearDraft()
	})
}

func (a *afterScreen) typing() bool       { return !a.finished && a.form.typing() }
func (a *afterScreen) mood() theme.Affect { return a.visit.feeling }
