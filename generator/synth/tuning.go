package synth

import (
	"math"
)

// hertz returns the frequency of a MIDI number in equal temperament, A4 (69)
// at 440 Hz.
func hertz(pitch float32) float64 { return 440 * math.Exp2((float64(pitch)-69)/12) }

// strength returns the amplitude of a velocity: 1 at 1, −9 dB at ½ (design
// choice: between a piano's curve and a straight line).
func strength(velocity float32) float64 {
	return math.Pow(math.Min(math.Max(float64(velocity), 0), 1), 1.5)
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
