package generator

import (
	"math"
	"testing"

	"dulcet/generator/loudness"
	"dulcet/generator/score"
	"dulcet/journal"
)

// rings returns when the bells and bowls of a score are struck, in seconds.
func rings(sheet *score.Sheet) (seconds []float64) {
	for _, e := range sheet.Events {
		if e.Part == score.Bowl || e.Part == score.Bell {
			seconds = append(seconds, float64(e.Frame)/Rate)
		}
	}
	return seconds
}

func TestBells_ring_at_their_frames_and_nothing_else_does(t *testing.T) {
	for _, c := range []struct {
		name    string
		options Options
		want    []float64 // minutes
	}{
		{"regular", Options{Bells: Bells{Every: 5}}, []float64{0, 5, 10, 15}},
		{"regular after a warm-up", Options{Bells: Bells{WarmUp: 2, Every: 6}}, []float64{2, 8, 14}},
		{"at times of one's own", Options{Bells: Bells{WarmUp: 0.5, At: []float64{15, 3, 7}}}, []float64{0.5, 3.5, 7.5, 15.5}},
		{"a warm-up alone", Options{Bells: Bells{WarmUp: 1.5}}, []float64{1.5}},
		{"in silence", Options{Bells: Bells{Every: 5}, Silence: true}, []float64{0, 5, 10, 15}},
		{"with no bowl", Options{Bells: Bells{Every: 10}, Refused: partsIn(score.Bowl)}, []float64{0, 10}},
		{"with neither", Options{Bells: Bells{Every: 10}, Refused: partsIn(score.Bowl, score.Bell)}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := Compose(asking(t, journal.Meditate, 20, c.options, 4))
			got := rings(sheet)
			if len(got) != len(c.want) {
				t.Fatalf("bells at %v s, want at minutes %v", got, c.want)
			}
			for i, second := range got {
				if math.Abs(second-60*c.want[i]) > 1e-9 {
					t.Errorf("a bell at %v s, want at %v", second, 60*c.want[i])
				}
			}
			if c.options.Silence && len(sheet.Events) != len(got) {
				t.Errorf("%d events in silence, %d of them bells", len(sheet.Events), len(got))
			}
		})
	}
}

// In silence nothing sounds but the bells, which speak softly and are as loud
// as music would be; a soundscape that was asked for stays.
func TestSilence_is_kept_but_for_the_bells(t *testing.T) {
	brief := asking(t, journal.Meditate, 2, Options{Bells: Bells{WarmUp: 0.5}, Silence: true}, 4)
	p, meter := New(brief), loudness.New(Rate)
	out := stream(p, 60*Rate, constant(4800))
	if peak := loudest(out[:30*Rate]); peak > 1e-4 {
		t.Errorf("before the bell it peaks at %g", peak)
	}
	bell := out[30*Rate : 36*Rate]
	meter.Add(bell)
	if lufs := meter.Integrated(); lufs < -32 || lufs > -18 {
		t.Errorf("the bell is %.1f LUFS", lufs)
	}
	if rise := riseTime(bell); rise < 0.03 {
		t.Errorf("the bell takes %.0f ms to speak", 1000*rise)
	}
	bed := asking(t, journal.Meditate, 2, Options{Silence: true, Wanted: partsIn(score.Stream, score.Harp)}, 4)
	if heard := heardIn(bed); heard != partsIn(score.Stream) {
		t.Errorf("%v are heard where a stream was to be", heard.Names())
	}
}

// riseTime returns how many seconds the envelope of a stroke takes from a tenth
// to nine tenths of its highest, in windows of 5 ms.
func riseTime(out [][2]float64) float64 {
	const window = Rate / 200
	var envelope []float64
	highest := 0.0
	for at := 0; at+window <= len(out); at += window / 5 {
		sum := 0.0
		for _, f := range out[at : at+window] {
			sum += f[0]*f[0] + f[1]*f[1]
		}
		envelope = append(envelope, math.Sqrt(sum))
		highest = math.Max(highest, math.Sqrt(sum))
	}
	low := -1
	for i, level := range envelope {
		if low < 0 && level > 0.1*highest {
			low = i
		}
		if level > 0.9*highest {
			return float64(i-low) * window / 5 / Rate
		}
	}
	return 0
}
