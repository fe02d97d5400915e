package dsp

import (
	"math"
	"testing"
)

// gainAt returns the level in decibels at which process lets a sine through
// once it has settled.
func gainAt(hertz float64, process func(x []float32)) float64 {
	var before, after, phase float64
	var block Block
	for quantum := range 2 * Rate / Quantum {
		for i := range block {
			block[i] = float32(math.Sin(phase))
			phase += 2 * math.Pi * hertz / Rate
		}
		in := block
		process(block[:])
		if quantum < Rate/Quantum {
			continue
		}
		for i := range block {
			before += float64(in[i]) * float64(in[i])
			after += float64(block[i]) * float64(block[i])
		}
	}
	return 10 * math.Log10(after/before)
}

func TestOnePole_is_3_dB_down_at_its_corner(t *testing.T) {
	for _, corner := range []float32{30, 200, 2000, 9000} {
		for _, hertz := range []float64{0.25, 1, 2} {
			f := float64(corner) * hertz
			warped := math.Tan(math.Pi*f/Rate) / math.Tan(math.Pi*float64(corner)/Rate)
			low := NewOnePole(corner)
			want := -10 * math.Log10(1+warped*warped)
			if got := gainAt(f, low.Lowpass); math.Abs(got-want) > 0.1 {
				t.Errorf("lowpass of %v Hz at %v Hz: %.2f dB, want %.2f", corner, f, got, want)
			}
			high := NewOnePole(corner)
			want += 20 * math.Log10(warped)
			if got := gainAt(f, high.Highpass); math.Abs(got-want) > 0.1 {
				t.Errorf("highpass of %v Hz at %v Hz: %.2f dB, want %.2f", corner, f, got, want)
			}
		}
	}
}

func TestOnePole_Next_is_Lowpass_sample_by_sample(t *testing.T) {
	one, block := NewOnePole(700), NewOnePole(700)
	noise := NewNoise(1)
	var x Block
	for range 20 {
		noise.Render(x[:])
		want := x
		for i := range want {
			want[i] = one.Next(want[i])
		}
		block.Lowpass(x[:])
		for i := range x {
			if math.Abs(float64(x[i]-want[i])) > 1e-5 {
				t.Fatalf("frame %d: %g, want %g", i, x[i], want[i])
			}
		}
	}
}
