package chance

import (
	"math"
	"math/cmplx"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"
)

func TestSource_Pink(t *testing.T) {
	const n = 4096
	t.Run("falls as 1/f", func(t *testing.T) {
		mean := 0.0
		const seeds = 8
		for seed := range uint64(seeds) {
			mean += spectralSlope(pinkSequence(seed, n)) / seeds
		}
		if mean < 0.8 || mean > 1.2 {
			t.Errorf("the power falls as 1/f^%.2f", mean)
		}
	})
	t.Run("has a standard deviation of one", func(t *testing.T) {
		sum, squares, count := 0.0, 0.0, 0.0
		for seed := range uint64(40) {
			for _, v := range pinkSequence(seed, n) {
				sum, squares, count = sum+v, squares+v*v, count+1
			}
		}
		if mean := sum / count; math.Abs(mean) > 0.3 {
			t.Errorf("the mean is %.3f", mean)
		}
		if deviation := math.Sqrt(squares / count); deviation < 0.85 || deviation > 1.15 {
			t.Errorf("the deviation is %.3f", deviation)
		}
	})
}

func pinkSequence(seed uint64, n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = float64(New(seed).Pink(1, uint64(i), 1)) / Scale
	}
	return values
}

// spectralSlope returns β of the fit of 1/f^β to the periodogram, averaged
// in octaves so that every octave counts alike.
func spectralSlope(values []float64) float64 {
	n := len(values)
	coefficients := fourier.NewFFT(n).Coefficients(nil, values)
	var xs, ys []float64
	for low := 2; 2*low <= n/2; low *= 2 {
		power := 0.0
		for k := low; k < 2*low; k++ {
			power += cmplx.Abs(coefficients[k]) * cmplx.Abs(coefficients[k]) / float64(low)
		}
		xs, ys = append(xs, math.Log(float64(low))), append(ys, math.Log(power))
	}
	var sx, sy, sxx, sxy float64
	for i := range xs {
		sx, sy, sxx, sxy = sx+xs[i], sy+ys[i], sxx+xs[i]*xs[i], sxy+xs[i]*ys[i]
	}
	count := float64(len(xs))
	return -(count*sxy - sx*sy) / (count*sxx - sx*sx)
}
