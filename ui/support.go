package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator/words"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A supportPanel says to somebody in a bad moment where help is. It lies over
// any screen, whatever plays goes on under it, and nothing of it is kept.
type supportPanel struct {
	open   bool
	scroll int
}

// HelpLines are the paragraphs for somebody in a bad moment: the person's own, or
// those that come with Dulcet.
func HelpLines(set settings.Settings) []string {
	var own []string
	for _, text := range set.HelpLines {
		if text = strings.TrimSpace(widget.CleanLine(text)); text != "" {
			own = append(own, text)
		}
	}
	if len(own) == 0 {
		return words.HelpLines()
	}
	return own
}

// supportMsg asks for the panel.
type supportMsg struct{}

// press handles a key while the panel is open. Closing is any of the keys that
// close things; the others do nothing, so that nothing happens by accident.
func (s *supportPanel) press(msg tea.KeyPressMsg, keys *keyMap) {
	switch {
	case key.Matches(msg, keys.follow):
		s.scroll++
	case key.Matches(msg, keys.previous):
		s.scroll = max(0, s.scroll-1)
	case key.Matches(msg, keys.away):
		*s = supportPanel{}
	}
}

// pressSupport hands a key to the panel. The music under it can be stopped and
// go on.
func (p *program) pressSupport(msg tea.KeyPressMsg) tea.Cmd {
	if playing, ok := p.screen.(*playingScreen); ok && key.Matches(msg, p.visit.keys.pause) {
		return playing.pause()
	}
	if key.Matches(msg, p.visit.keys.set) && p.editsHelp() {
		p.support = supportPanel{}
		if open, ok := p.screen.(*settingScreen); ok {
			open.goTo("help-lines")
			return nil
		}
		return p.visit.show(newSettingScreen(p.visit, p.screen, "help-lines"))
	}
	p.support.press(msg, p.visit.keys)
	return nil
}

// view draws the paragraphs, apart where there is room, and reports whether they
// are longer than that.
func (s *supportPanel) view(set settings.Settings, width, height int, st theme.Styles) (lines []string, long bool) {
	content, margin := column(width)
	roomy := height >= roomyHeight-2
	for i, paragraph := range HelpLines(set) {
		if roomy && i > 0 {
			lines = append(lines, "")
		}
		for _, text := range widget.Wrap(paragraph, content) {
			lines = append(lines, st.Text.Render(text))
		}
	}
	if roomy && len(lines) <= height-2 {
		return widget.Indent(frame("", lines, formLines+2, height), margin), false
	}
	s.scroll = max(0, min(s.scroll, len(lines)-height))
	return widget.Indent(lines[s.scroll:], margin), len(lines) > height
}

// editsHelp reports whether the settings can be gone to from the panel, to write
// its paragraphs anew.
func (p *program) editsHelp() bool {
	_, open := p.screen.(*settingScreen)
	return p.opensSettings() || open && !p.screen.typing()
}

// supportKeys are those that work while the panel is open.
func (p *program) supportKeys() []key.Binding {
	keys := []key.Binding{p.visit.keys.away}
	if p.long {
		keys = append(keys, p.visit.keys.scroll)
	}
	if p.editsHelp() {
		keys = append(keys, told(p.visit.keys.set, "edit"))
	}
	return keys
}
