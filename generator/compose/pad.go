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
	if st.section.texture.sustain == nobody {
		return
	}
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
			at := max(start, *until) + int64(voice)*score.Rate/100 // from the lowest up
			*until = c.holdFrom(st, ahead, i, voice, pitch)
			event := score.Event{
				Frame: at, Frames: *until - at, Part: st.section.texture.sustain, Role: score.Harmony, Pitch: pitch, Velocity: velocity,
			}
			if through, frames := c.passing(st, ahead, i, voice); through != 0 && *until == end {
				event.Frames -= frames
				step := event
				step.Frame, step.Frames, step.Pitch = end-frames, frames, through
				c.bow.until[through&127] = end
				c.strike(dst, st, step, false)
				c.onsets.written++
			}
			c.strike(dst, st, event, false)
			struck = true
		}
		if struck {
			c.onsets.written++
		}
	}
}

// longestRenewal is how much later than with a beat tones are struck anew at
// most, in frames (design choice).
const longestRenewal = 3 * score.Rate

// renewal returns how much later the tones are struck anew that would be at a
// frame, under a chord that goes on: without a beat that comes in its own time.
func (c *Composer) renewal(frame int64) int64 {
	if c.plan.Style.Pulse != Free {
		return 0
	}
	return c.ask(harmonyThread, uint64(frame), askRenewal).Between(0, longestRenewal)
}

// holdFrom returns the frame until which a pitch of the i-th chord is held:
// through all the chords that have it too. A tone that must be struck again,
// because no bow is that long, is so while the harmony stands still and not
// with all the others, where there is such a place.
func (c *Composer) holdFrom(st *stretch, ahead []stretch, i, voice, pitch int) int64 {
	horizon := st.frame + st.frames + promised
	if c.plan.Style.Pulse == Free {
		horizon -= longestRenewal
	}
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

// passing returns the pitch by which an inner voice moves from the i-th chord
// of the stretch to the next, where the way is a third and a step between is
// clear of what the others hold, and how many frames before the change it is
// struck; 0 where there is none. Where nothing may stir nothing passes.
func (c *Composer) passing(st *stretch, ahead []stretch, i, voice int) (pitch int, frames int64) {
	now := &st.chords[i]
	if c.plan.Style.Pulse == Free || c.plan.Style.Repeat || st.final || now.borrowed || now.beats < 4*theory.One {
		return 0, 0
	}
	next := now
	switch {
	case i+1 < st.chordCount:
		next = &st.chords[i+1]
	case len(ahead) > 0 && ahead[0].chordCount > 0:
		next = &ahead[0].chords[0]
	}
	if next.count != now.count || next.borrowed || voice == 0 {
		return 0, 0
	}
	from, to := now.voices[voice], next.voices[voice]
	if distance := max(from-to, to-from); distance < 3 || distance > 4 {
		return 0, 0
	}
	key := st.section.key
	step, exact := key.Step(from)
	if !exact || !c.ask(harmonyThread, pair(c.span, i<<8|voice), askPassing).Happens(int64(theory.One)*6/10) {
		return 0, 0
	}
	if pitch = key.Pitch(step + 1); to < from {
		pitch = key.Pitch(step - 1)
	}
	for v, held := range now.voices[:now.count] {
		if v != voice && (pitch == held || pitch == held+1 || pitch == held-1) {
			return 0, 0
		}
	}
	if !theory.Clear(now.voices[0], pitch) || (now.bass != 0 && !theory.Clear(now.bass, pitch)) {
		return 0, 0
	}
	end := now.start + now.beats
	return pitch, st.at(end) - st.at(end-theory.One)
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
	return cuts[0] + c.renewal(cuts[0])
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
	heading := c.heading
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
	c.pitches, c.heading = c.pitches[:pitches], heading
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
