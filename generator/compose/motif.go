package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

const half = theory.One / 2

// rhythms are the lengths in half beats from which motifs are made, by
// number of notes: each ends on a note longer than its neighbour, so that it
// can be breathed after (design choice).
var rhythms = [...][][]int{
	3: {{2, 1, 3}, {3, 1, 4}, {2, 2, 4}, {1, 1, 4}, {1, 2, 3}},
	4: {{2, 1, 1, 4}, {1, 1, 2, 4}, {3, 1, 2, 4}, {2, 2, 1, 3}, {1, 2, 1, 4}, {3, 1, 1, 3}},
	5: {{1, 1, 1, 1, 4}, {2, 1, 1, 2, 4}, {1, 1, 2, 1, 3}, {3, 1, 1, 1, 2}},
	6: {{1, 1, 1, 1, 2, 4}, {2, 1, 1, 1, 1, 4}, {1, 2, 1, 1, 1, 3}},
}

// slowRhythms are those of music without a beat: nothing hurries.
var slowRhythms = [...][][]int{
	3: {{2, 2, 4}, {2, 4, 4}, {4, 2, 4}, {3, 2, 4}},
	4: {{2, 2, 2, 4}, {4, 2, 2, 4}, {3, 2, 2, 4}},
	5: {{2, 2, 2, 2, 4}},
	6: {{2, 2, 2, 2, 2, 4}},
}

// newMotifs makes the two ideas of a piece, or the one of a form that repeats.
// The second contrasts with the first: it sets out the other way and in
// another rhythm.
func (c *Composer) newMotifs() []score.Motif {
	unit := c.motifUnit()
	first := c.newMotif('a', unit, 0, -1)
	if c.plan.Style.Repeat {
		return []score.Motif{first}
	}
	direction := 1
	if first.Intervals[0] > 0 {
		direction = -1
	}
	return []score.Motif{first, c.newMotif('b', unit, direction, len(first.Beats))}
}

// motifUnit returns the length of a motif's beat: as long as the density in
// the middle of the piece asks for when the melody has a good half of all
// onsets while it sounds, and no shorter than the pulse lets notes be.
func (c *Composer) motifUnit() theory.Fixed {
	w := c.plan.at(c.plan.middle())
	noteSeconds := (theory.One * 16 / 10).Div(w.Density)
	rest := (c.plan.Style.MelodyRest[0] + c.plan.Style.MelodyRest[1]) / 2
	phrase := c.plan.Style.PhraseSeconds.Mul(theory.One - rest).Mul(w.BPM / 60)
	switch beats := noteSeconds.Mul(w.BPM / 60); {
	case beats < half && secondsOf(beatFrames(w.BPM))/4 >= shortestNote[c.plan.Style.Pulse]:
		return half
	case beats < 2*theory.One || phrase < 10*theory.One:
		return theory.One
	}
	return 2 * theory.One
}

// newMotif makes one idea. A direction of 0 leaves the first step free; notes
// is a number of notes that it must not have, or −1.
func (c *Composer) newMotif(id byte, unit theory.Fixed, direction, notes int) score.Motif {
	weights := []int{3: 4, 4: 5, 5: 3, 6: 1}
	if c.plan.at(c.plan.middle()).Density < theory.One*7/10 {
		weights = []int{3: 4, 4: 3, 5: 0, 6: 0} // there is time for few notes
	}
	if notes >= 0 {
		weights[notes] = 0
	}
	best := c.thinkOf(id, 0, unit, weights, direction)
	if c.plan.Style.Surprise <= 0 {
		return best
	}
	for n := 1; n < candidates; n++ {
		if m := c.thinkOf(id, n, unit, weights, direction); c.foreseen(&m) < c.foreseen(&best) {
			best = m
		}
	}
	return best
}

// thinkOf draws the n-th idea for a motif.
func (c *Composer) thinkOf(id byte, n int, unit theory.Fixed, weights []int, direction int) score.Motif {
	event := uint64(n)<<8 | uint64(id)
	count := c.ask(melodyThread, event, askNotes).Weighted(weights)
	choices := rhythms[count]
	if c.plan.Style.Pulse == Free {
		choices = slowRhythms[count]
	}
	rhythm := choices[c.ask(melodyThread, event, askRhythm).Below(len(choices))]
	motif := score.Motif{ID: id, Intervals: c.newIntervals(int(event), count-1, direction)}
	for _, length := range rhythm {
		motif.Beats = append(motif.Beats, theory.Fixed(length)*half.Mul(unit))
	}
	return motif
}

// newIntervals draws steps and small leaps that stay within a seventh, or
// within a fifth where there is nothing to stir up: what calms is sung, and
// most steps of what is sung are small. A leap is followed by a step back,
// and the idea goes both up and down.
func (c *Composer) newIntervals(idea, count, direction int) []int {
	likely, widestRange := []int{8, 5, 2, 1, 0, 8, 5, 1, 1}, 6
	if c.plan.Style.Pulse != Steady {
		likely, widestRange = []int{9, 3, 0, 0, 0, 10, 3, 0, 1}, 4
	}
	for attempt := 0; ; attempt++ {
		intervals := make([]int, 0, count)
		at, low, high := 0, 0, 0
		for i := range count {
			draw := c.ask(melodyThread, pair(idea<<8|attempt, i), askInterval)
			step := [...]int{1, 2, 3, 4, 5, -1, -2, -3, 0}[draw.Weighted(likely)]
			if i > 0 && max(intervals[i-1], -intervals[i-1]) >= 3 {
				step = -intervals[i-1] / max(intervals[i-1], -intervals[i-1])
			}
			intervals = append(intervals, step)
			at += step
			low, high = min(low, at), max(high, at)
		}
		last := intervals[count-1]
		if high-low >= 2 && high-low <= widestRange && bothWays(intervals) && last != 0 && max(last, -last) <= 2 &&
			direction*intervals[0] >= 0 && intervals[0] != 0 {
			return intervals
		}
	}
}

func bothWays(intervals []int) bool {
	up, down := false, false
	for _, step := range intervals {
		up, down = up || step > 0, down || step < 0
	}
	return up && down
}
