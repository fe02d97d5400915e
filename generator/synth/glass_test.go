package synth

import (
	"math"
	"testing"

	"dulcet/generator/score"
)

func TestGlassMost_leaves_nothing_above_the_top(t *testing.T) {
	low, high := score.Glass.Range()
	for pitch := low; pitch <= high; pitch++ {
		for _, ratio := range glassRatios {
			fundamental := hertz(float32(pitch))
			index := glassMost(fundamental, ratio)
			if index < 0.05 {
				t.Errorf("pitch %d: an index of %.3f leaves a sine", pitch, index)
			}
			for order := 1; order < 40; order++ {
				f := fundamental * (1 + float64(order)*float64(ratio))
				if strength := math.Abs(math.Jn(order, index)); f > glassTop && strength > 1e-3 {
					t.Errorf("pitch %d, ratio %v: a sideband of %.5f at %.0f Hz", pitch, ratio, strength, f)
				}
			}
		}
	}
}
