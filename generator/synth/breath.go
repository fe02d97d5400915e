package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// A breath is the noise of air that blows over the mouth of a flute: two bands
// of it, about the note and about its octave.
type breath struct {
	noise     dsp.Noise
	soft      [3]float32 // the last samples of the noise, without its hiss
	low, high breathBand
	level     float32 // at the end of the last quantum
}

func (b *breath) start(fundamental float64, l *dsp.Lot) {
	*b = breath{noise: l.Noise(), low: newBreathBand(fundamental, 9), high: newBreathBand(2*fundamental, 7)}
}

// render adds the breath to middle and, of each side less the other, to apart,
// since the two bands leave the flute at its two ends. The level goes to the
// given one in the time of a quantum.
func (b *breath) render(middle, apart []float32, level float32) {
	gain, step := b.level, (level-b.level)/dsp.Quantum
	low, high, noise := b.low, b.high, b.noise
	now, one, two := b.soft[0], b.soft[1], b.soft[2]
	apart = apart[:len(middle)]
	for i := range middle {
		now, one, two = 0.67*now+0.33*noise.Next(), now, one // above 3 kHz it is hiss, not breath
		x, y := low.next(now-two), high.next(now-two)
		middle[i] += gain * (x + 0.5*y)
		apart[i] += gain * (0.5*x - 0.7*y)
		gain += step
	}
	b.low, b.high, b.noise = low, high, noise
	b.soft = [3]float32{now, one, two}
	b.level = gain
}

// A breathBand is a bandpass of two poles that noise goes through, scaled so
// that noise of RMS √⅓ comes out at an RMS of about 1.
type breathBand struct{ c, d, gain, one, two float32 }

// newBreathBand returns a band about a centre in hertz, as wide as
// hertz/quality.
func newBreathBand(hertz, quality float64) breathBand {
	hertz = math.Min(hertz, 12000)
	omega := 2 * math.Pi * hertz / dsp.Rate
	radius := math.Exp(-omega / (2 * quality))
	// With zeros at both ends the peak is 2/(1−r²); what passes is as much as
	// a rectangle of π/2·hertz/quality would let through.
	share := math.Pi / 2 * hertz / quality / (dsp.Rate / 2)
	return breathBand{
		c:    float32(2 * radius * math.Cos(omega)),
		d:    float32(radius * radius),
		gain: float32((1 - radius*radius) / 2 * math.Sqrt(3/share)),
	}
}

// next returns one more sample from the difference between a sample of noise
// and the one before the last.
func (b *breathBand) next(difference float32) float32 {
	y := b.c*b.one + (b.gain*difference - b.d*b.two) // short on purpose: the next sample waits for it
	b.two = b.one
	b.one = y
	return y
}
