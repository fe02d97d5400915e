package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// restShare draws which share of the phrase is silent, wandering slowly
// through the style's range.
func (c *Composer) restShare(st *stretch) theory.Fixed {
	low, high := c.plan.Style.MelodyRest[0], c.plan.Style.MelodyRest[1]
	wander := theory.Fixed(c.chance.Pink(uint32(melodyThread), uint64(c.phraseOf(st)), uint32(askRest)))
	middle := (low + high) / 2
	share := (middle + wander.Mul(high-low)/4).Clamp(low, high)
	rested := c.rested()
	if over, under := rested-high, low+resting-rested; c.plan.Style.Repeat {
		return share // every time round is the same
	} else if over > 0 {
		share = max(share-2*over, theory.One/10) // it has been silent long enough
	} else if under > 0 {
		share += 2 * under // it has sung enough
	}
	return share
}

// resting is how far above the least rest of the style the melody begins to
// rest more, so that it keeps that least.
const resting = theory.One * 3 / 100

const (
	// owing is by how much the melody may rest beyond the style's most before
	// it sings however little else there is to say (design choice).
	owing = theory.One * 5 / 100
	// patience is for how many phrases in a row a melody over a pulse may be
	// silent (design choice).
	patience = 3
)

// owes reports whether the melody has been silent for so much longer than the
// style wants that it is to sing now.
func (c *Composer) owes(st *stretch) bool {
	style := &c.plan.Style
	if style.Pulse != Free && st.frame-c.melody.ended > patience*framesOf(style.PhraseSeconds) {
		return true
	}
	return c.rested() > style.MelodyRest[1]+owing
}

// memory is over how many frames the melody remembers how much it has rested
// (design choice: about two sections).
const memory = 240 * score.Rate

// rested returns which share of the latest time the melody has been silent.
func (c *Composer) rested() theory.Fixed {
	m := &c.melody
	if m.heard < memory/4 {
		return (c.plan.Style.MelodyRest[0] + c.plan.Style.MelodyRest[1]) / 2 // it is too early to say
	}
	return theory.One - theory.Fixed(m.sung*int64(theory.One)/m.heard)
}

// remember notes how long the melody and its answer have sung in the stretch,
// of the events from one on. What is long ago fades.
func (c *Composer) remember(st *stretch, events []score.Event) {
	m := &c.melody
	m.heard += st.frames
	for i := range events {
		m.sung += events[i].Frames
		m.ended = max(m.ended, events[i].Frame+events[i].Frames)
	}
	if m.heard > memory {
		m.sung -= m.sung * (m.heard - memory) / m.heard
		m.heard = memory
	}
}

// phraseOf numbers the phrases; where the form repeats, its phrases keep
// their numbers.
func (c *Composer) phraseOf(st *stretch) int {
	if c.plan.Style.Repeat {
		return st.phrase % max(1, formBars*c.meter/st.section.phraseBeats)
	}
	return c.phrase
}

// entry returns where in the bar the phrase begins: on the beat, or after it
// as if breath had been taken first.
func (c *Composer) entry(st *stretch) theory.Fixed {
	if c.breathes() {
		return 0 // the listener breathes in
	}
	entries := [...]theory.Fixed{0, half, theory.One}
	return entries[c.ask(melodyThread, uint64(c.phraseOf(st)), askEntry).Weighted([]int{4, 2, 2})]
}

// sparing is the rest of a style from which on the melody is a guest: what
// says little over a pulse must not be heard all the time (design choice).
const sparing = theory.One * 8 / 10

// listens reports whether the melody leaves a whole phrase to the others:
// every second one where it is a guest, elsewhere now and then, but not where
// a section begins or closes.
func (c *Composer) listens(st *stretch) bool {
	if c.plan.Style.Repeat || st.section.phase == Land {
		return false
	}
	if c.plan.Style.Pulse == Steady && c.plan.Style.MelodyRest[1] >= sparing {
		return st.phrase%2 == 1
	}
	return c.plan.Style.Pulse == Gentle && c.rested() < theory.One*2/5 && st.phrase > 1 && !st.closing && st.phrase%4 == 1 &&
		c.ask(melodyThread, uint64(c.phrase), askSilence).Happens(int64(theory.One)/3)
}

// settled is how long the last note of a phrase is held at least, in beats,
// where there is room: a phrase ends on a note that one can breathe after.
const settled = 2 * theory.One

// settle lengthens the last note of a phrase, which was just written and ends
// at the given beat, and returns where it ends now. In a form that repeats a
// quarter of the phrase is left to breathe: no later phrase would make up for it.
func (c *Composer) settle(dst *score.Span, st *stretch, end theory.Fixed) theory.Fixed {
	e := &dst.Events[len(dst.Events)-1]
	until := st.length()
	if c.plan.Style.Repeat {
		until -= until / 4
	}
	short := st.long(min(settled, st.length())) - e.Frames
	room := st.at(until) - e.Frame - e.Frames
	if added := min(short, room); added > 0 {
		e.Frames += added
		end += theory.Fixed(added * int64(st.beats) * int64(theory.One) / st.frames)
	}
	return min(end, st.length())
}
