package ui

import (
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/ui/theme"
)

// guides reports whether the sitting has anything to follow: a breath, or lines
// of guidance.
func (p *playingScreen) guides() bool { return paces(p.brief) || len(p.cues) > 0 }

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
	seconds := float64(p.status.Frames) / generator.Rate
	landing := p.status.Piece.Landing || p.status.Piece.Point.Phase == generator.Land
	var lines []string
	if len(p.cues) > 0 {
		text, edge := cueAt(p.cues, seconds)
		if landing {
			text = ""
		}
		lines = append(lines, guidanceLines(p.brief.Goal, text, edge, width, st)...)
	}
	if paces(p.brief) {
		breathing := p.steered().BreathAt(seconds)
		if landing {
			breathing = generator.Breathing{}
		}
		lines = append(lines, pacerLine(breathing, width, st))
	}
	return append(lines, "")
}
