package dsp

// A PadPair reads two tables at once, each at its own place and pace, at half
// the sample rate: sections have little to say above 8 kHz, and reading is all
// that a note of theirs costs.
type PadPair struct {
	Tables [2]*PadTable
	Phases [2]uint32 // 2³² is a whole table
	steps  [2]uint32
	gains  PadGains // at the end of the last quantum
}

// PadGains are the gains of both tables in both channels.
type PadGains struct{ Left0, Right0, Left1, Right1 float32 }

// Start sets where the tables are read, in silence.
func (p *PadPair) Start(phase0, phase1 uint32) {
	p.Phases = [2]uint32{phase0, phase1}
	p.gains = PadGains{}
}

// SetSpeeds sets how fast each table is read: 1 is as it was made, 2 an
// octave up; at most 16.
func (p *PadPair) SetSpeeds(speed0, speed1 float32) {
	const whole = Rate / HalfRate << padFraction
	p.steps[0] = uint32(speed0 * whole)
	p.steps[1] = uint32(speed1 * whole)
}

// Add adds both tables to the channels while the gains go to the given ones
// in the time of a quantum. The channels are a HalfBlock each, or what is left
// of one.
func (p *PadPair) Add(left, right []float32, to PadGains) {
	const frames = Quantum * HalfRate / Rate
	const scale = 1 / (padUnit * (1 << padFraction))
	const step = scale / frames
	l0, r0, l1, r1 := scale*p.gains.Left0, scale*p.gains.Right0, scale*p.gains.Left1, scale*p.gains.Right1
	l0step, r0step := step*(to.Left0-p.gains.Left0), step*(to.Right0-p.gains.Right0)
	l1step, r1step := step*(to.Left1-p.gains.Left1), step*(to.Right1-p.gains.Right1)
	p0, p1, s0, s1 := p.Phases[0], p.Phases[1], p.steps[0], p.steps[1]
	t0, t1 := p.Tables[0], p.Tables[1]
	right = right[:len(left)]
	for i := range left {
		// In whole numbers: the sum fits into 32 bits.
		at0, at1 := p0>>padFraction, p1>>padFraction
		near0, near1 := int32(t0[at0]), int32(t1[at1])
		x0 := near0<<padFraction + int32(p0&padMask)*(int32(t0[at0+1])-near0)
		x1 := near1<<padFraction + int32(p1&padMask)*(int32(t1[at1+1])-near1)
		a, b := float32(x0), float32(x1)
		left[i] += l0*a + l1*b
		right[i] += r0*a + r1*b
		p0 += s0
		p1 += s1
		l0 += l0step
		r0 += r0step
		l1 += l1step
		r1 += r1step
	}
	p.Phases = [2]uint32{p0, p1}
	share := float32(len(left)) / frames
	p.gains.Left0 += share * (to.Left0 - p.gains.Left0)
	p.gains.Right0 += share * (to.Right0 - p.gains.Right0)
	p.gains.Left1 += share * (to.Left1 - p.gains.Left1)
	p.gains.Right1 += share * (to.Right1 - p.gains.Right1)
}

// Silent reports whether table 0 or 1 had no gain at the end of the last
// quantum, so that another can take its place unheard.
func (p *PadPair) Silent(table int) bool {
	if table == 0 {
		return p.gains.Left0 == 0 && p.gains.Right0 == 0
	}
	return p.gains.Left1 == 0 && p.gains.Right1 == 0
}
