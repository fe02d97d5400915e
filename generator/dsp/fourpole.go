package dsp

// A FourPole is a stereo lowpass of 24 dB an octave with the flattest passband
// there is: Butterworth's of fourth order (1930, Experimental Wireless 7:536),
// as two biquads in a row whose four recursions run side by side. Its corner
// may glide, within a second or more for an octave, but not jump: for that
// there is StateVariable.
type FourPole struct {
	first, second fourPoleSection
}

type fourPoleSection struct {
	in, a1, a2  float32
	left, right svfState
}

// Set moves the corner, −3 dB, to hertz.
func (f *FourPole) Set(hertz float32) {
	g := tangent(hertz)
	f.first.set(g, 1.8477591) // 2·cos(π/8)
	f.second.set(g, 0.7653669)
}

// set makes a Butterworth section by the bilinear transform: g is the tangent
// of the corner and k the inverse of the section's quality.
func (s *fourPoleSection) set(g, k float32) {
	norm := 1 / (1 + k*g + g*g)
	s.in = g * g * norm
	s.a1 = 2 * (g*g - 1) * norm
	s.a2 = (1 - k*g + g*g) * norm
}

// Lowpass filters both channels in place; they have the same length.
func (f *FourPole) Lowpass(left, right []float32) {
	p, q := &f.first, &f.second
	gain := p.in * q.in
	pa1, pa2, qa1, qa2 := p.a1, p.a2, q.a1, q.a2
	l1, l2, l3, l4 := p.left.one, p.left.two, q.left.one, q.left.two
	r1, r2, r3, r4 := p.right.one, p.right.two, q.right.one, q.right.two
	right = right[:len(left)]
	for i, x := range left {
		x *= gain
		y := x + l1
		l1 = (x + x + l2) - pa1*y
		l2 = x - pa2*y
		z := y + l3
		l3 = (y + y + l4) - qa1*z
		l4 = y - qa2*z
		left[i] = z

		x = gain * right[i]
		y = x + r1
		r1 = (x + x + r2) - pa1*y
		r2 = x - pa2*y
		z = y + r3
		r3 = (y + y + r4) - qa1*z
		r4 = y - qa2*z
		right[i] = z
	}
	p.left, q.left = svfState{flush(l1), flush(l2)}, svfState{flush(l3), flush(l4)}
	p.right, q.right = svfState{flush(r1), flush(r2)}, svfState{flush(r3), flush(r4)}
}
