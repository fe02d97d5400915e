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

// mostRehearsals is how often a form is gone through until its voicings stay
// the same.
const mostRehearsals = 8

// rehearse goes through the form until the way from its last chord to its
// first is as smooth as the others.
func (c *Composer) rehearse(st *stretch) {
	h := &c.harmony
	var silent score.Span
	for range mostRehearsals {
		before := h.form
		for at := 0; at < formBars*c.meter; at += st.beats {
			trial := *st
			trial.beatAt = at
			c.walkChords(&silent, &trial)
		}
		if before == h.form {
			break
		}
	}
	c.pitches = c.pitches[:0]
	h.settled = true
}

// place returns where in a repeating form the chord begins, in half bars.
func (st *stretch) place(c *Composer, now *sounding) int {
	return (st.beatAt + int(now.start/theory.One)) * 2 / c.meter % (formBars * 2)
}
