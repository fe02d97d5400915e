package measure

import (
	"math"
	"math/cmplx"

	"gonum.org/v1/gonum/dsp/fourier"
)

// centroidSize is the length of the moments that a centroid is taken of: 43 ms
// at 48 kHz.
const centroidSize = 2048

// A centroid averages the centre of gravity of the spectrum of the middle
// over moments under a Hann window that overlap by half.
type centroid struct {
	rate      float64
	transform *fourier.FFT
	window    []float64
	recent    []float64
	filled    int
	piece     []float64
	bins      []complex128
	sum       float64 // of the centroids in bins, times their weights
	weight    float64
}

func newCentroid(rate int) *centroid {
	return &centroid{
		rate:      float64(rate),
		transform: fourier.NewFFT(centroidSize),
		window:    hann(centroidSize),
		recent:    make([]float64, centroidSize),
		piece:     make([]float64, centroidSize),
		bins:      make([]complex128, centroidSize/2+1),
	}
}

func (c *centroid) add(frames [][2]float64) {
	for _, f := range frames {
		c.recent[c.filled] = 0.5 * (f[0] + f[1])
		c.filled++
		if c.filled == centroidSize {
			c.analyse()
			c.filled = 0
		}
	}
}

func (c *centroid) analyse() {
	for i, x := range c.recent {
		c.piece[i] = x * c.window[i]
	}
	var power, moment float64
	for i, bin := range c.transform.Coefficients(c.bins, c.piece) {
		p := real(bin * cmplx.Conj(bin))
		power += p
		moment += p * float64(i)
	}
	if power > 1e-12 {
		c.sum += moment / power * math.Sqrt(power)
		c.weight += math.Sqrt(power)
	}
}

// hertz returns the centroid, or 0 where nothing sounded.
func (c *centroid) hertz() float64 {
	if c.weight == 0 {
		return 0
	}
	return c.sum / c.weight * c.rate / centroidSize
}
