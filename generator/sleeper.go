package generator

import (
	"math"

	"dulcet/generator/dsp"
)

// never is a frame that no piece reaches.
const never = math.MaxInt64

// drained is how long in frames a piece is still rendered after it has fallen
// silent for the night: until nothing of a room rings on that a dawn could wake.
const drained = 60 * Rate

// asleep reports whether the next quantum lies in the silence between night and
// dawn, where there is nothing to render.
func (p *Piece) asleep() bool {
	return p.night != never && p.frame > p.night+drained && p.frame+dsp.Quantum <= min(p.dawn, p.deadline)
}

// fadeNight fades the night to silence as a piece fades at its deadline. The dawn
// needs no fade: where it begins nothing sounds, and its first notes swell.
func (p *Piece) fadeNight() {
	if p.frame+dsp.Quantum < p.night-closing || p.frame >= p.dawn {
		return
	}
	for i := range dsp.Quantum {
		frame := p.frame + int64(i)
		if frame >= p.dawn {
			break
		}
		gain := float32(min(max(0, p.night-frame), closing)) / closing
		p.out.Left[i] *= gain * gain
		p.out.Right[i] *= gain * gain
	}
}

// callOffDawn lets no dawn come: the listener is going home. What has fallen
// silent already stays so, and a dawn that has come lands.
func (p *Piece) callOffDawn() {
	switch {
	case p.night == never:
		return
	case p.frame >= p.dawn:
		p.night = never
		return
	case p.frame < p.night-closing:
		p.night = never
	}
	p.dawn = never
	p.brief = p.brief.undawned()
	p.whole = p.brief.Journey
}
