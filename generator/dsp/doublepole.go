package dsp

// A DoublePole is a stereo lowpass of 12 dB an octave with the softest knee
// there is: two equal one-pole stages in a row. It costs half of a
// StateVariable.
type DoublePole struct {
	keep        float32
	left, right [2]float32 // states of the stages
}

// Set moves the corner, −3 dB, to hertz. Above 6 kHz it lies a little lower
// than asked.
func (f *DoublePole) Set(hertz float32) {
	const stage = 1.5538 // 1/√(√2−1): each of two equal stages is 1.5 dB down at the corner
	g := tangent(stage * hertz)
	f.keep = (1 - g) / (1 + g)
}

// Reset forgets the past.
func (f *DoublePole) Reset() { f.left, f.right = [2]float32{}, [2]float32{} }

// Lowpass filters both channels in place; they have the same length.
func (f *DoublePole) Lowpass(left, right []float32) {
	keep, pass := f.keep, 1-f.keep
	l1, l2, r1, r2 := f.left[0], f.left[1], f.right[0], f.right[1]
	right = right[:len(left)]
	for i, x := range left {
		l1 = keep*l1 + pass*x
		r1 = keep*r1 + pass*right[i]
		l2 = keep*l2 + pass*l1
		r2 = keep*r2 + pass*r1
		left[i], right[i] = l2, r2
	}
	f.left = [2]float32{flush(l1), flush(l2)}
	f.right = [2]float32{flush(r1), flush(r2)}
}
