package generator

import (
	"math"
	"testing"

	"dulcet/generator/score"
)

func TestNewSolo_of_every_name_sounds(t *testing.T) {
	for _, name := range append(Instruments(), Soundscapes()...) {
		t.Run(name, func(t *testing.T) {
			solo, known := NewSolo(name, 1)
			if !known {
				t.Fatal("unknown")
			}
			seconds := 8
			if testing.Short() {
				seconds = 2
			}
			samples := make([][2]float64, seconds*Rate)
			if n, ok := solo.Stream(samples); n != len(samples) || !ok {
				t.Fatalf("Stream returned %d, %v", n, ok)
			}
			var power, highest float64
			for _, frame := range samples {
				for _, x := range frame {
					if x-x != 0 {
						t.Fatal("not finite")
					}
					power += x * x
					highest = max(highest, math.Abs(x))
				}
			}
			rms := 10 * math.Log10(power/float64(2*len(samples)))
			if rms < -60 || highest >= 1 {
				t.Errorf("RMS %.1f dBFS, peak %.3f", rms, highest)
			}
		})
	}
}

func TestNewSolo_of_a_wrong_name_is_none(t *testing.T) {
	for _, name := range []string{"", "banjo", "piano ", "Piano"} {
		if _, known := NewSolo(name, 1); known {
			t.Errorf("%q is known", name)
		}
	}
}

// However the frames are asked for, they are the same.
func TestSolo_Stream_does_not_depend_on_the_buffer(t *testing.T) {
	whole, _ := NewSolo("piano", 2)
	parts, _ := NewSolo("piano", 2)
	a, b := make([][2]float64, 20000), make([][2]float64, 20000)
	whole.Stream(a)
	for at, n := 0, 1; at < len(b); at, n = at+n, n*3%1000+1 {
		n = min(n, len(b)-at)
		parts.Stream(b[at : at+n])
	}
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("frame %d differs", i)
		}
	}
}

// A study stays inside the instrument's range, starts no note before the one
// before it, and leaves time for its last note to ring.
func TestStudyOf_fits_the_instrument_and_the_minute(t *testing.T) {
	for part := range score.InstrumentCount {
		low, high := part.Range()
		last := int64(0)
		cues := studyOf(part)
		if len(cues) < 12 {
			t.Errorf("%s plays %d notes", part, len(cues))
		}
		for _, c := range cues {
			if c.note.Pitch < float32(low) || c.note.Pitch > float32(high) {
				t.Errorf("%s plays %v, outside %d…%d", part, c.note.Pitch, low, high)
			}
			if c.frame < last {
				t.Errorf("%s plays at %d after %d", part, c.frame, last)
			}
			last = c.frame
		}
		if last > (studySeconds-3)*Rate {
			t.Errorf("%s still starts a note at %.1f s", part, float64(last)/Rate)
		}
	}
}
