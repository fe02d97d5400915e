package dsp

import (
	"fmt"
	"math"
	"testing"
)

func TestStateVariable_has_the_response_of_a_second_order_filter(t *testing.T) {
	for _, corner := range []float32{28, 120, 1000, 8000} {
		for _, quality := range []float32{0.5, 0.7071, 3} {
			for _, ratio := range []float64{0.3, 1, 2} {
				t.Run(fmt.Sprintf("%v Hz, quality %v, at %v", corner, quality, ratio), func(t *testing.T) {
					f := float64(corner) * ratio
					w := math.Tan(math.Pi*f/Rate) / math.Tan(math.Pi*float64(corner)/Rate)
					below := 20 * math.Log10(math.Hypot(1-w*w, w/float64(quality)))
					for name, want := range map[string]float64{
						"low": -below, "high": 40*math.Log10(w) - below, "band": 20*math.Log10(w/float64(quality)) - below,
					} {
						var filter StateVariable
						filter.Set(corner, quality)
						got := gainAt(f, func(x []float32) {
							right := make([]float32, len(x))
							copy(right, x)
							switch name {
							case "low":
								filter.Lowpass(x, right)
							case "high":
								filter.Highpass(x, right)
							case "band":
								filter.Bandpass(x, right)
							}
							for i := range x {
								if x[i] != right[i] {
									t.Fatalf("%s: the channels differ at frame %d", name, i)
								}
							}
						})
						if math.Abs(got-want) > 0.3 {
							t.Errorf("%s: %.2f dB, want %.2f", name, got, want)
						}
					}
				})
			}
		}
	}
}

func TestStateVariable_stays_stable_while_its_corner_jumps(t *testing.T) {
	var filter StateVariable
	noise := NewNoise(4)
	var left, right Block
	for range 20000 {
		filter.Set(20+19000*noise.Unit(), 0.5+8*noise.Unit())
		noise.Render(left[:])
		noise.Render(right[:])
		filter.Lowpass(left[:], right[:])
		for i := range left {
			if x := math.Abs(float64(left[i])); !(x < 60) {
				t.Fatalf("a sample of %g", x)
			}
		}
	}
}

func BenchmarkStateVariable_Lowpass(b *testing.B) {
	var f StateVariable
	var left, right Block
	noise := NewNoise(1)
	noise.Render(left[:])
	for b.Loop() {
		f.Set(900, 0.7)
		f.Lowpass(left[:], right[:])
	}
	perFrame(b)
}

func TestDoublePole_is_3_dB_down_at_its_corner_and_falls_by_12_dB_an_octave(t *testing.T) {
	for _, corner := range []float32{100, 800, 3000} {
		for ratio, want := range map[float64]float64{0.1: 0, 1: -3, 4: -16.9, 8: -28.4} {
			if ratio*float64(corner) > 8000 {
				continue
			}
			var filter DoublePole
			filter.Set(corner)
			got := gainAt(ratio*float64(corner), func(x []float32) {
				right := append([]float32(nil), x...)
				filter.Lowpass(x, right)
				for i := range x {
					if x[i] != right[i] {
						t.Fatal("the channels differ")
					}
				}
			})
			if math.Abs(got-want) > 1 {
				t.Errorf("%v Hz: %.1f dB at %v times the corner, want %.1f", corner, got, ratio, want)
			}
		}
	}
}
