package fx

import "dulcet/generator/dsp"

// The range of an Echo's controls, and what it does to a repeat.
const (
	shortestEcho   = 0.05 // seconds
	longestEcho    = 2.0
	most           = 0.85   // feedback: a repeat is 1.4 dB under the one before
	echoLow        = 160.0  // Hz: corners of what a repeat loses, in design like an old tape echo
	echoHigh       = 3400.0 // Hz
	echoSmear      = 0.45   // coefficient of the allpasses
	echoCrossfade  = 96     // quanta that a new time takes to come: 128 ms
	echoFaintest   = 1e-12  // energy of a quantum that nobody hears any more: −130 dBFS
	echoRestQuanta = (longestEcho*dsp.HalfRate + 1024) / hop
)

// echoSmears are the lengths of the allpasses in samples, 7 and 10 ms: each
// repeat is a little less sharp than the one before.
var echoSmears = [2]int{173, 239}

// An Echo repeats the sound in time with the music. Every repeat has lost
// bass, treble and edge. With width the repeats wander: in the middle of the
// range they blend, at 1 they go from side to side.
//
// It runs at half the sample rate: the first repeat has lost its treble already.
// The level is that of what goes in. Turned down, the repeats that are under
// way still ring out; once they have, an echo costs nothing.
type Echo struct {
	level, feedback, width dsp.Smoother
	lines, smears          [2]ring
	now, next, wanted      int // times in samples: that is heard, that comes, that is asked for
	crossfade              int // quanta left until next is now
	filter                 echoFilter
	rest                   int // quanta until nothing is left in the lines
}

// An echoFilter is the memory of the filters of both sides.
type echoFilter struct{ low, high [2]float32 }

// NewEcho returns an echo of 0.5 s, silent until it is given a level.
func NewEcho() *Echo {
	e := &Echo{
		level:    dsp.NewSmoother(0, 0.05),
		feedback: dsp.NewSmoother(0.35, 0.05),
		width:    dsp.NewSmoother(0.8, 0.05),
		now:      dsp.HalfRate / 2,
		wanted:   dsp.HalfRate / 2,
	}
	for i := range e.lines {
		e.lines[i] = newRing(longestEcho*dsp.HalfRate + hop)
		e.smears[i] = newRing(echoSmears[i] + hop)
	}
	return e
}

// SetTime crossfades to a time between repeats in seconds, held to 0.05…2.
func (e *Echo) SetTime(seconds float32) {
	if seconds == seconds {
		e.wanted = int(within(seconds, shortestEcho, longestEcho)*dsp.HalfRate + 0.5)
	}
}

// SetFeedback glides to the share of a repeat that the next one has, held to
// 0…0.85.
func (e *Echo) SetFeedback(share float32) { e.feedback.SetTarget(within(share, 0, most)) }

// SetLevel glides to the share of the sound that is repeated, held to 0…1.
func (e *Echo) SetLevel(level float32) { e.level.SetTarget(within(level, 0, 1)) }

// SetWidth glides to how far the repeats go from side to side, held to 0…1.
func (e *Echo) SetWidth(width float32) { e.width.SetTarget(within(width, 0, 1)) }

// Process adds the repeats of in, and nothing of in itself, to out.
func (e *Echo) Process(in, out *dsp.HalfStereo) {
	level, step := halved(e.level.Next())
	e.feedback.Next()
	e.width.Next()
	if level == 0 && step == 0 && e.rest == 0 {
		e.now, e.crossfade = e.wanted, 0
		return
	}
	var repeat dsp.HalfStereo
	e.read(&repeat)
	e.filter.process(&repeat)
	smear(&e.smears[0], &repeat.Left, &out.Left, echoSmears[0])
	smear(&e.smears[1], &repeat.Right, &out.Right, echoSmears[1])
	e.turn(in, &repeat, level, step)
	e.write(&repeat)
}

// read takes the repeats from the lines, from two places while the time
// changes.
func (e *Echo) read(repeat *dsp.HalfStereo) {
	repeat.Left = dsp.HalfBlock(e.lines[0].read(e.now)[:hop])
	repeat.Right = dsp.HalfBlock(e.lines[1].read(e.now)[:hop])
	if e.crossfade == 0 {
		if e.wanted == e.now {
			return
		}
		e.next, e.crossfade = e.wanted, echoCrossfade
	}
	left, right := e.lines[0].read(e.next), e.lines[1].read(e.next)
	from := ease(1 - float32(e.crossfade)/echoCrossfade)
	e.crossfade--
	step := (ease(1-float32(e.crossfade)/echoCrossfade) - from) / hop
	for i := range repeat.Left {
		repeat.Left[i] += from * (left[i] - repeat.Left[i])
		repeat.Right[i] += from * (right[i] - repeat.Right[i])
		from += step
	}
	if e.crossfade == 0 {
		e.now = e.next
	}
}

// ease returns a way from 0 to 1 without corners.
func ease(u float32) float32 { return u * u * (3 - 2*u) }

var (
	echoKeepLow  = lastingHalf(echoLow)
	echoKeepHigh = lastingHalf(echoHigh)
)

// process takes bass and treble from a repeat.
func (f *echoFilter) process(x *dsp.HalfStereo) {
	keepLow, passLow := echoKeepLow, 1-echoKeepLow
	keepHigh, passHigh := echoKeepHigh, 1-echoKeepHigh
	leftLow, rightLow := f.low[0], f.low[1]
	leftHigh, rightHigh := f.high[0], f.high[1]
	for i, left := range x.Left {
		leftHigh = keepHigh*leftHigh + passHigh*left
		rightHigh = keepHigh*rightHigh + passHigh*x.Right[i]
		leftLow = keepLow*leftLow + passLow*leftHigh
		rightLow = keepLow*rightLow + passLow*rightHigh
		x.Left[i], x.Right[i] = leftHigh-leftLow, rightHigh-rightLow
	}
	f.low = [2]float32{settled(leftLow), settled(rightLow)}
	f.high = [2]float32{settled(leftHigh), settled(rightHigh)}
}

// smear sends x through an allpass of the given length (Schroeder 1962), and
// adds what comes out to out as well.
func smear(line *ring, x, out *dsp.HalfBlock, samples int) {
	var kept dsp.HalfBlock
	old := line.read(samples)
	for i, in := range x {
		k := in - echoSmear*old[i]
		kept[i] = k
		smeared := old[i] + echoSmear*k
		x[i] = smeared
		out[i] += smeared
	}
	line.write(&kept)
}

// turn makes what goes into the lines out of a repeat and the sound: with
// width the sides change places, and the sound goes in on the left.
func (e *Echo) turn(in, repeat *dsp.HalfStereo, level, step float32) {
	width, feedback := e.width.Value(), e.feedback.Value()
	stay, cross := feedback*(1-width), feedback*width
	own, both := 1-width, 0.7071*width
	for i, l := range repeat.Left {
		r := repeat.Right[i]
		a, b := level*in.Left[i], level*in.Right[i]
		repeat.Left[i] = stay*l + cross*r + own*a + both*(a+b)
		repeat.Right[i] = stay*r + cross*l + own*b
		level += step
	}
}

// write puts the quantum into the lines, or silence where it is no sound, and
// remembers for how long there is something to read.
func (e *Echo) write(x *dsp.HalfStereo) {
	energy := energyOf(x)
	if !(energy < loudestEnergy) {
		x.Clear()
	}
	if energy < echoFaintest {
		e.rest = max(e.rest-1, 0)
	} else {
		e.rest = echoRestQuanta
	}
	e.lines[0].write(&x.Left)
	e.lines[1].write(&x.Right)
}
