package loudness

import "math"

// A kWeighting is the filter of BS.1770-4 Annex 1: a shelf of 4 dB for the
// head, then a highpass for the ear's weakness at low frequencies. The
// standard gives coefficients for 48 kHz only; the analogue prototypes that
// they come from (De Man 2014, Evaluation of implementations of the EBU R128
// loudness measurement) make them for any rate.
type kWeighting struct{ head, ear biquad }

func newKWeighting(rate float64) kWeighting {
	return kWeighting{head: shelf(rate), ear: highpass(rate)}
}

func (k *kWeighting) next(x float64) float64 { return k.ear.next(k.head.next(x)) }

func shelf(rate float64) biquad {
	const (
		corner  = 1681.974450955533
		gain    = 3.999843853973347 // dB
		quality = 0.7071752369554196
	)
	k := math.Tan(math.Pi * corner / rate)
	high := math.Pow(10, gain/20)
	band := math.Pow(high, 0.4996667741545416)
	a0 := 1 + k/quality + k*k
	return biquad{
		b0: (high + band*k/quality + k*k) / a0,
		b1: 2 * (k*k - high) / a0,
		b2: (high - band*k/quality + k*k) / a0,
		a1: 2 * (k*k - 1) / a0,
		a2: (1 - k/quality + k*k) / a0,
	}
}

func highpass(rate float64) biquad {
	const (
		corner  = 38.13547087602444
		quality = 0.5003270373238773
	)
	k := math.Tan(math.Pi * corner / rate)
	a0 := 1 + k/quality + k*k
	return biquad{
		b0: 1, b1: -2, b2: 1, // not divided by a0: so the standard has it
		a1: 2 * (k*k - 1) / a0,
		a2: (1 - k/quality + k*k) / a0,
	}
}

// A biquad is a filter of second order in transposed direct form II.
type biquad struct {
	b0, b1, b2, a1, a2 float64
	s1, s2             float64
}

func (b *biquad) next(x float64) float64 {
	y := b.b0*x + b.s1
	b.s1 = b.b1*x - b.a1*y + b.s2
	b.s2 = b.b2*x - b.a2*y
	if math.Abs(b.s1) < 1e-30 && math.Abs(b.s2) < 1e-30 {
		b.s1, b.s2 = 0, 0
	}
	return y
}
