package loudness

// A Weighting measures the power of a stereo stream as the ear weighs it,
// without the rest of a meter: for whoever follows loudness while it plays.
type Weighting struct{ left, right kWeighting }

// NewWeighting returns a weighting for a sample rate in hertz.
func NewWeighting(rate int) *Weighting {
	return &Weighting{left: newKWeighting(float64(rate)), right: newKWeighting(float64(rate))}
}

// Energy takes further frames in and returns the sum of their K-weighted
// squares over both channels.
func (w *Weighting) Energy(left, right []float32) float64 {
	sum := 0.0
	for i := range left {
		l, r := w.left.next(float64(left[i])), w.right.next(float64(right[i]))
		sum += l*l + r*r
	}
	return sum
}

// LUFS returns the loudness of a mean K-weighted power, −∞ for none.
func LUFS(power float64) float64 { return lufs(power) }
