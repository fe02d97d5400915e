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
		return []key.Binding{keyDone}
	case p.panel == whyPanel:
		return []key.Binding{keyClose, keyScroll, keyPause}
	case p.panel == steerPanel:
		return []key.Binding{keySteered, keyLessOf, keyChoose, keyPause}
	case p.panel == homePanel:
		return []key.Binding{keyAtDone, keyAtLeave}
	}
	if p.brief.Goal == journal.Reflect {
		return []key.Binding{keyNote, keyPause, keyVolume, keySteer, keyHome, keyStop, keyWhy}
	}
	return p.withGuide([]key.Binding{keyPause, keyVolume, keySteer, keyHome, keyStop, keyWhy, keyNote})
}

// FullHelp lists all keys.
func (p *playingScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{{
		named(keyPause, "space, p", "pause and go on"),
		named(keyVolume, "↑/↓, +/-", "louder or softer"),
		told(keyHome, "bring the music home within a minute"),
		named(keyStop, "s, q", "stop; it fades out"),
		told(keyWhy, "why it sounds like this"),
		told(keyNote, "write a note while it plays"),
		told(keyPicture, "only the picture, and back"),
		told(keyGuide, "the breath and the lines of guidance, where there are any, off and on"),
	}, {
		told(keySteer, "every layer and its level"),
		named(keyBrighter, "b / d", "brighter, darker"),
		named(keyLivelier, "l / o", "livelier, softer"),
		named(keyFuller, "f / t", "fuller, sparser"),
		told(keyHold, "hold this section: it goes on, varied; and let it go"),
		told(keyMoveOn, "move on to the next section"),
		told(keySoundscape, "another soundscape"),
		told(keyHomeAt, "bring it home at a time, such as 23:10"),
		named(keyCut, "← / →", "five minutes shorter, longer"),
		told(keyMoment, "keep this moment in the journal"),
	}}
}

// withGuide adds the key of the guide to those of the playing screen, where it
// does something.
func (p *playingScreen) withGuide(bindings []key.Binding) []key.Binding {
	if p.guides() {
		bindings = append(bindings[:2:2], append([]key.Binding{keyGuide}, bindings[2:]...)...)
	}
	return bindings
}
