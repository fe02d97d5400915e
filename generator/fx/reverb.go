package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// Reverb is a large, soft, slowly moving room.
//
//	in → pre-delay → highpass, lowpass → 4 allpasses a side → ┐
//	  ┌─────────────────────────────────────────────────────┴─┐
//	  └ 8 delay lines → damping, highpass, gain → Householder ─┘
//	                                └→ the sides → out
//
// A feedback delay network (Jot & Chaigne 1991, AES 90th Convention) whose
// lines are mixed by a Householder reflection, which loses nothing and costs
// two additions a line. Each line has a gain and a one-pole lowpass after
// Jot, so that all decay alike; a highpass keeps rumble from building up.
// The reading points wander by 0.08 to 0.2 ms at 0.1 to 0.3 Hz, which
// dissolves the resonances that a still network rings at. Four allpasses a
// side (Schroeder 1962) make one echo into a dense swarm before the loop.
//
// A room swallows what is high, so that nothing is lost by letting it run at
// half the sample rate, for half of the cost: what goes in and comes out is at
// that rate already.
type Reverb struct {
	time, damping dsp.Smoother
	size          float32 // 1 is the usual room
	sizeTo        float32
	tuned         tuning // that the lines were last tuned for
	untuned, next int    // lines to tune again, and the latest that was

	before    [2]ring
	entrance  entrance
	diffusers [2][diffusion]allpass
	network   [lines]line
}

// preDelay is the time between the sound and the first of the room, 22 ms, of
// which the shortest line takes its part.
const preDelay = dsp.HalfRate * 22 / 1000

// Limits of a room's size.
const (
	MinSize = 0.5
	MaxSize = 1.5
)

// NewReverb returns a room of four seconds.
func NewReverb() *Reverb {
	r := &Reverb{
		time:    dsp.NewSmoother(4, 0.25),
		damping: dsp.NewSmoother(0.5, 0.25),
		size:    1, sizeTo: 1,
	}
	r.tuned = r.asked()
	for side := range 2 {
		r.before[side] = newRing(preDelay + hop)
		for i := range diffusion {
			r.diffusers[side][i] = newAllpass(diffusionFrames[side][i])
		}
	}
	for i := range r.network {
		r.network[i] = newLine(i)
		r.tune(i)
		r.network[i].settle()
	}
	return r
}

// Set glides to a decay by 60 dB in rt60Seconds, held to 0.3…30, and a damping
// of 0…1: how much faster the treble dies, from T60(8 kHz) = 0.35·RT60 to
// 0.1·RT60. What is not a number changes nothing.
func (r *Reverb) Set(rt60Seconds, damping float32) {
	if rt60Seconds > 0 {
		r.time.SetTarget(min(max(rt60Seconds, 0.3), 30))
	}
	if damping >= 0 {
		r.damping.SetTarget(min(damping, 1))
	}
}

// SetSize glides to a size between MinSize and MaxSize: the factor of all
// distances in the room. The walls move so slowly that the pitch of a tail,
// which meets them twenty times, stays within 8 cents: by half of the usual
// size in four minutes.
func (r *Reverb) SetSize(size float32) {
	if size > 0 {
		r.sizeTo = min(max(size, MinSize), MaxSize)
	}
}

// sizePace is the change of size in a quantum, in units of the usual size: the
// longest line changes by 0.0002 frames a frame, a third of a cent.
const sizePace = 0.0002 * dsp.Quantum / 2 / longestLine

// A tuning is what the losses of the lines are computed from.
type tuning struct{ seconds, damping, size float32 }

// asked is the tuning that the controls have come to.
func (r *Reverb) asked() tuning { return tuning{r.time.Value(), r.damping.Value(), r.size} }

// tuningStep is how far the controls may go from what the lines were tuned
// for, as a share: half a per cent of the decay is not heard.
const tuningStep = 0.005

// far reports whether a control has gone a step from where another tuning has it.
func (t tuning) far(from tuning) bool {
	apart := func(a, b, step float32) bool { return a-b > step || b-a > step }
	return apart(t.seconds, from.seconds, tuningStep*from.seconds) ||
		apart(t.damping, from.damping, tuningStep) || apart(t.size, from.size, tuningStep)
}

// glide takes the controls on by a quantum. Once they have gone a step, or
// have arrived, it tunes one line a quantum in turn.
func (r *Reverb) glide() {
	r.time.Next()
	r.damping.Next()
	if r.size != r.sizeTo {
		r.size += min(max(r.sizeTo-r.size, -sizePace), sizePace)
	}
	now := r.asked()
	arrived := !r.time.Moving() && !r.damping.Moving() && r.size == r.sizeTo
	if r.untuned == 0 && now != r.tuned && (arrived || now.far(r.tuned)) {
		r.tuned, r.untuned = now, lines
	}
	if r.untuned > 0 {
		r.untuned--
		r.next = (r.next + 1) % lines
		r.tune(r.next)
	}
}

func (r *Reverb) tune(i int) {
	r.network[i].tune(float64(r.tuned.seconds), float64(r.tuned.damping), float64(r.tuned.size))
}

// Process adds the room's answer to in, and nothing of in itself, to out. The
// level of a lasting sound comes out about as it went in, whatever the decay
// time.
func (r *Reverb) Process(in, out *dsp.HalfStereo) {
	r.glide()
	left, right := in.Left, in.Right
	r.delay(0, &left)
	r.delay(1, &right)
	r.entrance.process(&left, &right, r.feed())
	for i := range diffusion {
		r.diffusers[0][i].process(&left)
		r.diffusers[1][i].process(&right)
	}
	var wet [lines]dsp.HalfBlock
	for i := range r.network {
		r.network[i].read(&wet[i], r.size)
	}
	absorb((*[4]line)(r.network[:4]), (*[4]dsp.HalfBlock)(wet[:4]))
	absorb((*[4]line)(r.network[4:]), (*[4]dsp.HalfBlock)(wet[4:]))
	mixLines(&wet, &left, &right)
	for i := range r.network {
		r.network[i].ring.write(&wet[i])
	}
	for i, l := range left {
		out.Left[i] += l
		out.Right[i] += right[i]
	}
}

// delay holds one side back by preDelay.
func (r *Reverb) delay(side int, x *dsp.HalfBlock) {
	before := &r.before[side]
	before.write(x)
	*x = dsp.HalfBlock(before.read(preDelay + hop)[:hop])
}

// feed returns the gain into the loop: the root of the power that a round of
// mean length loses, and a little more where the room is short, for what the
// filters take (measured).
func (r *Reverb) feed() float32 {
	seconds := r.time.Value()
	loss := 13.8155 * meanLine / dsp.HalfRate * r.size / seconds
	return (1.3 + 0.4/seconds) * float32(math.Sqrt(float64(loss/(1+loss))))
}

// An entrance takes away what would muddy or sharpen the room: one-pole
// highpass and lowpass of both sides, side by side.
type entrance struct {
	rumble, air [2]float32 // states of the lowpasses
	gain        float32    // into the loop, at the end of the last quantum
}

// Coefficients of the entrance.
var (
	muddy = lowpassStep(150)
	sharp = lowpassStep(8000)
)

// lowpassStep returns the coefficient a of y += a·(x−y) with its corner at a
// frequency in hertz, at half the sample rate.
func lowpassStep(hertz float64) float32 {
	return float32(1 - math.Exp(-2*math.Pi*hertz/dsp.HalfRate))
}

// process works in place, gliding to a gain. A sound of −360 dBFS is added: it
// keeps the memories of the allpasses from becoming denormal, which some
// processors handle slowly.
func (e *entrance) process(left, right *dsp.HalfBlock, gain float32) {
	const tiny = 1e-18
	if e.gain == 0 {
		e.gain = gain
	}
	low0, low1, air0, air1 := e.rumble[0], e.rumble[1], e.air[0], e.air[1]
	gainNow, step := e.gain, (gain-e.gain)/float32(len(left))
	for n := range left {
		x, y := left[n]*gainNow, right[n]*gainNow
		gainNow += step
		low0 += muddy * (x - low0)
		low1 += muddy * (y - low1)
		air0 += sharp * (x - low0 - air0)
		air1 += sharp * (y - low1 - air1)
		left[n], right[n] = air0+tiny, air1+tiny
	}
	e.rumble, e.air = [2]float32{still(low0), still(low1)}, [2]float32{still(air0), still(air1)}
	e.gain = gain
}

// still takes what is far too small to hear to zero, before it becomes
// denormal.
func still(x float32) float32 {
	if x < 1e-18 && x > -1e-18 {
		return 0
	}
	return x
}
