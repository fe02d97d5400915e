package generator

import (
	"slices"
	"strings"

	"dulcet/generator/score"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// harmonyRows are the quantities of chords and keys.
func harmonyRows() []quantity {
	return []quantity{
		{
			name: rowMotion, digits: 2, over: worst, piece: sitting,
			measure: voiceMotion, wanted: everyGoal(atMost(2)),
		},
		{
			name: rowParallels, digits: 3, over: pooled, piece: sitting,
			measure: outerParallels, wanted: everyGoal(atMost(1.0 / 50)),
		},
		{
			name: rowBlurred, over: worst, piece: sitting,
			measure: blurredIntervals, wanted: everyGoal(atMost(0)),
		},
		{
			name: rowKeyDistance, over: worst, piece: hour,
			measure: keyDistance, wanted: everyGoal(atMost(2)),
		},
		{
			name: rowOutside, digits: 3, over: worst, piece: hour,
			measure: outsideKey, wanted: everyGoal(atMost(0.1)),
		},
		{
			name: rowChordTime, digits: 1, over: worst, piece: sitting, measure: chordTime,
			wanted: func(goal journal.Goal) bound {
				switch goal {
				case journal.Sleep:
					return bound{20, 60}
				case journal.Calm:
					return bound{10, 25}
				case journal.Focus:
					return bound{4, 16}
				case journal.Energise:
					return bound{2, 8}
				}
				return anything()
			},
		},
	}
}

// hour returns a piece with many sections, of the first seeds.
func hour(b *bench, seed uint32) *piece {
	if seed > 2 && !thorough() || seed > 40 {
		return nil
	}
	return b.composed(60, seed)
}

// voiceMotion measures how far the voices of two neighbouring chords move.
// Voices are paired so that they move least without crossing; where one chord
// has fewer, a voice of the other enters or leaves.
func voiceMotion(_ *bench, p *piece) tally {
	var sum tally
	for i := 1; i < len(p.sheet.Chords); i++ {
		a, b := p.sheet.Chords[i-1].Pitches, p.sheet.Chords[i].Pitches
		if len(a) == 0 || len(b) == 0 || slices.Equal(a, b) {
			continue
		}
		sum.part += float64(leastMotion(a, b))
		sum.whole += float64(min(len(a), len(b)))
	}
	return sum
}

// leastMotion returns the least sum of semitones by which the voices of the
// smaller chord move to voices of the larger, in order.
func leastMotion(a, b []int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	// row[k] is the least motion of the voices so far into the first k of b.
	row := make([]int, len(b)+1)
	for i, from := range a {
		next := make([]int, len(b)+1)
		for k := range next {
			next[k] = 1 << 20
		}
		for k := i + 1; k <= len(b); k++ {
			next[k] = min(next[k-1], row[k-1]+max(from-b[k-1], b[k-1]-from))
		}
		row = next
	}
	return row[len(b)]
}

// outerParallels counts where the lowest and the highest voice move in the
// same direction from a perfect fifth or octave to another.
func outerParallels(_ *bench, p *piece) tally {
	var sum tally
	for i := 1; i < len(p.sheet.Chords); i++ {
		a, b := p.sheet.Chords[i-1].Pitches, p.sheet.Chords[i].Pitches
		if len(a) < 2 || len(b) < 2 || slices.Equal(a, b) {
			continue
		}
		sum.whole++
		low, high := b[0]-a[0], b[len(b)-1]-a[len(a)-1]
		before, after := theory.PitchClass(a[len(a)-1]-a[0]), theory.PitchClass(b[len(b)-1]-b[0])
		if low*high > 0 && before == after && (before == 0 || before == 7) {
			sum.part++
		}
	}
	return sum
}

// The limits under which intervals blur: from C3 down a fifth is wanted, from
// E3 down a third.
const (
	lowC3, lowE3 = 48, 52
	fifth, third = 7, 3
)

// blurredIntervals counts pairs of held notes that are too near to each other
// for where they lie. Notes that only brush each other, for up to 50 ms, as
// hands do, do not count.
func blurredIntervals(b *bench, p *piece) tally {
	var low []score.Event
	found := 0.0
	for _, e := range p.sheet.Events {
		if !e.Part.Pitched() {
			continue
		}
		low = slices.DeleteFunc(low, func(held score.Event) bool { return held.Frame+held.Frames <= e.Frame+score.Rate/20 })
		for _, held := range low {
			under, over := min(held.Pitch, e.Pitch), max(held.Pitch, e.Pitch)
			if interval := over - under; interval > 0 && (under < lowC3 && interval < fifth || under < lowE3 && interval < third) {
				if found++; found == 1 {
					b.Logf("%v: %v %d and %v %d blur at %d s", p, held.Part, held.Pitch, e.Part, e.Pitch, e.Frame/score.Rate)
				}
			}
		}
		if e.Frames > score.Rate/20 && e.Pitch < lowE3+fifth {
			low = append(low, e)
		}
	}
	return tally{found, 1}
}

// keyDistance returns the most pitch classes that change from a section to
// the next.
func keyDistance(_ *bench, p *piece) tally {
	most := 0
	for i := 1; i < len(p.sheet.Sections); i++ {
		most = max(most, p.sheet.Sections[i-1].Key.Changed(p.sheet.Sections[i].Key))
	}
	return tally{float64(most), 1}
}

// outsideKey returns the share of sounding time of pitched notes that the key
// of their section does not have: what is borrowed. Were a key to change
// anywhere but at a turn, it would show here.
func outsideKey(_ *bench, p *piece) tally {
	var sum tally
	at := 0
	for _, e := range p.sheet.Events {
		for at+1 < len(p.sheet.Sections) && p.sheet.Sections[at+1].Frame <= e.Frame {
			at++
		}
		if !e.Part.Pitched() {
			continue
		}
		sum.whole += float64(e.Frames)
		if !p.sheet.Sections[at].Key.Set().Has(e.Pitch) {
			sum.part += float64(e.Frames)
		}
	}
	return sum
}

// chordTime returns the mean time in seconds until another root is heard:
// suspensions that resolve and colours that change belong to one chord.
func chordTime(_ *bench, p *piece) tally {
	chords := 0.0
	for i, c := range p.sheet.Chords {
		if i == 0 || rootOf(c.Symbol) != rootOf(p.sheet.Chords[i-1].Symbol) {
			chords++
		}
	}
	return tally{float64(p.sheet.Frames) / score.Rate, chords}
}

// rootOf returns the root of a chord symbol: "Bb" of "Bbmaj7/D".
func rootOf(symbol string) string {
	return symbol[:len(symbol)-len(strings.TrimLeft(symbol[1:], "#b"))]
}
