package dsp

import "math"

// bankOctaves is the number of tables in a Bank: the lowest is for
// fundamentals below bankLowest, each further one for the octave above.
const (
	bankOctaves = 9
	bankLowest  = 40.0 // Hz
)

// A Bank is one timbre as band-limited wavetables, one an octave, so that no
// harmonic is ever near half the sample rate and nothing can fold back.
type Bank struct {
	tables [bankOctaves]*Wavetable
}

// NewBank sums the harmonics of a timbre: amplitude gives the amplitude of
// harmonic 1, 2, … up to harmonics. A table leaves out what would lie above
// top hertz for the highest note that uses it. Phases follow Schroeder (1970,
// IEEE Trans. Inf. Theory 16:85), which spreads the energy over the cycle and
// keeps the peak low; every table has an RMS of √½, that of a full sine.
func NewBank(amplitude func(harmonic int) float64, harmonics int, top float64) *Bank {
	bank := new(Bank)
	for octave := range bank.tables {
		highest := bankLowest * math.Exp2(float64(octave))
		count := max(1, min(harmonics, int(top/highest)))
		bank.tables[octave] = sumHarmonics(amplitude, count)
	}
	return bank
}

// At returns the table for a note of the frequency in hertz.
func (b *Bank) At(hertz float32) *Wavetable {
	octave, limit := 0, float32(bankLowest)
	for octave < bankOctaves-1 && hertz > limit {
		octave++
		limit *= 2
	}
	return b.tables[octave]
}

func sumHarmonics(amplitude func(int) float64, count int) *Wavetable {
	var sum [tableSize]float64
	energy := 0.0
	for k := 1; k <= count; k++ {
		a := amplitude(k)
		energy += a * a
		offset := uint32(k*k) * (1 << 31 / uint32(count))
		if count == 1 {
			offset = 0
		}
		for i := range sum {
			phase := uint32(i*k)<<fracBits - offset
			sum[i] += a * float64(sine[phase>>fracBits])
		}
	}
	table := new(Wavetable)
	scale := 1 / math.Sqrt(energy)
	for i := range sum {
		table[i] = float32(sum[i] * scale)
	}
	table[tableSize] = table[0]
	return table
}
