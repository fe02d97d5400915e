package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const electricPianoVoices = 12

// ElectricPiano is a piano of tines and pickups through a warm amplifier.
//
// A tine in front of a pickup is close to one sine that modulates its own
// phase (frequency modulation at 1 : 1; Chowning 1973, J. Audio Eng. Soc.
// 21:526): the index is how far it swings, so that a hard blow barks and
// mellows as it dies. A second, small modulation at up to 14 times the note is
// the ring of the tine against its tone bar. The sum of all notes goes through
// the gentle third-order curve of an amplifier and is panned slowly to and
// fro.
type ElectricPiano struct {
	pool[electricPianoVoice, *electricPianoVoice]
	patch Patch
	seed  uint64
	count uint64
	bus   dsp.Stereo
	drive dsp.Smoother
	depth dsp.Smoother // of the panning
	pan   float32      // where it was at the end of the last quantum, −1…1
	turn  uint32       // phase of the panning
	pace  dsp.Drift
	high  [2]dsp.OnePole // leave what is panned
}

// NewElectricPiano returns an electric piano.
//
// Patch: Brightness is bark and tine, Attack goes from 3 to 40 ms, Release
// from 0.15 to 1.5 s, Warmth the drive of the amplifier, Movement depth and
// pace of the panning, at most 2.6 Hz, Width the spread of the keys and the
// reach of the panning.
func NewElectricPiano(seed uint64) *ElectricPiano {
	return &ElectricPiano{
		pool:  newPool[electricPianoVoice](electricPianoVoices),
		patch: middle,
		seed:  seed,
		drive: dsp.NewSmoother(middle.Warmth, 0.015),
		depth: dsp.NewSmoother(middle.Movement*middle.Width, 0.015),
		pace:  dsp.NewDrift(seed, 0.05),
		high:  [2]dsp.OnePole{dsp.NewOnePole(monoBelow), dsp.NewOnePole(monoBelow)},
	}
}

// Set glides the amplifier and the panning; the rest holds from the next note
// on.
func (e *ElectricPiano) Set(patch Patch) {
	e.patch = patch.held()
	e.drive.SetTarget(e.patch.Warmth)
	e.depth.SetTarget(e.patch.Movement * e.patch.Width)
}

// Play starts a note.
func (e *ElectricPiano) Play(n Note) {
	e.count++
	n, audible := n.held()
	if !audible {
		return
	}
	l := dsp.DrawLot(e.seed, e.count)
	e.take(n).start(n, e.patch, &l)
}

// Render adds the next quantum to out.
func (e *ElectricPiano) Render(out *dsp.Stereo) {
	e.drive.Next()
	e.depth.Next()
	pan := e.swing()
	if e.Sounding() == 0 {
		e.pan = pan
		return
	}
	e.bus.Clear()
	e.render(&e.bus)
	e.amplify()
	e.place(out, pan)
}

// swing moves the panning on and returns where it goes.
func (e *ElectricPiano) swing() float32 {
	movement := e.patch.Movement
	hz := (0.5 + 1.7*movement) * (1 + 0.08*e.pace.Next())
	e.turn += dsp.PhaseStep(hz * dsp.Quantum)
	return 0.75 * e.depth.Value() * dsp.Sine(e.turn)
}

// amplifierBend is how much of the cube the amplifier takes away at full
// drive. The cube of what lies below 10.6 kHz folds back only above 16 kHz.
const amplifierBend = 0.16

// amplify bends the bus: x − bend·x³ up to the top of that curve.
func (e *ElectricPiano) amplify() {
	bend := amplifierBend * (0.15 + 0.85*e.drive.Value())
	top := float32(1 / math.Sqrt(3*float64(bend)))
	gain := 1 + 0.25*bend // what a single loud note loses
	for _, side := range [...]*dsp.Block{&e.bus.Left, &e.bus.Right} {
		for i, x := range side {
			x = min(max(x, -top), top)
			side[i] = gain * (x - bend*x*x*x)
		}
	}
}

// place adds the bus to out, panned above monoBelow: what one side gains the
// other loses, so that the sum of the sides stays the same.
func (e *ElectricPiano) place(out *dsp.Stereo, to float32) {
	var high dsp.Block
	for i := range high {
		high[i] = 0.5 * (e.bus.Left[i] + e.bus.Right[i])
	}
	e.high[0].Highpass(high[:])
	e.high[1].Highpass(high[:])
	pan, step := e.pan, (to-e.pan)/dsp.Quantum
	e.pan = to
	for i := range out.Left {
		moved := pan * high[i]
		out.Left[i] += e.bus.Left[i] - moved
		out.Right[i] += e.bus.Right[i] + moved
		pan += step
	}
}

type electricPianoVoice struct {
	envelope    dsp.Envelope
	phase, step uint32
	tineRatio   uint32
	gain        float32
	bark, tine  float32 // index of each modulation at the start, radians
	barkNow     float32 // at the end of the last quantum
	tineNow     float32
	swing       float32 // falls from 1: the tine
	settle      float32 // a quantum, of the swing
	early       float32 // falls from 1: what only the first second has
	calm        float32 // a quantum, of early
	ting        float32 // falls from 1: the ring of the tine
	fade        float32 // a quantum, of ting
	made        float32 // amplitude at the end of the last quantum
	left, right float32
	thud        touch // of the hammer
	lift        touch // of the damper
	lifted      bool
}

// tineTop is how high in hertz the ring of the tine may lie.
const tineTop = 7000

func (v *electricPianoVoice) start(n Note, p Patch, l *dsp.Lot) {
	velocity, fundamental, pitch := float64(n.Velocity), hertz(n.Pitch), float64(n.Pitch)
	brightness := float64(p.Brightness)
	v.envelope.Start(float32(dsp.Geometric(0.003, 0.04, float64(p.Attack))+0.003*(1-velocity)), float32(dsp.Geometric(0.15, 1.5, float64(p.Release))*math.Exp2((60-pitch)/36)))
	v.phase, v.step = 0, dsp.PhaseStep(float32(fundamental*dsp.Cents(1.5*l.Signed())))
	v.tineRatio = uint32(min(max(math.Floor(tineTop/fundamental), 1), 14))
	// High tines are short and stiff: they swing less.
	reach := math.Exp2((60 - pitch) / 28)
	v.bark = float32(math.Min((0.22+1.15*math.Pow(velocity, 1.6))*(0.45+1.1*brightness)*math.Min(reach, 1.25), 2))
	v.tine = float32((0.04 + 0.26*velocity) * (0.25 + brightness) * (1 + 0.2*l.Signed()) * math.Min(reach, 1))
	v.barkNow, v.tineNow = v.bark, v.tine
	v.swing, v.settle = 1, quantumFactor(min(14*math.Exp2((48-pitch)/18), 16))
	v.early, v.calm = 1, quantumFactor(1.6*math.Exp2((60-pitch)/36))
	v.ting, v.fade = 1, quantumFactor(0.55*math.Exp2((60-pitch)/30))
	v.gain = float32(0.38 * strength(n.Velocity))
	v.made = 0
	s := spread(n.Pitch) * float64(p.Width)
	v.left, v.right = dsp.Pan(s * math.Min(math.Max((pitch-64)/60, -0.4), 0.4))
	v.thud = newTouch(l.Noise(), 0.03*strength(n.Velocity), dsp.Mix(500, 1500, velocity), 0.025)
	v.lift = newTouch(l.Noise(), 0.02*strength(n.Velocity), 900, 0.03)
	v.lifted = false
}

func (v *electricPianoVoice) release() {
	v.envelope.Release()
	v.lifted = true
}

func (v *electricPianoVoice) level() float32 {
	return v.gain * v.envelope.Value() * v.swing
}

func (v *electricPianoVoice) quiet() bool {
	return v.lift.quiet() && (v.envelope.Quiet(faintest/v.gain) || v.gain*v.swing < faintest)
}

func (v *electricPianoVoice) render(out *dsp.Stereo, offset int) {
	v.envelope.Next()
	v.swing *= v.settle
	v.early *= v.calm
	v.ting *= v.fade
	gain := v.made
	gainStep := (v.gain*(0.62*v.swing+0.38*v.swing*v.early)*v.envelope.Value() - gain) / dsp.Quantum
	v.made = gain + gainStep*float32(dsp.Quantum-offset)
	var x dsp.Block
	v.oscillate(x[offset:], gain, gainStep)
	v.thud.render(x[offset:])
	if v.lifted {
		v.lift.render(x[offset:])
	}
	left, right := v.left, v.right
	for i, sample := range x {
		out.Left[i] += left * sample
		out.Right[i] += right * sample
	}
}

// radian is the phase of one radian.
const radian = (1 << 32) / (2 * math.Pi)

// oscillate fills x with the tine. Both indices glide; the second modulation
// is left out once it cannot be heard.
func (v *electricPianoVoice) oscillate(x []float32, gain, gainStep float32) {
	bark, barkStep := glide(&v.barkNow, v.bark*(0.45+0.55*v.early)*v.swing)
	tine, tineStep := glide(&v.tineNow, v.tine*v.ting)
	sine := dsp.SineTable()
	phase, step, ratio := v.phase, v.step, v.tineRatio
	if tine < 1e-4*radian {
		for i := range x {
			turn := int32(bark * sine.At(phase))
			x[i] = gain * sine.At(phase+uint32(turn))
			phase += step
			gain += gainStep
			bark += barkStep
		}
	} else {
		for i := range x {
			turn := int32(bark*sine.At(phase) + tine*sine.At(phase*ratio))
			x[i] = gain * sine.At(phase+uint32(turn))
			phase += step
			gain += gainStep
			bark += barkStep
			tine += tineStep
		}
	}
	v.phase = phase
}

// glide returns where an index of modulation starts in this quantum and its
// step a frame, both as phases, and moves it to the target.
func glide(now *float32, target float32) (from, step float32) {
	from = *now * radian
	step = (target*radian - from) / dsp.Quantum
	*now = target
	return from, step
}
