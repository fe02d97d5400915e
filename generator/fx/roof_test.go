package fx

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestTone_SetRoof_leaves_nothing_above_it(t *testing.T) {
	for _, test := range []struct {
		roof  float32
		hertz float64
		low   float64 // decibels, besides what the tone does without a roof
		high  float64
	}{
		{2000, 500, -0.3, 0.3},
		{2000, 2000, -3.5, -2.5},
		{2000, 4000, -26, -22},
		{2000, 8000, -60, -46},
		{1200, 4800, -52, -46},
		{0, 8000, -0.01, 0.01},
	} {
		open, roofed := NewTone(), NewTone()
		roofed.SetRoof(test.roof)
		got := response(roofed, test.hertz, 1) - response(open, test.hertz, 1)
		if got < test.low || got > test.high {
			t.Errorf("a roof of %v Hz takes %.1f dB at %v Hz, want %v to %v", test.roof, -got, test.hertz, test.low, test.high)
		}
	}
}

// A sine that lies above the roof comes and goes with it; its bends may never
// be more than its own.
func TestTone_SetRoof_comes_moves_and_goes_without_a_click(t *testing.T) {
	const hertz = 1500
	tone := NewTone()
	var phase uint32
	var history []float32
	for quantum := range 6000 {
		switch quantum {
		case 500:
			tone.SetRoof(900)
		case 2000:
			tone.SetRoof(4000)
		case 3500:
			tone.SetRoof(float32(math.NaN()))
		case 4500:
			tone.SetRoof(0)
		}
		var x dsp.Stereo
		for i := range x.Left {
			x.Left[i] = 0.5 * dsp.Sine(phase)
			x.Right[i] = 0.2 * x.Left[i]
			phase += dsp.PhaseStep(hertz)
		}
		tone.Process(&x)
		history = append(history, x.Left[:]...)
	}
	limit := 1.1 * 0.5 * math.Pow(2*math.Pi*hertz/dsp.Rate, 2)
	for i := 1000; i < len(history); i++ {
		if bend := math.Abs(float64(history[i] - 2*history[i-1] + history[i-2])); bend > limit {
			t.Fatalf("frame %d bends by %.2g, want at most %.2g", i, bend, limit)
		}
	}
	if tone.roof.share.Value() != 0 || tone.roof.share.Moving() {
		t.Error("the roof that was taken off still costs something")
	}
}

func TestTone_SetTilt_tilts_the_whole_spectrum(t *testing.T) {
	for _, tilt := range []float64{-1, 1, 2.5} {
		flat, tilted := NewTone(), NewTone()
		tilted.SetTilt(float32(tilt))
		frequencies := []float64{150, 300, 600, 1200, 2400, 4800, 9600}
		var levels []float64
		for _, hertz := range frequencies {
			levels = append(levels, response(tilted, hertz, 1)-response(flat, hertz, 1))
		}
		octaves := float64(len(frequencies) - 1)
		if got := (levels[len(levels)-1] - levels[0]) / octaves; math.Abs(got-tilt) > 0.1+0.1*math.Abs(tilt) {
			t.Errorf("a tilt of %v comes out as %.2f dB an octave", tilt, got)
		}
		for i := 1; i < len(levels); i++ {
			if step := levels[i] - levels[i-1]; math.Abs(step-tilt) > 0.2+0.6*math.Abs(tilt) {
				t.Errorf("a tilt of %v: %.2f dB from %v to %v Hz", tilt, step, frequencies[i-1], frequencies[i])
			}
		}
	}
}
