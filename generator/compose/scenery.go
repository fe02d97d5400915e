package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// bellSeconds is the least time between two bells, so that each is an event
// (design choice).
const bellSeconds = 40

// bellAllowed reports whether a bell may ring now.
func (c *Composer) bellAllowed(frame int64) bool { return frame-c.rang >= bellSeconds*score.Rate }

// writeColour rings a single bell where a new chord begins, now and then.
func (c *Composer) writeColour(dst *score.Span, st *stretch) {
	if !c.has(score.Bell) || st.hush || st.chordCount == 0 || !c.bellAllowed(st.frame) || c.onsets.left() == 0 {
		return
	}
	likely := int64(theory.One) * 3 / 10
	if st.beatAt == 0 {
		likely = int64(theory.One)
	}
	first := &st.chords[0]
	if !first.begins || !c.ask(colourThread, uint64(c.span), askBell).Happens(likely) {
		return
	}
	centre := int(st.waypoint.Register/theory.One) + 12
	pitch := first.chord.Set().Nearest(min(max(centre, 72), 84))
	at := theory.Fixed(0)
	if st.beats >= 4 {
		at = theory.One
	}
	if st.opens {
		at = theory.Fixed(st.beats/3) * theory.One // the chord first
	}
	c.strike(dst, st, score.Event{
		Frame: st.at(at), Frames: st.long(2 * theory.One), Part: score.Bell, Role: score.Colour,
		Pitch: pitch, Velocity: st.waypoint.Velocity.Mul(theory.One / 2),
	}, true)
	c.onsets.written++
	c.rang = st.frame
}

// has reports whether the style knows the part.
func (c *Composer) has(part score.Part) bool {
	for _, voices := range [2][]Voice{c.plan.Style.Melody, c.plan.Style.Colour} {
		for _, v := range voices {
			if v.Part == part {
				return true
			}
		}
	}
	return false
}

// leastBedMove is the smallest change of a bed's level worth telling.
const leastBedMove = theory.One / 64

// writeBed moves the beds to the levels of the section.
func (c *Composer) writeBed(dst *score.Span, st *stretch) {
	t := &st.section.texture
	for _, v := range c.plan.Style.Beds {
		level := theory.Fixed(0)
		if t.bed >= 0 && c.plan.Style.Beds[t.bed].Part == v.Part {
			level = t.bedLevel
			if st.section.phase == Land {
				level = level.Mul(theory.One - st.progress/2)
			}
		}
		if moved := level - c.beds[v.Part]; !v.Part.Bed() || max(moved, -moved) < leastBedMove {
			continue
		}
		c.beds[v.Part] = level
		dst.Events = append(dst.Events, score.Event{
			Frame: st.frame, Frames: st.frames, Part: v.Part, Role: score.Scenery, Velocity: level,
		})
	}
}
