package ui

import (
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
)

// A planner keeps the brief of what would be played in step with what is being
// edited. It composes in a command; until the newest answer is there the last
// one stands.
type planner struct {
	brief generator.Brief
	ready bool // a brief has been made
	asked int  // number of the newest question
}

// plannedMsg is the brief of the piece that would be played.
type plannedMsg struct {
	of     *planner
	number int
	brief  generator.Brief
	err    error
}

// plan asks for the brief of a request: just the one that playing it makes.
func (p *planner) plan(v *visit, r request) tea.Cmd {
	p.asked++
	r = r.asSet(v.settings)
	number, cfg, history := p.asked, v.Config, v.history
	return func() tea.Msg {
		_, brief, err := r.compose(cfg, history)
		return plannedMsg{p, number, brief, err}
	}
}

// planned takes an answer in. One that a newer question has overtaken says
// nothing any more.
func (p *planner) planned(msg plannedMsg) tea.Cmd {
	switch {
	case msg.of != p || msg.number != p.asked:
		return nil
	case msg.err != nil:
		return notice(msg.err.Error())
	}
	p.brief, p.ready = msg.brief, true
	return nil
}
