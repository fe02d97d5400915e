package dsp

import (
	"math"
	"math/bits"
)

// inverseTransform turns a spectrum into the signal that has it, in place: the
// discrete Fourier transform of Cooley & Tukey (1965, Math. Comput. 19:297)
// with base 2, without the division by the length. The length is a power of
// two from 2 on; turns are turnsOf it.
func inverseTransform(x, turns []complex64) {
	shift := bits.LeadingZeros64(uint64(len(x))) + 1
	for i := range x {
		if j := int(bits.Reverse64(uint64(i)) >> shift); j > i {
			x[i], x[j] = x[j], x[i]
		}
	}
	combine(x, turns)
}

// turnsOf returns the factors e^(2πi·n/length) of every stage of a transform,
// one stage after the other: each takes every second factor of the next.
func turnsOf(size int) []complex64 {
	turns := make([]complex64, size-1)
	last := turns[size/2-1:]
	for n := range last {
		sin, cos := math.Sincos(2 * math.Pi * float64(n) / float64(size))
		last[n] = complex(float32(cos), float32(sin))
	}
	for half := size / 4; half > 0; half /= 2 {
		stage, next := turns[half-1:2*half-1], turns[2*half-1:]
		for n := range stage {
			stage[n] = next[2*n]
		}
	}
	return turns
}

// combine does the stages of a transform half by half, so that what it works
// on stays in the nearest cache. The factors of stage n begin after those of
// all before, which are one fewer than its own.
func combine(x, turns []complex64) {
	half := len(x) / 2
	if half == 0 {
		return
	}
	combine(x[:half], turns)
	combine(x[half:], turns)
	low, high, turn := x[:half], x[half:], turns[half-1:2*half-1]
	high, turn = high[:len(low)], turn[:len(low)]
	for i, a := range low {
		b := high[i] * turn[i]
		low[i], high[i] = a+b, a-b
	}
}
