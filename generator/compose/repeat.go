package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// FormBars is the length in bars of the form of a style that repeats.
const FormBars = 8

const formBars = FormBars

// repeat fills the progression with one form again and again: a question
// where there are chords enough for one, and an answer that comes home.
func (p *progression) repeat(c *Composer, s *section) {
	form := min(s.recurrence(c), p.count)
	answer := min(cellChords, form)
	if form > answer {
		p.writeCell(c, s, 0, form-answer, 0, false)
	}
	p.writeCell(c, s, form-answer, answer, 1, true)
	for i := form; i < p.count; i++ {
		p.degree[i] = p.degree[i-form]
	}
}

// recall voices a chord of a form that repeats as it was rehearsed, and
// reports whether it was.
func (h *harmony) recall(c *Composer, st *stretch, now *sounding) bool {
	if !h.settled || st.section.phase == Land {
		return false
	}
	known := &h.form[st.place(c, now)]
	if known.chord != now.chord || known.count != now.count {
		return false
	}
	now.bass, now.voices = known.bass, known.voices
	h.now, h.bass, h.started = *now, known.bass, true
	return true
}

const (
	// mostRehearsals is how often a form is gone through until its voicings
	// stay the same.
	mostRehearsals = 8
	// restless is from how many semitones that a voice moves at a change, on
	// average, the form is rehearsed again with other colours of its chords,
	// and mostColourings how often (design choice).
	restless       = theory.One * 17 / 10
	mostColourings = 6
)

// rehearse goes through the form until the way from its last chord to its
// first is as smooth as the others. Where it leads round in leaps, its chords
// are coloured anew; the smoothest stays.
func (c *Composer) rehearse(st *stretch) {
	h := &c.harmony
	best, least, colouring := h.form, theory.Fixed(1<<40), 0
	for h.colouring = range mostColourings {
		h.started, h.form = false, [len(h.form)]sounding{}
		c.goRound(st)
		if moved := h.roundMotion(); moved < least {
			best, least, colouring = h.form, moved, h.colouring
		}
		if least < restless {
			break
		}
	}
	h.form, h.colouring, h.settled = best, colouring, true
}

// goRound goes through the form until its voicings stay the same.
func (c *Composer) goRound(st *stretch) {
	var silent score.Span
	for range mostRehearsals {
		before := c.harmony.form
		for at := 0; at < formBars*c.meter; at += st.beats {
			trial := *st
			trial.beatAt = at
			c.walkChords(&silent, &trial)
		}
		if before == c.harmony.form {
			break
		}
	}
	c.pitches = c.pitches[:0]
}

// roundMotion returns by how many semitones a voice moves on average at a
// change of the form, its last chord leading to its first.
func (h *harmony) roundMotion() theory.Fixed {
	sum, voices := 0, 0
	var before *sounding
	for i := range 2 * len(h.form) {
		now := &h.form[i%len(h.form)]
		if now.count == 0 {
			continue
		}
		changed := before != nil && (now.bass != before.bass || now.voices != before.voices)
		if changed && i >= len(h.form) {
			sum += max(now.bass-before.bass, before.bass-now.bass)
			for v := range min(now.count, before.count) {
				sum += max(now.voices[v]-before.voices[v], before.voices[v]-now.voices[v])
			}
			voices += 1 + min(now.count, before.count)
		}
		before = now
	}
	return theory.Fixed(sum) * theory.One / theory.Fixed(max(voices, 1))
}

// place returns where in a repeating form the chord begins, in half bars.
func (st *stretch) place(c *Composer, now *sounding) int {
	return (st.beatAt + int(now.start/theory.One)) * 2 / c.meter % (formBars * 2)
}
