package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// landing is the way home: spans that get longer and thinner, and a last
// chord that rings out.
type landing struct {
	begun   bool
	section section
	start   int64
	last    int64 // where the last chord is struck
	spans   int   // before the last chord
	at      int
	beats   int
}

const (
	// leastRinging is how long the last chord sounds at least, in frames, and
	// mostRinging how long at most; the longer the room, the longer the ring.
	leastRinging = 9 * score.Rate
	mostRinging  = 15 * score.Rate
	// letGo is how long before the deadline the keys are let go, so that the
	// release, the room and the last fade reach silence together there and no
	// earlier.
	letGo = 8 * score.Rate / 5
	// slowing is how much slower the last bars are (within the 10–20 % of
	// final ritards in performance; design choice).
	slowing = theory.One * 15 / 100
)

// land writes the next span of the landing.
func (c *Composer) land(dst *score.Span) {
	l := &c.landing
	if !l.begun {
		c.beginLanding()
	}
	st := c.landingStretch()
	if l.at == 0 {
		s := l.section.score(st.waypoint)
		s.Frame, s.Frames = c.frame, c.deadline-c.frame
		dst.Sections = append(dst.Sections, s)
	}
	if l.at == l.spans {
		c.writeLast(dst, &st)
	} else {
		c.write(dst, &st)
	}
	l.at++
}

// beginLanding divides the time that is left: spans of equal beats, each a
// little longer than the one before, up to the last chord.
func (c *Composer) beginLanding() {
	l, s := &c.landing, &c.sections[c.present]
	*l = landing{begun: true, start: c.frame, section: *s}
	left := c.deadline - c.frame
	l.last = c.deadline - min(c.ringing(), left/2)
	w := c.plan.at(c.frame)
	l.beats = s.spanBeats
	span := beatFrames(w.BPM) * int64(l.beats) * int64(theory.One+slowing/2) / int64(theory.One)
	way := l.last - c.frame
	l.spans = max(1, int((way+span/2)/span))
	for l.spans > 0 && framesOf(longestSpan+theory.One) < way/int64(l.spans) {
		l.spans++
	}
	x := &l.section
	x.phase, x.start, x.frames = Land, c.frame, left
	x.texture.motif = 0 // the idea that began the piece ends it
	x.phaseCount, x.visit, x.index = 0, s.visit+1, s.index+1
	if !c.plan.Style.Dissolve {
		// The way home is short: chords move at the pace of the spans.
		x.chordBeats = min(x.chordBeats, x.spanBeats)
	}
	c.writeLandingHarmony(x)
}

// ringing returns how long before the deadline the last chord is struck.
func (c *Composer) ringing() int64 {
	room := framesOf(c.plan.Style.ReverbSeconds.Clamp(0, 20*theory.One))
	return min(leastRinging+room, mostRinging)
}

// writeLandingHarmony walks home: the progression of the material, then a
// cadence and the tonic.
func (c *Composer) writeLandingHarmony(x *section) {
	x.next = x.key
	beats := c.landing.spans * x.spanBeats
	count := min((beats+x.chordBeats-1)/x.chordBeats, maxChords-1)
	x.progression.write(c, x, count+1)
	if count >= 1 {
		cadence := c.ask(harmonyThread, uint64(x.index), askCadence).Weighted(cadences[x.key.Mode][:])
		if c.plan.Style.Dissolve {
			cadence = 0
		}
		x.progression.degree[count-1] = int8(cadence)
	}
	x.progression.degree[count] = 0
}

// landingStretch returns the present span of the landing: slower, thinner
// and softer the nearer the end is.
func (c *Composer) landingStretch() stretch {
	l := &c.landing
	s := &l.section
	w := c.plan.at(c.frame)
	u := theory.Fixed(l.at) * theory.One / theory.Fixed(max(1, l.spans))
	st := stretch{
		section: s, waypoint: w, frame: c.frame, beats: l.beats, beatAt: l.at * l.beats,
		swing:  c.swingAt(&w),
		phrase: l.at, phraseSpans: 1, phraseEnds: true, progress: u, turning: true,
		soft: theory.One - u*3/10, thin: theory.One - u*6/10, full: theory.One,
		figure: s.texture.figure, low: s.texture.lowest, reply: c.answerer(&s.texture),
		tension: w.Tension.Mul(theory.One-u).Clamp(0, c.plan.Style.MaxTension),
		closing: l.at >= l.spans-1,
	}
	st.bassSilent = s.texture.low == nobody
	if c.plan.Style.Dissolve {
		st.soft, st.thin = theory.One-u*6/10, theory.One-u*7/10
	}
	end := c.landingFrameOf(l.at + 1)
	if l.at >= l.spans {
		end = c.deadline
		st.final = true
	}
	st.frames = end - c.frame
	st.melodySilent = c.plan.Style.Dissolve && u > half
	return st
}

// landingFrameOf returns where the i-th span of the landing begins. The spans
// lengthen evenly from 1 to 1+slowing.
func (c *Composer) landingFrameOf(i int) int64 {
	l := &c.landing
	n := int64(l.spans)
	if int64(i) >= n {
		return l.last
	}
	// Sum of 1 + slowing·k/n over k < i, as a share of the sum over k < n.
	weigh := func(i int64) int64 {
		return 2*n*i*int64(theory.One) + int64(slowing)*i*(i-1)
	}
	return l.start + (l.last-l.start)*weigh(int64(i))/weigh(n)
}

// writeLast strikes the last chord and lets it ring; the beds leave.
func (c *Composer) writeLast(dst *score.Span, st *stretch) {
	dst.Frames, dst.Beats, dst.Meter, dst.Final = st.frames, st.beats, c.meter, true
	st.hush = true
	if !c.plan.Style.Silent {
		c.strikeLast(dst, st)
	}
	c.writeChimes(dst, st)
	for part := score.Cloud; part < score.PartCount; part++ {
		if c.beds[part] != 0 {
			c.moveBed(dst, part, 0, st.frame+st.frames/4, st.frames/4)
		}
	}
	dst.Controls = c.controls(st)
}

// strikeLast strikes the last chord.
func (c *Composer) strikeLast(dst *score.Span, st *stretch) {
	c.harmony.now.chord = theory.Chord{} // struck anew even where it stands already
	c.addChord(dst, st, sounding{chord: st.section.key.Chord(0, c.lastShape(st))}, 0, st.beats)
	now := &st.chords[0]
	held := max(st.frames-letGo, st.frames*6/10)
	for i, pitch := range now.voices[:now.count] {
		c.strike(dst, st, score.Event{
			Frame: st.frame + int64(i)*score.Rate/100, Frames: held - int64(i)*score.Rate/100, Part: st.section.texture.sustain, Role: score.Harmony,
			Pitch: pitch, Velocity: st.waypoint.Velocity.Mul(theory.One * 8 / 10),
		}, false)
	}
	if now.bass != 0 {
		c.strike(dst, st, score.Event{
			Frame: st.frame, Frames: held, Part: st.section.texture.low, Role: score.Ground,
			Pitch: now.bass, Velocity: st.waypoint.Velocity.Mul(theory.One * 8 / 10),
		}, false)
	}
	if !c.plan.Style.Dissolve {
		c.spreadLast(dst, st, now, held)
	}
}

// lastShape returns what the piece ends on: the plain triad, or a ninth over
// it where the mood is light.
func (c *Composer) lastShape(st *stretch) theory.Shape {
	if chord := st.section.key.Chord(0, theory.AddNinth); chord.Sound() && st.waypoint.Tension > theory.One/10 {
		return theory.AddNinth
	}
	return theory.Triad
}

// spreadLast lays a slow spread chord over the end and closes the line on the
// tonic.
func (c *Composer) spreadLast(dst *score.Span, st *stretch, now *sounding, held int64) {
	tones, count := figureTones(st, 0)
	lead := st.section.texture.lead
	for i := range min(count, 3) {
		c.strike(dst, st, score.Event{
			Frame: st.frame + int64(i)*score.Rate*2/10, Frames: held - int64(i)*score.Rate*2/10, Part: st.section.texture.player,
			Role: score.Accompaniment, Pitch: tones[i], Velocity: st.waypoint.Velocity.Mul(theory.One / 2),
		}, true)
	}
	if lead == nobody {
		return
	}
	// The tonic nearest to the line: a leading tone is led home.
	near := c.melody.lines[lead].pitch
	if near == 0 {
		near = int(c.register(st) / theory.One)
	}
	pitch := theory.SetOf(st.section.key.Tonic).Nearest(near)
	switch {
	case pitch < lowestFigure:
		pitch += theory.SemitonesPerOctave
	case pitch > max(c.plan.Style.MelodyRange[1], near):
		pitch -= theory.SemitonesPerOctave
	}
	c.strike(dst, st, score.Event{
		Frame: st.frame + score.Rate*8/10, Frames: held - score.Rate*8/10, Part: lead, Role: score.Melody,
		Pitch:    playable(lead, pitch),
		Velocity: st.waypoint.Velocity.Mul(theory.One * 6 / 10),
	}, true)
}
