package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// From 50 Hz to 10 kHz the spectrum is a straight line of the asked slope.
func TestNoise_has_the_tilt_that_character_asks_for(t *testing.T) {
	characters := []float32{0, 0.25, 0.5, 0.75, 1}
	if testing.Short() {
		characters = []float32{0, 1}
	}
	for _, character := range characters {
		slope := -9 + 12*float64(character)
		s := begin(score.Noise, 2, Scene{Level: 1, Character: character})
		const size = 8192
		power := make([]float64, size/2)
		line := make([]float64, 0, size)
		s.each(16, func(block [][2]float64) {
			for _, f := range block {
				line = append(line, f[0])
			}
			if len(line) == size {
				addSpectrum(power, line)
				line = line[:0]
			}
		})
		// A line of least squares through the density of thirds of an octave.
		var n, x, y, xx, xy float64
		for centre := 50.0; centre <= 10000; centre *= math.Cbrt(2) {
			sum, bins := 0.0, 0.0
			for i := range power {
				if hertz := float64(i) * dsp.Rate / size; math.Abs(math.Log2(hertz/centre)) < 1.0/6 {
					sum, bins = sum+power[i], bins+1
				}
			}
			if bins == 0 {
				continue
			}
			u, v := math.Log2(centre), 10*math.Log10(sum/bins)
			n, x, y, xx, xy = n+1, x+u, y+v, xx+u*u, xy+u*v
		}
		if got := (n*xy - x*y) / (n*xx - x*x); math.Abs(got-slope) > 0.3 {
			t.Errorf("character %v: %.2f dB an octave, want %.1f", character, got, slope)
		}
	}
}
