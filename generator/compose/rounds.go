package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// A Turn is where work becomes a break, or a break work.
type Turn struct {
	Frame int64
	Break bool // what begins is a break
}

// Rounds are work and breaks in turn. The turns are musical: a section ends
// there with its cadence, a figure of three notes says which way it goes, and a
// break is airier than work. No turns are none.
type Rounds struct {
	Turns  []Turn     // rising
	Signal score.Part // plays the figure; PartCount for nobody
}

// What a break is against work (design choices).
const (
	airyDensity = theory.One * 50 / 100 // of the onsets, which do not ebb: a break is even
	airySoft    = theory.One * 90 / 100 // of the velocities
	airyRoom    = theory.One * 140 / 100
	airyBright  = theory.One * 112 / 100
	airyCentre  = 3       // semitones by which the pad rises
	pause       = 1 << 16 // the material of breaks, apart from all of work
)

// nearTurn is how far in frames a section may begin from its turn, and the least
// time from one turn to the next that is kept.
const nearTurn = 12 * score.Rate

// nextTurn returns the first turn after a section that starts at the frame has
// begun, or −1 where none comes before the landing.
func (c *Composer) nextTurn(start int64) int64 {
	for _, turn := range c.plan.Style.Rounds.Turns {
		if turn.Frame > start+nearTurn && turn.Frame+shortestSection <= c.landingFrame() {
			return turn.Frame
		}
	}
	return -1
}

// horizon returns the frame that the sections from start on lead to: the next
// turn, or the landing.
func (c *Composer) horizon(start int64) int64 {
	if turn := c.nextTurn(start); turn >= 0 {
		return turn
	}
	return c.landingFrame()
}

// roundAt returns whether a section that starts at the frame belongs to a break,
// and whether a turn has just been there.
func (c *Composer) roundAt(start int64) (airy, turned bool) {
	for _, turn := range c.plan.Style.Rounds.Turns {
		if turn.Frame > start+nearTurn {
			break
		}
		airy, turned = turn.Break, start-turn.Frame <= nearTurn
	}
	return airy, turned
}

// lighten makes a texture that of a break: no drums, a held bass that waits, and
// single tones over a higher pad.
func (t *texture) lighten() {
	t.drums, t.ground, t.bassWaits = noDrums, held, true
	t.figure = drifting
	t.padCentre += airyCentre
}

// writeSignal plays the figure of a turn where one begins the section: three
// tones of the chord that fall into a break, and rise into work.
func (c *Composer) writeSignal(dst *score.Span, st *stretch) {
	part := c.plan.Style.Rounds.Signal
	if !st.section.turned || st.beatAt != 0 || st.section.phase == Land || part == nobody || st.chordCount == 0 {
		return
	}
	tones, count := signalTones(st.chords[0].chord.Set(), part)
	for i := range count {
		tone := tones[i]
		if st.section.airy {
			tone = tones[count-1-i]
		}
		at := theory.Fixed(i) * theory.One
		c.strike(dst, st, score.Event{
			Frame: st.at(at), Frames: st.long(2 * theory.One), Part: part, Role: score.Colour,
			Pitch: tone, Velocity: st.waypoint.Velocity.Mul(theory.One * 8 / 10),
		}, false)
		c.onsets.written++
	}
	c.rang = st.frame
}

// lowestSignal is the pitch from which the figure of a turn is built: over the
// melody, where a small bell lies (design choice).
const lowestSignal = 72

// signalTones returns three rising tones of a chord, at least a third apart.
func signalTones(set theory.Set, part score.Part) (tones [3]int, count int) {
	_, highest := part.Range()
	for pitch := lowestSignal; pitch <= highest && count < len(tones); pitch++ {
		if set.Has(pitch) && (count == 0 || pitch-tones[count-1] >= 3) {
			tones[count] = pitch
			count++
		}
	}
	return tones, count
}
