package dsp

import (
	"fmt"
	"math"
	"testing"
)

func TestBiquad_has_the_response_of_a_second_order_filter(t *testing.T) {
	for _, corner := range []float32{28, 400, 6000} {
		for _, quality := range []float32{0.5, 0.7071, 12} {
			for _, ratio := range []float64{0.5, 1, 2} {
				f := float64(corner) * ratio
				w := math.Tan(math.Pi*f/Rate) / math.Tan(math.Pi*float64(corner)/Rate)
				below := 20 * math.Log10(math.Hypot(1-w*w, w/float64(quality)))
				for name, want := range map[string]float64{
					"high": 40*math.Log10(w) - below, "band": 20*math.Log10(w/float64(quality)) - below,
				} {
					t.Run(fmt.Sprintf("%s, %v Hz, quality %v, at %v", name, corner, quality, ratio), func(t *testing.T) {
						var filter Biquad
						if filter.SetBandpass(corner, quality); name == "high" {
							filter.SetHighpass(corner, quality)
						}
						got := gainAt(f, func(x []float32) {
							right := append([]float32(nil), x...)
							filter.Process(x, right)
							for i := range x {
								if x[i] != right[i] {
									t.Fatalf("the channels differ at frame %d", i)
								}
							}
						})
						if math.Abs(got-want) > 0.3 {
							t.Errorf("%.2f dB, want %.2f", got, want)
						}
					})
				}
			}
		}
	}
}

func BenchmarkBiquad_Process(b *testing.B) {
	var f Biquad
	f.SetBandpass(900, 0.7)
	var left, right Block
	noise := NewNoise(1)
	for b.Loop() {
		noise.Render(left[:1])
		f.Process(left[:], right[:])
	}
	perFrame(b)
}
