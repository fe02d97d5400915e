package soundscape

import "dulcet/generator/dsp"

// Everything but Noise is made at half the sample rate: a bed has nothing to
// say above 9 kHz, and half of the frames cost half.
const (
	halfQuantum = dsp.Quantum / 2
	halfRate    = dsp.Rate / 2
	// atHalf is what a frequency is multiplied by for a unit of package dsp
	// that is given half as many frames as it believes.
	atHalf = 2
	// quantumSeconds is how long a quantum lasts.
	quantumSeconds = float32(dsp.Quantum) / dsp.Rate
)

// A halfStereo is one quantum of two channels at half the sample rate.
type halfStereo struct{ left, right [halfQuantum]float32 }

// An upsampler takes a bed from half the sample rate to the whole.
type upsampler struct{ left, right [upsamplerTaps - 1]float32 }

// The samples between those that are there: the shortest odd-length half-band
// filter that is maximally flat to fifth order (Herrmann 1971, IEEE Trans.
// Circuit Theory 18:411). What lies at 8 kHz leaves an image at 16 kHz that is
// 17 dB weaker, what lies at 5 kHz one of −39 dB.
const (
	upsamplerTaps = 6
	upNear        = 150.0 / 256
	upMiddle      = -25.0 / 256
	upFar         = 3.0 / 256
)

// add upsamples bed and adds it to out, at a gain that moves from one value by
// step a frame.
func (u *upsampler) add(bed *halfStereo, out *dsp.Stereo, gain, step float32) {
	step *= atHalf
	upsample(&u.left, &bed.left, &out.Left, gain, step)
	upsample(&u.right, &bed.right, &out.Right, gain, step)
}

func upsample(past *[upsamplerTaps - 1]float32, in *[halfQuantum]float32, out *dsp.Block, gain, step float32) {
	const history = upsamplerTaps - 1
	var line [history + halfQuantum]float32
	copy(line[:], past[:])
	for i, x := range in {
		line[history+i] = gain * x
		gain += step
	}
	at := line[:]
	for i := 0; i < dsp.Quantum-1 && len(at) >= upsamplerTaps; i += 2 {
		c, d := at[2], at[3]
		out[i] += c
		out[i+1] += upNear*(c+d) + upMiddle*(at[1]+at[4]) + upFar*(at[0]+at[5])
		at = at[1:]
	}
	copy(past[:], line[halfQuantum:])
}

// A slide is a control within one quantum: where it is at the first frame, and
// what to add for each further one.
type slide struct{ at, step float32 }

// glide takes a smoother on by one quantum for use at half the sample rate.
func glide(s *dsp.Smoother) slide {
	at, step := s.Next()
	return slide{at, atHalf * step}
}
