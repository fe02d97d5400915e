package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

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
	sides := f.sides(width, 2, roomy, st)
	if len(lines)+len(sides) > height {
		sides = f.sides(width, 1, roomy, st)
	}
	return append(lines, sides...)
}

// sides shows what stands behind the side doors, where there is something, each in
// at most rows lines.
func (f *form) sides(width, rows int, roomy bool, st theme.Styles) []string {
	lines := []string{}
	show := func(door key.Binding, text string, style interface{ Render(...string) string }) {
		for _, line := range widget.WrapTo(text, width, rows) {
			lines = append(lines, pressable(door, style.Render(line)))
		}
	}
	if len(f.words.picked) > 0 {
		show(f.visit.keys.words, widget.CleanLine(strings.Join(f.words.picked, " · ")), st.Accent)
	}
	if note := f.note.text(); note != "" {
		show(f.visit.keys.note, "“"+widget.CleanLine(note)+"”", st.Soft)
	}
	if f.tell != nil {
		show(f.visit.keys.tell, f.tell.summary(), st.Accent)
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
