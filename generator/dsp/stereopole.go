package dsp

// A StereoPole is a OnePole for both channels at once, which costs little more
// than one: each channel waits for its own last sample while the other works.
type StereoPole struct {
	gain        float32
	left, right float32 // states of the trapezoidal integrators
}

// SetCorner moves the corner, −3 dB, to hertz.
func (f *StereoPole) SetCorner(hertz float32) {
	g := tangent(hertz)
	f.gain = g / (1 + g)
}

// Lowpass filters both channels in place by 6 dB an octave; they have the same
// length.
func (f *StereoPole) Lowpass(left, right []float32) {
	gain, l, r := f.gain, f.left, f.right
	twice, keep := 2*gain, 1-2*gain
	right = right[:len(left)]
	for i, x := range left {
		y := right[i]
		left[i] = l + gain*(x-l)
		right[i] = r + gain*(y-r)
		l = keep*l + twice*x
		r = keep*r + twice*y
	}
	f.left, f.right = flush(l), flush(r)
}

// Highpass leaves what Lowpass takes away.
func (f *StereoPole) Highpass(left, right []float32) {
	gain, l, r := f.gain, f.left, f.right
	twice, keep := 2*gain, 1-2*gain
	right = right[:len(left)]
	for i, x := range left {
		y := right[i]
		above, over := x-l, y-r
		left[i] = above - gain*above
		right[i] = over - gain*over
		l = keep*l + twice*x
		r = keep*r + twice*y
	}
	f.left, f.right = flush(l), flush(r)
}
