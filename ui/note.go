package ui

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"dulcet/generator/words"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// noteLimit is the longest note in characters, the same as on the command
// line.
const noteLimit = 10000

// A noteEditor is where a note is written.
type noteEditor struct {
	area     textarea.Model
	answered string // the text that was last read for words of a crisis
}

func newNoteEditor() *noteEditor {
	area := textarea.New()
	area.ShowLineNumbers = false
	area.Prompt = ""
	area.Placeholder = "a line for yourself, or many"
	area.CharLimit = noteLimit
	area.KeyMap.InsertNewline.SetKeys("enter", "ctrl+m", "ctrl+j") // ctrl+j is a line feed, as some terminals paste it
	area.MaxHeight = 0                                             // the limit counts characters, not lines
	withoutSelection(&area.KeyMap)
	area.SetStyles(noteStyles(theme.Styles{}))
	return &noteEditor{area: area}
}

// withoutSelection turns selecting by keys off: the editor remembers where a
// selection of nothing began when the text around it is deleted, and panics at
// the next one.
func withoutSelection(keys *textarea.KeyMap) {
	for _, binding := range []*key.Binding{
		&keys.SelectCharacterForward, &keys.SelectCharacterBackward, &keys.SelectWordForward, &keys.SelectWordBackward,
		&keys.SelectLineUp, &keys.SelectLineDown, &keys.SelectAll, &keys.CopySelection,
	} {
		binding.SetEnabled(false)
	}
}

func (n *noteEditor) text() string        { return n.area.Value() }
func (n *noteEditor) setText(text string) { n.area.SetValue(widget.Clean(text)) }

// open gives the keys to the editor, close takes them back.
func (n *noteEditor) open()  { _ = n.area.Focus() }
func (n *noteEditor) close() { n.area.Blur() }

// answer lays the words for a bad moment over the screen when a note is closed
// that speaks of one. It asks nothing and keeps nothing, and does not come again
// for the same text.
func (n *noteEditor) answer() tea.Cmd {
	text := n.text()
	if text == n.answered {
		return nil
	}
	n.answered = text
	if !words.InCrisis(text) {
		return nil
	}
	return func() tea.Msg { return supportMsg{} }
}

// update takes a message in and reports whether the text changed.
func (n *noteEditor) update(msg tea.Msg) (changed bool, cmd tea.Cmd) {
	before := n.area.Value()
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: widget.Clean(paste.Content)}
	}
	n.area, cmd = n.area.Update(msg)
	return n.area.Value() != before, cmd
}

// view draws the editor. The editor wraps and scrolls for the size that it
// was last given, so it is told the size here, where it is known.
func (n *noteEditor) view(width, height int, st theme.Styles) []string {
	if width < 1 || height < 1 {
		return nil
	}
	n.area.SetStyles(noteStyles(st))
	n.area.SetWidth(width)
	n.area.SetHeight(height)
	return splitLines(n.area.View())
}

// noteStyles are the styles of the editor. Its cursor does not blink: nothing
// is drawn while nothing changes.
func noteStyles(st theme.Styles) textarea.Styles {
	plain := lipgloss.NewStyle()
	state := textarea.StyleState{
		Base: plain, Text: st.Text, CursorLine: st.Text, Placeholder: st.Faint, Prompt: plain, EndOfBuffer: plain,
		Selection: st.Text.Reverse(true),
	}
	return textarea.Styles{
		Focused: state, Blurred: state,
		Cursor: textarea.CursorStyle{Color: st.Accent.GetForeground(), Shape: tea.CursorBlock, Blink: false},
	}
}
