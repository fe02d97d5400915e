package synth

import "dulcet/generator/dsp"

// A vibrato is the wavering of a pitch by hand or breath. Its pace and its
// depth wander, so that no two waves are alike, and it grows while a note is
// held. The zero vibrato does nothing.
type vibrato struct {
	depth float32 // parts of the frequency
	grown float32 // 0…1
	grow  float32 // a quantum
	wait  int     // quanta until it begins
	pace  float32 // Hz
	phase uint32
	drift dsp.Drift
}

// newVibrato returns a vibrato of a depth in cents and a pace in hertz that
// begins after a number of seconds and takes as long again to grow.
func newVibrato(cents, hertz, wait float64, l *dsp.Lot) vibrato {
	const second = dsp.Rate / dsp.Quantum
	return vibrato{
		depth: float32(dsp.Cents(cents) - 1),
		grow:  float32(1 / (max(wait, 0.1) * second)),
		wait:  int(wait * second),
		pace:  float32(hertz),
		phase: 0,
		drift: dsp.NewDrift(uint64(l.Phase()), 0.5),
	}
}

// next goes on by one quantum and returns by which part the frequency is
// raised.
func (v *vibrato) next() float32 {
	if v.depth == 0 {
		return 0
	}
	if v.wait > 0 {
		v.wait--
		return 0
	}
	v.grown = min(v.grown+v.grow, 1)
	wander := v.drift.Next()
	v.phase += dsp.PhaseStep(v.pace * (1 + 0.08*wander) * dsp.Quantum)
	return v.depth * v.grown * (1 + 0.25*wander) * dsp.Sine(v.phase)
}
