package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// A touch is the noise of felt, finger or mallet: noise between two corners,
// dying away.
type touch struct {
	noise  dsp.Noise
	low    [2]dsp.OnePole // a noise through two starts without a corner
	high   dsp.OnePole
	gain   float32
	shrink float32 // a frame
}

// newTouch returns a noise of a gain that has most of its energy between the
// corner in hertz and two octaves below, and falls by 60 dB in the seconds.
func newTouch(noise dsp.Noise, gain, corner, seconds float64) touch {
	return touch{
		noise:  noise,
		low:    [2]dsp.OnePole{dsp.NewOnePole(float32(corner)), dsp.NewOnePole(float32(corner))},
		high:   dsp.NewOnePole(float32(corner / 4)),
		gain:   float32(gain),
		shrink: float32(math.Exp(-3 * math.Ln10 / (seconds * dsp.Rate))),
	}
}

// quiet reports whether nothing of it can be heard any more.
func (t *touch) quiet() bool { return t.gain < 1e-5 }

// render adds the noise to out.
func (t *touch) render(out []float32) {
	if t.quiet() {
		return
	}
	var block dsp.Block
	x := block[:len(out)]
	t.noise.Render(x)
	t.low[0].Lowpass(x)
	t.low[1].Lowpass(x)
	t.high.Highpass(x)
	gain, shrink := t.gain, t.shrink
	for i, sample := range x {
		out[i] += gain * sample
		gain *= shrink
	}
	t.gain = gain
}
