package measure

import (
	"math"

	"gonum.org/v1/gonum/dsp/fourier"
)

// How a SlopeMeter listens.
const (
	momentSize  = 2048 // samples at half the rate: 85 ms at 48 kHz
	slopeMemory = 25.0 // seconds: time constant of the mean
)

// A SlopeMeter follows the slope of the spectrum, as Result.Slope has it, while
// sound goes on: in the mean over the last half minute or so, later moments
// weighing more. It listens to one moment a second, in the middle of the
// picture and at half the rate, which costs next to nothing.
type SlopeMeter struct {
	rate      float64 // of the moments
	pause     int     // frames between two moments
	left      int     // frames until the next
	transform *fourier.FFT
	window    []float64
	moment    []float64
	filled    int
	bins      []complex128
	bands     [highestOfSlope - lowestOfSlope + 1]float64 // mean powers
	moments   int
}

// NewSlopeMeter returns a meter for a sample rate in hertz.
func NewSlopeMeter(rate int) *SlopeMeter {
	return &SlopeMeter{
		rate:      float64(rate) / 2,
		pause:     rate - 2*momentSize,
		transform: fourier.NewFFT(momentSize),
		window:    hann(momentSize),
		moment:    make([]float64, momentSize),
		bins:      make([]complex128, momentSize/2+1),
	}
}

// Add takes further frames in, an even number of them, and reports whether
// Slope has changed. It allocates nothing.
func (m *SlopeMeter) Add(left, right []float32) bool {
	if m.left > 0 {
		m.left -= len(left)
		return false
	}
	for i := 1; i < len(left); i += 2 {
		if m.filled < momentSize {
			m.moment[m.filled] = float64(left[i-1]+left[i]+right[i-1]+right[i]) * m.window[m.filled]
			m.filled++
		}
	}
	if m.filled < momentSize {
		return false
	}
	m.filled, m.left = 0, m.pause
	m.average()
	return true
}

// average takes the moment into the mean.
func (m *SlopeMeter) average() {
	m.moments++
	share := math.Max(1/float64(m.moments), 1/slopeMemory)
	m.transform.Coefficients(m.bins, m.moment)
	for i := range m.bands {
		centre := bandCentre(i)
		power := m.band(centre) / droop(centre/m.rate)
		m.bands[i] += share * (power - m.bands[i])
	}
}

// bandCentre is the centre of a third-octave in hertz.
func bandCentre(i int) float64 { return 1000 * math.Exp2(float64(i+lowestOfSlope)/3) }

// band returns the power of the third-octave about a frequency.
func (m *SlopeMeter) band(centre float64) float64 {
	sixth, wide := math.Exp2(1.0/6), m.rate/momentSize
	power := 0.0
	for k := int(math.Ceil(centre / sixth / wide)); k < len(m.bins) && float64(k)*wide < centre*sixth; k++ {
		power += real(m.bins[k])*real(m.bins[k]) + imag(m.bins[k])*imag(m.bins[k])
	}
	return power
}

// droop is the power that the mean of two frames leaves of a frequency, given
// as a share of the rate after it.
func droop(share float64) float64 {
	c := math.Cos(math.Pi * share / 2)
	return c * c
}

// Slope returns the slope in decibels an octave, or 0 before there was any
// sound.
func (m *SlopeMeter) Slope() float64 {
	var line regression
	for i, power := range m.bands {
		line.add(float64(i)/3, power, bandCentre(i))
	}
	return line.slope()
}

// A regression is the straight line through densities over octaves.
type regression struct{ n, x, y, xx, xy float64 }

// add takes a band of a power and a centre at an octave in; one without power
// says nothing.
func (r *regression) add(octave, power, centre float64) {
	if power <= 0 {
		return
	}
	decibels := 10 * math.Log10(power/centre)
	r.n++
	r.x += octave
	r.y += decibels
	r.xx += octave * octave
	r.xy += octave * decibels
}

func (r *regression) slope() float64 {
	if r.n < 2 {
		return 0
	}
	return (r.n*r.xy - r.x*r.y) / (r.n*r.xx - r.x*r.x)
}
