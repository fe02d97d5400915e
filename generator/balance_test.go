package generator

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/fx"
)

// TestBalance_LeadsAnySlopeIntoItsRange plays noise of several slopes through
// a tone that the balance sets.
func TestBalance_LeadsAnySlopeIntoItsRange(t *testing.T) {
	for _, test := range []struct {
		name     string
		mix      float32 // share of white noise in noise of −6 dB an octave below 8 kHz
		low, top float64 // of the tilt in the end
	}{
		{"dull", 0, 0.5, highestTilt},
		{"as it should be", 0.01, -0.1, 0.1},
		{"sharp", 0.2, lowestTilt, -0.5},
	} {
		t.Run(test.name, func(t *testing.T) {
			balance, tone := newBalance(), fx.NewTone()
			tone.SetBrightness(18000)
			left, right := dsp.NewNoise(1), dsp.NewNoise(2)
			low := [4]dsp.OnePole{dsp.NewOnePole(60), dsp.NewOnePole(60), dsp.NewOnePole(2500), dsp.NewOnePole(2500)}
			for range 100 * Rate / dsp.Quantum {
				var x dsp.Stereo
				for i := range x.Left {
					a, b := left.Next(), right.Next()
					x.Left[i] = low[2].Next(low[0].Next(a)) + test.mix*a
					x.Right[i] = low[3].Next(low[1].Next(b)) + test.mix*b
				}
				tone.Process(&x)
				tone.SetTilt(balance.listen(&x))
			}
			slope := balance.meter.Slope()
			t.Logf("slope %.2f at a tilt of %.2f", slope, balance.tilt)
			if balance.tilt < test.low || balance.tilt > test.top {
				t.Errorf("tilt %.2f, want %v to %v", balance.tilt, test.low, test.top)
			}
			if held := balance.tilt == lowestTilt || balance.tilt == highestTilt; !held && (slope < -7.5 || slope > -4.5) {
				t.Errorf("slope %.2f dB an octave, want −7.5 to −4.5", slope)
			}
			if math.IsNaN(slope) {
				t.Error("the slope is not a number")
			}
		})
	}
}
