package ui

import (
	"charm.land/bubbles/v2/key"

	"dulcet/journal"
)

// ShortHelp lists the keys of what is open.
func (p *playingScreen) ShortHelp() []key.Binding {
	switch {
	case p.bare:
		return nil
	case p.panel == notePanel:
		return []key.Binding{p.visit.keys.done}
	case p.panel == whyPanel && !p.long:
		return []key.Binding{p.visit.keys.close, p.visit.keys.pause}
	case p.panel == whyPanel:
		return []key.Binding{p.visit.keys.close, p.visit.keys.scroll, p.visit.keys.pause}
	case p.panel == steerPanel:
		return []key.Binding{p.visit.keys.steered, p.visit.keys.lessOf, p.visit.keys.choose, p.visit.keys.pause}
	case p.panel == homePanel:
		return []key.Binding{p.visit.keys.atDone, p.visit.keys.atLeave}
	}
	if p.brief.Goal == journal.Reflect {
		return []key.Binding{p.visit.keys.note, p.visit.keys.pause, p.visit.keys.volume, p.visit.keys.steer, p.visit.keys.home, p.visit.keys.stop, p.visit.keys.why}
	}
	return p.withGuide([]key.Binding{p.visit.keys.pause, p.visit.keys.volume, p.visit.keys.steer, p.visit.keys.home, p.visit.keys.stop, p.visit.keys.why, p.visit.keys.note})
}

// FullHelp lists all keys.
func (p *playingScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{{
		every("pause and go on", p.visit.keys.pause),
		every("louder or softer", p.visit.keys.louder, p.visit.keys.softer),
		told(p.visit.keys.home, "bring the music home within a minute"),
		every("stop; it fades out", p.visit.keys.stop),
		told(p.visit.keys.why, "why it sounds like this"),
		told(p.visit.keys.note, "write a note while it plays"),
		told(p.visit.keys.picture, "only the picture, and back"),
		told(p.visit.keys.guide, "the breath and the lines of guidance, where there are any, off and on"),
	}, {
		told(p.visit.keys.steer, "every layer and its level"),
		every("brighter, darker", p.visit.keys.brighter, p.visit.keys.darker),
		every("livelier, softer", p.visit.keys.livelier, p.visit.keys.gentler),
		every("fuller, sparser", p.visit.keys.fuller, p.visit.keys.sparser),
		told(p.visit.keys.hold, "hold this section: it goes on, varied; and let it go"),
		told(p.visit.keys.moveOn, "move on to the next section"),
		told(p.visit.keys.soundscape, "another soundscape"),
		told(p.visit.keys.homeAt, "bring it home at a time, such as 23:10"),
		every("five minutes shorter, longer", p.visit.keys.cut, p.visit.keys.extend),
		told(p.visit.keys.moment, "keep this moment in the journal"),
	}}
}

// withGuide adds the key of the guide to those of the playing screen, where it
// does something.
func (p *playingScreen) withGuide(bindings []key.Binding) []key.Binding {
	if p.guides() {
		bindings = append(bindings[:2:2], append([]key.Binding{p.visit.keys.guide}, bindings[2:]...)...)
	}
	return bindings
}
