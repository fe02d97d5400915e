package fx

import "dulcet/generator/dsp"

// diffusion is the number of allpasses a side.
const diffusion = 4

// diffusionFrames are their lengths, 3 to 17 ms: primes, different for the
// two sides.
var diffusionFrames = [2][diffusion]int{{149, 277, 463, 797}, {167, 251, 509, 743}}

// diffusionGain is the coefficient of the allpasses (design choice; Dattorro
// 1997, J. Audio Eng. Soc. 45:660, uses 0.625 to 0.75).
const diffusionGain = 0.65

// An allpass passes all frequencies alike and smears them in time (Schroeder
// 1962, J. Audio Eng. Soc. 10:219).
type allpass struct {
	line []float32
	at   int
}

func newAllpass(frames int) allpass { return allpass{line: make([]float32, frames)} }

func (a *allpass) process(x *dsp.Block) {
	line, at := a.line, a.at
	for i, in := range x {
		if at >= len(line) {
			at = 0
		}
		old := line[at]
		kept := in - diffusionGain*old
		line[at] = kept
		x[i] = old + diffusionGain*kept
		at++
	}
	a.at = at
}
