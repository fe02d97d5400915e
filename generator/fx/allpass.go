package fx

import "dulcet/generator/dsp"

// diffusion is the number of allpasses a side.
const diffusion = 4

// diffusionFrames are their lengths at half the sample rate, 3 to 17 ms:
// primes, different for the two sides, none shorter than a quantum.
var diffusionFrames = [2][diffusion]int{{73, 139, 233, 397}, {83, 127, 257, 373}}

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

// process works in place, in stretches in which the line does not wrap.
func (a *allpass) process(x *dsp.HalfBlock) {
	for rest := x[:]; len(rest) > 0; {
		line := a.line[a.at:min(a.at+len(rest), len(a.line))]
		now := rest[:len(line)]
		for i, old := range line {
			kept := now[i] - diffusionGain*old
			line[i] = kept
			now[i] = old + diffusionGain*kept
		}
		rest = rest[len(line):]
		a.at += len(line)
		if a.at == len(a.line) {
			a.at = 0
		}
	}
}
