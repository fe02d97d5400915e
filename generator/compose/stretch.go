package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// stretch is the span that is being written: where it lies, what it should
// be like, and what has been decided about it.
type stretch struct {
	section  *section
	waypoint Waypoint
	frame    int64
	frames   int64
	beats    int
	beatAt   int          // of the section, at the start
	swing    theory.Fixed // where the second half of a beat falls, 0…One

	phrase       int // number of the phrase in the section
	phraseSpans  int // spans of a phrase
	phraseSpan   int // which of them this is
	phraseEnds   bool
	progress     theory.Fixed // 0…One through the section
	rise         theory.Fixed // 0…One: the section's arch, highest at two thirds
	lift         theory.Fixed // semitones by which the arch of the piece raises the melody
	tension      theory.Fixed // 0…One, bent by the arch
	turning      bool         // last third of the section
	soft         theory.Fixed // 0…One: factor on velocities
	thin         theory.Fixed // 0…One: factor on density
	full         theory.Fixed // near One: how full the section and the moment of the piece are
	closing      bool         // the melody comes to rest
	final        bool         // the last chord
	hush         bool         // no accompaniment, no replies
	figure       figure
	low          int        // lowest pitch of the figure
	reply        score.Part // who answers
	chords       [maxChordsInSpan]sounding
	chordCount   int
	bassSilent   bool
	melodySilent bool
	opens        bool         // the piece opens: its first chord blooms alone
	sung         theory.Fixed // until which beat melody or reply move
}

// shortPiece is the length in frames of a piece that has no time for an
// opening without melody.
const shortPiece = 120 * score.Rate

// maxChordsInSpan bounds the chords that begin or go on in one span.
const maxChordsInSpan = 16

// sounding is a chord with the part of the stretch in which it sounds.
type sounding struct {
	chord    theory.Chord
	degree   int
	borrowed bool         // it has tones from outside the key
	begins   bool         // it is new here, not held over
	start    theory.Fixed // beats from the start of the stretch
	beats    theory.Fixed
	bass     int // pitch, or 0
	count    int // voices of the pad
	voices   [theory.MaxVoices]int
}

// newStretch returns the next span of the section.
func (c *Composer) newStretch(s *section) stretch {
	w := c.heads(s)
	spans := s.spans()
	st := stretch{
		section: s, waypoint: w, frame: c.frame,
		beats: s.spanBeats, beatAt: c.spanAt * s.spanBeats,
		phraseSpans: s.phraseBeats / s.spanBeats,
		progress:    theory.Fixed(c.spanAt) * theory.One / theory.Fixed(spans),
		soft:        theory.One, thin: theory.One, full: theory.One,
	}
	st.swing = c.swingAt(&w)
	if c.plan.Style.Repeat {
		// Between two changes everything that decides a note stands still.
		still := c.plan.at(s.start)
		st.waypoint.Density, st.waypoint.Register, st.waypoint.Tension = still.Density, still.Register, still.Tension
	}
	st.frames = c.spanFrames(c.frame, st.beats, w.BPM)
	st.phrase, st.phraseSpan = c.spanAt/st.phraseSpans, c.spanAt%st.phraseSpans
	st.phraseEnds = st.phraseSpan == st.phraseSpans-1
	st.turning = st.progress*3 >= 2*theory.One && !c.plan.Style.Repeat && !c.steering.held
	// Under a breath a chord stands still until the phrase ends.
	still := st.progress
	st.tension = st.waypoint.Tension
	if c.breathes() {
		still = theory.Fixed(c.spanAt-st.phraseSpan) * theory.One / theory.Fixed(spans)
		st.tension = c.plan.at(c.frame - c.spanFramesBefore(st.phraseSpan*st.beats)).Tension
	}
	if !c.plan.Style.Repeat {
		// Dissonance, loudness, density and brightness follow one arch, and come
		// home together: tension between 0.5 and 1.5 of what the journey asks
		// for, the others by a few percent.
		st.rise = archAt(st.progress)
		st.tension = st.tension.Mul(half+archAt(still)).Clamp(0, c.plan.Style.MaxTension)
		st.soft = theory.One*94/100 + st.rise*12/100
		st.waypoint.Brightness = st.waypoint.Brightness.Mul(theory.One + (st.rise - half).Mul(glow(s)))
		c.shape(&st)
	}
	st.figure, st.low, st.reply = s.texture.figure, s.texture.lowest, c.answerer(&s.texture)
	if following := &c.sections[1-c.present].texture; st.turning {
		// The last third turns towards what follows.
		st.figure, st.low = following.figure, max(following.lowest, lowestOf(s.texture.player))
		if following.lead != s.texture.lead {
			st.reply = following.lead
		}
	}
	if s.airy {
		st.full, st.soft = st.full.Mul(airyDensity), st.soft.Mul(airySoft)
		st.waypoint.Brightness = st.waypoint.Brightness.Mul(airyBright)
	}
	if most := c.plan.Style.MostBrightness; most > 0 {
		st.waypoint.Brightness = min(st.waypoint.Brightness, most)
	}
	// The first phrase only opens the room; the bass may wait a little more.
	st.melodySilent = s.index == 0 && st.phrase == 0 && c.deadline-c.plan.Start > shortPiece && !c.plan.Style.Repeat
	if st.melodySilent {
		st.thin = theory.One / 2
	}
	st.opens = st.melodySilent && c.spanAt == 0
	if st.phrase == s.phrases-1 && !c.plan.Style.Repeat && !c.steering.held {
		// The section closes and breathes out.
		st.closing, st.thin = true, theory.One*6/10
	}
	st.soft = st.soft.Mul(theory.One + c.drift(touchThread).Mul(c.swelling()))
	st.bassSilent = st.melodySilent && c.plan.Style.Pulse != Steady
	if s.texture.low == nobody || s.texture.bassWaits && still*3 < theory.One {
		st.bassSilent = true
	}
	return st
}

// A heading is what the present phrase is like.
type heading struct {
	waypoint Waypoint
	frame    int64 // where the phrase began
	turned   bool  // the waypoints have changed since
}

// heads returns what the next stretch should be like. A phrase goes on as it
// began, so that what moves moves between phrases; only what the listener has
// turned is heard before it ends, and never at another tempo or level.
func (c *Composer) heads(s *section) Waypoint {
	h := &c.heading
	bpm, level := h.waypoint.BPM, h.waypoint.Level
	switch phraseSpans := s.phraseBeats / s.spanBeats; {
	case c.spanAt%phraseSpans == 0:
		h.frame = c.frame
		h.waypoint = c.plan.at(h.frame)
	case h.turned:
		h.waypoint = c.plan.at(h.frame)
		h.waypoint.BPM, h.waypoint.Level = bpm, level
	}
	h.turned = false
	return h.waypoint
}

// How much brighter the height of a section is than its ends, as a share; less
// in a section so short that this would be a jump (design choice).
const (
	widestGlow = theory.One * 12 / 100
	glowing    = 90 * score.Rate
)

func glow(s *section) theory.Fixed {
	return widestGlow * theory.Fixed(min(s.frames, glowing)) / glowing
}

// swelling returns how far the loudness drifts from phrase to phrase, as a
// share: less where nothing may stir (design choice).
func (c *Composer) swelling() theory.Fixed {
	if c.plan.Style.Pulse == Free || c.plan.Style.Repeat {
		return theory.One * 10 / 100
	}
	return theory.One * 13 / 100
}

// drift returns a slow 1/f deviation of the phrase, with a standard deviation
// of one and never beyond two; where the form repeats only its touch drifts.
func (c *Composer) drift(of thread) theory.Fixed {
	if c.plan.Style.Repeat && of != touchThread {
		return 0
	}
	return c.driftOf(of, c.phrase)
}

func (c *Composer) driftOf(of thread, phrase int) theory.Fixed {
	return theory.Fixed(c.chance.Pink(uint32(of), uint64(phrase), uint32(askDrift))).Clamp(-2*theory.One, 2*theory.One)
}

// archAt returns how high the arch of a section stands: it rises to two
// thirds and has come home at the end (design choice).
func archAt(progress theory.Fixed) theory.Fixed {
	const peak = theory.One * 2 / 3
	if progress <= peak {
		return progress.Div(peak)
	}
	return (theory.One - progress).Div(theory.One - peak)
}

// at returns the frame of a position in beats, with the swing of the beat.
func (st *stretch) at(beats theory.Fixed) int64 {
	if into := beats % theory.One; into > 0 {
		swung := into.Mul(2 * st.swing)
		if into > half {
			swung = st.swing + (into - half).Mul(2*(theory.One-st.swing))
		}
		beats += swung - into
	}
	return st.frame + st.frames*int64(beats)/(int64(st.beats)*int64(theory.One))
}

// long returns a length in beats as frames.
func (st *stretch) long(beats theory.Fixed) int64 { return st.at(beats) - st.frame }

// length returns the length of the stretch in beats.
func (st *stretch) length() theory.Fixed { return theory.Fixed(st.beats) * theory.One }

// chordAt returns the chord that sounds at a position in beats.
func (st *stretch) chordAt(beats theory.Fixed) *sounding {
	i := st.chordCount - 1
	for i > 0 && st.chords[i].start > beats {
		i--
	}
	return &st.chords[i]
}

// strong reports whether a position carries weight in the bar: its first
// beat, or the middle of four.
func (c *Composer) strong(st *stretch, beats theory.Fixed) bool {
	if beats%theory.One != 0 {
		return false
	}
	beat := (st.beatAt + int(beats/theory.One)) % c.meter
	return beat == 0 || (c.meter == 4 && beat == 2)
}
