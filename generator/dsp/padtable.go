package dsp

import (
	"math"
	"math/cmplx"
)

const (
	padBits     = 17
	padSize     = 1 << padBits
	padFraction = 32 - padBits
	padMask     = 1<<padFraction - 1
	padBin      = Rate / float64(padSize) // Hz between two lines of its spectrum
)

// padUnit is what a PadTable holds for 1. Its peaks are near 4, and the noise
// of rounding lies 87 dB under 1.
const padUnit = 6500.0

// A PadTable is 2.7 seconds of a whole section of players on one note, as one
// long cycle: every partial is a narrow band in place of a line, so that it
// shimmers as many players do who are never quite together. The idea is
// PADsynth by Nasca Octavian Paul (2004). What is made of sines below half the
// sample rate holds no alias. Read at another speed than 1 in a straight line
// between samples, a partial at f has an image (f/(Rate−f))² as strong, which
// whoever chooses the partials keeps small. The last sample repeats the first.
type PadTable [padSize + 1]int16

// A PadPartial is one partial of a PadTable.
type PadPartial struct {
	Hertz     float64
	Amplitude float64
	Spread    float64 // standard deviation of the band around it, cents
	Steady    float64 // power of the line in its middle over that of the band
}

// PadHertz returns the frequency nearest to hertz of which a whole number of
// cycles fits into a PadTable, so that its harmonics are in tune.
func PadHertz(hertz float64) float64 {
	return math.Max(1, math.Round(hertz/padBin)) * padBin
}

// NewPadTables makes a table of each list of partials. All peak near 4, the
// richer ones a little higher. Partials that reach half the sample rate are
// left out. Phases are drawn from the seed.
func NewPadTables(seed uint64, lists ...[]PadPartial) []*PadTable {
	noise := NewNoise(seed)
	var tables []*PadTable
	for len(lists) > 1 {
		one, two := newTwoPadTables(padSpectrum(&noise, lists[0]), padSpectrum(&noise, lists[1]))
		tables = append(tables, one, two)
		lists = lists[2:]
	}
	if len(lists) > 0 {
		one, _ := newTwoPadTables(padSpectrum(&noise, lists[0]), nil)
		tables = append(tables, one)
	}
	return tables
}

// newTwoPadTables turns two spectra into tables by one transform: its real and
// its imaginary part have room for a signal each.
func newTwoPadTables(first, second []complex128) (one, two *PadTable) {
	both := make([]complex64, padSize)
	for i, c := range first {
		both[i] += complex64(c)
		both[(padSize-i)%padSize] += complex64(cmplx.Conj(c))
	}
	for i, c := range second {
		both[i] += complex64(1i * c)
		both[(padSize-i)%padSize] += complex64(1i * cmplx.Conj(c))
	}
	inverseTransform(both)
	peakOne, peakTwo := float32(0), float32(0)
	for _, c := range both {
		peakOne = max(peakOne, real(c), -real(c))
		peakTwo = max(peakTwo, imag(c), -imag(c))
	}
	scaleOne, scaleTwo := padScale(peakOne), padScale(peakTwo)
	one, two = new(PadTable), new(PadTable)
	for i, c := range both {
		one[i], two[i] = padSample(scaleOne*real(c)), padSample(scaleTwo*imag(c))
	}
	one[padSize], two[padSize] = one[0], two[0]
	return one, two
}

// padScale returns the level of a table that peaks at so many times its RMS:
// most of the way from equal power to equal peaks, since a rich spectrum is
// both peakier and louder to the ear than a poor one of the same power
// (design choice).
func padScale(peak float32) float32 {
	const usual, share = 4, 0.75
	return padUnit * float32(math.Pow(usual/math.Max(float64(peak), 1), share))
}

func padSample(x float32) int16 {
	x = min(max(x, math.MinInt16), math.MaxInt16)
	if x < 0 {
		return int16(x - 0.5)
	}
	return int16(x + 0.5)
}

// padSpectrum returns the lower half of the spectrum of a signal of RMS 1.
func padSpectrum(noise *Noise, partials []PadPartial) []complex128 {
	spectrum := make([]complex128, padSize/2)
	for k, p := range partials {
		centre := int(math.Round(p.Hertz / padBin))
		deviation := math.Max(p.Hertz*(Cents(p.Spread)-1)/padBin, 0.4)
		reach := int(math.Ceil(3 * deviation))
		if centre-reach < 1 || centre+reach >= len(spectrum) {
			continue
		}
		// Schroeder's phases keep the peak of the lines low.
		line := p.Amplitude * math.Sqrt(p.Steady/(1+p.Steady))
		spectrum[centre] += cmplx.Rect(line, -math.Pi*float64(k*k)/float64(len(partials)))
		power := 0.0
		for i := -reach; i <= reach; i++ {
			power += bell(float64(i) / deviation)
		}
		for i := -reach; i <= reach; i++ {
			a := p.Amplitude * math.Sqrt(bell(float64(i)/deviation)/(power*(1+p.Steady)))
			spectrum[centre+i] += cmplx.Rect(a, 2*math.Pi*float64(noise.Unit()))
		}
	}
	energy := 0.0
	for _, c := range spectrum {
		energy += real(c)*real(c) + imag(c)*imag(c)
	}
	scale := complex(1/math.Sqrt(math.Max(2*energy, 1e-30)), 0)
	for i := range spectrum {
		spectrum[i] *= scale
	}
	return spectrum
}

// bell is the normal distribution without its factor.
func bell(x float64) float64 { return math.Exp(-x * x / 2) }
