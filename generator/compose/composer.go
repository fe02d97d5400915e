package compose

import (
	"slices"

	"dulcet/generator/chance"
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// A Composer writes one piece, a span at a time.
type Composer struct {
	plan     Plan
	chance   chance.Source
	motifs   []score.Motif
	home     theory.Key
	meter    int          // beats in a bar
	swing    theory.Fixed // where the second half of a beat falls, half being straight
	deadline int64
	landLong int64 // how long the landing takes

	frame       int64 // where the next span begins
	span        int   // spans written
	sections    [2]section
	present     int // which of the sections sounds; the other follows it
	spanAt      int // span in the section
	phrase      int // phrases written
	bars        int // bars written
	form        form
	phaseCounts [Land + 1]int
	planned     struct { // as they were before the section to follow was planned
		form        form
		phaseCounts [Land + 1]int
	}
	landing  landing
	steering steering
	done     bool
	heading  heading
	// after the piece has ended
	silentUntil int64
	last        score.Controls // of the final span

	harmony     harmony
	melody      melody
	bow         bow
	onsets      onsets
	beds        [score.PartCount]theory.Fixed // levels of the beds and the cloud
	rang        int64                         // when a bell or bowl was last struck
	appearances uint32                        // appearances of motifs so far
	notes       [score.PartCount]uint64       // written, by part
	pitches     []int                         // memory of the chords of a span
}

// New returns a composer at the start of the piece.
func New(plan Plan) *Composer { return begin(plan, nil) }

// begin returns a composer at the start of the piece, with ideas of its own
// where there are none yet.
func begin(plan Plan, motifs []score.Motif) *Composer {
	c := &Composer{plan: plan, chance: chance.New(plan.Seed), frame: plan.Start, deadline: max(plan.Frames, plan.Start)}
	if plan.Dawn != nil {
		c.silentUntil = plan.Dawn.Start
	}
	long := c.deadline - c.frame
	c.rang = -longAgo
	c.meter = c.chooseMeter()
	c.swing = c.chooseSwing()
	c.landLong = min(framesOf(plan.Style.LandSeconds), long*2/5)
	c.landLong = max(c.landLong, min(MinimumLanding, long))
	c.fathom()
	if c.motifs = motifs; c.motifs == nil {
		c.motifs = c.newMotifs()
	}
	c.home = c.firstKey()
	c.newSection(&c.sections[0], 0, c.frame, c.home)
	c.follow()
	return c
}

// longAgo is a time before every piece.
const longAgo = 1 << 40

// chooseMeter returns the style's beats of a bar, or draws them: four, or three
// where the pulse is gentle.
func (c *Composer) chooseMeter() int {
	if meter := c.plan.Style.Meter; meter != 0 {
		return min(max(meter, 2), 7)
	}
	if c.plan.Style.Pulse == Gentle && !c.plan.Style.Repeat &&
		c.ask(formThread, 0, askMeter).Happens(int64(theory.One)/4) {
		return 3
	}
	return 4
}

// fastestSwing is the tempo from which on eighths are played straight
// (design choice).
const fastestSwing = 100 * theory.One

// chooseSwing draws how much a slow beat swings: 54 to 62 %, the range of
// unhurried grooves.
func (c *Composer) chooseSwing() theory.Fixed {
	if c.plan.Style.Pulse != Steady {
		return half
	}
	return theory.One * theory.Fixed(54+c.ask(formThread, 0, askSwing).Below(9)) / 100
}

// swingAt returns where the second half of a beat falls at a tempo.
func (c *Composer) swingAt(w *Waypoint) theory.Fixed {
	if w.BPM < fastestSwing {
		return c.swing
	}
	return half
}

// Motifs returns the ideas that the piece is made from.
func (c *Composer) Motifs() []score.Motif { return c.motifs }

// Next writes the next span into dst, which is emptied first. Spans follow
// each other without a gap. After the final span, which ends at the deadline,
// every further span is empty and final.
func (c *Composer) Next(dst *score.Span) {
	dst.Reset()
	dst.Frame = c.frame
	c.pitches = c.pitches[:0]
	if c.hush(dst) {
		return
	}
	if c.done && c.plan.Dawn != nil {
		c.wake()
	}
	switch {
	case c.done || c.frame >= c.deadline:
		dst.Final = true
		return
	case c.landing.begun || c.landingDue():
		c.land(dst)
	default:
		c.play(dst)
	}
	slices.SortStableFunc(dst.Events, func(a, b score.Event) int {
		if a.Frame != b.Frame {
			return int(a.Frame - b.Frame)
		}
		return int(a.Part) - int(b.Part)
	})
	c.frame += dst.Frames
	c.span++
	if c.done = dst.Final; c.done {
		c.last = dst.Controls
		dst.Final = c.plan.Dawn == nil && c.frame >= c.silentUntil
	}
}

// Home moves the deadline to the frame at, which must lie at least
// MinimumLanding beyond the end of the last span: from the next span on the
// piece lands there. A later deadline than the present one is ignored, but a
// dawn that was to follow does not come.
func (c *Composer) Home(at int64) {
	at = max(at, c.frame+MinimumLanding)
	c.callOff(at)
	if c.done || at >= c.deadline {
		return
	}
	c.deadline = at
	c.landLong = min(c.landLong, at-c.frame)
	c.landing = landing{}
}

// Retarget changes where the music goes: from the next span on it follows
// these waypoints, which the composer keeps. What moves smoothly, such as
// density and register, does so at once; the tempo follows with the next phrase
// and the mode with the next section, as a musician would wait for the turn.
func (c *Composer) Retarget(waypoints []Waypoint) {
	c.plan.Waypoints, c.heading.turned = waypoints, true
	if c.done || c.landing.begun || c.plan.Style.Repeat {
		return
	}
	s := &c.sections[c.present]
	if turning := s.spans() * 2 / 3; c.spanAt < turning {
		c.replan()
	}
}

// MinimumLanding is the shortest time, in frames, that a landing takes.
const MinimumLanding = 30 * score.Rate

// shortestSection is the time in frames under which no section is begun.
const shortestSection = 30 * score.Rate

// landingFrame returns where the landing begins.
func (c *Composer) landingFrame() int64 { return c.deadline - c.landLong }

// landingDue reports whether the landing should begin now rather than after
// one more span.
func (c *Composer) landingDue() bool {
	s := &c.sections[c.present]
	span := c.spanFrames(c.frame, s.spanBeats, c.plan.at(c.frame).BPM)
	if c.spanAt == s.spans() && c.landingFrame()-c.frame < shortestSection {
		return true
	}
	return c.frame+span/2 >= c.landingFrame() || c.frame+span+MinimumLanding > c.deadline
}

// play writes the next span of the section.
func (c *Composer) play(dst *score.Span) {
	s := &c.sections[c.present]
	switch {
	case c.spanAt < s.spans():
	case c.steering.held && !c.turnDue():
		c.prolong()
	default:
		c.present, c.spanAt = 1-c.present, 0
		s = &c.sections[c.present]
		s.start = c.frame
		s.before = c.harmony.now.chord.Root
		c.steering.prolonged = false
		c.follow()
	}
	st := c.newStretch(s)
	if c.spanAt == 0 {
		dst.Sections = append(dst.Sections, s.score(st.waypoint))
	}
	c.write(dst, &st)
	c.spanAt++
	if st.phraseEnds {
		c.phrase++
	}
}

// follow plans the section after the present one, and writes the harmony of
// the present one, which leads there.
func (c *Composer) follow() {
	s, next := &c.sections[c.present], &c.sections[1-c.present]
	c.planned.form, c.planned.phaseCounts = c.form, c.phaseCounts
	c.newSection(next, s.index+1, s.start+s.frames, s.key)
	s.next = next.key
	if c.steering.held {
		s.next = s.key
	}
	s.progression.write(c, s, s.phrases*s.phraseBeats/s.chordBeats)
}

// write composes a stretch, all parts, into the span.
func (c *Composer) write(dst *score.Span, st *stretch) {
	dst.Frames, dst.Beats, dst.Meter = st.frames, st.beats, c.meter
	if c.plan.Style.Repeat && st.beatAt%(formBars*c.meter) == 0 {
		c.melody.lines, c.melody.said = [score.PartCount]line{}, sayings{} // every time round is the same
	}
	if c.plan.Style.Silent {
		c.writeBeds(dst, st)
		c.writeChimes(dst, st)
		dst.Controls = c.controls(st)
		return
	}
	c.onsets.begin(c, st)
	c.writeChords(dst, st)
	c.writePad(dst, st)
	c.writeSignal(dst, st)
	c.writeBass(dst, st)
	c.writeMelody(dst, st)
	c.writeColour(dst, st)
	c.writeFigure(dst, st)
	c.writeKit(dst, st)
	c.writeBeds(dst, st)
	c.writeChimes(dst, st)
	c.onsets.end()
	c.bars += c.barsOf(st)
	dst.Controls = c.controls(st)
}

// controls returns how the instruments and the room are set in the stretch.
func (c *Composer) controls(st *stretch) score.Controls {
	w, room := &st.waypoint, c.plan.Style.ReverbLevel
	if st.section.airy {
		room = room.Mul(airyRoom)
	}
	return score.Controls{
		Brightness: w.Brightness, Attack: w.Attack, Level: w.Level,
		ReverbTime: c.plan.Style.ReverbSeconds, ReverbLevel: room, Tension: st.tension,
	}
}
