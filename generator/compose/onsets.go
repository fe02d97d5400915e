package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// onsets keeps the density to the plan. An onset is one attack of one part:
// the notes of a chord that are struck together count once. What is asked for
// drifts from bar to bar as 1/f noise does, which is heard as neither random
// nor dull (Voss & Clarke 1978); what one bar leaves over the next one gets.
type onsets struct {
	bars    [maxBars]theory.Fixed // asked of each bar of this stretch
	asked   theory.Fixed          // of this stretch, with what was left over
	later   theory.Fixed          // of the rest of the phrase, which the melody may borrow
	written int
	carry   theory.Fixed // left over by the stretch before
	astray  theory.Fixed // how much has been asked for beyond the plan so far
	tide    theory.Fixed // mean of the drift over the whole piece
}

const (
	// mostCarried is how many onsets the next stretch makes up for at most.
	mostCarried = 4 * theory.One
	// maxBars bounds the bars of a stretch.
	maxBars = 16
	// ebbing is how far the density drifts, as a share of itself, by one
	// standard deviation. It wells up further than it ebbs, so that there are
	// no minutes in which hardly anything is left (design choice).
	ebbing      = theory.One * 80 / 100
	leastEbbing = theory.One * 60 / 100
	mostEbbing  = theory.One * 110 / 100
	// floatingEbb is the same without a beat, where few notes hide the drift:
	// it wells up further, and ebbs less, since where little happens it must
	// not stop (design choice).
	floatingEbb   = theory.One
	leastFloating = theory.One * 40 / 100
	mostFloating  = theory.One * 150 / 100
	// recall is over how many onsets the density comes back to the plan where
	// its drift has led astray (design choice).
	recall = 1200 * theory.One
)

// begin counts what the stretch may have.
func (o *onsets) begin(c *Composer, st *stretch) {
	bars := c.barsOf(st)
	bar := secondsOf(st.frames) / theory.Fixed(bars)
	plain := st.waypoint.Density.Mul(st.full).Mul(bar)
	o.asked, o.written = 0, 0
	for i := range bars {
		o.bars[i] = plain.Mul(st.thin)
		if !c.plan.Style.Repeat && st.section.phase != Land && !st.section.airy {
			drifted := o.bars[i].Mul(theory.One + c.ebb(st, i))
			drifted = max(drifted-plain.Mul(o.astray.Div(recall)), 0)
			o.astray = (o.astray + drifted - plain).Clamp(-recall/2, recall/2)
			o.bars[i] = drifted
		}
		o.asked += o.bars[i]
	}
	o.later = o.asked * theory.Fixed(st.phraseSpans-1-st.phraseSpan)
	if c.plan.Style.Repeat {
		o.carry = 0
	}
	o.asked += o.carry
}

// barsOf returns how many bars the stretch is counted in.
func (c *Composer) barsOf(st *stretch) int { return min(max(st.beats/c.meter, 1), maxBars) }

// ebb returns by which share the density of a bar drifts. To a steady beat
// the bars of a phrase drift together.
func (c *Composer) ebb(st *stretch, bar int) theory.Fixed {
	drift := c.drifting(c.bars + bar)
	deep, least, most := ebbing, -leastEbbing, mostEbbing
	if c.plan.Style.Pulse == Free {
		deep, least, most = floatingEbb, -leastFloating, mostFloating
	}
	return (drift - c.onsets.tide).Mul(deep).Clamp(least, most)
}

// drifting returns the drift of a bar, with a standard deviation of one.
func (c *Composer) drifting(bar int) theory.Fixed {
	if c.plan.Style.Pulse == Steady {
		bar -= bar % 4
	}
	return theory.Fixed(c.chance.Pink(uint32(figureThread), uint64(bar), uint32(askEbb)))
}

// mostFathomed bounds the bars over which the tide is measured.
const mostFathomed = 2048

// fathom measures the mean of the drifts over the piece, so that a short piece
// is as full, and its melody lies as high, as its plan however the tide stands.
func (c *Composer) fathom() {
	sum, bars := theory.Fixed(0), 0
	for at := c.plan.Start; at < c.deadline && bars < mostFathomed; bars++ {
		sum += c.drifting(bars)
		at += beatFrames(c.plan.at(at).BPM) * int64(c.meter)
	}
	c.onsets.tide = sum / theory.Fixed(max(bars, 1))
	sum = 0
	phrases := min(1+int(c.deadline/max(framesOf(c.plan.Style.PhraseSeconds), score.Rate)), mostFathomed/4)
	for phrase := range phrases {
		sum += c.driftOf(melodyThread, phrase)
	}
	c.melody.tide = sum / theory.Fixed(phrases)
}

// left returns how many onsets the stretch may still have.
func (o *onsets) left() int {
	return max(0, int((o.asked+half)/theory.One)-o.written)
}

func (o *onsets) end() {
	o.carry = (o.asked - theory.Fixed(o.written)*theory.One).Clamp(-mostCarried-o.later, mostCarried)
}

// quotas returns how many onsets are left for the figure in each bar: what is
// asked for less what the others play there. So the figure fills where the
// melody rests, and the flow is even.
func (c *Composer) quotas(dst *score.Span, st *stretch) (quotas [maxBars]int) {
	o, bars := &c.onsets, c.barsOf(st)
	played := c.onsetsByBar(dst, st, bars)
	due := o.asked
	for i := range bars {
		due -= o.bars[i]
	}
	if c.plan.Style.Pulse == Steady {
		return c.even(bars)
	}
	for i := range bars {
		due += o.bars[i] - theory.Fixed(played[i])*theory.One
		quotas[i] = max(0, int((due+half)/theory.One))
		due -= theory.Fixed(quotas[i]) * theory.One
	}
	return quotas
}

// even shares what is left among the bars as evenly as whole notes allow: to a
// steady beat a figure keeps its rhythm.
func (c *Composer) even(bars int) (quotas [maxBars]int) {
	left := c.onsets.left()
	for i := range bars {
		quotas[i] = left*(i+1)/bars - left*i/bars
	}
	return quotas
}

// onsetsByBar counts what has been written so far in each bar.
func (c *Composer) onsetsByBar(dst *score.Span, st *stretch, bars int) (counts [maxBars]int) {
	const together = score.Rate * 60 / 1000
	var latest [score.PartCount][score.Scenery + 1]int64
	for i := range dst.Events {
		e := &dst.Events[i]
		if !e.Part.Pitched() {
			continue
		}
		before := &latest[e.Part][e.Role]
		if *before == 0 || e.Frame-*before > together {
			bar := int((e.Frame - st.frame) * int64(bars) / st.frames)
			counts[min(max(bar, 0), bars-1)]++
		}
		*before = e.Frame
	}
	return counts
}
