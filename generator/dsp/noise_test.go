package dsp

import (
	"math"
	"testing"
)

func statistics(x []float64) (mean, rms float64) {
	for _, v := range x {
		mean += v / float64(len(x))
		rms += v * v / float64(len(x))
	}
	return mean, math.Sqrt(rms)
}

func TestNoise_Next_is_white_and_even(t *testing.T) {
	noise := NewNoise(0)
	x := make([]float64, 1<<18)
	for i := range x {
		x[i] = float64(noise.Next())
		if x[i] < -1 || x[i] > 1 {
			t.Fatalf("a sample of %g", x[i])
		}
	}
	mean, rms := statistics(x)
	if math.Abs(mean) > 0.005 || math.Abs(rms-math.Sqrt(1.0/3)) > 0.005 {
		t.Errorf("mean %.4f and RMS %.4f, want 0 and 0.577", mean, rms)
	}
	for lag := 1; lag < 20; lag++ {
		sum := 0.0
		for i := lag; i < len(x); i++ {
			sum += x[i] * x[i-lag]
		}
		if r := 3 * sum / float64(len(x)); math.Abs(r) > 0.01 {
			t.Errorf("samples %d apart correlate by %.3f", lag, r)
		}
	}
	a, b := NewNoise(1), NewNoise(2)
	if a.Next() == b.Next() {
		t.Error("two seeds give the same noise")
	}
}

// band returns the power of x in the octave about a frequency.
func band(x []float64, hertz float64) float64 {
	var filter StateVariable
	filter.Set(float32(hertz), 2)
	power := 0.0
	for at := 0; at+Quantum <= len(x); at += Quantum {
		var left, right Block
		for i := range left {
			left[i] = float32(x[at+i])
		}
		filter.Bandpass(left[:], right[:])
		for _, v := range left {
			power += float64(v) * float64(v)
		}
	}
	return power
}

func TestPink_falls_by_3_dB_an_octave(t *testing.T) {
	noise, pink := NewNoise(3), Pink{}
	x := make([]float64, 0, 1<<20)
	for range 1 << 14 {
		var block Block
		noise.Render(block[:])
		pink.Process(block[:])
		for _, v := range block {
			x = append(x, float64(v))
		}
	}
	if _, rms := statistics(x); math.Abs(rms-1.7) > 0.3 {
		t.Errorf("RMS %.2f, want 1.7", rms)
	}
	// In bands of constant ratio, which widen by 3 dB an octave, it is level.
	for hertz := 100.0; hertz < 5000; hertz *= 2 {
		if got := 10 * math.Log10(band(x, 2*hertz)/band(x, hertz)); math.Abs(got) > 0.8 {
			t.Errorf("%.1f dB from %v to %v Hz, want 0", got, hertz, 2*hertz)
		}
	}
}

func BenchmarkNoise_Render(b *testing.B) {
	noise := NewNoise(1)
	var out Block
	for b.Loop() {
		noise.Render(out[:])
	}
	perFrame(b)
}
