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
// PADsynth by Nasca Octavian Paul (in ZynAddSubFX). What is made of sines below
// half the sample rate holds no alias. Read at another speed than 1 in a
// straight line between samples, a partial at f has an image (f/(Rate−f))² as
// strong, which whoever chooses the partials keeps small. The last sample
// repeats the first.
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
	maker := padMaker{
		noise:    NewNoise(seed),
		turns:    turnsOf(padSize),
		spectrum: make([]complex128, padSize/2),
		signals:  make([]complex64, padSize),
	}
	tables := make([]*PadTable, 0, len(lists))
	for len(lists) > 1 {
		one, two := maker.build(lists[0], lists[1])
		tables = append(tables, one, two)
		lists = lists[2:]
	}
	if len(lists) > 0 {
		one, _ := maker.build(lists[0], nil)
		tables = append(tables, one)
	}
	return tables
}

// A padMaker makes PadTables two by two, since a transform has room for two
// real signals: the second is the imaginary part of the first.
type padMaker struct {
	noise    Noise
	turns    []complex64
	spectrum []complex128 // lower half, of one signal
	signals  []complex64  // both spectra, then both signals
}

func (m *padMaker) build(first, second []PadPartial) (one, two *PadTable) {
	clear(m.signals)
	m.put(first, 1)
	m.put(second, 1i)
	inverseTransform(m.signals, m.turns)
	peakOne, peakTwo := float32(0), float32(0)
	for _, c := range m.signals {
		peakOne = max(peakOne, real(c), -real(c))
		peakTwo = max(peakTwo, imag(c), -imag(c))
	}
	scaleOne, scaleTwo := padScale(peakOne), padScale(peakTwo)
	one, two = new(PadTable), new(PadTable)
	for i, c := range m.signals {
		one[i], two[i] = padSample(scaleOne*real(c)), padSample(scaleTwo*imag(c))
	}
	one[padSize], two[padSize] = one[0], two[0]
	return one, two
}

// put adds the spectrum of a real signal of RMS 1, times unit.
func (m *padMaker) put(partials []PadPartial, unit complex128) {
	clear(m.spectrum)
	for k, p := range partials {
		// Schroeder's phases keep the peak of the lines low.
		m.spread(p, -math.Pi*float64(k*k)/float64(len(partials)))
	}
	energy := 0.0
	for _, c := range m.spectrum {
		energy += real(c)*real(c) + imag(c)*imag(c)
	}
	if energy == 0 {
		return
	}
	unit *= complex(1/math.Sqrt(2*energy), 0)
	for i, c := range m.spectrum {
		if c != 0 {
			m.signals[i] += complex64(unit * c)
			m.signals[padSize-i] += complex64(unit * cmplx.Conj(c))
		}
	}
}

// spread adds a partial to the spectrum: its line, of a phase, and the band
// around it.
func (m *padMaker) spread(p PadPartial, phase float64) {
	centre := int(math.Round(p.Hertz / padBin))
	deviation := math.Max(p.Hertz*(Cents(p.Spread)-1)/padBin, 0.4)
	reach := int(math.Ceil(3 * deviation))
	if centre-reach < 1 || centre+reach >= len(m.spectrum) {
		return
	}
	m.spectrum[centre] += cmplx.Rect(p.Amplitude*math.Sqrt(p.Steady/(1+p.Steady)), phase)
	power := 0.0
	for i := -reach; i <= reach; i++ {
		power += bell(float64(i) / deviation)
	}
	for i := -reach; i <= reach; i++ {
		a := p.Amplitude * math.Sqrt(bell(float64(i)/deviation)/(power*(1+p.Steady)))
		m.spectrum[centre+i] += cmplx.Rect(a, 2*math.Pi*float64(m.noise.Unit()))
	}
}

// bell is the normal distribution without its factor.
func bell(x float64) float64 { return math.Exp(-x * x / 2) }

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
