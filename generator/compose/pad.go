package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// bow remembers how long each pitch of the pad goes on, as string players
// hold a tone that several chords have in common.
type bow struct {
	until  [128]int64        // by MIDI pitch: the frame at which its latest note ends
	ahead  [farthest]stretch // memory for looking ahead
	silent score.Span        // memory for looking ahead
}

const (
	// farthest is how many stretches the pad looks ahead.
	farthest = 3
	// promised is how long after its stretch a tone may go on, in frames:
	// shorter than the time to the last chord of a landing that is asked for
	// now.
	promised = MinimumLanding/2 - score.Rate/2
)

// writePad strikes the voices of the chords. A voice that two chords have in
// common is one long note, also over the end of the span; under a chord that
// goes on, one half of the voices is renewed at a time.
func (c *Composer) writePad(dst *score.Span, st *stretch) {
	ahead := c.foresee(st)
	for i := range st.chordCount {
		now := &st.chords[i]
		start, end := st.at(now.start), st.at(now.start+now.beats)
		velocity := st.waypoint.Velocity.Mul(theory.One * 8 / 10)
		if !now.begins {
			velocity = velocity.Mul(theory.One * 8 / 10)
		}
		struck := false
		for voice, pitch := range now.voices[:now.count] {
			until := &c.bow.until[pitch&127]
			if *until >= end {
				continue
			}
			at := start + int64(voice)*score.Rate/100 // from the lowest up
			*until = c.holdFrom(st, ahead, i, voice, pitch)
			c.strike(dst, st, score.Event{
				Frame: at, Frames: *until - at, Part: st.section.texture.sustain, Role: score.Harmony, Pitch: pitch, Velocity: velocity,
			}, false)
			struck = true
		}
		if struck {
			c.onsets.written++
		}
	}
}

// holdFrom returns the frame until which a pitch of the i-th chord is held:
// through all the chords that have it too. A tone that must be struck again,
// because no bow is that long, is so while the harmony stands still and not
// with all the others, where there is such a place.
func (c *Composer) holdFrom(st *stretch, ahead []stretch, i, voice, pitch int) int64 {
	horizon := st.frame + st.frames + promised
	before := &st.chords[i]
	end := st.at(before.start + before.beats)
	var cuts [2]int64 // the latest place while a chord goes on, and the one before it
	place, now := st, i+1
	for {
		if now == place.chordCount {
			if len(ahead) == 0 {
				return c.cut(st, cuts, end, voice)
			}
			place, ahead, now = &ahead[0], ahead[1:], 0
			if place.chordCount == 0 {
				return end
			}
		}
		chord := &place.chords[now]
		if !chord.sounds(pitch) {
			return end
		}
		if !chord.begins {
			cuts = [2]int64{end, cuts[0]}
		}
		next := place.at(chord.start + chord.beats)
		if next > horizon {
			return c.cut(st, cuts, end, voice)
		}
		end = next
		now++
	}
}

// cut chooses among the places where a long tone may be struck again. Neighbouring
// voices take different ones where they can; without a beat they breathe
// together, and seldom.
func (c *Composer) cut(st *stretch, cuts [2]int64, end int64, voice int) int64 {
	switch {
	case cuts[0] == 0:
		return end
	case cuts[1] != 0 && (voice+c.placeOf(st))%2 == 1 && c.plan.Style.Pulse != Free:
		return cuts[1]
	}
	return cuts[0]
}

// sounds reports whether the pitch is a voice of the pad.
func (s *sounding) sounds(pitch int) bool {
	for _, p := range s.voices[:s.count] {
		if p == pitch {
			return true
		}
	}
	return false
}

// foresee returns the stretches after this one with their chords, up to where
// a new section, the last chord or a new time round a repeating form begins:
// there the whole chord is struck.
func (c *Composer) foresee(st *stretch) []stretch {
	frame, spanAt, phrase, at, harmony, pitches := c.frame, c.spanAt, c.phrase, c.landing.at, c.harmony, len(c.pitches)
	count := 0
	for last := st; count < farthest && c.goesOn(last); count++ {
		next := &c.bow.ahead[count]
		if st.section.phase == Land {
			*next = c.landingStretch()
		} else {
			*next = c.newStretch(st.section)
		}
		c.bow.silent.Reset()
		c.walkChords(&c.bow.silent, next)
		last = next
	}
	c.frame, c.spanAt, c.phrase, c.landing.at, c.harmony = frame, spanAt, phrase, at, harmony
	c.pitches = c.pitches[:pitches]
	return c.bow.ahead[:count]
}

// goesOn moves on to the stretch after the last one and reports whether it
// belongs to the same section.
func (c *Composer) goesOn(last *stretch) bool {
	c.frame += last.frames
	if last.section.phase == Land {
		c.landing.at++
		return c.landing.at < c.landing.spans
	}
	c.spanAt++
	if last.phraseEnds {
		c.phrase++
	}
	if c.plan.Style.Repeat && (last.beatAt+last.beats)%(formBars*c.meter) == 0 {
		return false
	}
	return c.spanAt < last.section.spans() && !c.landingDue()
}
