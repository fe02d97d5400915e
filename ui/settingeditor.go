package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A settingEditor is where the texts of a setting are written: each of a fixed
// number on a line of its own, or any number in one field, a line each. What is
// written holds and is kept as it is typed, as soon as it can be.
type settingEditor struct {
	of      settings.Definition
	fields  []*noteEditor
	at      int      // the field that has the keys
	before  []string // what was kept when it was opened; nil for the usual
	problem string   // why what is written cannot be, or ""
}

// openEditor opens the setting with the focus.
func (s *settingScreen) openEditor() tea.Cmd {
	if text := s.refused(); text != "" {
		return notice(text)
	}
	d := s.rows[s.at].set
	e := &settingEditor{of: d}
	if !d.Usual(s.visit.settings) {
		e.before = d.Get(s.visit.settings)
	}
	texts := d.Get(s.visit.settings)
	if len(d.Parts) == 0 {
		if len(texts) == 0 && d.Name == "help-lines" {
			texts = HelpLines(s.visit.settings) // to change a number in them
		}
		texts = []string{strings.Join(texts, "\n")}
	}
	for _, text := range texts {
		field := newNoteEditor()
		field.area.Placeholder = ""
		field.area.KeyMap.InsertNewline.SetEnabled(len(d.Parts) == 0)
		field.setText(text)
		if len(d.Parts) == 0 {
			field.area.MoveToBegin()
		}
		e.fields = append(e.fields, field)
	}
	e.fields[0].open()
	s.editor = e
	return nil
}

// value is what is written; nil asks for what is usual.
func (e *settingEditor) value() []string {
	if len(e.of.Parts) == 0 {
		var lines []string
		for line := range strings.Lines(e.fields[0].text()) {
			if line = strings.TrimSpace(widget.CleanLine(line)); line != "" {
				lines = append(lines, line)
			}
		}
		if len(lines) == 0 || slices.Equal(lines, HelpLines(settings.Usual())) {
			return nil
		}
		return lines
	}
	var texts []string
	for _, field := range e.fields {
		texts = append(texts, strings.TrimSpace(widget.CleanLine(field.text())))
	}
	return texts
}

// edit hands a message to the open field and takes over what it made of it.
func (s *settingScreen) edit(msg tea.Msg) tea.Cmd {
	e := s.editor
	if press, ok := msg.(tea.KeyPressMsg); ok {
		fixed := len(e.of.Parts) > 0
		switch {
		case key.Matches(press, s.visit.keys.told) && press.Code == tea.KeyEscape:
			return s.closeEditor()
		case fixed && key.Matches(press, s.visit.keys.next) && e.at == len(e.fields)-1:
			return s.closeEditor()
		case fixed && (key.Matches(press, s.visit.keys.next) || key.Matches(press, s.visit.keys.forward)):
			e.focusOn((e.at + 1) % len(e.fields))
			return nil
		case fixed && (key.Matches(press, s.visit.keys.up) || key.Matches(press, s.visit.keys.back)):
			e.focusOn((e.at + len(e.fields) - 1) % len(e.fields))
			return nil
		case !fixed && key.Matches(press, s.visit.keys.done):
			return s.closeEditor()
		}
	}
	changed, cmd := e.fields[e.at].update(msg)
	if !changed {
		return cmd
	}
	value := e.value()
	if err := s.visit.settable(e.of.Name, value); err != nil {
		e.problem = err.Error()
		return cmd
	}
	e.problem = ""
	return tea.Batch(cmd, s.visit.set(e.of.Name, value))
}

// focusOn gives the keys to another field.
func (e *settingEditor) focusOn(field int) {
	e.fields[e.at].close()
	e.at = field
	e.fields[e.at].open()
}

// closeEditor goes back to the list. What cannot be is not taken over, and what
// was before holds again.
func (s *settingScreen) closeEditor() tea.Cmd {
	e := s.editor
	s.editor = nil
	if e.problem == "" {
		return nil
	}
	return tea.Batch(s.visit.set(e.of.Name, e.before), notice(e.problem+"; it stays as it was"))
}

// view draws the fields, and for the ends of a question how it will be asked.
func (e *settingEditor) view(width, height int, st theme.Styles) []string {
	lines := []string{st.Soft.Render(labelOf(e.of.Name))}
	if height >= formLines {
		lines = append(lines, "")
	}
	problem := widget.Wrap(widget.CleanLine(e.problem), width)
	if len(e.of.Parts) == 0 {
		hint := widget.Wrap("one paragraph a line; without any the built-in ones are shown", width)
		room := max(1, height-len(lines)-len(hint)-1-len(problem))
		lines = append(lines, e.fields[0].view(width, min(room, noteHeight), st)...)
		lines = append(lines, "")
		for _, text := range hint {
			lines = append(lines, st.Faint.Render(text))
		}
	} else {
		for i, field := range e.fields {
			name := st.Faint
			if i == e.at {
				name = st.Accent
			}
			lines = append(lines, name.Render(widget.Cut(e.of.Parts[i], width)))
			lines = append(lines, field.view(width, 1, st)...)
		}
		lines = append(lines, "")
		texts := e.value()
		lines = append(lines, widget.Scale{Left: texts[0], Right: texts[1]}.Lines(width, st)...)
	}
	for _, text := range problem {
		lines = append(lines, st.Warn.Render(text))
	}
	return lines
}

// noteHeight is the most lines that a field has.
const noteHeight = 14

// keys are those that work while it is open.
func (e *settingEditor) keys(keys *keyMap) []key.Binding {
	if len(e.of.Parts) == 0 {
		return []key.Binding{keys.done}
	}
	return []key.Binding{keys.next, bind("esc", "done", "esc")}
}
