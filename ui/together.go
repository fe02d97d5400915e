package ui

import (
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// editingChords are the alt chords that edit text on common keyboards: a word
// back or forward, and the word before the cursor deleted. While somebody types
// they are what they look like.
var editingChords = map[rune]bool{'b': true, 'f': true, tea.KeyLeft: true, tea.KeyRight: true, tea.KeyBackspace: true}

// together takes esc and a key that came in one breath apart again. Most
// terminals send both as they send alt and that key, and nothing here needs
// alt, so neither key is lost. A terminal that tells the two apart is believed.
func (p *program) together(msg tea.KeyPressMsg) (second tea.KeyPressMsg, both bool) {
	if msg.Mod&tea.ModAlt == 0 || p.distinct {
		return msg, false
	}
	typing := p.screen.typing() && !p.support.open && !p.help
	if typing && msg.Mod == tea.ModAlt && editingChords[msg.Code] {
		return msg, false
	}
	msg.Mod &^= tea.ModAlt
	msg.Text = textOf(msg)
	return msg, true
}

// textOf is what a key types, which is missing from an alt chord.
func textOf(msg tea.KeyPressMsg) string {
	switch {
	case msg.Mod&^tea.ModShift != 0:
		return ""
	case msg.Code == tea.KeySpace:
		return " "
	case !unicode.IsPrint(msg.Code): // enter and such, and what has no character of its own
		return ""
	case msg.Mod&tea.ModShift != 0:
		return string(unicode.ToUpper(msg.Code))
	}
	return string(msg.Code)
}
