package dsp

// A Lot draws the small differences between one note, drop or grain and the
// next.
type Lot struct{ noise Noise }

// DrawLot returns the lot of one note: a function of the instrument's seed and
// the number of the note, so that no note's lot depends on how another was
// played.
func DrawLot(seed, number uint64) Lot { return Lot{NewNoise(Scramble(seed) + number)} }

// Signed returns −1…1.
func (l *Lot) Signed() float64 { return float64(l.noise.Next()) }

// Unit returns 0…1.
func (l *Lot) Unit() float64 { return float64(l.noise.Unit()) }

// Phase returns any phase.
func (l *Lot) Phase() uint32 { return l.noise.Bits() }

// Noise returns the noise that a note makes of its own.
func (l *Lot) Noise() Noise { return l.noise }
