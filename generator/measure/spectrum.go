package measure

import (
	"math"

	"gonum.org/v1/gonum/dsp/fourier"
)

// spectrumSize is the length of a piece of sound that is transformed: 3 Hz of
// resolution, as low third-octaves need it.
const spectrumSize = 16384

// A spectrum averages the power of both channels over all time, by pieces
// under a Hann window (Welch 1967, IEEE Trans. Audio Electroacoust. 15:70)
// that lie end to end.
type spectrum struct {
	rate      float64
	transform *fourier.FFT
	window    []float64
	input     [2][]float64
	filled    int
	piece     []float64
	bins      []complex128
	power     []float64
}

func newSpectrum(rate int) *spectrum {
	s := &spectrum{
		rate:      float64(rate),
		transform: fourier.NewFFT(spectrumSize),
		window:    hann(spectrumSize),
		piece:     make([]float64, spectrumSize),
		bins:      make([]complex128, spectrumSize/2+1),
		power:     make([]float64, spectrumSize/2+1),
	}
	for side := range s.input {
		s.input[side] = make([]float64, spectrumSize)
	}
	return s
}

// hann returns the window of Hann for a length.
func hann(size int) []float64 {
	window := make([]float64, size)
	for i := range window {
		window[i] = 0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(size))
	}
	return window
}

func (s *spectrum) add(frames [][2]float64) {
	for _, f := range frames {
		s.input[0][s.filled], s.input[1][s.filled] = f[0], f[1]
		s.filled++
		if s.filled == spectrumSize {
			s.analyse(s.input[0])
			s.analyse(s.input[1])
			s.filled = 0
		}
	}
}

// analyse adds the power of a piece, without its mean.
func (s *spectrum) analyse(x []float64) {
	mean := 0.0
	for _, v := range x {
		mean += v / spectrumSize
	}
	for i, v := range x {
		s.piece[i] = (v - mean) * s.window[i]
	}
	for i, c := range s.transform.Coefficients(s.bins, s.piece) {
		s.power[i] += real(c)*real(c) + imag(c)*imag(c)
	}
}

// band returns the power from one frequency to another, in hertz.
func (s *spectrum) band(from, to float64) float64 {
	sum, wide := 0.0, s.rate/spectrumSize
	for i := int(math.Ceil(from / wide)); i < len(s.power) && float64(i)*wide < to; i++ {
		sum += s.power[i]
	}
	return sum
}

// third returns the centre of a third-octave, counted from 1 kHz, and its
// power above a frequency.
func (s *spectrum) third(number int, above float64) (centre, power float64) {
	centre = 1000 * math.Exp2(float64(number)/3)
	sixth := math.Exp2(1.0 / 6)
	return centre, s.band(math.Max(centre/sixth, above), centre*sixth)
}

// The third-octaves of the slope, 100 Hz to 10 kHz, and those that sound.
const (
	lowestOfSlope, highestOfSlope = -9, 9
	lowestThird, highestThird     = -15, 12 // 31 Hz to 16 kHz
)

// slope returns the slope of the straight line through the densities of the
// third-octaves, in decibels an octave, or 0 where there is nothing.
func (s *spectrum) slope() float64 {
	var line regression
	for number := lowestOfSlope; number <= highestOfSlope; number++ {
		centre, power := s.third(number, 0)
		line.add(float64(number)/3, power, centre)
	}
	return line.slope()
}

// treble returns the level of the loudest third-octave above 4 kHz over the
// loudest of all, in decibels, or −∞.
func (s *spectrum) treble() float64 {
	const edge = 4000
	high, highest := 0.0, 0.0
	for number := lowestThird; number <= highestThird; number++ {
		_, power := s.third(number, 0)
		highest = math.Max(highest, power)
		_, above := s.third(number, edge)
		high = math.Max(high, above)
	}
	if highest == 0 {
		return math.Inf(-1)
	}
	return 10 * math.Log10(high/highest)
}
