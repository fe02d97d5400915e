package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestGeometric_takes_equal_ratios(t *testing.T) {
	for _, c := range [][2]float32{{100, 6400}, {9000, 900}, {500, 500}, {3, 700}} {
		for u := float32(0); u <= 1; u += 0.125 {
			want := dsp.Geometric(float64(c[0]), float64(c[1]), float64(u))
			if got := float64(geometric(c[0], c[1], u)); math.Abs(got/want-1) > 0.015 {
				t.Errorf("%v of %v: %.1f, want %.1f", u, c, got, want)
			}
		}
	}
}
