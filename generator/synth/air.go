package synth

import "dulcet/generator/dsp"

// An air is the noise of bow hair on strings, or of breath: white noise
// between 500 Hz and 3 kHz at half the sample rate, the same for all notes of
// a section.
type air struct {
	noise dsp.Noise
	below float32    // what the highpass takes away
	above [2]float32 // states of the lowpass
	level float32    // at the end of the last quantum
}

func newAir(seed uint64) air { return air{noise: dsp.NewNoise(^seed)} }

// render adds the noise to both channels at a level that it glides to.
func (a *air) render(bus *dsp.HalfStereo, level float32) {
	if level < faintest/10 && a.level < faintest/10 {
		a.level = 0
		return
	}
	const low, high = 0.123, 0.544 // paces of one-pole stages at 500 Hz and 3 kHz: 1 − e^(−2π·f/HalfRate)
	left, right := &bus.Left, &bus.Right
	gain, step := a.level, (level-a.level)/float32(len(left))
	noise, below, first, second := a.noise, a.below, a.above[0], a.above[1]
	for i := range left {
		x := noise.Next()
		below += low * (x - below)
		first += high * (x - below - first)
		second += high * (first - second)
		left[i] += gain * second
		right[i] += gain * second
		gain += step
	}
	a.noise, a.below, a.above, a.level = noise, below, [2]float32{first, second}, level
}
