package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// settled returns what a filter may remember from one quantum to the next:
// x, or nothing where it has become too small to hear and nearly denormal,
// and where it is no sound at all: not a number, or beyond 120 dB over full
// scale.
func settled(x float32) float32 {
	if size := max(x, -x); size > 1e-15 && size < 1e6 {
		return x
	}
	return 0
}

// lasting returns the share a frame that a one-pole filter with its corner at
// hertz keeps of its memory.
func lasting(hertz float64) float32 {
	return float32(math.Exp(-2 * math.Pi * hertz / dsp.Rate))
}

// lastingHalf is lasting for a filter that runs at half the sample rate.
func lastingHalf(hertz float64) float32 { return lasting(2 * hertz) }

// halved takes a control that moves by step a frame to half the sample rate.
func halved(at, step float32) (float32, float32) { return at, 2 * step }

// within returns the value held to the limits, low where it is not a number.
func within(value, low, high float32) float32 {
	if !(value > low) {
		return low
	}
	return min(value, high)
}

// energyOf returns the sum of the squares of both channels. It is not a
// number, or infinite, as soon as one sample is.
func energyOf(x *dsp.HalfStereo) float32 {
	var left, right float32
	for i, l := range x.Left {
		left += l * l
		right += x.Right[i] * x.Right[i]
	}
	return left + right
}

// loudestEnergy is the energy of a quantum beyond which it cannot be meant as
// sound: 80 dB over full scale.
const loudestEnergy = 2 * dsp.Quantum * 1e8
