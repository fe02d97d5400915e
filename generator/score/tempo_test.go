package score

import (
	"testing"

	"dulcet/generator/theory"
)

func TestSheet_Place(t *testing.T) {
	sheet := &Sheet{}
	for _, span := range []Span{
		{Frame: 0, Frames: 8 * Rate, Beats: 8, Meter: 4},
		{Frame: 8 * Rate, Frames: 8 * Rate, Beats: 8, Meter: 4},  // goes on
		{Frame: 16 * Rate, Frames: 8 * Rate, Beats: 4, Meter: 4}, // slower
		{Frame: 24 * Rate, Frames: 6 * Rate, Beats: 6, Meter: 3}, // in three
		{Frame: 30 * Rate, Frames: Rate},                         // without beats
	} {
		sheet.Add(&span)
	}
	if len(sheet.Tempos) != 3 || sheet.Tempos[0].Beats != 16 {
		t.Fatalf("tempos are %+v", sheet.Tempos)
	}
	if got := sheet.Tempos[1].BPM(); got != 30*theory.One {
		t.Errorf("four beats in eight seconds are %v a minute", got.Float())
	}
	for _, test := range []struct {
		name  string
		frame int64
		want  Place
	}{
		{"the start", 0, Place{0, 0, 4}},
		{"a beat and a half", 3 * Rate / 2, Place{0, theory.One * 3 / 2, 4}},
		{"a bar line", 4 * Rate, Place{1, 0, 4}},
		{"just before it", 4*Rate - 1, Place{0, 4*theory.One - 1, 4}},
		{"a slower bar", 18 * Rate, Place{4, theory.One, 4}},
		{"a bar of three", 28 * Rate, Place{6, theory.One, 3}},
		{"after the last beat", 34 * Rate, Place{8, theory.One, 3}},
		{"before the first", -Rate, Place{-1, 3 * theory.One, 4}},
	} {
		if got := sheet.Place(test.frame); got != test.want {
			t.Errorf("%s: %d lies at %+v, want %+v", test.name, test.frame, got, test.want)
		}
	}
	if got := new(Sheet).Place(3 * Rate / 2); got.Beat != theory.One*3/2 {
		t.Errorf("without tempos 1.5 s lie at %+v", got)
	}
}
