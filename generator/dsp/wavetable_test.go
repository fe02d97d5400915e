package dsp

import (
	"math"
	"testing"
)

func TestBank_At_is_band_limited_and_has_one_level(t *testing.T) {
	bank := NewBank(func(k int) float64 { return 1 / float64(k) }, 64, 9000)
	for hertz := float32(30); hertz < 8000; hertz *= 1.37 {
		table := bank.At(hertz)
		square := 0.0
		for _, v := range table[:tableSize] {
			square += float64(v) * float64(v) / tableSize
		}
		if math.Abs(math.Sqrt(square)-math.Sqrt(0.5)) > 0.001 {
			t.Errorf("%.0f Hz: RMS %.4f, want √½", hertz, math.Sqrt(square))
		}
		if table[0] != table[tableSize] {
			t.Errorf("%.0f Hz: the table does not close", hertz)
		}
		for k := 1; k < 200; k++ {
			var re, im float64
			for i, v := range table[:tableSize] {
				angle := 2 * math.Pi * float64(i*k) / tableSize
				re += float64(v) * math.Cos(angle) * 2 / tableSize
				im += float64(v) * math.Sin(angle) * 2 / tableSize
			}
			a := math.Hypot(re, im)
			if above := float32(k) * hertz; above > 9000*1.01 && k > 1 && a > 1e-4 {
				t.Errorf("%.0f Hz: harmonic %d of amplitude %.5f lies at %.0f Hz", hertz, k, a, above)
			}
		}
	}
}
