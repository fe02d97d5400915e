package synth

import "math"

// An onset is the rise of an attack: two equal one-pole stages, so that it
// starts without a corner. A mode starts as a sine from zero; sound and slope
// both begin at nothing.
type onset struct {
	first, second float32 // 0…1: how far each stage has come
	pace          float32
}

// newOnset returns one that reaches 90 % in a number of samples: 3.89 time
// constants, the root of (1+x)·e^−x = 0.1.
func newOnset(samples float64) onset {
	return onset{pace: float32(1 - math.Exp(-3.89/math.Max(samples, 1)))}
}

// over reports whether the attack is behind.
func (o *onset) over() bool { return o.second > 0.9999 }

// apply lets two channels rise.
func (o *onset) apply(a, b []float32) {
	if o.over() {
		return
	}
	first, second, pace := o.first, o.second, o.pace
	for i := range a {
		first += pace * (1 - first)
		second += pace * (first - second)
		a[i] *= second
		b[i] *= second
	}
	o.first, o.second = first, second
}
