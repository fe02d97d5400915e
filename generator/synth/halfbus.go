package synth

import "dulcet/generator/dsp"

// A halfBus carries the voices of an instrument at half the sample rate, for
// sounds that end well below 12 kHz, and brings their sum back to the whole.
type halfBus struct {
	left, right dsp.HalfBlock
	up          [2]dsp.Interpolator
	used        bool // since it was last reset
}

// clear makes the bus ready for the next quantum.
func (b *halfBus) clear() { b.left, b.right, b.used = dsp.HalfBlock{}, dsp.HalfBlock{}, true }

// add brings the quantum to the whole rate and adds it to out.
func (b *halfBus) add(out *dsp.Stereo) {
	var whole dsp.Block
	b.up[0].Process(&b.left, &whole)
	for i, x := range whole {
		out.Left[i] += x
	}
	b.up[1].Process(&b.right, &whole)
	for i, x := range whole {
		out.Right[i] += x
	}
}

// reset forgets what is left of notes that nobody hears any more.
func (b *halfBus) reset() {
	if b.used {
		*b = halfBus{}
	}
}

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
