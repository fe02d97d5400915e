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
	bus   dsp.Bus
	drive dsp.Smoother
	depth dsp.Smoother // of the panning
	pan   float32      // where it was at the end of the last quantum, −1…1
	turn  uint32       // phase of the panning
	pace  dsp.Drift
	low   [2]float32 // states of the highpasses
}

// monoKeep is what a one-pole lowpass with its corner at monoBelow keeps of its
// last output: e^(−2π·120/48000).
const monoKeep = 0.98441

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
func (e *ElectricPiano) Render(out *dsp.Bus) {
	e.depth.Next()
	pan := e.swing()
	if e.Sounding() == 0 {
		e.drive.Next()
		e.pan, e.low = pan, [2]float32{}
		return
	}
	e.bus.Clear()
	e.render(&e.bus)
	e.send(out.Whole(), pan)
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

// overdriven returns a sample after the amplifier: x − bend·x³, up to the top of that
// curve, and a little more of it for what a single loud note loses.
func overdriven(x, bend, top float32) float32 {
	if x > top {
		x = top
	}
	if x < -top {
		x = -top
	}
	return (1 + 0.25*bend) * (x - bend*x*x*x)
}

// send adds the bus to out, amplified and panned above monoBelow: what one
// side gains the other loses, so that the sum of the sides stays the same. Two
// equal highpasses leave what is panned.
func (e *ElectricPiano) send(out *dsp.Stereo, to float32) {
	drive, driveStep := e.drive.Next()
	bend, bendStep := amplifierBend*(0.15+0.85*drive), amplifierBend*0.85*driveStep
	top := float32(1 / math.Sqrt(3*float64(max(bend, bend+dsp.Quantum*bendStep))))
	low, lower := e.low[0], e.low[1]
	pan, step := e.pan, (to-e.pan)/dsp.Quantum
	e.pan = to
	bus := e.bus.Whole()
	for i := range out.Left {
		left, right := overdriven(bus.Left[i], bend, top), overdriven(bus.Right[i], bend, top)
		high := 0.5 * (left + right)
		low = monoKeep*low + (1-monoKeep)*high
		high -= low
		lower = monoKeep*lower + (1-monoKeep)*high
		moved := pan * (high - lower)
		out.Left[i] += left - moved
		out.Right[i] += right + moved
		pan += step
		bend += bendStep
	}
	e.low = [2]float32{low, lower}
}
