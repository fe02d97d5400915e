package generator

import (
	"slices"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// TestTable_MeasuresFindFaults plants faults in a piece and looks whether the
// measures that should tell them do: a table that cannot fail says nothing.
func TestTable_MeasuresFindFaults(t *testing.T) {
	for _, test := range []struct {
		name    string
		measure func(b *bench, p *piece) tally
		worse   bool // the value grows
		plant   func(s *score.Sheet)
	}{
		{"voices that leap", voiceMotion, true, func(s *score.Sheet) {
			for i := range s.Chords {
				if i%2 == 1 {
					transpose(s.Chords[i].Pitches, 12)
				}
			}
		}},
		{"chords that move in parallel", outerParallels, true, func(s *score.Sheet) {
			for i := range s.Chords {
				s.Chords[i].Pitches = []int{40 + i%5, 47 + i%5, 52 + i%5}
			}
		}},
		{"a low third", blurredIntervals, true, func(s *score.Sheet) {
			at := s.Sections[1].Frame
			s.Events = append(s.Events,
				score.Event{Frame: at, Frames: score.Rate, Part: score.Piano, Pitch: 40},
				score.Event{Frame: at, Frames: score.Rate, Part: score.Harp, Pitch: 44})
		}},
		{"a distant key", keyDistance, true, func(s *score.Sheet) { s.Sections[1].Key.Tonic += 6 }},
		{"notes of another key", outsideKey, true, func(s *score.Sheet) {
			for i := range s.Events[len(s.Events)/2:] {
				s.Events[i].Pitch++
			}
		}},
		{"chords that hurry", chordTime, false, func(s *score.Sheet) {
			for i := range s.Chords {
				s.Chords[i].Symbol = [...]string{"Am", "Bb9/D", "C#", "Db"}[i%4]
			}
		}},
		{"an operation that was another", derived, false, func(s *score.Sheet) {
			each(s, func(e *score.Event) { e.Operation = score.Inversion })
		}},
		{"a motif that is played in another rhythm", derived, false, func(s *score.Sheet) {
			each(s, func(e *score.Event) { e.Frame += int64(e.Pitch%3) * score.Rate / 2 })
		}},
		{"a wrong note in each motif", derived, false, func(s *score.Sheet) {
			last := uint32(0)
			each(s, func(e *score.Event) {
				if e.Appearance != last {
					e.Pitch += 12
				}
				last = e.Appearance
			})
		}},
		{"a motif that changes hands", derived, false, func(s *score.Sheet) {
			n := 0
			each(s, func(e *score.Event) { e.Part, n = [...]score.Part{score.Harp, score.Flute}[n%2], n+1 })
		}},
		{"a line that is shared without reason", sharedNotes, true, func(s *score.Sheet) {
			n := 0
			each(s, func(e *score.Event) { e.Part, n = [...]score.Part{score.Harp, score.Flute}[n%2], n+1 })
		}},
		{"leaps that go on", recoveredLeaps, false, func(s *score.Sheet) {
			n := 0
			each(s, func(e *score.Event) { e.Part, e.Pitch, n = score.Piano, 40+9*(n%5), n+1 })
		}},
		{"a melody that never rests", rests, false, func(s *score.Sheet) {
			each(s, func(e *score.Event) { e.Frames = 60 * score.Rate })
		}},
		{"a motif that goes missing", motifAbsence, true, func(s *score.Sheet) {
			each(s, func(e *score.Event) { e.Motif = 'a' })
		}},
		{"a piece that plays itself again", repeatedWindows, true, func(s *score.Sheet) {
			half := len(s.Events) / 2
			first := slices.Clone(s.Events[:half])
			start := s.Tempos[0].Frames / int64(s.Tempos[0].Beats) * int64(s.Tempos[0].Meter) // a bar
			bars := (s.Events[half].Frame + start - 1) / start
			for i := range first {
				first[i].Frame += bars * start
			}
			s.Events = append(slices.Clone(s.Events[:half]), first...)
			s.Tempos = []score.Tempo{{Frames: s.Frames / start * start, Beats: int(s.Frames/start) * s.Tempos[0].Meter, Meter: s.Tempos[0].Meter}}
		}},
		{"a melody of leaps", surpriseOf, true, func(s *score.Sheet) {
			n := 0
			each(s, func(e *score.Event) { e.Pitch, n = 50+17*n%29, n+1 })
		}},
	} {
		b := newBench(t, journal.Calm)
		sound, faulty := b.composed(sittingMinutes, 1), newBench(t, journal.Calm).composed(sittingMinutes, 1)
		test.plant(faulty.sheet)
		slices.SortStableFunc(faulty.sheet.Events, func(a, b score.Event) int { return int(a.Frame - b.Frame) })
		before, after := test.measure(b, sound), test.measure(b, faulty)
		if before.whole == 0 {
			before = tally{1, 1} // nothing to find fault with
		}
		if worse := after.value() > before.value(); worse != test.worse || after.value() == before.value() {
			t.Errorf("%s: %.3f without the fault and %.3f with it", test.name, before.value(), after.value())
		}
	}
	b := newBench(t, journal.Calm)
	if p := b.composed(sittingMinutes, 1); sharedWindows(b, &piece{goal: p.goal, seed: 0, plan: p.plan, sheet: p.sheet}).value() != 1 {
		t.Error("a piece shares less than all of its windows with itself")
	}
}

// each changes every note of the melody.
func each(s *score.Sheet, change func(e *score.Event)) {
	for i := range s.Events {
		if s.Events[i].Role == score.Melody {
			change(&s.Events[i])
		}
	}
}

func transpose(pitches []int, semitones int) {
	for i := range pitches {
		pitches[i] += semitones
	}
}

func TestLeastMotion(t *testing.T) {
	for _, test := range []struct {
		a, b []int
		want int
	}{
		{[]int{60, 64, 67}, []int{60, 64, 67}, 0},
		{[]int{60, 64, 67}, []int{59, 62, 67}, 3},
		{[]int{60, 64, 67}, []int{48, 60, 64, 67}, 0}, // a bass comes in
		{[]int{48, 60, 65}, []int{59, 64}, 2},
		{[]int{60}, []int{72}, 12},
	} {
		if got := leastMotion(test.a, test.b); got != test.want {
			t.Errorf("%v to %v moves %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestBound(t *testing.T) {
	for _, test := range []struct {
		b     bound
		v     float64
		holds bool
		text  string
	}{
		{atMost(2), 2, true, "≤ 2"},
		{atMost(2), 2.1, false, "≤ 2"},
		{atLeast(0.85), 0.8, false, "≥ 0.85"},
		{bound{0.7, 1.3}, 1, true, "0.7…1.3"},
		{anything(), -5, true, "any"},
	} {
		if test.b.holds(test.v) != test.holds || test.b.String() != test.text || (test.b.distance(test.v) > 0) == test.holds {
			t.Errorf("%v of %v: holds %v at a distance of %v", test.b, test.v, test.b.holds(test.v), test.b.distance(test.v))
		}
	}
	found := measured{}
	for i, v := range []float64{3, 1, 2} {
		found.add(tally{v * float64(i+1), float64(i + 1)}, &piece{sheet: &score.Sheet{}, seed: uint32(i)})
	}
	for _, test := range []struct {
		over summary
		want float64
	}{{worst, 3}, {median, 2}, {pooled, (3 + 2 + 6) / 6.0}} {
		if got, _ := found.summarised(test.over, atMost(1)); got != test.want {
			t.Errorf("%v of 3, 1 and 2 is %v, want %v", test.over, got, test.want)
		}
	}
}
