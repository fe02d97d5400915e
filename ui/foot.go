package ui

import (
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/ui/widget"
)

// noticeMsg asks for one line to be shown above the keys.
type noticeMsg string

// notice returns the command that shows a line above the keys.
func notice(text string) tea.Cmd {
	return func() tea.Msg { return noticeMsg(text) }
}

// say shows a line above the keys until the next key or screen.
func (p *program) say(text string) {
	p.notice, p.failed = text, false
	p.notices++
}

// warn shows what went wrong. It stays while text is typed and when a screen is
// turned, until somebody has read it and presses a key.
func (p *program) warn(text string) {
	p.alert(text)
	p.visit.Log.Warn("told", slog.String("text", text))
}

// alert is warn for a text that may hold words of the person's, and so has no
// place in the log.
func (p *program) alert(text string) {
	p.notice, p.failed = text, true
	p.notices++
}

// noticeShown is how long a line that does not matter stays over the music
// (design choice: long enough to read two lines slowly).
const noticeShown = 6 * time.Second

// noticeOverMsg says that a notice has been shown for long enough.
type noticeOverMsg struct{ number int }

// passing sees to it that a notice goes by itself where it stands in the way of
// the picture. What went wrong stays.
func (p *program) passing() tea.Cmd {
	_, plays := p.screen.(*playingScreen)
	if p.notice == "" || p.failed || !plays || p.notices == p.timed {
		return nil
	}
	p.timed = p.notices
	over := noticeOverMsg{p.notices}
	return p.visit.tick(noticeShown, func(time.Time) tea.Msg { return over })
}

// draftSaved says once, and not for every key, that what is being written
// cannot be kept.
func (p *program) draftSaved(err error) {
	switch {
	case err != nil && !p.visit.draftFails:
		p.warn("what you write is not saved: " + err.Error())
	case err == nil && p.visit.draftFails && p.failed:
		p.say("")
	}
	p.visit.draftFails = err != nil
}

// notes are the lines above the keys: that something is being saved, or the
// notice, if there is one.
func (p *program) notes() []string {
	content, margin := column(p.width)
	var notes []string
	if p.leaving {
		notes = append(notes, p.styles.Soft.Render("saving…"))
	} else if p.notice != "" {
		style := p.styles.Soft
		if p.failed {
			style = p.styles.Warn
		}
		for _, line := range widget.Wrap(widget.CleanLine(p.notice), content) {
			notes = append(notes, widget.Mark(widget.Target{Kind: pointNotice}, style.Render(line)))
		}
		notes = notes[:min(len(notes), 3)]
	}
	return widget.Indent(notes, margin)
}

// hasKeys reports whether keys stand in the last line.
func (p *program) hasKeys() bool { return p.support.open || len(p.screen.ShortHelp()) > 0 }

// keyRow is the line of keys. What is shown says what it can be scrolled for, so
// it is drawn before them.
func (p *program) keyRow() string {
	_, margin := column(p.width)
	keys := p.keys(p.width-margin-1, p.width-2)
	beside := max(0, min(margin, p.width-1-keys.cells))
	return widget.Indent([]string{keys.line}, beside)[0]
}
