package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/measure"
)

// A balance keeps the slope of the spectrum where music is neither sharp nor
// dull, whatever instruments a piece chose: it leads a tilt to where it is
// needed, over minutes, and leaves alone what lies inside the range. How
// bright the music is within it belongs to the mood.
type balance struct {
	meter *measure.SlopeMeter
	tilt  float64 // decibels an octave
}

// The range of slopes in decibels an octave that is aimed at, inside the one
// that is promised, and how fast the tilt moves (design choices).
const (
	steepestSlope = -7.0
	flattestSlope = -5.0
	tiltShare     = 0.03 // of what is missing, a second
	fastestTilt   = 0.05 // decibels an octave, a second
	lowestTilt    = -1.0
	highestTilt   = 3.0
)

func newBalance() balance { return balance{meter: measure.NewSlopeMeter(Rate)} }

// listen takes a quantum of what comes out in and returns the tilt to set, in
// steps of 1/16 dB an octave, so that the filters stand still most of the time.
func (b *balance) listen(x *dsp.Stereo) float32 {
	if b.meter.Add(x.Left[:], x.Right[:]) {
		slope := b.meter.Slope()
		missing := clamp(slope, steepestSlope, flattestSlope) - slope
		b.tilt = clamp(b.tilt+clamp(tiltShare*missing, -fastestTilt, fastestTilt), lowestTilt, highestTilt)
	}
	return float32(math.Round(16*b.tilt) / 16)
}
