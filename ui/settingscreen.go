package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A settingScreen lists what can be set. What is changed holds at once and is
// kept. The screen that it was opened from lives on behind it: the music plays,
// and what ends there ends.
type settingScreen struct {
	visit   *visit
	from    screen
	rows    []settingRow
	at      int            // the row with the focus
	page    int            // rows that were last shown
	editor  *settingEditor // of the row with the focus, or nil
	capture *keyCapture    // likewise
	preview preview
}

// newSettingScreen opens the settings over a screen, at a setting or, without a
// name, at the first.
func newSettingScreen(v *visit, from screen, name string) *settingScreen {
	s := &settingScreen{visit: v, from: from, rows: settingRows(v.known, v.DataDir), page: 1, preview: newPreview(from)}
	s.goTo(name)
	return s
}

// goTo moves the focus to a setting, if there is one of that name.
func (s *settingScreen) goTo(name string) {
	for i, row := range s.rows {
		if row.changeable() && row.set.Name == name {
			s.at = i
		}
	}
}

// opensSettings reports whether the key of the settings opens them just now.
func (p *program) opensSettings() bool {
	switch s := p.screen.(type) {
	case *settingScreen:
		return false
	case *checkInScreen:
		return s.form.door == noDoor
	case *afterScreen:
		return s.finished || s.form.door == noDoor
	}
	return !p.screen.typing()
}

func (s *settingScreen) Init() tea.Cmd { return s.retick() }

// Update keeps keys and what is pasted, and hands everything else to the screen
// behind. Where that goes on to another screen, the settings stay before it.
func (s *settingScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case s.capture != nil:
			return s.pressCapture(msg)
		case s.editor != nil:
			return s.edit(msg)
		}
		return tea.Batch(s.press(msg), s.retick())
	case tea.PasteMsg:
		if s.editor != nil {
			return s.edit(msg)
		}
		return nil
	case pointedMsg:
		return tea.Batch(s.point(msg), s.retick())
	case previewTickMsg:
		return s.ticked(msg)
	}
	cmd := s.from.Update(msg)
	switch msg.(type) {
	case tea.FocusMsg, tea.BlurMsg:
		cmd = tea.Batch(cmd, s.retick())
	}
	if next := s.visit.next; next != nil {
		s.from, s.visit.next = next, nil
		cmd = tea.Batch(cmd, next.Init())
	}
	return cmd
}

func (s *settingScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	keys, row := s.visit.keys, s.rows[s.at]
	if to, own := walkList(msg, keys, s.at, s.page, len(s.rows)); own {
		s.focusOn(to)
		return nil
	}
	switch {
	case key.Matches(msg, keys.back), key.Matches(msg, keys.set):
		return s.visit.showAgain(s.from)
	case key.Matches(msg, keys.quit):
		return leave
	case key.Matches(msg, keys.forward):
		s.nextGroup()
	case key.Matches(msg, keys.less) && row.stepped():
		return s.step(-1)
	case key.Matches(msg, keys.more) && row.stepped():
		return s.step(1)
	case key.Matches(msg, keys.usual) && row.changeable():
		return s.asUsual()
	case key.Matches(msg, keys.open):
		return s.open()
	case key.Matches(msg, keys.add) && row.action != "":
		return s.openCapture(true)
	}
	return nil
}

// point answers the mouse: a click chooses a row, another one opens it, and one
// at its value changes that.
func (s *settingScreen) point(msg pointedMsg) tea.Cmd {
	if msg.Kind != pointRow && msg.Kind != pointDial || msg.Index >= len(s.rows) || s.typing() {
		return nil
	}
	s.focusOn(msg.Index)
	switch {
	case msg.Kind == pointDial:
		return s.step(side(msg.share))
	case msg.again:
		return s.open()
	}
	return nil
}

// focusOn moves the focus.
func (s *settingScreen) focusOn(row int) { s.at = max(0, min(row, len(s.rows)-1)) }

// nextGroup moves the focus to the next heading, from the last to the first.
func (s *settingScreen) nextGroup() {
	for i := s.at + 1; i < len(s.rows); i++ {
		if s.rows[i].group != s.rows[s.at].group {
			s.at = i
			return
		}
	}
	s.at = 0
}

// step changes a choice or a number.
func (s *settingScreen) step(by int) tea.Cmd {
	d := s.rows[s.at].set
	return s.visit.set(d.Name, d.Stepped(s.visit.settings, by))
}

// asUsual puts a setting back to what it usually is.
func (s *settingScreen) asUsual() tea.Cmd {
	row := s.rows[s.at]
	if a, isKey := actionNamed(row.action); isKey {
		if found, any := s.visit.keyConflict(row.action, a.of(usualKeys()).Keys()); any {
			return notice(found.text)
		}
	}
	return s.visit.set(row.set.Name, nil)
}

// open goes into a setting: its text, the key to press, or the next choice.
func (s *settingScreen) open() tea.Cmd {
	row := s.rows[s.at]
	switch {
	case len(row.set.Choices) > 0:
		return s.step(1)
	case row.action != "":
		return s.openCapture(false)
	case row.typed():
		return s.openEditor()
	}
	return nil
}

// refused says why the row with the focus cannot be changed here, or is empty.
func (s *settingScreen) refused() string {
	if row := s.rows[s.at]; row.changeable() {
		if err := s.visit.layers.Changeable(row.set.Name); err != nil {
			return err.Error()
		}
	}
	return ""
}

func (s *settingScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	roomy := height >= roomyHeight-2
	title := "settings"
	if s.visit.sitting != nil {
		title = widget.Spread(st.Text.Render(title), st.Faint.Render("the music plays on"), content)
	}
	lines := []string{st.Text.Render(title)}
	if roomy {
		lines = append([]string{""}, append(lines, "")...)
	}
	switch {
	case s.editor != nil:
		lines = append(lines, s.editor.view(content, height-len(lines), st)...)
	case s.capture != nil:
		lines = append(lines, s.capture.view(s.visit.keys, content, st)...)
	default:
		lines = append(lines, s.list(content, height-len(lines), st)...)
	}
	return widget.Indent(lines, margin)
}

func (s *settingScreen) ShortHelp() []key.Binding {
	keys, row := s.visit.keys, s.rows[s.at]
	switch {
	case s.editor != nil:
		return s.editor.keys(keys)
	case s.capture != nil:
		return s.capture.keys(keys)
	}
	bindings := []key.Binding{keys.choose}
	switch {
	case s.refused() != "":
		return append(bindings, keys.back)
	case row.stepped():
		bindings = append(bindings, told(keys.turn, "change"), keys.usual)
	case row.action != "":
		bindings = append(bindings, told(keys.open, "another key"), keys.add, keys.usual)
	case row.typed():
		bindings = append(bindings, told(keys.open, "edit"), keys.usual)
	}
	return append(bindings, keys.back)
}

func (s *settingScreen) FullHelp() [][]key.Binding {
	keys := s.visit.keys
	return [][]key.Binding{{
		told(keys.choose, "choose what to set"), told(keys.turn, "change it"),
		told(keys.open, "write it, or press another key for it"), told(keys.add, "one more key for it"),
		told(keys.usual, "this one as usual again"), named(keys.forward, "tab", "the next heading"),
		every("a page up or down", keys.pageUp, keys.pageDown), every("first or last", keys.top, keys.bottom),
		named(keys.back, "esc, "+keys.set.Help().Key, "back"), keys.quit,
	}}
}

func (s *settingScreen) typing() bool       { return s.editor != nil || s.capture != nil }
func (s *settingScreen) mood() theme.Affect { return s.from.mood() }
