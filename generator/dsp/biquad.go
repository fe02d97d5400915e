package dsp

// A Biquad is a stereo filter of second order at half the cost of a
// StateVariable, for corners that stand still or glide, within a second or
// more for an octave, but do not jump: transposed direct form II, with the
// coefficients of the bilinear transform.
type Biquad struct {
	in, middle, last float32 // middle and last are shares of in
	a1, a2           float32
	left, right      svfState
}

// SetBandpass makes it a bandpass with a gain of 1 at hertz: −3 dB
// hertz/(2·quality) away on either side, 6 dB an octave beyond.
func (f *Biquad) SetBandpass(hertz, quality float32) {
	g := tangent(hertz)
	k := g / quality
	norm := 1 / (1 + k + g*g)
	f.in, f.middle, f.last = k*norm, 0, -1
	f.a1 = 2 * (g*g - 1) * norm
	f.a2 = (1 - k + g*g) * norm
}

// SetHighpass makes it a highpass of 12 dB an octave. A quality of 0.707 is
// Butterworth's.
func (f *Biquad) SetHighpass(hertz, quality float32) {
	g := tangent(hertz)
	k := g / quality
	norm := 1 / (1 + k + g*g)
	f.in, f.middle, f.last = norm, -2, 1
	f.a1 = 2 * (g*g - 1) * norm
	f.a2 = (1 - k + g*g) * norm
}

// Process filters both channels in place; they have the same length.
func (f *Biquad) Process(left, right []float32) {
	in, middle, last, a1, a2 := f.in, f.middle, f.last, f.a1, f.a2
	l1, l2, r1, r2 := f.left.one, f.left.two, f.right.one, f.right.two
	right = right[:len(left)]
	for i, x := range left {
		x *= in
		y := x + l1
		l1 = (middle*x + l2) - a1*y
		l2 = last*x - a2*y
		left[i] = y
		x = in * right[i]
		y = x + r1
		r1 = (middle*x + r2) - a1*y
		r2 = last*x - a2*y
		right[i] = y
	}
	f.left = svfState{flush(l1), flush(l2)}
	f.right = svfState{flush(r1), flush(r2)}
}
