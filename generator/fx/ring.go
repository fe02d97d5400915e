package fx

import "dulcet/generator/dsp"

// hop is the number of samples in a quantum at half the sample rate.
const hop = dsp.Quantum / 2

// A ring is a delay line at half the sample rate that is read and written
// where it lies: its length is a multiple of hop, so that what is written
// never wraps, and the first samples stand behind the last again, so that what
// is read never does.
type ring struct {
	samples []float32 // a power of two, and window more
	head    int       // where the next quantum goes
}

// window is the most that can be read in one piece.
const window = hop + 3

// newRing returns a ring that can be read up to frames back.
func newRing(frames int) ring {
	size := 2 * hop
	for size < frames+window {
		size *= 2
	}
	return ring{samples: make([]float32, size+window)}
}

// read returns the samples of which the first was written frames ago, at least
// window.
func (r *ring) read(frames int) *[window]float32 {
	start := (r.head - frames) & (len(r.samples) - window - 1)
	return (*[window]float32)(r.samples[start:])
}

// write puts a quantum on the line.
func (r *ring) write(x *dsp.HalfBlock) {
	*(*dsp.HalfBlock)(r.samples[r.head:]) = *x
	size := len(r.samples) - window
	if r.head < window {
		copy(r.samples[size+r.head:], x[:])
	}
	r.head = (r.head + hop) & (size - 1)
}
