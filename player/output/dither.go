package output

import "math"

// fullScale is the number of 16-bit steps that beep makes of 1.
const fullScale = 1<<15 - 1

// blankFrames is the length of pure silence after which the dither rests
// (design choice).
const blankFrames = Rate

// A quantiser rounds samples to the 16-bit steps of beep, with dither, so that
// a fading tone turns into noise and not into distortion.
//
// The dither is triangular, two steps wide (Lipshitz, Wannamaker and
// Vanderkooy, 1992), made as the difference of two neighbouring values of one
// random sequence, which takes its noise out of the low frequencies.
type quantiser struct {
	state    uint64     // of the random generator; never 0
	previous [2]float64 // random value of each channel
	silent   int        // frames of pure silence so far
}

// newQuantiser returns a quantiser at rest.
func newQuantiser() *quantiser {
	return &quantiser{state: 0x9e3779b97f4a7c15, silent: blankFrames}
}

// apply rounds the samples in place. What is no number becomes silence, and
// what exceeds full scale is held to it.
func (q *quantiser) apply(samples [][2]float64) {
	for i := range samples {
		frame := &samples[i]
		if frame[0] != 0 || frame[1] != 0 {
			q.silent = 0
		} else if q.silent < blankFrames {
			q.silent++
		}
		if q.silent == blankFrames {
			continue
		}
		for channel := range frame {
			value := q.random()
			frame[channel] = round16(frame[channel], value-q.previous[channel])
			q.previous[channel] = value
		}
	}
}

// round16 rounds x, with dither in steps, to the nearest step. The quotient is
// one that beep's product and cut turn into that step again, for every step.
func round16(x, dither float64) float64 {
	step := math.RoundToEven(x*fullScale + dither)
	switch {
	case math.IsNaN(step):
		return 0
	case step >= fullScale:
		return 1
	case step <= -fullScale:
		return -1
	}
	return step / fullScale
}

// random returns the next value of a uniform distribution over −½…½, by the
// xorshift64 generator of Marsaglia (2003).
func (q *quantiser) random() float64 {
	q.state ^= q.state << 13
	q.state ^= q.state >> 7
	q.state ^= q.state << 17
	return float64(q.state>>11)/(1<<53) - 0.5
}
