package dsp

import "math"

// A Tilt turns the spectrum of a stereo signal about 1 kHz: a straight line of
// any slope from −9 to +3 dB an octave. From 50 Hz to 10 kHz every octave is
// within 0.25 dB of it; below 30 Hz it goes level.
//
// One pole falls by 6 dB an octave, and any other slope is a row of poles and
// zeros in turn, where each zero lies off its pole by that share of the
// spacing (Smith & Smith 2016, Closed Form Fractional Integration and
// Differentiation via Real Exponentially Spaced Pole-Zero Pairs).
type Tilt struct {
	gain        float32
	pole, less  [tiltPairs]float32 // less is the pole minus the zero
	left, right [tiltPairs]float32 // states
}

const (
	tiltPairs  = 5
	tiltCentre = 1000.0 // hertz, where the gain is 1
)

// tilts are where a pair lies, in hertz, and how far apart pole and zero are at
// −6 dB an octave, as a ratio. Even spacing would bend the line at both ends of
// the band; these come from minimising the error of the octaves from 50 Hz to
// 10 kHz over all slopes.
var tilts = [tiltPairs]struct{ hertz, ratio float64 }{
	{29.9, 5.95}, {152, 4.943}, {761.6, 4.903}, {4067.7, 5.494}, {21300.3, 6.832},
}

// Set gives the slope in decibels an octave, held to −9…+3.
func (t *Tilt) Set(slope float32) {
	share := float64(min(max(slope, -9), 3)) / (20 * math.Log10(2))
	cosine := math.Cos(2 * math.Pi * tiltCentre / Rate)
	power := 1.0
	for i, pair := range tilts {
		apart := math.Pow(pair.ratio, share/2)
		pole := math.Exp(-2 * math.Pi * pair.hertz * apart / Rate)
		zero := math.Exp(-2 * math.Pi * pair.hertz / apart / Rate)
		t.pole[i], t.less[i] = float32(pole), float32(pole-zero)
		power *= (1 - 2*pole*cosine + pole*pole) / (1 - 2*zero*cosine + zero*zero)
	}
	t.gain = float32(math.Sqrt(power))
}

// Process filters both channels in place; they have the same length.
func (t *Tilt) Process(left, right []float32) {
	t.row(left, &t.left)
	t.row(right, &t.right)
}

// row takes one channel through all pairs. Each state waits for itself alone,
// so that the pairs of one sample and of the next run side by side.
func (t *Tilt) row(x []float32, states *[tiltPairs]float32) {
	s0, s1, s2, s3, s4 := states[0], states[1], states[2], states[3], states[4]
	p0, p1, p2, p3, p4 := t.pole[0], t.pole[1], t.pole[2], t.pole[3], t.pole[4]
	c0, c1, c2, c3, c4 := t.less[0], t.less[1], t.less[2], t.less[3], t.less[4]
	gain := t.gain
	for i, in := range x {
		in *= gain
		y := in + s0
		s0 = p0*s0 + c0*in
		in = y + s1
		s1 = p1*s1 + c1*y
		y = in + s2
		s2 = p2*s2 + c2*in
		in = y + s3
		s3 = p3*s3 + c3*y
		y = in + s4
		s4 = p4*s4 + c4*in
		x[i] = y
	}
	*states = [tiltPairs]float32{flush(s0), flush(s1), flush(s2), flush(s3), flush(s4)}
}
