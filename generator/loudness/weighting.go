package loudness

import "math"

// A Weighting measures the power of a stereo stream as the ear weighs it,
// without the rest of a meter: for whoever follows loudness while it plays. It
// works at half of the sample rate, on the means of pairs of frames, which
// takes 0.3 dB from 4 kHz and 1.2 dB from 8 kHz: nothing of what music is loud
// by.
type Weighting struct {
	filter kWeighting // its coefficients; the states are apart
	states [2]weightingState
}

type weightingState struct{ head1, head2, ear1, ear2 float64 }

// NewWeighting returns a weighting for a sample rate in hertz.
func NewWeighting(rate int) *Weighting {
	return &Weighting{filter: newKWeighting(float64(rate) / 2)}
}

// Energy takes further frames in, an even number of them, and returns the sum
// of their K-weighted squares over both channels. Those run side by side,
// because each filter waits for itself.
func (w *Weighting) Energy(left, right []float32) float64 {
	head, ear := &w.filter.head, &w.filter.ear
	b0, b1, b2, a1, a2 := head.b0, head.b1, head.b2, head.a1, head.a2
	e1, e2 := ear.a1, ear.a2
	l, r := w.states[0], w.states[1]
	l1, l2, l3, l4 := l.head1, l.head2, l.ear1, l.ear2
	r1, r2, r3, r4 := r.head1, r.head2, r.ear1, r.ear2
	sum := 0.0
	right = right[:len(left)]
	for i := 1; i < len(left); i += 2 {
		x, y := 0.5*float64(left[i-1]+left[i]), 0.5*float64(right[i-1]+right[i])
		u, v := b0*x+l1, b0*y+r1
		l1, r1 = (b1*x+l2)-a1*u, (b1*y+r2)-a1*v
		l2, r2 = b2*x-a2*u, b2*y-a2*v
		p, q := u+l3, v+r3
		l3, r3 = (l4-2*u)-e1*p, (r4-2*v)-e1*q
		l4, r4 = u-e2*p, v-e2*q
		sum += p*p + q*q
	}
	w.states[0] = weightingState{still(l1), still(l2), still(l3), still(l4)}
	w.states[1] = weightingState{still(r1), still(r2), still(r3), still(r4)}
	return 2 * sum
}

// still takes what is far too small to hear to zero, before it becomes
// denormal, which some processors handle slowly.
func still(x float64) float64 {
	if math.Abs(x) < 1e-30 {
		return 0
	}
	return x
}

// LUFS returns the loudness of a mean K-weighted power, −∞ for none.
func LUFS(power float64) float64 { return lufs(power) }

// Power returns the mean K-weighted power of a loudness in LUFS.
func Power(lufs float64) float64 { return math.Pow(10, (lufs-offset)/10) }
