package synth

import "dulcet/generator/dsp"

// An ensemble is the chorus of a string machine: three taps of one delay line
// a third of a turn apart, each moved by a slow and a fast sine at about 0.75
// and 6.6 Hz whose pace wanders. The fast one stays below 3 cents, where it
// is felt as bowing and not heard as vibrato (design choice).
type ensemble struct {
	line       [ensembleLine]float32
	head       uint32 // where the next sample goes
	slow, fast uint32
	pace       dsp.Drift
	last       [3]float32 // distance of each tap at the end of the last quantum, frames
	rest       int        // quanta until the line is empty
	above      float32    // state of the highpass
	gains      [2]float32 // dry and wet, at the end of the last quantum
}

const (
	ensembleLine   = 512
	ensembleCentre = 260.0 // frames: 5.4 ms
	ensembleSlow   = 62.0  // frames at full depth
	ensembleFast   = 1.6
	ensembleQuanta = 12 // that the line remembers
	third          = 1431655765
)

func newEnsemble(seed uint64) ensemble {
	e := ensemble{pace: dsp.NewDrift(seed, 0.1)}
	for i := range e.last {
		e.last[i] = ensembleCentre
	}
	e.gains = ensembleGains(middle.Movement)
	return e
}

// ensembleGains returns the gains of what came in and of each tap. Depth is
// 0…1.
func ensembleGains(depth float32) [2]float32 { return [2]float32{0.8 - 0.1*depth, 0.26 + 0.26*depth} }

// empty reports whether nothing is left in the line.
func (e *ensemble) empty() bool { return e.rest == 0 }

// process adds the bus and its chorus to out. Depth is 0…1. The chorus begins
// above 400 Hz, so that the low end stays in the middle and no fundamental
// meets itself 5 ms later, which would favour some notes over others.
func (e *ensemble) process(bus, out *dsp.Stereo, depth float32, sounding bool) {
	if sounding {
		e.rest = ensembleQuanta
	} else {
		e.rest--
	}
	e.feed(bus)
	wander := 1 + 0.2*e.pace.Next()
	e.slow += dsp.PhaseStep(0.75 * wander * dsp.Quantum)
	e.fast += dsp.PhaseStep(6.57 * wander * dsp.Quantum)
	var from, step [3]int32
	for i := range from {
		turn := uint32(i) * third
		to := ensembleCentre + (0.3+0.7*depth)*(ensembleSlow*dsp.Sine(e.slow+turn)+ensembleFast*dsp.Sine(e.fast+turn))
		from[i] = int32(e.last[i] * (1 << ensembleFraction))
		step[i] = int32((to - e.last[i]) * (1 << ensembleFraction) / dsp.Quantum)
		e.last[i] = to
	}
	e.mix(bus, out, from, step, ensembleGains(depth))
}

// feed puts the middle of the bus on the line, without what is low.
func (e *ensemble) feed(bus *dsp.Stereo) {
	const keep = 0.949 // of a highpass at 400 Hz: e^(−2π·400/Rate)
	state := e.above
	for i := range bus.Left {
		x := 0.5 * (bus.Left[i] + bus.Right[i])
		state = keep*state + (1-keep)*x
		e.line[(e.head+uint32(i))%ensembleLine] = x - state
	}
	e.head += dsp.Quantum
	e.above = state + 1e-18 // away from the denormal numbers
}

const ensembleFraction = 16 // bits of a distance behind the point

// mix adds what came in and the three taps: one to each side, one between.
func (e *ensemble) mix(bus, out *dsp.Stereo, from, step [3]int32, to [2]float32) {
	const fraction, scale = 1<<ensembleFraction - 1, 1.0 / (1 << ensembleFraction)
	head := int32(e.head-dsp.Quantum) << ensembleFraction // wraps round, as the line does
	p0, p1, p2 := head-from[0], head-from[1], head-from[2]
	s0, s1, s2 := 1<<ensembleFraction-step[0], 1<<ensembleFraction-step[1], 1<<ensembleFraction-step[2]
	dry, wet := e.gains[0], e.gains[1]
	dryStep, wetStep := (to[0]-dry)/dsp.Quantum, (to[1]-wet)/dsp.Quantum
	e.gains = to
	line := &e.line
	for i := range out.Left {
		n0, n1, n2 := uint32(p0)>>ensembleFraction, uint32(p1)>>ensembleFraction, uint32(p2)>>ensembleFraction
		a, b, c := line[n0%ensembleLine], line[n1%ensembleLine], line[n2%ensembleLine]
		a += scale * float32(p0&fraction) * (line[(n0+1)%ensembleLine] - a)
		b += scale * float32(p1&fraction) * (line[(n1+1)%ensembleLine] - b)
		c += scale * float32(p2&fraction) * (line[(n2+1)%ensembleLine] - c)
		b *= 0.5
		out.Left[i] += dry*bus.Left[i] + wet*(a+b)
		out.Right[i] += dry*bus.Right[i] + wet*(c+b)
		p0 += s0
		p1 += s1
		p2 += s2
		dry += dryStep
		wet += wetStep
	}
}
