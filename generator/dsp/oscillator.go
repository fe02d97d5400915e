package dsp

// An Oscillator reads a Wavetable at a frequency. Its phase is an integer, so
// that it stays in tune for ever.
type Oscillator struct {
	Phase uint32 // 2³² is a whole cycle
	step  uint32
}

// SetFrequency sets the frequency in hertz; the waveform goes on unbroken.
func (o *Oscillator) SetFrequency(hertz float32) { o.step = PhaseStep(hertz) }

// Render adds the waveform to out, times gain.
func (o *Oscillator) Render(out []float32, table *Wavetable, gain float32) {
	phase, step := o.Phase, o.step
	for i := range out {
		index := phase >> fracBits
		fraction := float32(int32(phase&(1<<fracBits-1))) * fracScale
		a := table[index]
		out[i] += gain * (a + fraction*(table[index+1]-a))
		phase += step
	}
	o.Phase = phase
}
