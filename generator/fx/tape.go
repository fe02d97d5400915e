package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// What a Tape does at an amount of 1 (design choice within what lo-fi
// recordings have: wow at 0.4–0.8 Hz of 3 to 8 cents, flutter at 6–9 Hz of 1
// to 2, a head that hears up to 4–8 kHz, hiss of −55 to −60 dBFS).
const (
	tapeGlide  = 2.0    // seconds from one amount to another
	tapeEngage = 0.3    // seconds in which the machine, 5 frames late, is switched in
	tapeReach  = 128.0  // frames: mean distance of the head
	tapeLine   = 512    // frames, a power of two
	tapeOpen   = 16000  // Hz: the head at an amount of nearly 0
	tapeDull   = 4200   // Hz: the head at 1
	tapeHiss   = 0.0052 // amplitude of white noise: −57 dBFS is left of it
)

// A Tape is a worn but well kept machine: its speed wanders, it bends what is
// loud, its head is dull, and it hisses.
//
//	in → line read at a wandering distance → saturation at twice the rate → lowpass → out
//
// The wandering is a slow wow whose rate and depth drift, a flutter that
// drifts faster, and noise that belongs to neither; a sine alone would be
// heard as an effect. At an amount of 0 the machine is out of the way, and
// what passes then passes bit by bit. On the way there the head moves up to
// the sound, so that it comes no later.
type Tape struct {
	amount     dsp.Ramp
	engaged    dsp.Ramp
	transport  transport
	lines      [2][tapeLine + 3]float32 // the first three are there again at the end
	head       int
	distance   float32 // of the head, at the end of the last quantum
	noise      dsp.Noise
	saturators [2]saturator
	dullness   dullness
}

// NewTape returns a tape with an amount of 0.
func NewTape(seed uint64) *Tape {
	t := &Tape{
		amount:    dsp.NewRamp(0, tapeGlide),
		engaged:   dsp.NewRamp(0, tapeEngage),
		transport: newTransport(seed),
		noise:     dsp.NewNoise(dsp.Scramble(seed) + 9),
	}
	t.distance = t.wantedDistance()
	t.dullness.keep = dulling(0)
	return t
}

// SetAmount goes to an amount of 0…1 within two seconds.
func (t *Tape) SetAmount(amount float32) { t.amount.SetTarget(within(amount, 0, 1)) }

// Process works in place.
func (t *Tape) Process(x *dsp.Stereo) {
	_, step := t.amount.Next()
	amount := t.amount.Value()
	if amount > 0 || step != 0 {
		t.engaged.SetTarget(1)
	} else {
		t.engaged.SetTarget(0)
	}
	share, shareStep := t.engaged.Next()
	if share == 0 && shareStep == 0 {
		return
	}
	var wet dsp.Stereo
	t.write(x)
	t.transport.next()
	to := t.wantedDistance()
	t.read(&wet, (to-t.distance)/dsp.Quantum)
	t.distance = to
	t.saturators[0].process(&wet.Left, amount)
	t.saturators[1].process(&wet.Right, amount)
	if step != 0 {
		t.dullness.keep = dulling(amount)
	}
	t.dullness.process(&wet)
	if share == 1 && shareStep == 0 {
		*x = wet
		return
	}
	for i := range x.Left {
		x.Left[i] += share * (wet.Left[i] - x.Left[i])
		x.Right[i] += share * (wet.Right[i] - x.Right[i])
		share += shareStep
	}
}

// dulling returns what the stages of the head's lowpass keep at an amount:
// two equal ones in a row, 3 dB down together where each is 1.5 dB down.
func dulling(amount float32) float32 {
	return lasting(1.554 * dsp.Geometric(tapeOpen, tapeDull, float64(amount)))
}

// A dullness is the lowpass of the head, of 12 dB an octave.
type dullness struct {
	keep   float32
	memory [4]float32 // of both stages, left and right
}

func (d *dullness) process(x *dsp.Stereo) {
	keep, pass := d.keep, 1-d.keep
	l1, l2, r1, r2 := d.memory[0], d.memory[1], d.memory[2], d.memory[3]
	for i, l := range x.Left {
		l1 = keep*l1 + pass*l
		r1 = keep*r1 + pass*x.Right[i]
		l2 = keep*l2 + pass*l1
		r2 = keep*r2 + pass*r1
		x.Left[i], x.Right[i] = l2, r2
	}
	d.memory = [4]float32{settled(l1), settled(l2), settled(r1), settled(r2)}
}

// nearest is the least distance of the head: the reading looks a frame ahead.
const nearest = 2

// wantedDistance returns how many frames ago the head should read.
func (t *Tape) wantedDistance() float32 {
	return nearest + t.amount.Value()*(tapeReach+min(max(t.transport.away, -tapeReach+1), tapeReach))
}

// write puts a quantum on the tape.
func (t *Tape) write(x *dsp.Stereo) {
	at := t.head & (tapeLine - 1)
	for i, side := range [2]*dsp.Block{&x.Left, &x.Right} {
		copy(t.lines[i][at:], side[:])
		if at == 0 {
			copy(t.lines[i][tapeLine:], side[:])
		}
	}
	t.head += dsp.Quantum
}

// read takes a quantum from the tape while the head moves by step a frame,
// through the cubic of Lagrange about four frames, and adds the hiss.
func (t *Tape) read(out *dsp.Stereo, step float32) {
	left, right := &t.lines[0], &t.lines[1]
	hiss := t.amount.Value() * tapeHiss / (1 << 15)
	noise := t.noise
	distance := t.distance
	now := t.head - dsp.Quantum
	for i := range out.Left {
		whole := int(int32(distance))
		u := distance - float32(int32(whole)) // towards the past
		distance += step
		at := (now + i - whole - 2) & (tapeLine - 1)
		l, r := (*[4]float32)(left[at:]), (*[4]float32)(right[at:])
		// Nodes at −1, 0, 1 and 2.
		below, above, far := u+1, u-1, u-2
		inner, outer := above*far, u*below
		wa, wb, wc, wd := -u*inner*(1.0/6), below*inner*0.5, -outer*far*0.5, outer*above*(1.0/6)
		bits := noise.Bits()
		out.Left[i] = wa*l[3] + wb*l[2] + wc*l[1] + wd*l[0] + hiss*float32(int16(bits>>16))
		out.Right[i] = wa*r[3] + wb*r[2] + wc*r[1] + wd*r[0] + hiss*float32(int16(bits))
	}
	t.noise = noise
}

// A transport is how unevenly the tape runs.
type transport struct {
	wow, flutter              uint32 // turns
	pace, depth, waver, noise dsp.Drift
	away                      float32 // frames that the head is away from its mean
}

func newTransport(seed uint64) transport {
	drift := func(number uint64, hertz float32) dsp.Drift {
		return dsp.NewDrift(dsp.Scramble(seed)+number, hertz)
	}
	return transport{pace: drift(1, 0.05), depth: drift(2, 0.04), waver: drift(3, 1.5), noise: drift(4, 0.5)}
}

// next goes on by a quantum. A deviation by c cents at a rate of f hertz is a
// distance of c·ln2/1200·Rate/(2πf) frames.
func (t *transport) next() {
	const framesHertzPerCent = math.Ln2 / 1200 * dsp.Rate / (2 * math.Pi)
	wowRate := within(0.58+0.1*t.pace.Next(), 0.4, 0.8)
	wowCents := within(5.5+1.2*t.depth.Next(), 3, 8)
	waver := t.waver.Next()
	flutterRate := within(7.5+0.7*waver, 6, 9)
	flutterCents := within(1.5+0.25*waver, 1, 2)
	t.wow += dsp.PhaseStep(wowRate * dsp.Quantum)
	t.flutter += dsp.PhaseStep(flutterRate * dsp.Quantum)
	t.away = framesHertzPerCent*(wowCents/wowRate*dsp.Sine(t.wow)+flutterCents/flutterRate*dsp.Sine(t.flutter)) +
		6*t.noise.Next()
}
