package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// A roof is a lowpass of 24 dB an octave that can be taken off: Butterworth's
// of fourth order, two second-order filters in a row. Off, it costs nothing.
type roof struct {
	corner  dsp.Smoother // octaves above 1 kHz
	share   dsp.Smoother // of the filtered sound, 0 without a roof
	filters [2]dsp.StateVariable
}

// roofQualities are those of the two filters of a Butterworth of fourth order:
// 1/(2·cos(π/8)) and 1/(2·cos(3π/8)).
var roofQualities = [2]float32{0.5412, 1.3066}

func newRoof() roof {
	return roof{corner: dsp.NewSmoother(4, 0.3), share: dsp.NewSmoother(0, 0.1)}
}

// set glides to a corner in hertz; 0 takes the roof off, and what is not a
// number changes nothing.
func (r *roof) set(hertz float32) {
	switch {
	case hertz > 0:
		octaves := float32(math.Log2(float64(min(max(hertz, 800), 18000)) / 1000))
		if r.share.Value() == 0 { // nobody hears where it comes from
			r.corner = dsp.NewSmoother(octaves, 0.3)
			r.tune()
		}
		r.corner.SetTarget(octaves)
		r.share.SetTarget(1)
	case hertz <= 0:
		r.share.SetTarget(0)
	}
}

func (r *roof) tune() {
	hertz := 1000 * float32(math.Exp2(float64(r.corner.Value())))
	for i := range r.filters {
		r.filters[i].Set(hertz, roofQualities[i])
	}
}

// process works in place.
func (r *roof) process(x *dsp.Stereo) {
	if r.share.Value() == 0 && !r.share.Moving() {
		return
	}
	if r.corner.Moving() {
		r.corner.Next()
		r.tune()
	}
	open := *x
	for i := range r.filters {
		r.filters[i].Lowpass(x.Left[:], x.Right[:])
	}
	if r.share.Value() == 1 && !r.share.Moving() {
		return
	}
	share, step := r.share.Next()
	for n := range x.Left {
		x.Left[n] = open.Left[n] + share*(x.Left[n]-open.Left[n])
		x.Right[n] = open.Right[n] + share*(x.Right[n]-open.Right[n])
		share += step
	}
	if r.share.Value() == 0 {
		r.filters[0].Reset()
		r.filters[1].Reset()
	}
}
