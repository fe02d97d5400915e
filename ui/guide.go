package ui

import (
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
)

// guides reports whether the sitting has anything to follow: a breath, or lines
// of guidance.
func (p *playingScreen) guides() bool { return p.pacing() || p.cueing() }

// pacing and cueing report whether there is a breath to follow, and whether
// there are lines of guidance, where they are wanted.
func (p *playingScreen) pacing() bool { return p.visit.settings.Pacer && paces(p.brief) }
func (p *playingScreen) cueing() bool { return p.visit.settings.Guidance && len(p.cues) > 0 }

// guiding reports whether that is shown.
func (p *playingScreen) guiding() bool { return p.guides() && !p.visit.unguided }

// toggleGuide takes it away, or brings it back. It stays so for the visit.
func (p *playingScreen) toggleGuide() tea.Cmd {
	p.visit.unguided = !p.visit.unguided
	if p.visit.unguided {
		return notice("g brings it back")
	}
	return nil
}

// guide draws the line of guidance and the pacer, each on a place of its own
// that is kept while it has nothing to say. The landing leads by itself.
func (p *playingScreen) guide(width int, st theme.Styles) []string {
	if !p.guiding() {
		return nil
	}
	seconds := float64(max(p.frames, p.status.Frames)) / generator.Rate
	landing := p.status.Piece.Landing || p.status.Piece.Point.Phase == generator.Land
	var lines []string
	if p.cueing() {
		text, edge := cueAt(p.cues, seconds)
		if landing {
			text = ""
		}
		lines = append(lines, guidanceLines(p.brief.Goal, text, edge, width, st)...)
	}
	if p.pacing() {
		breathing := p.steered().BreathAt(seconds)
		if landing {
			breathing = generator.Breathing{}
		}
		if p.visit.settings.Motion == settings.NoMotion {
			lines = append(lines, pacerWords(breathing, p.brief.Breath(), width, st))
		} else {
			lines = append(lines, pacerLine(breathing, width, st))
		}
	}
	return append(lines, "")
}
