package dsp

import (
	"math"
	"testing"
)

func TestFourPole_has_the_response_of_Butterworth(t *testing.T) {
	for _, corner := range []float32{90, 700, 4000} {
		for _, ratio := range []float64{0.3, 1, 2, 4} {
			f := float64(corner) * ratio
			warped := math.Tan(math.Pi*f/Rate) / math.Tan(math.Pi*float64(corner)/Rate)
			want := -10 * math.Log10(1+math.Pow(warped, 8))
			var filter FourPole
			filter.Set(corner)
			got := gainAt(f, func(x []float32) {
				right := append([]float32(nil), x...)
				filter.Lowpass(x, right)
				for i := range x {
					if x[i] != right[i] {
						t.Fatal("the channels differ")
					}
				}
			})
			if math.Abs(got-want) > 0.2 {
				t.Errorf("corner %v Hz: %.2f dB at %v Hz, want %.2f", corner, got, f, want)
			}
		}
	}
}

func TestFourPole_stays_calm_while_its_corner_glides(t *testing.T) {
	var filter FourPole
	highest := float32(0)
	for quantum := range 3000 {
		corner := 500 + 4*min(quantum%1500, 1500-quantum%1500)
		filter.Set(float32(corner))
		var left, right Block
		for i := range left {
			left[i] = Sine(uint32(quantum*Quantum+i) * PhaseStep(300))
		}
		filter.Lowpass(left[:], right[:])
		for _, x := range left {
			highest = max(highest, x, -x)
		}
	}
	if highest > 1.2 {
		t.Errorf("a sine of 1 becomes %.2f", highest)
	}
}

func BenchmarkFourPole_Lowpass(b *testing.B) {
	var f FourPole
	f.Set(900)
	var left, right Block
	noise := NewNoise(1)
	for b.Loop() {
		noise.Render(left[:1])
		f.Lowpass(left[:], right[:])
	}
	perFrame(b)
}
