package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/player"
)

// suspendFade is the time that the music has to fade before the shell stops
// the process; a pause fades in 60 ms. What is being written is on disk by then.
const suspendFade = 120 * time.Millisecond

// suspendMsg says that the music has faded.
type suspendMsg struct{}

// suspend pauses the music and has the draft and the settings written before the shell stops the
// process, which may never be gone on with. The music stays paused when the
// person comes back: nothing starts by itself.
func (p *program) suspend() tea.Cmd {
	kept := tea.Batch(p.visit.flushDraft(), p.visit.flushSettings())
	if sitting := p.visit.sitting; sitting != nil {
		p.setAside = sitting.Status().State == player.Playing
		sitting.Pause()
	} else if kept == nil {
		return tea.Suspend
	}
	return tea.Batch(kept, p.visit.tick(suspendFade, func(time.Time) tea.Msg { return suspendMsg{} }))
}

// resumed says that the music waits, where it was suspended while it played.
func (p *program) resumed() {
	if playing, ok := p.screen.(*playingScreen); ok {
		playing.status = playing.sitting.Status() // so that the next key is meant for a pause
	}
	if p.setAside && p.visit.sitting != nil {
		p.say("the music has waited, paused. " + p.visit.keys.pause.Help().Key + " goes on")
	}
	p.setAside = false
}
