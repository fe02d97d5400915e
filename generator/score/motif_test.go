package score

import (
	"slices"
	"testing"

	"dulcet/generator/theory"
)

func TestMotif_Apply(t *testing.T) {
	one := theory.One
	motif := Motif{ID: 'a', Intervals: []int{2, -1, -1}, Beats: []theory.Fixed{one, one / 2, one / 2, 2 * one}}
	for _, test := range []struct {
		operation Operation
		intervals []int
		beats     []theory.Fixed
	}{
		{Statement, []int{2, -1, -1}, []theory.Fixed{one, one / 2, one / 2, 2 * one}},
		{Sequence, []int{2, -1, -1}, []theory.Fixed{one, one / 2, one / 2, 2 * one}},
		{Answer, []int{2, -1, -1}, []theory.Fixed{one, one / 2, one / 2, 2 * one}},
		{Inversion, []int{-2, 1, 1}, []theory.Fixed{one, one / 2, one / 2, 2 * one}},
		{Retrograde, []int{1, 1, -2}, []theory.Fixed{2 * one, one / 2, one / 2, one}},
		{Augmentation, []int{2, -1, -1}, []theory.Fixed{2 * one, one, one, 4 * one}},
		{Diminution, []int{2, -1, -1}, []theory.Fixed{one / 2, one / 4, one / 4, one}},
		{Fragmentation, []int{2, -1}, []theory.Fixed{one, one / 2, one / 2}},
		{Displacement, []int{2, 6, -1}, []theory.Fixed{one, one / 2, one / 2, 2 * one}},
		{Ornament, []int{1, -1, 2, -1, -1}, []theory.Fixed{one / 2, one / 4, one / 4, one / 2, one / 2, 2 * one}},
	} {
		t.Run(test.operation.String(), func(t *testing.T) {
			intervals, beats := motif.Apply(test.operation, make([]int, 3, 9), nil)
			if !slices.Equal(intervals, test.intervals) || !slices.Equal(beats, test.beats) {
				t.Errorf("got %v %v, want %v %v", intervals, beats, test.intervals, test.beats)
			}
			if !slices.Equal(motif.Intervals, []int{2, -1, -1}) || motif.Beats[0] != one {
				t.Errorf("the motif itself has changed: %v", motif)
			}
		})
	}
}

func TestOperation_NamesAreDistinct(t *testing.T) {
	seen := map[string]bool{}
	for o := None; o < OperationCount; o++ {
		if seen[o.String()] {
			t.Errorf("two operations are called %q", o)
		}
		seen[o.String()] = true
	}
}

func TestMotif_ADisplacementKeepsEveryDegreeAndTurnsBack(t *testing.T) {
	for _, test := range []struct {
		name             string
		intervals, moved []int
	}{
		{"down by steps", []int{1, -1, -1}, []int{1, 6, -1}},
		{"up by steps", []int{2, 1, -1}, []int{-5, 1, -1}},
		{"to and fro", []int{2, -1}, []int{2, 6}},
		{"a note repeated", []int{-1, 0}, []int{-1, 7}},
	} {
		got, _ := Motif{Intervals: test.intervals}.Apply(Displacement, nil, nil)
		if !slices.Equal(got, test.moved) {
			t.Errorf("%s: %v becomes %v, want %v", test.name, test.intervals, got, test.moved)
		}
		for i := range got {
			if (got[i]-test.intervals[i])%theory.StepsPerOctave != 0 {
				t.Errorf("%s: interval %d of %v leads to another degree", test.name, i, got)
			}
		}
	}
}
