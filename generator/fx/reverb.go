package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// lines is the number of delay lines of the room.
const lines = 8

// lineFrames are the lengths of the lines, 38 to 94 ms: primes that grow by a
// nearly constant ratio, so that echoes of different lines never pile up.
var lineFrames = [lines]float32{1823, 2083, 2357, 2689, 3049, 3467, 3947, 4483}

// Frequencies that the decay is set at: RT60 holds at reference, and damping
// says how much shorter it is at treble.
const (
	reference = 700.0  // Hz
	treble    = 8000.0 // Hz
	rumble    = 40.0   // Hz: corner of the highpass in the loop
)

// Reverb is a large, soft, slowly moving room.
//
//	in → pre-delay → highpass, lowpass → 4 allpasses a side →┐
//	  ┌──────────────────────────────────────────────────────┴─┐
//	  └ 8 delay lines → damping, highpass, gain → Householder ─┘→ out
//
// A feedback delay network (Jot & Chaigne 1991, AES 90th Convention) whose
// lines are mixed by a Householder reflection, which loses nothing and costs
// two additions a line. Each line has a gain and a one-pole lowpass after
// Jot, so that all decay alike; a highpass keeps rumble from building up.
// The reading points wander by 8 to 16 frames at 0.11 to 0.47 Hz, which
// dissolves the resonances that a still network rings at. Four allpasses a
// side (Schroeder 1962) make one echo into a dense swarm before the loop.
type Reverb struct {
	time, damping dsp.Smoother
	before        [2]*dsp.Delay
	low, high     [2]dsp.OnePole
	diffusers     [2][diffusion]allpass
	network       [lines]line
	untuned, next int // lines to tune again, and the latest that was
}

// preDelay is the time between the sound and the first of the room: 22 ms.
const preDelay = dsp.Rate * 22 / 1000

// A line is one delay line of the loop with its losses.
type line struct {
	delay       *dsp.Delay
	turn, pace  uint32  // of the modulation
	frames      float32 // length
	depth       float32 // of the modulation, frames
	last        float32 // distance at the end of the last quantum
	gain        float32 // a round
	damp        float32 // coefficient of the one-pole lowpass
	gainTo      float32 // where gain and damp glide to
	dampTo      float32
	damped      float32
	cut, cutted float32 // of the highpass
}

// NewReverb returns a room of four seconds.
func NewReverb() *Reverb {
	r := &Reverb{
		time:    dsp.NewSmoother(4, 0.25),
		damping: dsp.NewSmoother(0.5, 0.25),
	}
	for side := range 2 {
		r.before[side] = dsp.NewDelay(preDelay)
		r.low[side] = dsp.NewOnePole(9000)
		r.high[side] = dsp.NewOnePole(110)
		for i := range diffusion {
			r.diffusers[side][i] = newAllpass(diffusionFrames[side][i])
		}
	}
	for i := range r.network {
		l := &r.network[i]
		l.delay = dsp.NewDelay(int(lineFrames[i]) + 32)
		l.turn = uint32(i) * 0x4c1b_7e95
		l.pace = dsp.PhaseStep((0.11 + 0.36*float32(i*3%lines)/(lines-1)) * dsp.Quantum)
		l.frames = lineFrames[i]
		l.depth = 8 + 8*float32(i*5%lines)/(lines-1)
		l.last = l.frames + l.depth*dsp.Sine(l.turn)
		l.cut = float32(1 - math.Exp(-2*math.Pi*rumble/dsp.Rate))
		l.tune(float64(r.time.Value()), float64(r.damping.Value()))
		l.gain, l.damp = l.gainTo, l.dampTo
	}
	return r
}

// Set glides to a decay by 60 dB in rt60Seconds, held to 0.3…30, and a damping
// of 0…1: how much faster the treble dies, from T60(8 kHz) = 0.45·RT60 to
// 0.12·RT60.
func (r *Reverb) Set(rt60Seconds, damping float32) {
	if rt60Seconds > 0 {
		r.time.SetTarget(min(max(rt60Seconds, 0.3), 30))
	}
	if damping >= 0 {
		r.damping.SetTarget(min(damping, 1))
	}
}

// glide takes the controls on by a quantum. While they move it tunes one line
// a quantum in turn, which is often enough for what takes a quarter of a
// second, and goes on until every line has the last word.
func (r *Reverb) glide() {
	if r.time.Moving() || r.damping.Moving() {
		r.time.Next()
		r.damping.Next()
		r.untuned = lines
	}
	if r.untuned > 0 {
		r.untuned--
		r.next = (r.next + 1) % lines
		r.network[r.next].tune(float64(r.time.Value()), float64(r.damping.Value()))
	}
}

// tune computes what the line loses a round from decay time and damping.
func (l *line) tune(seconds, damping float64) {
	share := 0.45 * math.Pow(0.12/0.45, damping)
	frames := float64(l.frames)
	wanted := math.Pow(10, -3*frames/(seconds*dsp.Rate))
	loss := math.Pow(10, -6*frames*(1/share-1)/(seconds*dsp.Rate)) // of power, at treble against reference
	damp := lowpassFor(loss)
	l.dampTo = float32(damp)
	l.gainTo = float32(wanted / (lowpassAt(damp, reference) * highpassAt(float64(l.cut), reference)))
}

// lowpassFor returns the coefficient b of y = (1−b)x + b·y₁ that lets the
// given share of power through at treble.
func lowpassFor(power float64) float64 {
	power = min(max(power, 0.02), 0.9999)
	cosine := math.Cos(2 * math.Pi * treble / dsp.Rate)
	half := 1 - power*cosine
	return (half - math.Sqrt(half*half-(1-power)*(1-power))) / (1 - power)
}

// lowpassAt returns the gain of y = (1−b)x + b·y₁ at a frequency.
func lowpassAt(b, hertz float64) float64 {
	cosine := math.Cos(2 * math.Pi * hertz / dsp.Rate)
	return (1 - b) / math.Sqrt(1-2*b*cosine+b*b)
}

// highpassAt returns the gain of x − (a one-pole lowpass of coefficient
// 1−cut) at a frequency.
func highpassAt(cut, hertz float64) float64 {
	b := 1 - cut
	cosine := math.Cos(2 * math.Pi * hertz / dsp.Rate)
	// x − (1−b)x/(1−b·z⁻¹) = b(1−z⁻¹)x/(1−b·z⁻¹)
	return b * math.Sqrt((2-2*cosine)/(1-2*b*cosine+b*b))
}

// Process adds the room's answer to in, and nothing of in itself, to out. The
// level of a lasting sound comes out about as it went in, whatever the decay
// time.
func (r *Reverb) Process(in, out *dsp.Stereo) {
	r.glide()
	var source dsp.Stereo
	r.diffuse(0, &in.Left, &source.Left)
	r.diffuse(1, &in.Right, &source.Right)

	var wet [lines]dsp.Block
	for i := range r.network {
		r.network[i].read(&wet[i])
	}
	mixLines(&wet, &source, out, feed(r.time.Value()))
	for i := range r.network {
		r.network[i].delay.WriteBlock(&wet[i])
	}
}

// feed returns the gain into the loop for a decay time in seconds: the root
// of the power that a round of mean length loses, and a little more where the
// room is short, for what the filters take (measured).
func feed(seconds float32) float32 {
	const mean = 2987.0 / dsp.Rate // of lineFrames, in seconds
	loss := 13.8155 * mean / seconds
	return (1.3 + 0.4/seconds) * sqrt(loss/(1+loss))
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// diffuse prepares one side of the input: delays it, takes away what would
// muddy or sharpen the room, and spreads it in time.
func (r *Reverb) diffuse(side int, in, out *dsp.Block) {
	r.before[side].WriteBlock(in)
	r.before[side].ReadBlock(out, preDelay+dsp.Quantum)
	r.high[side].Highpass(out[:])
	r.low[side].Lowpass(out[:])
	for n := range out {
		out[n] += tiny
	}
	for i := range r.diffusers[side] {
		r.diffusers[side][i].process(out)
	}
}

// tiny is a sound of −360 dBFS: it keeps the memories of the allpasses from
// becoming denormal, which some processors handle slowly.
const tiny = 1e-18

// read takes the next quantum from the line, with its losses.
func (l *line) read(out *dsp.Block) {
	l.turn += l.pace
	to := l.frames + l.depth*dsp.Sine(l.turn)
	l.delay.ReadGlide(out, l.last, (to-l.last)/dsp.Quantum)
	l.last = to
	const pace = 0.15 // a quantum: 9 ms, as long as a line waits for its turn to be tuned
	l.gain += pace * (l.gainTo - l.gain)
	l.damp += pace * (l.dampTo - l.damp)
	damped, cutted := l.damped, l.cutted
	gain, damp, pass, cut, keep := l.gain, l.damp, 1-l.damp, l.cut, 1-l.cut
	for n, x := range out {
		damped = damp*damped + pass*x
		cutted = keep*cutted + cut*damped
		out[n] = gain * (damped - cutted)
	}
	l.damped, l.cutted = still(damped), still(cutted)
}

// still takes what is far too small to hear to zero, before it becomes
// denormal.
func still(x float32) float32 {
	if x < 1e-18 && x > -1e-18 {
		return 0
	}
	return x
}

// mixLines adds the lines to out, each with a sign of its own, so that the
// sides are nearly independent. Then it mixes them by the Householder matrix
// I − (2/8)·11ᵀ and adds the source: left to the even lines, right to the odd.
func mixLines(wet *[lines]dsp.Block, source, out *dsp.Stereo, feed float32) {
	const near, far = 0.5, 0.0625
	for n := range dsp.Quantum {
		w0, w1, w2, w3 := wet[0][n], wet[1][n], wet[2][n], wet[3][n]
		w4, w5, w6, w7 := wet[4][n], wet[5][n], wet[6][n], wet[7][n]
		a, b := w0-w2+w4-w6, w1-w3+w5-w7
		out.Left[n] += near*a + far*b
		out.Right[n] += near*b + far*a
		shared := (2.0 / lines) * ((w0 + w2 + w4 + w6) + (w1 + w3 + w5 + w7))
		left, right := feed*source.Left[n]-shared, feed*source.Right[n]-shared
		wet[0][n], wet[1][n], wet[2][n], wet[3][n] = w0+left, w1+right, w2+left, w3+right
		wet[4][n], wet[5][n], wet[6][n], wet[7][n] = w4+left, w5+right, w6+left, w7+right
	}
}
