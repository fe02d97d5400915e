package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestRing_sings_its_note_and_dies_away(t *testing.T) {
	for _, n := range []note{
		{hertz: 500, seconds: 0.3, gain: 0.5, pan: 0},
		{hertz: 2000, seconds: 0.1, gain: 0.2, pan: -1},
	} {
		var r ring
		lot := dsp.DrawLot(1, 2)
		r.start(n, &lot)
		var left, right []float64
		for r.busy() {
			var bed dsp.HalfStereo
			r.render(&bed)
			for i := range bed.Left {
				left, right = append(left, float64(bed.Left[i])), append(right, float64(bed.Right[i]))
			}
			if len(left) > halfRate {
				t.Fatal("it never ends")
			}
		}
		if got := float64(len(left)) / halfRate; math.Abs(got-n.seconds*46/60) > 0.012 {
			t.Errorf("%+v: it is heard for %.3f s", n, got)
		}
		crossings := 0
		quarter := len(left) / 4
		for i := quarter; i < 2*quarter; i++ {
			if left[i] < 0 != (left[i-1] < 0) {
				crossings++
			}
		}
		if hertz := float64(crossings) / 2 * halfRate / float64(quarter); math.Abs(hertz/n.hertz-1) > 0.06 {
			t.Errorf("%+v: it sings %.0f Hz", n, hertz)
		}
		var l, r2 float64
		for i := range left {
			l, r2 = max(l, math.Abs(left[i])), max(r2, math.Abs(right[i]))
		}
		if n.pan == 0 && math.Abs(l-r2) > 0.001 || n.pan == -1 && r2 > 1e-6 {
			t.Errorf("%+v: peaks %.3f and %.3f", n, l, r2)
		}
		if want := n.gain * math.Cos((n.pan+1)*math.Pi/4); math.Abs(l/want-0.92) > 0.09 {
			t.Errorf("%+v: the peak is %.3f, want about %.3f", n, l, want)
		}
	}
}

func TestRing_starts_without_a_step(t *testing.T) {
	lot := dsp.DrawLot(5, 1)
	for range 50 {
		var r ring
		r.start(note{hertz: 900, seconds: 0.05, gain: 1, pan: 0}, &lot)
		var bed dsp.HalfStereo
		r.render(&bed)
		for i := 1; i < halfQuantum; i++ {
			if step := bed.Left[i] - bed.Left[i-1]; step > 0.25 || step < -0.25 {
				t.Fatalf("a step of %.2f at frame %d", step, i)
			}
		}
	}
}
