package dsp

import (
	"math"
	"testing"
)

func TestDrift_Next_wanders_slowly_about_zero(t *testing.T) {
	for _, hertz := range []float32{0.05, 0.3} {
		var all []float64
		steepest := 0.0
		for seed := range uint64(40) {
			d := NewDrift(seed, hertz)
			previous := math.NaN()
			for range 40 * Rate / Quantum {
				v := float64(d.Next())
				steepest = math.Max(steepest, math.Abs(v-previous))
				previous = v
				all = append(all, v)
			}
		}
		mean, rms := statistics(all)
		if math.Abs(mean) > 0.25 || math.Abs(rms-0.95) > 0.2 {
			t.Errorf("%v Hz: mean %.2f and RMS %.2f, want 0 and nearly 1", hertz, mean, rms)
		}
		if limit := 5 * 2 * math.Pi * float64(hertz) * Quantum / Rate; steepest > limit {
			t.Errorf("%v Hz: a step of %.4f in a quantum, want at most %.4f", hertz, steepest, limit)
		}
	}
}
