package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// bow remembers how long each pitch of the pad goes on, as string players
// hold a tone that two chords have in common.
type bow struct {
	until  [128]int64 // by MIDI pitch: the frame at which its latest note ends
	silent score.Span // memory for looking ahead
}

// writePad strikes the voices of the chords. A voice that two chords have in
// common is one long note, also over the end of the span; under a chord that
// goes on, one half of the voices is renewed at a time.
func (c *Composer) writePad(dst *score.Span, st *stretch) {
	following := c.foresee(st)
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
			*until = c.holdFrom(st, following, i, pitch)
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
// through all the chords that have it too, up to the end of the stretch that
// follows.
func (c *Composer) holdFrom(st, following *stretch, i, pitch int) int64 {
	place := c.placeOf(st)
	before := &st.chords[i]
	end := st.at(before.start + before.beats)
	for i++; i < st.chordCount; i++ {
		now := &st.chords[i]
		if !goesOn(before, now, pitch, place) {
			return end
		}
		before, end = now, st.at(now.start+now.beats)
	}
	if following == nil {
		return end
	}
	for i := range following.chordCount {
		now := &following.chords[i]
		if !goesOn(before, now, pitch, place+1) {
			return end
		}
		before, end = now, following.at(now.start+now.beats)
	}
	return end
}

// goesOn reports whether a pitch of one chord is held into the next. Where
// nothing would move otherwise, every other voice is renewed, in turn from
// place to place.
func goesOn(before, now *sounding, pitch, place int) bool {
	held, voice := 0, -1
	for v, p := range now.voices[:now.count] {
		if before.sounds(p) {
			held++
		}
		if p == pitch {
			voice = v
		}
	}
	return voice >= 0 && (held < now.count || (voice+place)%2 == 0)
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

// foresee returns the stretch after this one with its chords, or nil where a
// new section, the landing or a new time round a repeating form begins:
// there the whole chord is struck.
func (c *Composer) foresee(st *stretch) *stretch {
	s := st.section
	next := st.beatAt + st.beats
	if s.phase == Land || c.spanAt+1 >= s.spans() || (c.plan.Style.Repeat && next%(formBars*c.meter) == 0) {
		return nil
	}
	frame, phrase, harmony, pitches := c.frame, c.phrase, c.harmony, len(c.pitches)
	c.frame += st.frames
	c.spanAt++
	if st.phraseEnds {
		c.phrase++
	}
	var following *stretch
	if !c.landingDue() {
		c.following = c.newStretch(s)
		following = &c.following
		c.bow.silent.Reset()
		c.walkChords(&c.bow.silent, following)
	}
	c.frame, c.phrase, c.harmony = frame, phrase, harmony
	c.spanAt--
	c.pitches = c.pitches[:pitches]
	return following
}
