package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// halfTaps is the number of weights on each side of the point halfway between
// two frames.
const halfTaps = 2

// halfWeights interpolate halfway between two frames: a sinc under a cosine
// window, scaled so that what does not move stays what it is. They are the
// odd half of a half-band filter, which serves on the way up to twice the
// rate and on the way down.
var halfWeights = func() (weights [halfTaps]float32) {
	sum := 0.0
	var exact [halfTaps]float64
	for i := range exact {
		x := math.Pi * (float64(i) + 0.5)
		window := math.Pow(math.Cos(x/(2*halfTaps+1)), 1.5)
		exact[i] = math.Sin(x) / x * window
		sum += 2 * exact[i]
	}
	for i := range weights {
		weights[i] = float32(exact[i] / sum)
	}
	return weights
}()

// A saturator bends what is loud towards a hyperbolic tangent, at twice the
// rate, so that what it adds above half the rate does not fold back into what
// is heard. Only what bending adds goes through the filters; the sound itself
// is just delayed as much as they take, 3 frames.
type saturator struct {
	frames [dsp.Quantum + 2*halfTaps]float32 // the last of the past, then the quantum
	added  [dsp.Quantum + 2*halfTaps]float32 // what bending adds halfway between them
}

// process works in place. The share is how much of what bending adds is
// heard.
func (s *saturator) process(x *dsp.Block, share float32) {
	frames, added := &s.frames, &s.added
	copy(frames[:2*halfTaps], frames[dsp.Quantum:])
	copy(frames[2*halfTaps:], x[:])
	copy(added[:2*halfTaps], added[dsp.Quantum:])
	w0, w1 := halfWeights[0], halfWeights[1]
	for i := range dsp.Quantum {
		f := frames[i+1 : i+1+2*halfTaps : i+1+2*halfTaps]
		added[i+2*halfTaps] = excess(w0*(f[1]+f[2]) + w1*(f[0]+f[3]))
	}
	half := 0.5 * share
	for i := range x {
		a := added[i+1 : i+1+2*halfTaps : i+1+2*halfTaps]
		between := w0*(a[1]+a[2]) + w1*(a[0]+a[3])
		in := frames[i+1]
		x[i] = in + half*(excess(in)+between)
	}
}

// excess returns what bending adds to a sample: the difference between
// v(27+v²)/(27+9v²), the Padé approximant of tanh v, and v, for v =
// tapeDrive·x, brought back to the height of x.
func excess(x float32) float32 {
	square := (tapeDrive * tapeDrive) * x * x
	return -8 * x * square / (27 + 9*square)
}
