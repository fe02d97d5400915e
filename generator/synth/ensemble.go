package synth

import "dulcet/generator/dsp"

// An ensemble is the chorus of a string machine, at half the sample rate:
// three taps of one delay line a third of a turn apart, each moved by a slow
// and a fast sine at about 0.75 and 6.6 Hz whose pace wanders. The fast one
// stays below 3 cents, where it is felt as bowing and not heard as vibrato
// (design choice).
type ensemble struct {
	line       [ensembleLine]float32
	head       uint32 // where the next sample goes
	slow, fast uint32
	pace       dsp.Drift
	last       [3]float32 // distance of each tap at the end of the last quantum, samples
	rest       int        // quanta until the line is empty
	below      [2]float32 // what each stage of the highpass takes away
	dry, wet   float32    // gains at the end of the last quantum
}

const (
	ensembleLine   = 256
	ensembleCentre = 130.0 // samples: 5.4 ms
	ensembleSlow   = 31.0  // samples at full depth
	ensembleFast   = 0.8
	ensembleQuanta = 12         // until nothing of the last sound is on its way any more
	third          = 1431655765 // of a turn
)

func newEnsemble(seed uint64) ensemble {
	e := ensemble{pace: dsp.NewDrift(seed, 0.1)}
	for i := range e.last {
		e.last[i] = ensembleCentre
	}
	e.dry, e.wet = ensembleGains(middle.Movement)
	return e
}

// ensembleGains returns the gains of what comes in and of each tap.
func ensembleGains(depth float32) (dry, wet float32) { return 0.86 - 0.06*depth, 0.1 + 0.2*depth }

// empty reports whether nothing is left in the line.
func (e *ensemble) empty() bool { return e.rest == 0 }

// process puts the chorus over both channels. Depth is 0…1. The chorus begins
// about 400 Hz, so that the low end stays in the middle and no fundamental
// meets itself 5 ms later, which would favour some notes over others.
func (e *ensemble) process(bus *dsp.HalfStereo, depth float32, sounding bool) {
	if sounding {
		e.rest = ensembleQuanta
	} else {
		e.rest--
	}
	wander := 1 + 0.2*e.pace.Next()
	e.slow += dsp.PhaseStep(0.75 * wander * dsp.Quantum)
	e.fast += dsp.PhaseStep(6.57 * wander * dsp.Quantum)
	var from, step [3]int32
	for i := range from {
		turn := uint32(i) * third
		to := ensembleCentre + (0.3+0.7*depth)*(ensembleSlow*dsp.Sine(e.slow+turn)+ensembleFast*dsp.Sine(e.fast+turn))
		from[i] = int32(e.last[i] * (1 << ensembleFraction))
		step[i] = int32((to - e.last[i]) * (1 << ensembleFraction) / float32(len(bus.Left)))
		e.last[i] = to
	}
	dry, wet := ensembleGains(depth)
	e.mix(&bus.Left, &bus.Right, from, step, dry, wet)
}

const ensembleFraction = 16 // bits of a distance behind the point

// mix puts the middle of the channels on the line and takes the three taps
// from it: one for each side, one between.
func (e *ensemble) mix(left, right *dsp.HalfBlock, from, step [3]int32, toDry, toWet float32) {
	const pace = 0.0756 // of both stages of the highpass: 1 − e^(−2π·300/HalfRate)
	const one, scale = 1 << ensembleFraction, 1.0 / (1 << ensembleFraction)
	head := int32(e.head) << ensembleFraction // wraps round, as the line does
	p0, p1, p2 := head-from[0], head-from[1], head-from[2]
	s0, s1, s2 := one-step[0], one-step[1], one-step[2]
	dry, wet := e.dry, e.wet
	dryStep, wetStep := (toDry-dry)/float32(len(left)), (toWet-wet)/float32(len(left))
	e.dry, e.wet = toDry, toWet
	line, first, second, at := &e.line, e.below[0], e.below[1], e.head
	for i := range left {
		x, y := left[i], right[i]
		middle := 0.5 * (x + y)
		first += pace * (middle - first)
		above := middle - first
		second += pace * (above - second)
		line[at%ensembleLine] = above - second
		at++
		n0, n1, n2 := uint32(p0)>>ensembleFraction, uint32(p1)>>ensembleFraction, uint32(p2)>>ensembleFraction
		a, b, c := line[n0%ensembleLine], line[n1%ensembleLine], line[n2%ensembleLine]
		a += scale * float32(p0&(one-1)) * (line[(n0+1)%ensembleLine] - a)
		b += scale * float32(p1&(one-1)) * (line[(n1+1)%ensembleLine] - b)
		c += scale * float32(p2&(one-1)) * (line[(n2+1)%ensembleLine] - c)
		b *= 0.5
		left[i] = dry*x + wet*(a+b)
		right[i] = dry*y + wet*(c+b)
		p0 += s0
		p1 += s1
		p2 += s2
		dry += dryStep
		wet += wetStep
	}
	e.head = at
	e.below = [2]float32{first + 1e-18, second + 1e-18} // away from the denormal numbers
}
