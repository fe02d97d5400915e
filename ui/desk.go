package ui

import (
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// writing reports whether somebody writes to the music of reflect, which keeps
// out of the way: nothing on the screen moves but their words, and the end of
// the music does not turn the page.
func (p *playingScreen) writing() bool {
	return p.panel == notePanel && p.brief.Goal == journal.Reflect
}

// still is the status as the screen showed it last, with only what must be said
// from the present one: whether it is over, and what went wrong.
func (p *playingScreen) still(now player.Status) player.Status {
	status := p.status
	status.State, status.Ended = now.State, now.Ended
	status.Sound, status.Message = now.Sound, now.Message
	status.Saved, status.SaveErr = now.Saved, now.SaveErr
	return status
}

// The desk's picture: a sixth of the screen, at least two lines (design choice).
const (
	deskShare = 6
	leastDesk = 2
)

// desk is the screen of reflect: a small picture, and the note under it, open or
// offered, in room lines of a screen of some height.
func (p *playingScreen) desk(width, room, height int, st theme.Styles) []string {
	content, margin := column(width)
	lines := append(p.picture.view(width, max(leastDesk, height/deskShare), st), "")
	room -= len(lines)
	if p.writing() {
		return append(lines, widget.Indent(p.note.view(content, room, st), margin)...)
	}
	var note []string
	for _, text := range widget.Wrap(widget.Clean(p.note.text()), content) {
		note = append(note, st.Soft.Render(text))
	}
	key := p.visit.keys.note.Help().Key
	offer := key + " to write. it stays on this machine"
	if len(note) > 0 {
		offer = key + " to go on writing"
	}
	note = note[max(0, len(note)-max(0, room-2)):]
	if len(note) > 0 {
		note = append(note, "")
	}
	note = append(note, st.Faint.Render(widget.Cut(offer, content)))
	return append(lines, widget.Indent(note, margin)...)
}
