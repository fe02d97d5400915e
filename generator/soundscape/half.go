package soundscape

import "dulcet/generator/dsp"

// Everything but Noise is made at half the sample rate: a bed has nothing to
// say above 9 kHz, and half of the frames cost half.
const (
	halfQuantum = dsp.Quantum / 2
	halfRate    = dsp.Rate / 2
	// atHalf is what a frequency is multiplied by for a unit of package dsp
	// that is given half as many frames as it believes.
	atHalf = 2
	// quantumSeconds is how long a quantum lasts.
	quantumSeconds = float32(dsp.Quantum) / dsp.Rate
)

// A slide is a control within one quantum: where it is at the first frame, and
// what to add for each further one.
type slide struct{ at, step float32 }

// glide takes a smoother on by one quantum for use at half the sample rate.
func glide(s *dsp.Smoother) slide {
	at, step := s.Next()
	return slide{at, atHalf * step}
}
