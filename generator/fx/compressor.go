package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// What a Compressor does (design choice: slow and shallow enough to be felt
// as one room, too slow to flatten a note).
const (
	compressorRatio   = 2.0
	compressorKnee    = 6.0   // decibels about the threshold in which it sets in
	compressorAverage = 0.005 // seconds: time constant of the mean square
	compressorAttack  = 0.007 // seconds: with the mean square 10 ms to 63 %
	compressorRelease = 0.200 // seconds
	compressorCorner  = 90.0  // Hz: what lies below does not press the rest down
)

// A Compressor holds the parts together: what is louder than a threshold
// grows half as fast in decibels. It listens to the mean square of both sides
// together, so that the picture stands still, and to little below 90 Hz, so
// that a kick does not make the music duck. The knee and the smoothing of the
// reduction in decibels follow Giannoulis, Massberg & Reiss (2012, J. Audio
// Eng. Soc. 60:399).
//
// Nothing makes up for the reduction unless it is asked to. What needs
// neither passes bit by bit.
type Compressor struct {
	threshold dsp.Smoother // decibels
	makeUp    dsp.Smoother // decibels
	power     float32      // mean square
	low       [2]float32   // of the highpass before the detector
	reduction float32      // decibels, 0 or more
	gain      float32      // at the end of the last quantum
}

// NewCompressor returns a compressor with its threshold at full scale, where
// it does nothing.
func NewCompressor() *Compressor {
	return &Compressor{
		threshold: dsp.NewSmoother(0, 0.1),
		makeUp:    dsp.NewSmoother(0, 0.1),
		gain:      1,
	}
}

// Set glides to a threshold in decibels of RMS under full scale, held to
// −60…0, and a gain in decibels for what comes out, held to 0…12. What is not
// a number changes nothing.
func (c *Compressor) Set(thresholdDecibels, makeUpDecibels float32) {
	if thresholdDecibels == thresholdDecibels {
		c.threshold.SetTarget(within(thresholdDecibels, -60, 0))
	}
	if makeUpDecibels == makeUpDecibels {
		c.makeUp.SetTarget(within(makeUpDecibels, 0, 12))
	}
}

// Reduction returns by how many decibels the level is lowered now, make-up
// apart.
func (c *Compressor) Reduction() float32 { return c.reduction }

// Process works in place.
func (c *Compressor) Process(x *dsp.Stereo) {
	c.listen(x)
	c.threshold.Next()
	c.makeUp.Next()
	c.follow(wantedReduction(c.power, c.threshold.Value()))
	to := float32(1)
	if decibels := c.makeUp.Value() - c.reduction; decibels != 0 {
		to = float32(math.Exp2(float64(decibels) * (math.Log2E * math.Ln10 / 20)))
	}
	gain, step := c.gain, (to-c.gain)/dsp.Quantum
	c.gain = to
	if gain == 1 && step == 0 {
		return
	}
	for i := range x.Left {
		x.Left[i] *= gain
		x.Right[i] *= gain
		gain += step
	}
}

var (
	compressorLow    = lasting(compressorCorner)
	compressorMean   = float32(math.Exp(-dsp.Quantum / (compressorAverage * dsp.Rate)))
	compressorAttend = float32(1 - math.Exp(-dsp.Quantum/(compressorAttack*dsp.Rate)))
	compressorForget = float32(1 - math.Exp(-dsp.Quantum/(compressorRelease*dsp.Rate)))
)

// listen takes the quantum into the mean square of both sides.
func (c *Compressor) listen(x *dsp.Stereo) {
	keep, pass := compressorLow, 1-compressorLow
	l, r := c.low[0], c.low[1]
	var left, right float32
	for i, in := range x.Left {
		other := x.Right[i]
		a, b := in-l, other-r
		l = keep*l + pass*in
		r = keep*r + pass*other
		left += a * a
		right += b * b
	}
	c.low = [2]float32{settled(l), settled(r)}
	now := (left + right) * (1.0 / (2 * dsp.Quantum))
	c.power = settled(compressorMean*c.power + (1-compressorMean)*now)
}

// follow leads the reduction to what is wanted: down within 10 ms, back
// within a fifth of a second.
func (c *Compressor) follow(wanted float32) {
	pace := compressorAttend
	if wanted < c.reduction {
		pace = compressorForget
	}
	c.reduction += pace * (wanted - c.reduction)
	if wanted == 0 && c.reduction < 1e-3 {
		c.reduction = 0 // the last thousandth would take for ever
	}
}

// wantedReduction returns the reduction in decibels of a lasting sound of the
// given mean square.
func wantedReduction(power, threshold float32) float32 {
	if power < 1e-7 { // −70 dB, below the lowest knee
		return 0
	}
	const share = 1 - 1/compressorRatio
	over := float32(10*math.Log10(float64(power))) - threshold
	switch {
	case over <= -compressorKnee/2:
		return 0
	case over < compressorKnee/2:
		into := over + compressorKnee/2
		return share * into * into / (2 * compressorKnee)
	}
	return share * over
}
