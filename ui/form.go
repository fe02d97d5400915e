package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A form is the answering of the three questions, with the words, the note and,
// before the music, one's own words as side doors. The check-in and the screen after a sitting are both one.
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

// view draws the questions, or the door that covers them.
func (f *form) view(title string, width, height int, st theme.Styles) []string {
	switch f.door {
	case wordsDoor:
		head := []string{st.Text.Render("words for it"), ""}
		if height >= formLines {
			height-- // a line of air above
		}
		return append(head, f.words.view(width, height-len(head), st)...)
	case noteDoor:
		head := []string{st.Text.Render("a note"), ""}
		return append(head, f.note.view(width, min(height-len(head), 14), st)...)
	case tellDoor:
		head := []string{st.Text.Render("in your own words"), ""}
		return append(head, f.tell.view(width, height-len(head), st)...)
	}
	roomy := height >= formLines
	lines := []string{widget.Spread(st.Text.Render(title), st.Faint.Render(f.questions.progress()), width), ""}
	if roomy {
		lines = append(lines, "")
	}
	lines = append(lines, f.questions.view(width, roomy, true, st)...)
	if roomy {
		lines = append(lines, "")
	}
	return append(lines, f.sides(width, roomy, st)...)
}

// sides shows what stands behind the side doors, where there is something.
func (f *form) sides(width int, roomy bool, st theme.Styles) []string {
	lines := []string{}
	if len(f.words.picked) > 0 {
		words := st.Accent.Render(widget.Cut(widget.CleanLine(strings.Join(f.words.picked, " · ")), width))
		lines = append(lines, pressable(f.visit.keys.words, words))
	}
	if note := f.note.text(); note != "" {
		lines = append(lines, pressable(f.visit.keys.note, st.Soft.Render(widget.Cut("“"+widget.CleanLine(note)+"”", width))))
	}
	if f.tell != nil {
		if said := f.tell.summary(); said != "" {
			lines = append(lines, pressable(f.visit.keys.tell, st.Accent.Render(widget.Cut(said, width))))
		}
	}
	if f.inCrisis() {
		lines = append(lines, helpInSight(*f.questions.settings, width, roomy, st)...)
	}
	return lines
}

// formLines is the number of lines of the questions where there is room.
const formLines = 14

// keys returns the keys that work in the form just now.
func (f *form) keys() []key.Binding {
	switch f.door {
	case wordsDoor:
		return f.words.keys()
	case noteDoor:
		return []key.Binding{f.visit.keys.done}
	case tellDoor:
		return f.tell.keys()
	}
	if f.tell != nil {
		return []key.Binding{f.visit.keys.move, f.visit.keys.next, f.visit.keys.tell, f.visit.keys.words, f.visit.keys.note}
	}
	return []key.Binding{f.visit.keys.move, f.visit.keys.next, f.visit.keys.words, f.visit.keys.note}
}

// allKeys returns every key of the form, for the full help.
func (f *form) allKeys() []key.Binding {
	if f.door == wordsDoor {
		return []key.Binding{
			told(f.visit.keys.toggle, "pick a word, or give it back"), told(f.visit.keys.walk, "the next word in that direction"),
			told(f.visit.keys.typeWord, "type a word: one that is not on the map, or one of your own"),
			told(f.visit.keys.picked, "done; picks the word if none is picked"), named(f.visit.keys.back, "esc", "done"), told(f.visit.keys.note, "write a note"),
		}
	}
	if f.door == tellDoor {
		return []key.Binding{told(f.visit.keys.move, "the thing beside it"), told(f.visit.keys.takeAway, "take away what was misunderstood"), f.visit.keys.toText, f.visit.keys.told}
	}
	all := []key.Binding{
		told(f.visit.keys.move, "move by five"), f.visit.keys.fine, f.visit.keys.jump, f.visit.keys.unset,
		told(f.visit.keys.next, "next; without an answer it is skipped"), f.visit.keys.forward, f.visit.keys.back,
		told(f.visit.keys.words, "feeling words"), told(f.visit.keys.note, "write a note"),
	}
	if f.tell != nil {
		all = append(all, told(f.visit.keys.tell, "tell in your own words how it is and what you want"))
	}
	return all
}

// splitLines breaks what another component drew into its lines.
func splitLines(block string) []string { return strings.Split(block, "\n") }
