package dsp

// A StateVariable is a stereo filter of 12 dB an octave that stays stable and
// in tune however fast its corner moves: the trapezoidal form of Simper (2013,
// Solving the continuous SVF equations using trapezoidal integration), with
// the two states of a sample written as one matrix times those of the sample
// before. The next sample waits for three operations in place of six.
type StateVariable struct {
	m11, m12, m22 float32 // of the state; m21 is −m12
	low1, low2    float32 // share of the states in the lowpass
	in            float32 // share of the input in the lowpass
	k             float32 // 1/quality
	left, right   svfState
}

type svfState struct{ one, two float32 }

// Set moves the corner to hertz. A quality of 0.5 has no peak, 0.707 is
// Butterworth's, more rings.
func (f *StateVariable) Set(hertz, quality float32) {
	g := tangent(hertz)
	f.k = 1 / quality
	a1 := 1 / (1 + g*(g+f.k))
	a2 := g * a1
	a3 := g * a2
	f.m11, f.m12, f.m22 = 2*a1-1, -2*a2, 1-2*a3
	f.low1, f.low2, f.in = a2, 1-a3, a3
}

// Reset forgets the past.
func (f *StateVariable) Reset() { f.left, f.right = svfState{}, svfState{} }

// Lowpass filters both channels in place; they have the same length.
func (f *StateVariable) Lowpass(left, right []float32) {
	m11, m12, m22, in := f.m11, f.m12, f.m22, f.in
	low1, low2 := f.low1, f.low2
	l1, l2, r1, r2 := f.left.one, f.left.two, f.right.one, f.right.two
	right = right[:len(left)]
	for i, x := range left {
		y := right[i]
		left[i] = low1*l1 + low2*l2 + in*x
		right[i] = low1*r1 + low2*r2 + in*y
		l1, l2 = m11*l1+(m12*l2-m12*x), m22*l2-m12*l1+2*in*x
		r1, r2 = m11*r1+(m12*r2-m12*y), m22*r2-m12*r1+2*in*y
	}
	f.keep(l1, l2, r1, r2)
}

// Bandpass filters both channels in place, with a gain of 1 at the corner.
func (f *StateVariable) Bandpass(left, right []float32) {
	f.rest(left, right, 0, f.k)
}

// Highpass filters both channels in place.
func (f *StateVariable) Highpass(left, right []float32) {
	f.rest(left, right, 1, -f.k)
}

// rest puts direct·(input − lowpass) + band·bandpass in place of both
// channels: the highpass is what low- and bandpass leave of the input.
func (f *StateVariable) rest(left, right []float32, direct, band float32) {
	m11, m12, m22, in := f.m11, f.m12, f.m22, f.in
	low1, low2 := f.low1, f.low2
	l1, l2, r1, r2 := f.left.one, f.left.two, f.right.one, f.right.two
	right = right[:len(left)]
	for i, x := range left {
		y := right[i]
		lowLeft, lowRight := low1*l1+low2*l2+in*x, low1*r1+low2*r2+in*y
		nextLeft, nextRight := m11*l1+(m12*l2-m12*x), m11*r1+(m12*r2-m12*y)
		// The bandpass is the mean of the state before and after.
		left[i] = direct*(x-lowLeft) + band*0.5*(l1+nextLeft)
		right[i] = direct*(y-lowRight) + band*0.5*(r1+nextRight)
		l1, l2 = nextLeft, m22*l2-m12*l1+2*in*x
		r1, r2 = nextRight, m22*r2-m12*r1+2*in*y
	}
	f.keep(l1, l2, r1, r2)
}

func (f *StateVariable) keep(l1, l2, r1, r2 float32) {
	f.left = svfState{flush(l1), flush(l2)}
	f.right = svfState{flush(r1), flush(r2)}
}
