package dsp

// An Oscillator reads two Wavetables at one frequency and fades between them.
// Its phase is an integer, so that it stays in tune for ever.
type Oscillator struct {
	Phase uint32 // 2³² is a whole cycle
	step  uint32
	gains [2]float32 // at the end of the last quantum
}

// Start sets the phase, in silence.
func (o *Oscillator) Start(phase uint32) { *o = Oscillator{Phase: phase, step: o.step} }

// SetFrequency sets the frequency in hertz; the waveform goes on unbroken.
func (o *Oscillator) SetFrequency(hertz float32) { o.step = PhaseStep(hertz) }

// Render adds both tables to out while their gains go to the given ones in the
// time of a quantum.
func (o *Oscillator) Render(out []float32, one, two *Wavetable, gainOne, gainTwo float32) {
	phase, step := o.Phase, o.step
	gain1, gain2 := o.gains[0], o.gains[1]
	step1, step2 := (gainOne-gain1)/Quantum, (gainTwo-gain2)/Quantum
	for i := range out {
		index := phase >> fracBits
		fraction := float32(int32(phase&(1<<fracBits-1))) * fracScale
		a, b := one[index], two[index]
		out[i] += gain1*(a+fraction*(one[index+1]-a)) + gain2*(b+fraction*(two[index+1]-b))
		phase += step
		gain1 += step1
		gain2 += step2
	}
	o.Phase = phase
	o.gains[0] += step1 * float32(len(out))
	o.gains[1] += step2 * float32(len(out))
}
