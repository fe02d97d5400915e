package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
)

// A form is the answering of the three questions, with the words, the note and,
// before the music, one's own words as side doors. The check-in and the screen
// after a sitting are both one.
type form struct {
	questions questions
	words     wordPicker
	note      *noteEditor
	tell      *teller // nil after a sitting
	visit     *visit
	door      door
}

// A door is a part of the form that covers the questions while it is open.
type door int

const (
	noDoor door = iota
	wordsDoor
	noteDoor
	tellDoor
)

// A formEvent is what a key meant for the screen around the form.
type formEvent int

const (
	formNothing formEvent = iota
	formChanged           // an answer changed
	formNext              // past the last question
	formBack              // back from the first question
)

func newForm(v *visit) *form {
	return &form{
		questions: questions{keyMap: v.keys, settings: &v.settings}, words: newWordPicker(v),
		note: newNoteEditor(), visit: v,
	}
}

// update takes a message in.
func (f *form) update(msg tea.Msg) (formEvent, tea.Cmd) {
	press, isKey := msg.(tea.KeyPressMsg)
	if pointed, ok := msg.(pointedMsg); ok {
		return f.point(pointed), nil
	}
	switch {
	case f.door == noteDoor:
		return f.updateNote(msg)
	case f.door == tellDoor:
		return f.updateTell(msg)
	case f.door == wordsDoor && f.words.finder.typing:
		return f.updateFinder(msg)
	case !isKey:
		return formNothing, nil
	case f.door == wordsDoor:
		return f.pressWords(press), nil
	}
	return f.press(press), nil
}

// point takes in what was pointed at.
func (f *form) point(msg pointedMsg) formEvent {
	switch {
	case f.door == noDoor && f.questions.point(msg), f.door == wordsDoor && f.words.point(msg):
		return formChanged
	case f.door == tellDoor && msg.Kind == pointChip:
		f.tell.point(msg.Index)
	}
	return formNothing
}

// press handles a key while the questions are open.
func (f *form) press(msg tea.KeyPressMsg) formEvent {
	last := len(f.questions.ratings) - 1
	switch {
	case f.questions.press(msg):
		return formChanged
	case key.Matches(msg, f.visit.keys.next), key.Matches(msg, f.visit.keys.forward):
		if f.questions.focus < last {
			f.questions.focus++
			return formChanged // so that the draft knows the open question
		}
		if key.Matches(msg, f.visit.keys.next) {
			return formNext
		}
		f.open(wordsDoor)
	case key.Matches(msg, f.visit.keys.back), key.Matches(msg, f.visit.keys.up):
		if f.questions.focus == 0 {
			return formBack
		}
		f.questions.focus--
		return formChanged
	case key.Matches(msg, f.visit.keys.words):
		f.open(wordsDoor)
	case key.Matches(msg, f.visit.keys.note):
		f.open(noteDoor)
	case key.Matches(msg, f.visit.keys.tell) && f.tell != nil:
		f.open(tellDoor)
	}
	return formNothing
}

// pressWords handles a key while the words are open.
func (f *form) pressWords(msg tea.KeyPressMsg) formEvent {
	if own, changed := f.words.press(msg); own {
		if changed {
			return formChanged
		}
		return formNothing
	}
	switch {
	case key.Matches(msg, f.visit.keys.picked):
		f.open(noDoor)
		if len(f.words.picked) == 0 {
			// Who goes to a word and presses enter means that word.
			f.words.pick()
			return formChanged
		}
	case key.Matches(msg, f.visit.keys.done), key.Matches(msg, f.visit.keys.back), key.Matches(msg, f.visit.keys.words):
		f.open(noDoor)
	case key.Matches(msg, f.visit.keys.note):
		f.open(noteDoor)
	}
	return formNothing
}

// updateFinder hands everything to the line in which words are typed.
func (f *form) updateFinder(msg tea.Msg) (formEvent, tea.Cmd) {
	changed, done, cmd := f.words.finder.update(&f.words, msg)
	if done {
		f.open(noDoor)
	}
	if changed {
		return formChanged, cmd
	}
	return formNothing, cmd
}

// updateNote hands everything to the note but the keys that close it.
func (f *form) updateNote(msg tea.Msg) (formEvent, tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok && key.Matches(press, f.visit.keys.done) {
		f.open(noDoor)
		return formNothing, f.note.answer()
	}
	changed, cmd := f.note.update(msg)
	if changed {
		return formChanged, cmd
	}
	return formNothing, cmd
}

// updateTell hands everything to what is said in one's own words, and puts what
// was understood into the answers.
func (f *form) updateTell(msg tea.Msg) (formEvent, tea.Cmd) {
	var changed, closed bool
	var cmd tea.Cmd
	if press, ok := msg.(tea.KeyPressMsg); ok {
		changed, closed, cmd = f.tell.press(press)
	} else {
		changed, cmd = f.tell.write(msg)
	}
	if closed {
		f.open(noDoor)
	}
	if !changed {
		return formNothing, cmd
	}
	f.words.picked = f.tell.fill(&f.questions, f.words.picked)
	return formChanged, cmd
}

// typing reports whether keys are text.
func (f *form) typing() bool {
	return f.door == noteDoor || f.door == tellDoor && !f.tell.onChips || f.door == wordsDoor && f.words.finder.typing
}

func (f *form) open(d door) {
	f.door = d
	if f.tell != nil {
		f.tell.onChips = false
		if d == tellDoor {
			f.tell.editor.open()
		} else {
			f.tell.editor.close()
		}
	}
	if d == wordsDoor {
		f.words.open(f.questions.answer())
	}
	if d == noteDoor {
		f.note.open()
	} else {
		f.note.close()
	}
}

// draft is what has been answered so far.
func (f *form) draft(when journal.When, sitting string) journal.Draft {
	draft := journal.Draft{
		When: when, Sitting: sitting, Mood: f.questions.answer(),
		Words: f.words.picked, Note: f.note.text(), Page: f.questions.focus,
	}
	if f.tell != nil {
		draft.Said = f.tell.editor.text()
	}
	return draft
}

// restore takes a draft over.
func (f *form) restore(draft journal.Draft) {
	f.questions.set(draft.Mood)
	f.questions.focus = max(0, min(draft.Page, len(f.questions.ratings)-1))
	f.words.picked = draft.Words
	f.note.setText(draft.Note)
	if f.tell != nil {
		f.tell.restore(draft.Said, &f.questions, f.words.picked)
	}
}

// untouched reports whether nothing has been answered.
func (f *form) untouched() bool {
	return f.questions.answer().Empty() && len(f.words.picked) == 0 && f.note.text() == "" && (f.tell == nil || f.tell.editor.text() == "")
}
