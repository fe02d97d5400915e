package dsp

import "math"

const (
	tableBits = 11
	tableSize = 1 << tableBits
	fracBits  = 32 - tableBits
	fracScale = 1.0 / (1 << fracBits)
)

// A Wavetable is one cycle of a waveform. Its last sample repeats the first,
// so that reading between two samples needs no wrap.
type Wavetable [tableSize + 1]float32

// At returns the waveform at a phase, where 2³² is a whole cycle. It reads in
// a straight line between samples: for harmonic k of amplitude 1 the error is
// at most (πk/2048)²/2, −118 dB for a sine.
func (t *Wavetable) At(phase uint32) float32 {
	index := phase >> fracBits
	fraction := float32(int32(phase&(1<<fracBits-1))) * fracScale
	a := t[index]
	return a + fraction*(t[index+1]-a)
}

var sine = func() *Wavetable {
	table := new(Wavetable)
	for i := range table {
		table[i] = float32(math.Sin(2 * math.Pi * float64(i) / tableSize))
	}
	return table
}()

// Sine returns the sine of a phase, where 2³² is a whole cycle.
func Sine(phase uint32) float32 { return sine.At(phase) }

// PhaseStep returns what a phase advances in one frame at a frequency in
// hertz. It is exact to 0.00002 Hz.
func PhaseStep(hertz float32) uint32 {
	return uint32(int64(float64(hertz) * (1 << 32) / Rate))
}

// SineTable returns the Wavetable of a sine, which nobody may change.
func SineTable() *Wavetable { return sine }
