package generator

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"math"
	"slices"

	"dulcet/generator/score"
	"dulcet/journal"
)

// samenessRows are the quantities of sameness: between pieces and within one.
func samenessRows() []quantity {
	return []quantity{
		{
			// Of all pairs: a piece has a hundred windows, and one is 1 %.
			name: rowShared, digits: 4, over: pooled, piece: sitting,
			measure: sharedWindows, wanted: exceptGround(atMost(0.01)),
		},
		{
			name: rowRepeated, digits: 4, over: worst, piece: night,
			measure: repeatedWindows, wanted: exceptGround(atMost(0.02)),
		},
	}
}

// exceptGround wants nothing of ground, whose form repeats by design.
func exceptGround(b bound) func(journal.Goal) bound {
	return func(goal journal.Goal) bound {
		if goal == journal.Ground {
			return anything()
		}
		return b
	}
}

// night returns a piece of eight hours of the first seed, or of one hour
// where not everything is measured.
func night(b *bench, seed uint32) *piece {
	switch {
	case seed > 1:
		return nil
	case thorough():
		return b.composed(480, seed)
	}
	return b.composed(60, seed)
}

// freeWindow is the length of a window, in seconds, where there is no beat.
const freeWindow = 20

// sharedWindows returns the share of the windows of four bars that the piece
// of the next seed has too.
func sharedWindows(b *bench, p *piece) tally {
	one, other := p.windows(4), b.composed(sittingMinutes, p.seed+1).windows(4)
	var sum tally
	for window, count := range one {
		sum.whole += float64(count)
		if other[window] > 0 {
			sum.part += float64(count)
		}
	}
	return sum
}

// repeatedWindows returns the share of the windows of eight bars that are
// heard more than once.
func repeatedWindows(_ *bench, p *piece) tally {
	var sum tally
	for _, count := range p.windows(8) {
		sum.whole += float64(count)
		if count > 1 {
			sum.part += float64(count)
		}
	}
	return sum
}

// note is an onset on a grid.
type note struct{ slot, pitch int }

// windows counts what begins in each window of the full score that starts
// with a bar: pitches, and onsets rounded to a sixteenth. Music without a
// beat is cut into windows of 20 seconds, one a second, with onsets rounded
// to a second.
func (p *piece) windows(bars int) map[uint64]int {
	step, length := 1, freeWindow
	if !p.free() {
		step = 4 * p.sheet.Tempos[0].Meter
		length = bars * step
	}
	notes := p.notes()
	found := map[uint64]int{}
	first, last := 0, notes[len(notes)-1].slot
	for start := 0; start+length <= last; start += step {
		for notes[first].slot < start {
			first++
		}
		hash := fnv.New64a()
		for _, n := range notes[first:] {
			if n.slot >= start+length {
				break
			}
			var word [8]byte
			binary.LittleEndian.PutUint32(word[:4], uint32(n.slot-start))
			binary.LittleEndian.PutUint32(word[4:], uint32(n.pitch))
			hash.Write(word[:])
		}
		found[hash.Sum64()]++
	}
	return found
}

// notes returns the pitched onsets on the grid of the windows, in order.
func (p *piece) notes() []note {
	var notes []note
	for _, e := range p.sheet.Events {
		if !e.Part.Pitched() {
			continue
		}
		slot := int(math.Round(float64(e.Frame) / score.Rate))
		if !p.free() {
			place := p.sheet.Place(e.Frame)
			slot = place.Bar*place.Meter*4 + int(math.Round(place.Beat.Float()*4))
		}
		notes = append(notes, note{slot, e.Pitch})
	}
	slices.SortFunc(notes, func(a, b note) int { return cmp.Or(a.slot-b.slot, a.pitch-b.pitch) })
	return notes
}
