package ui

import (
	tea "charm.land/bubbletea/v2"
)

// leaveMsg asks the program to end once everything is saved.
type leaveMsg struct{}

// leave is the command that sends it.
func leave() tea.Msg { return leaveMsg{} }

// leave waits for what is being saved and then ends the program. If something
// could not be saved the program stays and says so; leaving again leaves.
func (p *program) leave() tea.Cmd {
	if p.leaving {
		return nil
	}
	p.leaving = true
	return tea.Batch(p.visit.flushDraft(), p.visit.flushSettings(), p.visit.saver.finish(p))
}

// left takes in that everything which could be saved has been.
func (p *program) left(err error) tea.Cmd {
	p.leaving = false
	if err != nil {
		p.warn("not saved: " + err.Error())
		return nil
	}
	return tea.Quit
}
