package synth

import "dulcet/generator/dsp"

// An ensemble is the chorus of a string machine: three taps of one delay line
// a third of a turn apart, each moved by a slow and a fast sine at 0.75 and
// 6.57 Hz. The fast one stays below 3 cents, where it is felt as bowing and
// not heard as vibrato (design choice).
type ensemble struct {
	line       *dsp.Delay
	slow, fast uint32
	last       [3]float32 // distance of each tap at the end of the last quantum, frames
	rest       int        // quanta until the line is empty
	low        dsp.OnePole
}

const (
	ensembleCentre = 260.0 // frames: 5.4 ms
	ensembleSlow   = 62.0  // frames at full depth
	ensembleFast   = 1.6
	ensembleQuanta = 12 // that the line remembers
	third          = 1431655765
)

func newEnsemble() ensemble {
	e := ensemble{line: dsp.NewDelay(512), low: dsp.NewOnePole(140)}
	for i := range e.last {
		e.last[i] = ensembleCentre
	}
	return e
}

// empty reports whether nothing is left in the line.
func (e *ensemble) empty() bool { return e.rest == 0 }

// process adds the bus and its chorus to out. Depth is 0…1. What lies below
// 140 Hz stays out of the chorus, so that the low end stays in the middle.
func (e *ensemble) process(bus, out *dsp.Stereo, depth float32, sounding bool) {
	if sounding {
		e.rest = ensembleQuanta
	} else {
		e.rest--
	}
	var centre dsp.Block
	for i := range centre {
		centre[i] = 0.5 * (bus.Left[i] + bus.Right[i])
	}
	e.low.Highpass(centre[:])
	var taps [3]dsp.Block
	e.slow += dsp.PhaseStep(0.75 * dsp.Quantum)
	e.fast += dsp.PhaseStep(6.57 * dsp.Quantum)
	for i := range taps {
		turn := uint32(i) * third
		to := ensembleCentre + (0.3+0.7*depth)*(ensembleSlow*dsp.Sine(e.slow+turn)+ensembleFast*dsp.Sine(e.fast+turn))
		e.line.ReadGlide(&taps[i], e.last[i], (to-e.last[i])/dsp.Quantum)
		e.last[i] = to
	}
	e.line.WriteBlock(&centre)
	dry, wet := 0.8-0.1*depth, 0.26+0.26*depth
	for i := range out.Left {
		shared := 0.5 * taps[1][i]
		out.Left[i] += dry*bus.Left[i] + wet*(taps[0][i]+shared)
		out.Right[i] += dry*bus.Right[i] + wet*(taps[2][i]+shared)
	}
}
