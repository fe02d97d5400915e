package ui

import (
	"math"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// volumeStep is what one key changes, in decibels.
const volumeStep = 2

// A panel covers the picture while it is open.
type panel int

const (
	noPanel panel = iota
	whyPanel
	notePanel
	steerPanel
	homePanel
)

// A playingScreen shows the music: a picture first, and under it where the
// sitting stands.
type playingScreen struct {
	visit   *visit
	sitting Sitting
	brief   generator.Brief
	checkIn journal.CheckIn
	note    *noteEditor
	mixer   mixer
	homeAt  string // the time that is being typed
	said    string // by the mixer at the latest key
	cues    []cue  // of guidance

	status     player.Status // as it is shown
	frames     int64         // played at the latest look
	picture    picture
	panel      panel
	scroll     int     // of the reasons
	long       bool    // and they are longer than their room
	bare       bool    // only the picture
	volume     float64 // decibels asked for
	volumeSeen time.Time
	generation int  // of the ticks: those of an older one are not answered
	begun      bool // its first ticks have been asked for
	ended      bool
	waiting    bool // it is over, and what comes after waits until the note is closed
}

// play shows the sitting that has started.
func (v *visit) play(started startedMsg) tea.Cmd {
	v.sitting = started.sitting
	v.Recipe = nil // once
	p := &playingScreen{
		visit: v, sitting: started.sitting, brief: started.brief, checkIn: started.checkIn,
		note: newNoteEditor(), picture: newPicture(started.brief.Goal),
		cues: cuesFor(started.brief),
	}
	p.status = started.sitting.Status()
	p.frames = p.status.Frames
	p.volume = p.status.Volume
	return tea.Batch(v.show(p), started.saved)
}

// Init begins the ticks, also after another screen has been gone to.
func (p *playingScreen) Init() tea.Cmd {
	if p.begun {
		return p.retick()
	}
	p.begun = true
	return tea.Batch(p.tick(), waitForEnd(p.sitting))
}

func (p *playingScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pictureTickMsg:
		return p.ticked(msg)
	case tea.FocusMsg, tea.BlurMsg:
		return p.retick()
	case endedMsg:
		if msg.sitting == p.sitting { // and not the one before it, which has just faded out
			return p.over()
		}
	case pointedMsg:
		return p.point(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.panel == notePanel {
			return p.write(msg)
		}
		if press, ok := msg.(tea.KeyPressMsg); ok {
			return p.press(press)
		}
	}
	return nil
}

func (p *playingScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.panel == whyPanel && key.Matches(msg, p.visit.keys.follow):
		p.scroll++
	case p.panel == whyPanel && key.Matches(msg, p.visit.keys.up):
		p.scroll = max(0, p.scroll-1)
	case p.panel == whyPanel && key.Matches(msg, p.visit.keys.close):
		p.panel = noPanel
	case p.panel == homePanel:
		return p.typeTime(msg)
	case p.panel == steerPanel && p.mix(msg):
		return p.feedback()
	case p.bare && key.Matches(msg, p.visit.keys.back):
		p.bare = false
	case key.Matches(msg, p.visit.keys.pause):
		return p.pause()
	case key.Matches(msg, p.visit.keys.softer):
		p.turn(-volumeStep)
	case key.Matches(msg, p.visit.keys.volume):
		p.turn(volumeStep)
	case key.Matches(msg, p.visit.keys.stop):
		p.sitting.Stop()
		return p.over()
	case key.Matches(msg, p.visit.keys.why):
		p.panel, p.scroll, p.bare = whyPanel, 0, false
	case key.Matches(msg, p.visit.keys.note):
		p.panel, p.bare = notePanel, false
		p.note.open()
	case key.Matches(msg, p.visit.keys.picture):
		p.bare = !p.bare
	case key.Matches(msg, p.visit.keys.guide) && p.guides():
		return p.toggleGuide()
	default:
		return p.steer(msg)
	}
	return nil
}

// point takes in what was pointed at: a row of the mixer, or the line of time,
// which says what it can do.
func (p *playingScreen) point(msg pointedMsg) tea.Cmd {
	switch {
	case p.panel == steerPanel:
		if p.said = p.mixer.point(msg, p.hand()); p.said != "" {
			return p.feedback()
		}
	case msg.Kind == pointPlayhead:
		return notice("the music is composed as it plays, so it cannot be wound. " + p.visit.keys.extend.Help().Key + " and " + p.visit.keys.cut.Help().Key + " move its end")
	}
	return nil
}

// pause pauses or goes on. The ticks change their pace with it.
func (p *playingScreen) pause() tea.Cmd {
	if p.status.State == player.Paused {
		p.sitting.Resume()
		p.status.State = player.Playing
	} else {
		p.sitting.Pause()
		p.status.State = player.Paused
	}
	return p.retick()
}

// turn changes the volume.
func (p *playingScreen) turn(decibels float64) {
	p.volume = math.Max(-60, math.Min(0, p.sitting.Status().Volume+decibels)) // the settings may have changed it
	p.volumeSeen = p.visit.Now()
	p.sitting.SetVolume(p.volume)
}

// write hands keys to the note and keeps what it says.
func (p *playingScreen) write(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok && key.Matches(press, p.visit.keys.done) {
		p.panel = noPanel
		p.note.close()
		if p.waiting {
			return tea.Batch(p.over(), p.note.answer())
		}
		return p.note.answer()
	}
	changed, cmd := p.note.update(msg)
	if !changed {
		return cmd
	}
	return tea.Batch(cmd, p.visit.keep(journal.Draft{
		When: journal.After, Sitting: p.sitting.Sitting().ID, Note: p.note.text(),
	}))
}

// over goes on to what comes after the music, with the note that was begun.
func (p *playingScreen) over() tea.Cmd {
	if p.ended {
		return nil
	}
	p.generation++
	if p.waiting = p.writing(); p.waiting {
		return nil
	}
	p.ended = true
	after := newAfterScreen(p.visit, p.sitting, p.sitting.Sitting())
	after.before = p.checkIn.Mood
	after.form.note = p.note
	if p.panel == notePanel && after.asks() {
		after.form.door = noteDoor
	}
	return p.visit.show(after)
}

func (p *playingScreen) View(width, height int, st theme.Styles) []string {
	if p.bare {
		return p.picture.view(width, height, st)
	}
	below := p.below(width, st)
	room := max(0, height-len(below)-1) // a line of air under the picture
	content, margin := column(width)
	var above []string
	switch p.panel {
	case whyPanel:
		reasons := reasonLines(p.brief.Reasons, content, st)
		above = append([]string{"", st.Text.Render("why it sounds like this"), ""}, reasons...)
		p.long = len(above) > room
		p.scroll = max(0, min(p.scroll, len(above)-room))
		above = widget.Indent(above[p.scroll:], margin)
	case notePanel:
		if p.writing() {
			above = p.desk(width, room, height, st)
			break
		}
		above = append([]string{"", st.Text.Render("a note"), ""}, p.note.view(content, min(10, room-3), st)...)
		above = widget.Indent(above, margin)
	case steerPanel:
		above = widget.Indent(p.mixer.view(p.hand(), content, room, st), margin)
	case homePanel:
		above = widget.Indent(p.clockLines(content, st), margin)
	default:
		above = p.picture.view(width, room, st)
		if p.brief.Goal == journal.Reflect {
			above = p.desk(width, room, height, st)
		}
	}
	lines := append(widget.Fit(above, width, room), "")
	return append(lines, below...)
}

func (p *playingScreen) typing() bool { return p.panel == notePanel || p.panel == homePanel }

// mood follows the journey, so that the accent travels with the music.
func (p *playingScreen) mood() theme.Affect {
	point := p.status.Piece.Point
	return theme.Affect{Valence: point.Valence, Energy: point.Energy, Tension: point.Tension}
}
