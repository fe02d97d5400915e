package dsp

import (
	"fmt"
	"math"
	"testing"
)

func TestTilt_is_straight_from_50_Hz_to_10_kHz(t *testing.T) {
	slopes := []float32{-9, -7.5, -6, -4.5, -3, -1.5, 0, 1.5, 3}
	if testing.Short() {
		slopes = []float32{-9, -3, 3}
	}
	for _, slope := range slopes {
		t.Run(fmt.Sprintf("%v dB an octave", slope), func(t *testing.T) {
			previous := math.NaN()
			for hertz := 50.0; hertz < 10000; hertz *= 2 {
				var tilt Tilt
				tilt.Set(slope)
				got := gainAt(hertz, func(x []float32) {
					right := append([]float32(nil), x...)
					tilt.Process(x, right)
					for i := range x {
						if x[i] != right[i] {
							t.Fatal("the channels differ")
						}
					}
				})
				if step := got - previous; math.Abs(step-float64(slope)) > 0.3 {
					t.Errorf("%.2f dB from %v to %v Hz", step, hertz/2, hertz)
				}
				if want := float64(slope) * math.Log2(hertz/tiltCentre); math.Abs(got-want) > 0.6 {
					t.Errorf("%.2f dB at %v Hz, want %.2f", got, hertz, want)
				}
				previous = got
			}
		})
	}
}

func BenchmarkTilt_Process(b *testing.B) {
	var tilt Tilt
	tilt.Set(-3)
	var left, right Block
	noise := NewNoise(1)
	for b.Loop() {
		noise.Render(left[:1])
		tilt.Process(left[:], right[:])
	}
	perFrame(b)
}
