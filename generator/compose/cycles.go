package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// cycleRatios are the lengths of the loops of the cycling figure, in
// hundredths of their mean. No two are near a simple ratio, so that the loops
// hardly ever meet again: the tape loops of Eno's Music for Airports (1978)
// lasted 23½, 25⅞ and 29 15/16 seconds.
var cycleRatios = [...]int64{77, 89, 101, 113, 131}

// cycleShare is the share of all onsets that the loops have (design choice).
const cycleShare = theory.One * 3 / 10

// writeCycles lets every tone of the figure come again on a period of its
// own. A loop keeps to its own place in the register and follows the harmony.
func (c *Composer) writeCycles(dst *score.Span, st *stretch) {
	s := st.section
	loops := int64(len(cycleRatios))
	rate := c.plan.at(s.start).Density.Mul(cycleShare)
	mean := loops * score.Rate * int64(theory.One) / int64(max(rate, theory.One/50))
	if s.phase == Land {
		loops = max(1, loops*int64(st.thin)/int64(theory.One))
	}
	for loop := range loops {
		period := mean * cycleRatios[loop] / 100
		phase := c.ask(figureThread, pair(s.index, int(loop)), askTime).Between(0, period-1)
		passed := max(0, st.frame-s.start-phase)
		at := s.start + phase + (passed+period-1)/period*period
		wanted := st.low + 4*int(loop)
		for ; at < st.frame+st.frames-score.Rate/4; at += period {
			if at >= st.frame && c.turns(loop, at) {
				c.cycleNote(dst, st, at, wanted)
			}
		}
	}
}

// fading is over how many frames a loop may come or go.
const fading = 30 * score.Rate

// turns reports whether a loop is heard at a time: each comes and goes by
// itself as 1/f noise does, now for half a minute, now for many.
func (c *Composer) turns(loop, at int64) bool {
	presence := c.chance.Pink(uint32(figureThread)<<8|uint32(loop), uint64(at/fading), uint32(askSilence))
	return presence > -int64(half)
}

// cycleNote plays the tone of the chord nearest to the wanted pitch.
func (c *Composer) cycleNote(dst *score.Span, st *stretch, at int64, wanted int) {
	beats := theory.Fixed((at - st.frame) * int64(st.beats) * int64(theory.One) / st.frames)
	event := score.Event{
		Frame: at, Frames: st.ringOn(beats, 4*theory.One), Part: st.section.texture.player, Role: score.Accompaniment,
		Pitch:    max(st.chordAt(beats).chord.Set().Nearest(wanted), lowestFigure),
		Velocity: st.waypoint.Velocity.Mul(theory.One * 6 / 10),
	}
	if event.Pitch > st.low+figureReach && c.plan.Style.MelodyRange[1] < lowCeiling {
		event.Pitch -= theory.SemitonesPerOctave // nothing lies high where one sleeps
	}
	event.Pitch = playable(event.Part, event.Pitch)
	if st.chordAt(beats).chord.Set().Has(event.Pitch) && !taken(dst.Events, &event) {
		c.strike(dst, st, event, true)
		c.onsets.written++
	}
}
