package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestVibrato_next_waits_grows_and_never_repeats_itself(t *testing.T) {
	const second = dsp.Rate / dsp.Quantum
	l := dsp.DrawLot(1, 1)
	v := newVibrato(12, 5, 0.6, &l)
	bends := make([]float64, 20*second)
	for i := range bends {
		bends[i] = 1200 * math.Log2(1+float64(v.next()))
	}
	widest := func(from, to float64) (cents float64) {
		for _, b := range bends[int(from*second):int(to*second)] {
			cents = math.Max(cents, math.Abs(b))
		}
		return cents
	}
	if early := widest(0, 0.59); early != 0 {
		t.Errorf("%.1f cents before it begins", early)
	}
	if young, grown := widest(0.6, 0.8), widest(2, 20); young > 0.5*grown || grown < 10 || grown > 22 {
		t.Errorf("%.1f cents when it begins, %.1f when it is grown; asked for about 12", young, grown)
	}
	// The lengths of its waves, from one rise through zero to the next.
	var lengths []float64
	last := 0
	for i := 2 * second; i < len(bends); i++ {
		if bends[i-1] < 0 && bends[i] >= 0 {
			if last > 0 {
				lengths = append(lengths, float64(i-last)/second)
			}
			last = i
		}
	}
	mean, deviation := 0.0, 0.0
	for _, x := range lengths {
		mean += x / float64(len(lengths))
	}
	for _, x := range lengths {
		deviation += (x - mean) * (x - mean) / float64(len(lengths))
	}
	if hz := 1 / mean; hz < 4.5 || hz > 5.5 {
		t.Errorf("%.2f waves a second", hz)
	}
	if share := math.Sqrt(deviation) / mean; share < 0.02 || share > 0.2 {
		t.Errorf("waves differ by %.1f %%", 100*share)
	}
	var none vibrato
	if none.next() != 0 {
		t.Error("no vibrato bends a note")
	}
}
