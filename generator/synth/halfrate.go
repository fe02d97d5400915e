package synth

import "dulcet/generator/dsp"

// halfOffset returns the first sample at half the rate that is not before the
// note.
func (l *life) halfOffset() int { return (l.offset + 1) / 2 }

// fadeAfter returns the gain of a voice at the end of the coming quantum: 1
// unless it has been stolen. A gain that is led there in straight lines, from
// quantum to quantum, follows the fade closely.
func (l *life) fadeAfter() float32 {
	if l.stolen {
		return fadeFrom(l.fade - dsp.Quantum)
	}
	return 1
}
