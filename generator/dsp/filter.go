package dsp

import "math"

// tangent returns tan(π·hertz/Rate) for frequencies up to 20 kHz within
// 0.3 %: the Padé approximant of order 5/4, which needs one division.
func tangent(hertz float32) float32 {
	x := min(max(hertz, 1), 20000) * (math.Pi / Rate)
	x2 := x * x
	return x * (945 - 105*x2 + x2*x2) / (945 - 420*x2 + 15*x2*x2)
}

// A OnePole is a lowpass of 6 dB an octave in the topology-preserving form
// (Zavalishin 2018, The Art of VA Filter Design §3.10). What it takes away is
// the highpass: x − y.
type OnePole struct {
	gain, state float32 // the state is that of the trapezoidal integrator
}

// NewOnePole returns a OnePole with its corner, −3 dB, at hertz.
func NewOnePole(hertz float32) OnePole {
	var f OnePole
	f.SetCorner(hertz)
	return f
}

// SetCorner moves the corner to hertz.
func (f *OnePole) SetCorner(hertz float32) {
	g := tangent(hertz)
	f.gain = g / (1 + g)
}

// Reset forgets the past.
func (f *OnePole) Reset() { f.state = 0 }

// Next returns the lowpass of one more sample.
func (f *OnePole) Next(x float32) float32 {
	y := f.state + f.gain*(x-f.state)
	f.state = 2*y - f.state
	return y
}

// Lowpass filters x in place.
func (f *OnePole) Lowpass(x []float32) {
	gain, state := f.gain, f.state
	twice, keep := 2*gain, 1-2*gain
	for i, in := range x {
		x[i] = state + gain*(in-state)
		state = keep*state + twice*in // short on purpose: the next sample waits for it
	}
	f.state = flush(state)
}

// Highpass filters x in place.
func (f *OnePole) Highpass(x []float32) {
	gain, state := f.gain, f.state
	twice, keep := 2*gain, 1-2*gain
	for i, in := range x {
		above := in - state
		x[i] = above - gain*above
		state = keep*state + twice*in
	}
	f.state = flush(state)
}

// flush takes states that are too small to hear to zero, away from the
// denormal numbers that slow some processors down.
func flush(state float32) float32 {
	if state < 1e-15 && state > -1e-15 {
		return 0
	}
	return state
}
