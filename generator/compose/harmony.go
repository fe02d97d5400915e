package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// harmony is what the chords remember from span to span.
type harmony struct {
	leading   theory.Leading
	now       sounding // the latest chord
	started   bool
	bass      int                    // its bass, also while the bass is silent
	form      [formBars * 2]sounding // of a style that repeats: how its chords are voiced
	settled   bool                   // the form's voicings stand
	colouring int                    // which draw of their shapes the chords of the form have
}

// The range in which the pad moves (design choice: under the melody, over
// the bass, where an ensemble is warm).
const (
	padLowest  = 48
	padHighest = 74
)

// floatingPad is the standard deviation in semitones by which the pad drifts up
// and down where there is no beat: a chord that returns lies elsewhere (design
// choice).
const floatingPad = 4 * theory.One

// writeChords decides the chords of the stretch and their voicings.
func (c *Composer) writeChords(dst *score.Span, st *stretch) {
	if c.plan.Style.Repeat && !c.harmony.settled {
		c.rehearse(st)
	}
	c.walkChords(dst, st)
}

// walkChords goes through the progression from chord to chord. A slot is one
// chord, or two halves: a suspension and what it resolves to, a chord that
// prepares it, or one that is borrowed on the way to the next.
func (c *Composer) walkChords(dst *score.Span, st *stretch) {
	s := st.section
	for at := 0; at < st.beats; {
		place := st.beatAt + at
		slot, into := min(place/s.chordBeats, s.progression.count-1), place%s.chordBeats
		degree := int(s.progression.degree[slot])
		shape := c.chooseShape(st, slot, c.colourAt(s, into), degree)
		now := sounding{degree: degree, chord: s.key.Chord(degree, shape)}
		end := s.chordBeats
		if first, second, split := c.split(st, slot, degree, now.chord); split {
			if half := s.chordBeats / 2; into < half {
				now, end = first, half
			} else {
				now = second
			}
		}
		length := min(end-into, st.beats-at)
		c.addChord(dst, st, now, at, length)
		at += length
	}
}

// split returns the two chords of a slot that has two.
func (c *Composer) split(st *stretch, slot, degree int, chord theory.Chord) (first, second sounding, split bool) {
	s := st.section
	whole := sounding{degree: degree, chord: chord}
	switch {
	case !c.halves(s):
		return whole, whole, false
	case s.progression.late[slot] != 0:
		b := &borrowings[s.key.Mode][s.progression.late[slot]-1]
		return whole, sounding{degree: degree, chord: b.chordOf(s.key, st.tension), borrowed: true}, true
	case s.progression.early[slot] != 0:
		early := int(s.progression.early[slot] - 1)
		shape := c.chooseShape(st, slot, earlyColour, early)
		return sounding{degree: early, chord: s.key.Chord(early, shape)}, whole, true
	case (s.index > 0 || slot > 0) && c.suspends(st, slot, degree, chord):
		return sounding{degree: degree, chord: s.key.Chord(degree, theory.SuspendedFourth)}, whole, true
	}
	return whole, whole, false
}

// earlyColour is the number under which the first half of a slot asks for its
// shape, apart from those of the whole.
const earlyColour = 15

// shapeWeights holds how much each shape is liked at rest and how much more,
// or less, at full tension (design choice).
var shapeWeights = [theory.ShapeCount][2]int{
	theory.Triad:            {4, 1},
	theory.AddNinth:         {6, 2},
	theory.SuspendedSecond:  {2, 1},
	theory.SuspendedFourth:  {1, 2},
	theory.Sixth:            {1, 1},
	theory.SixthNinth:       {2, 1},
	theory.Seventh:          {4, 6},
	theory.SeventhSuspended: {1, 4},
	theory.Ninth:            {3, 7},
	theory.Eleventh:         {0, 4},
}

// colourAt returns which colour of a long chord sounds: with every span that
// it goes on it may change what lies over root and third, except in music
// without a beat, where harmony hardly moves.
func (c *Composer) colourAt(s *section, into int) int {
	if c.plan.Style.Pulse == Free || c.plan.Style.Repeat {
		return 0
	}
	if c.breathes() {
		return into / c.plan.Style.Breath.Beats
	}
	return into / s.spanBeats
}

// chooseShape draws the shape of the chord in a slot. The same slot of the
// same material keeps its draw, so that what returns is known again.
func (c *Composer) chooseShape(st *stretch, slot, colour, degree int) theory.Shape {
	s := st.section
	tension := st.tension
	var weights [theory.ShapeCount]int
	for shape := range weights {
		chord := s.key.Chord(degree, theory.Shape(shape))
		if !chord.Sound() || (chord.Dominant() && tension < theory.One/4) {
			continue
		}
		w := shapeWeights[shape]
		weights[shape] = 16*w[0] + int(theory.Fixed(16*(w[1]-w[0]))*tension/theory.One)
		weights[shape] += c.openWeight(s, theory.Shape(shape))
		if degree == 0 && hangs(theory.Shape(shape)) {
			weights[shape] /= 4 // the tonic is where tension ends
		}
	}
	draw := c.ask(harmonyThread, pair(s.material, slot%s.recurrence(c)+colour<<8+c.harmony.colouring<<12), askShape)
	if shape := draw.Weighted(weights[:]); shape >= 0 {
		return theory.Shape(shape)
	}
	return theory.Triad
}

// mostOpen is the weight of stacked fourths, and of clusters, where the style
// likes them most: a third more than that of the plainest other shape at rest
// (design choice; both are in tune on few degrees only).
const mostOpen = 16 * 8

// openWeight returns the weight of the shapes that only some styles want. On
// the way home chords are built from thirds.
func (c *Composer) openWeight(s *section, shape theory.Shape) int {
	liked := theory.Fixed(0)
	switch shape {
	case theory.Quartal:
		liked = c.plan.Style.Quartal
	case theory.Cluster:
		liked = c.plan.Style.Cluster
	}
	if s.phase == Land {
		return 0
	}
	return int(mostOpen * liked / theory.One)
}

// hangs reports whether the shape leaves out the third and waits for it.
func hangs(shape theory.Shape) bool {
	return shape == theory.SuspendedFourth || shape == theory.SeventhSuspended || shape == theory.Quartal
}

// suspends reports whether the chord arrives with its fourth held before the
// third, which needs a third to resolve to.
func (c *Composer) suspends(st *stretch, slot, degree int, chord theory.Chord) bool {
	s := st.section
	if !s.key.Chord(degree, theory.SuspendedFourth).Sound() || !chord.Third() {
		return false
	}
	likely := int64(theory.One)/12 + int64(st.tension)/4
	if (slot+1)%cellChords == 0 {
		likely *= 2 // at the end of a phrase a suspension says that it ends
	}
	return c.ask(harmonyThread, pair(s.material, slot%s.recurrence(c)), askSuspension).Happens(likely)
}

// addChord places a chord into the stretch and leads the voices to it. A
// chord that goes on keeps its voices.
func (c *Composer) addChord(dst *score.Span, st *stretch, chord sounding, at, length int) {
	h := &c.harmony
	now := &st.chords[st.chordCount]
	if st.chordCount < maxChordsInSpan-1 {
		st.chordCount++
	}
	*now = chord
	now.start, now.beats = theory.Fixed(at)*theory.One, theory.Fixed(length)*theory.One
	now.count = st.section.texture.padVoices
	silenceChanged := h.started && (h.now.bass == 0) != st.bassSilent
	if h.started && h.now.chord == now.chord && h.now.count == now.count && !silenceChanged {
		now.bass, now.voices = h.now.bass, h.now.voices
		h.now = *now
		return
	}
	now.begins = true
	if h.recall(c, st, now) {
		c.addSymbol(dst, st, now)
		return
	}
	pitch := c.chooseBass(st, now, h.bass, 0)
	if !c.lead(st, now, pitch) {
		other := c.chooseBass(st, now, h.bass, pitch)
		if c.lead(st, now, other) {
			pitch = other
		} else {
			c.open(st, now, pitch)
		}
	}
	h.bass = pitch
	if !st.bassSilent {
		now.bass = pitch
	}
	h.now, h.started = *now, true
	if c.plan.Style.Repeat {
		h.form[st.place(c, now)] = *now
	}
	c.addSymbol(dst, st, now)
}

// lead takes the pad's voices to the chord over the bass and reports whether
// there is a smooth way.
func (c *Composer) lead(st *stretch, now *sounding, bass int) bool {
	h := &c.harmony
	register := int(st.waypoint.Register/theory.One) - 9
	h.leading.Low, h.leading.High = padLowest, padHighest
	h.leading.Centre = min(max(register, 55), 60) + st.section.texture.padCentre
	if c.plan.Style.Pulse == Free {
		h.leading.Centre += int(c.drift(harmonyThread).Mul(floatingPad) / theory.One)
	}
	h.leading.Smooth = 16 - int(12*st.tension/theory.One)
	if c.plan.Style.Repeat {
		h.leading.Smooth /= 2 // few chords that lie near are better known than smooth ones
	}
	if st.bassSilent {
		bass = 0
	}
	return h.started && h.now.count == now.count &&
		h.leading.Lead(now.voices[:now.count], h.now.voices[:now.count], now.chord, bass, h.now.bass)
}

// open voices the chord anew, where nothing sounded before or no smooth way
// leads on.
func (c *Composer) open(st *stretch, now *sounding, bass int) {
	voices, set := now.voices[:now.count], now.chord.Set()
	if st.bassSilent {
		bass = 0
	}
	if c.harmony.leading.Open(voices, now.chord, bass) {
		return
	}
	// Not even that: stack the chord's tones upwards.
	pitch := theory.LowestThird + 2
	for i := range voices {
		for !set.Has(pitch) {
			pitch++
		}
		voices[i] = pitch
		pitch += 3
	}
}

// addSymbol tells the score which chord begins.
func (c *Composer) addSymbol(dst *score.Span, st *stretch, now *sounding) {
	from := len(c.pitches)
	lowest := now.chord.Root
	if now.bass != 0 {
		c.pitches = append(c.pitches, now.bass)
		lowest = now.bass
	}
	c.pitches = append(c.pitches, now.voices[:now.count]...)
	frame := st.at(now.start)
	dst.Chords = append(dst.Chords, score.Chord{
		Frame: frame, Frames: st.at(now.start+now.beats) - frame,
		Symbol:  now.chord.Symbol(st.section.key, lowest),
		Pitches: c.pitches[from:len(c.pitches):len(c.pitches)],
	})
}
