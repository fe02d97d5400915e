package soundscape

import "dulcet/generator/dsp"

// Noise is noise of any colour, steady and wide. Character is the tilt of its
// spectrum: 0 is −9 dB an octave, ¼ brown (−6), ½ pink (−3), ¾ white (0) and 1
// blue (+3); at distance 0 it is straight within 0.5 dB an octave from 50 Hz to
// 10 kHz. Further away the top falls, and in a gentle scene nothing is left
// above 4 kHz. It does not follow the weather: who asks for noise asks for
// nothing to happen.
//
// It alone is made at the whole sample rate.
type Noise struct {
	stage
	state  uint32
	tilt   dsp.Tilt
	rumble [2]dsp.Biquad // two sections of Butterworth's highpass of fourth order
	veil   dsp.FourPole
	slope  float32
}

// NewNoise returns noise, silent until it is set.
func NewNoise(seed uint64, weather *Weather) *Noise {
	noise := dsp.NewNoise(dsp.Scramble(seed))
	n := &Noise{
		stage: newStage(weather, outlook{near: 9000, far: 2200, gentle: 800}, &noiseTrims),
		state: noise.Bits(),
		slope: 100,
	}
	n.rumble[0].SetHighpass(34, 0.5412)
	n.rumble[1].SetHighpass(34, 1.3066)
	return n
}

// Render adds the next quantum to the bus.
func (n *Noise) Render(bus *dsp.Bus) {
	if !n.next() {
		return
	}
	if slope := -9 + 12*n.character.Value(); slope != n.slope {
		n.slope = slope
		n.tilt.Set(slope)
	}
	var bed dsp.Stereo
	n.renderWhite(&bed)
	n.tilt.Process(bed.Left[:], bed.Right[:])
	n.rumble[0].Process(bed.Left[:], bed.Right[:])
	n.rumble[1].Process(bed.Left[:], bed.Right[:])
	n.dim(&bed)
	gain, step := n.fade()
	out := bus.Whole()
	for i := range bed.Left {
		out.Left[i] += gain * bed.Left[i]
		out.Right[i] += gain * bed.Right[i]
		gain += step
	}
}

// dim takes the noise through the air, but for distance 0, where the line of the
// spectrum is to stay straight.
func (n *Noise) dim(bed *dsp.Stereo) {
	veiled := min(8*max(n.distance.Value(), n.gentle.Value()), 1)
	if veiled == 0 {
		return
	}
	clear := *bed
	n.veil.Set(n.corner)
	n.veil.Lowpass(bed.Left[:], bed.Right[:])
	if veiled == 1 {
		return
	}
	for i := range bed.Left {
		bed.Left[i] += (1 - veiled) * (clear.Left[i] - bed.Left[i])
		bed.Right[i] += (1 - veiled) * (clear.Right[i] - bed.Right[i])
	}
}

// renderWhite fills out with white noise whose sides correlate by 0.38: 16
// bits each of one step of Marsaglia's xorshift.
func (n *Noise) renderWhite(out *dsp.Stereo) {
	const main = 0.196 / (1 << 15) // five parts of one's own noise and one of the other's
	x := n.state
	for i := range out.Left {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		one, two := int32(x)>>16, int32(x<<16)>>16
		out.Left[i] = main * float32(5*one+two)
		out.Right[i] = main * float32(5*two+one)
	}
	n.state = x
}
