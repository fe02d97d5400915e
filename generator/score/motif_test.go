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
	for o := None; o <= Answer; o++ {
		if seen[o.String()] {
			t.Errorf("two operations are called %q", o)
		}
		seen[o.String()] = true
	}
}
