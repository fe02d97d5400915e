package generator

import (
	"math"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/surprise"
	"dulcet/journal"
)

// leastNotes is how many notes of melody a piece has at least whose surprise
// is measured.
const leastNotes = 300

// surpriseRows is how unexpected the melody is.
func surpriseRows() []quantity {
	return []quantity{{
		name: rowSurprise, digits: 2, over: median, piece: sung,
		measure: surpriseOf, wanted: everyGoal(anything()),
	}}
}

// sung returns a piece with notes enough for its surprise.
func sung(b *bench, seed uint32) *piece {
	minutes := float64(sittingMinutes)
	for {
		p := b.composed(minutes, seed)
		count := len(melodyOf(p.sheet))
		if count >= leastNotes {
			return p
		}
		minutes = math.Ceil(minutes * math.Min(4, 1.2*leastNotes/float64(max(count, 1))))
	}
}

// surpriseOf returns the mean information of the melody's notes, in the line
// that each is part of.
func surpriseOf(_ *bench, p *piece) tally {
	var listeners [score.PartCount]surprise.Listener
	var heard [score.PartCount]bool
	var sum tally
	melody := melodyOf(p.sheet)
	for i, line := range linesOf(melody) {
		bits := listeners[line].Hear(p.sectionAt(melody[i].Frame).Key, melody[i].Pitch, melody[i].Frame)
		if heard[line] {
			sum.part += bits.Float()
			sum.whole++
		}
		heard[line] = true
	}
	return sum
}

// TestTable_SurpriseFollowsTheGoal holds the medians of the goals against the
// order in which they should surprise: what must feel safe least, what is
// listened to most.
func TestTable_SurpriseFollowsTheGoal(t *testing.T) {
	order := []journal.Goal{journal.Ground, journal.Sleep, journal.Calm, journal.Focus, journal.Listen}
	medians := make([]float64, len(order))
	for i, goal := range order {
		b, found := newBench(t, goal), measured{}
		for _, seed := range tableSeeds() {
			p := sung(b, seed)
			found.add(surpriseOf(b, p), p)
			b.forget(seed)
		}
		medians[i], _ = found.summarised(median, anything())
		if i > 0 && medians[i] <= medians[i-1] {
			t.Errorf("%s surprises by %.3f bits a note, %s by %.3f: more is wanted", goal, medians[i], order[i-1], medians[i-1])
		}
	}
}
