package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// hertz returns the frequency of a MIDI number in equal temperament, A4 (69)
// at 440 Hz.
func hertz(pitch float32) float64 { return 440 * math.Exp2((float64(pitch)-69)/12) }

// cents returns the factor of an interval in hundredths of a semitone.
func cents(c float64) float64 { return math.Exp2(c / 1200) }

// mix returns the value at u between a and b.
func mix(a, b, u float64) float64 { return a + (b-a)*u }

// geometric returns the value at u between a and b when equal steps of u are
// equal ratios, as the ear hears frequencies and times.
func geometric(a, b, u float64) float64 { return a * math.Pow(b/a, u) }

// strength returns the amplitude of a velocity: 1 at 1, −9 dB at ½ (design
// choice: between a piano's curve and a straight line).
func strength(velocity float32) float64 {
	return math.Pow(math.Min(math.Max(float64(velocity), 0), 1), 1.5)
}

// place returns the gains of a position from −1, left, to 1, right: constant
// power, −3 dB a side in the centre.
func place(position float64) (left, right float32) {
	angle := (math.Min(math.Max(position, -1), 1) + 1) * math.Pi / 4
	return float32(math.Cos(angle)), float32(math.Sin(angle))
}

// spread returns how far from the centre a pitch may stand, 0…1: low notes
// stay in the middle, where they carry furthest and stay whole in mono.
func spread(pitch float32) float64 {
	return math.Min(math.Max((float64(pitch)-40)/28, 0), 1)
}

// held returns a Patch with every parameter within 0…1.
func (p Patch) held() Patch {
	limit := func(x float32) float32 {
		if !(x > 0) { // also what is not a number
			return 0
		}
		return min(x, 1)
	}
	return Patch{limit(p.Brightness), limit(p.Attack), limit(p.Release), limit(p.Warmth), limit(p.Movement), limit(p.Width)}
}

// held returns the note within what can be played, and whether there is
// anything to play: a pitch that is not a number or a velocity of nothing is
// silent.
func (n Note) held() (Note, bool) {
	if n.Pitch != n.Pitch || !(n.Velocity > 0) {
		return n, false
	}
	n.Pitch = min(max(n.Pitch, 0), 127)
	n.Velocity = min(n.Velocity, 1)
	return n, true
}

// middle is the patch that an instrument starts with.
var middle = Patch{0.5, 0.5, 0.5, 0.5, 0.5, 0.5}

// A lot draws the small differences between one note and the next.
type lot struct{ noise dsp.Noise }

// drawLot returns the lot of one note: a function of the instrument's seed
// and the number of the note, so that no note's lot depends on how another
// was played.
func drawLot(seed, number uint64) lot {
	return lot{dsp.NewNoise(dsp.Scramble(seed) + number)}
}

// signed returns −1…1.
func (l *lot) signed() float64 { return float64(l.noise.Next()) }

// unit returns 0…1.
func (l *lot) unit() float64 { return float64(l.noise.Unit()) }

// phase returns any phase.
func (l *lot) phase() uint32 { return l.noise.Bits() }
