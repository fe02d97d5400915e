package measure

import "math"

// A section is a filter of second order in transposed direct form II.
type section struct {
	b0, b1, b2, a1, a2 float64
	s1, s2             float64
}

func (s *section) next(x float64) float64 {
	y := s.b0*x + s.s1
	s.s1 = s.b1*x - s.a1*y + s.s2
	s.s2 = s.b2*x - s.a2*y
	return y + 1e-30 // keeps the states from becoming denormal
}

// butterworthHighpass returns a highpass of eighth order, −3 dB at a corner in
// hertz, by the bilinear transform of Butterworth's poles.
func butterworthHighpass(corner, rate float64) (sections [4]section) {
	k := math.Tan(math.Pi * corner / rate)
	for i := range sections {
		damping := 2 * math.Cos(math.Pi*float64(2*i+1)/16)
		a0 := 1 + damping*k + k*k
		sections[i] = section{
			b0: 1 / a0, b1: -2 / a0, b2: 1 / a0,
			a1: 2 * (k*k - 1) / a0,
			a2: (1 - damping*k + k*k) / a0,
		}
	}
	return sections
}
