package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// How far a player strays from the beat and from an even touch: the standard
// deviation of the timing in frames, within the 4–12 ms that listeners take
// for feeling, and of the velocity as a share of it (design choice; the
// deviations are 1/f, after Hennig et al. 2011).
var timing = func() (table [score.InstrumentCount]int64) {
	for part := range table {
		table[part] = 8 * score.Rate / 1000
	}
	table[score.Bass], table[score.UprightBass] = 6*score.Rate/1000, 6*score.Rate/1000
	table[score.Bell], table[score.Bowl] = 10*score.Rate/1000, 10*score.Rate/1000
	table[score.Harp] = 7 * score.Rate / 1000
	table[score.Kit] = 4 * score.Rate / 1000
	return table
}()

// leaning is for how many frames the players lean the same way: they listen
// to each other, so that their timing is that of one ensemble.
const leaning = score.Rate / 2

const (
	unevenness = theory.One * 8 / 100
	// floating is the deviation in frames of notes that have no beat.
	floating = 45 * score.Rate / 1000
)

// strike adds an event as a player would play it: a little early or late, a
// little softer or louder. It stays inside the span. What nobody plays is not added.
func (c *Composer) strike(dst *score.Span, st *stretch, e score.Event, moves bool) {
	if e.Part == nobody {
		return
	}
	index := c.notes[e.Part]
	c.notes[e.Part]++
	deviation := timing[e.Part]
	if c.plan.Style.Pulse == Free && (e.Role == score.Melody || e.Role == score.Reply || e.Role == score.Accompaniment) {
		deviation = floating
	}
	end := e.Frame + e.Frames
	if moves {
		own := c.chance.Pink(uint32(touchThread)<<8|uint32(e.Part), index, uint32(askTime))
		common := c.chance.Pink(uint32(touchThread), uint64(e.Frame/leaning), uint32(askTime))
		stray := (8*own + 6*common) / 10 // two deviations of one make one again
		e.Frame += max(-2*deviation, min(2*deviation, stray*deviation/int64(theory.One)))
	}
	e.Frame = max(st.frame, min(e.Frame, st.frame+st.frames-1))
	e.Frames = max(end-e.Frame, score.Rate/20)
	uneven := theory.Fixed(c.chance.Pink(uint32(touchThread)<<8|uint32(e.Part), index, uint32(askLoudness)))
	factor := theory.One + uneven.Mul(unevenness).Clamp(-3*unevenness, 3*unevenness)
	e.Velocity = e.Velocity.Mul(factor).Mul(st.soft).Clamp(theory.One/50, theory.One)
	dst.Events = append(dst.Events, e)
}
