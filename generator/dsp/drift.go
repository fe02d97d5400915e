package dsp

import "math"

// Drift is a slow wandering around zero that never repeats: an
// Ornstein–Uhlenbeck process, smoothed once more so that it has no corners.
// It is what separates an instrument from a machine; a sine in its place is
// heard as an effect.
type Drift struct {
	noise        Noise
	keep, spread float32
	raw, smooth  float32
}

// NewDrift returns a drift of RMS 1 that forgets itself in about 1/(2π·hertz)
// seconds.
func NewDrift(seed uint64, hertz float32) Drift {
	keep := math.Exp(-2 * math.Pi * float64(hertz) * Quantum / Rate)
	// Two equal stages in a row: the variance of the second is (1+keep²)/(1+keep)²
	// of what the noise alone would give, which spread makes good.
	first := 1 - keep*keep
	second := (1 + keep*keep) / ((1 + keep) * (1 + keep))
	d := Drift{noise: NewNoise(seed), keep: float32(keep), spread: float32(math.Sqrt(first / second))}
	d.smooth = d.gauss()
	d.raw = d.smooth * math.Sqrt2
	return d
}

// Next goes on by one quantum and returns where the drift stands. Values
// beyond ±2.5 are held there.
func (d *Drift) Next() float32 {
	d.raw = d.keep*d.raw + d.spread*d.gauss()
	d.smooth += (1 - d.keep) * (d.raw - d.smooth)
	return min(max(d.smooth, -2.5), 2.5)
}

// gauss returns a nearly normal number of variance 1: the sum of three even
// ones, each of variance ⅓.
func (d *Drift) gauss() float32 { return d.noise.Next() + d.noise.Next() + d.noise.Next() }
