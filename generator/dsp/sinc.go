package dsp

import "math"

// Sinc returns the weights with which 2·reach samples make the point that lies
// a share at of the way from the middle sample, number reach−1, to the next: a
// sinc under a Kaiser window (Kaiser & Schafer 1980, IEEE Trans. Acoust.
// 28:105) of the shape beta. Their sum is 1, so that what does not move stays
// where it is.
func Sinc(at float64, reach int, beta float64) []float64 {
	weights := make([]float64, 2*reach)
	sum := 0.0
	for i := range weights {
		x := float64(i-(reach-1)) - at
		window := bessel(beta*math.Sqrt(max(0, 1-x*x/float64(reach*reach)))) / bessel(beta)
		weights[i] = window
		if x != 0 {
			weights[i] *= math.Sin(math.Pi*x) / (math.Pi * x)
		}
		sum += weights[i]
	}
	for i := range weights {
		weights[i] /= sum
	}
	return weights
}

// bessel returns the modified Bessel function I₀ by its power series.
func bessel(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-12*sum; k++ {
		term *= x * x / (4 * k * k)
		sum += term
	}
	return sum
}
