package score

import (
	"errors"
	"strings"
	"testing"

	"dulcet/generator/theory"
)

// band is a sheet of three bars of four beats, a beat a second, with a part
// for everything that a page shows.
func band() *Sheet {
	key := theory.Key{Tonic: 2, Mode: theory.Dorian}
	note := func(beat float64, beats float64, part Part, role Role, pitch int) Event {
		return Event{Frame: int64(beat * Rate), Frames: int64(beats * Rate), Part: part, Role: role, Pitch: pitch, Velocity: theory.One / 2}
	}
	sung := note(1.02, 0.45, Piano, Melody, 69)
	sung.Motif, sung.Operation, sung.Appearance = 'a', Sequence, 12
	sheet := &Sheet{Motifs: []Motif{{ID: 'a', Intervals: []int{2}, Beats: []theory.Fixed{theory.One, theory.One / 2}}}}
	sheet.Add(&Span{
		Frames: 12 * Rate, Beats: 12, Meter: 4,
		Sections: []Section{{Name: "meet", Form: "A", Tonic: "D", Mode: "dorian", Key: key, Frames: 12 * Rate, BPM: 60 * theory.One}},
		Chords:   []Chord{{Frames: 6 * Rate, Symbol: "Dm9"}, {Frame: 6 * Rate, Frames: 6 * Rate, Symbol: "G/D"}},
		Events: []Event{
			note(0, 5.9, Strings, Harmony, 53), note(0.01, 5.9, Strings, Harmony, 60),
			sung, note(1.5, 1, Piano, Melody, 72), note(3.25, 0.25, Piano, Melody, 70),
			note(0, 0.1, Kit, Accompaniment, Kick), note(1.51, 0.1, Kit, Accompaniment, Rim), note(3.98, 0.1, Kit, Accompaniment, Kick),
		},
	})
	return sheet
}

func TestSheet_WriteBars(t *testing.T) {
	t.Run("lays parts out beat by beat", func(t *testing.T) {
		var out strings.Builder
		if err := band().WriteBars(&out, 0, 9); err != nil {
			t.Fatal(err)
		}
		want := `motif a  steps [2]  beats 1 0.5

0:00.00  == meet (A)  D dorian  60.0 bpm  0:12.00 long
1   0:00  chords               Dm9   -     - -
          strings harmony  mf  F3+C4 -     - -
          piano melody     mf  .     A4·C5 - .·Bb4·.·.  a/sequence #12
          kit kick         mf  x     .     . .
          kit rim          mf  .     .·x   . .

2   0:04  chords               - - G/D -
          strings harmony      - - .   .
          kit kick         mf  x . .   .

3   0:08  held

`
		if got := out.String(); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("begins where it is asked to", func(t *testing.T) {
		var out strings.Builder
		if err := band().WriteBars(&out, 2, 3); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); !strings.Contains(got, "3   0:08") || strings.Contains(got, "2   0:04") || strings.Contains(got, "==") {
			t.Errorf("got\n%s", got)
		}
	})
	t.Run("reports what goes wrong", func(t *testing.T) {
		if err := band().WriteBars(broken{}, 0, 1); !errors.Is(err, errBroken) {
			t.Errorf("the error is %v", err)
		}
	})
}

func TestRow_Cell(t *testing.T) {
	for _, test := range []struct {
		struck string // what begins in each sixteenth, "-" where it is held, "." where nothing is
		want   string
	}{
		{"A4 - - -", "A4"},
		{"A4 - - .", "A4"},
		{"A4 - . .", "A4"},
		{"A4 - B4 -", "A4·B4"},
		{". . B4 -", ".·B4"},
		{"- . B4 -", "-·B4"},
		{"A4 B4 - -", "A4·B4·-·-"},
		{"- - - -", "-"},
		{". . . .", "."},
		{"- - . .", "-"},
	} {
		r := row{struck: strings.Fields(test.struck), held: make([]bool, slotsPerBeat)}
		for i, slot := range r.struck {
			switch slot {
			case "-":
				r.struck[i], r.held[i] = "", true
			case ".":
				r.struck[i] = ""
			}
		}
		if got := r.cell(0); got != test.want {
			t.Errorf("%q is shown as %q, want %q", test.struck, got, test.want)
		}
	}
}

func TestDynamic(t *testing.T) {
	for _, test := range []struct {
		velocity theory.Fixed
		notes    int
		want     string
	}{
		{0, 0, ""}, {theory.One / 20, 1, "ppp"}, {theory.One * 3 / 10, 1, "p"}, {theory.One, 2, "mf"}, {theory.One, 1, "fff"},
	} {
		if got := dynamic(test.velocity, test.notes); got != test.want {
			t.Errorf("%d notes of %v together are %q, want %q", test.notes, test.velocity.Float(), got, test.want)
		}
	}
}
