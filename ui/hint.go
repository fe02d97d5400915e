package ui

import tea "charm.land/bubbletea/v2"

// hintMsg is a line that is worth saying once, where nothing else is said.
type hintMsg string

// askHint asks for the hint of the start behind the first picture; ask is nil
// where there is none.
func askHint(ask func() string) tea.Cmd {
	if ask == nil {
		return nil
	}
	return func() tea.Msg { return hintMsg(ask()) }
}

// hint says the line, unless another one is being read.
func (p *program) hint(text string) {
	if text != "" && p.notice == "" {
		p.say(text)
	}
}
