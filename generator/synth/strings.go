package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
)

const stringsVoices = 12

// stringsWarmths is the number of timbres between thin and warm.
const stringsWarmths = 5

// stringsBanks holds the timbres of the pad: odd harmonics fall with a power that
// grows with warmth, even ones are 30 % weaker, which keeps it hollow enough
// to leave room for a melody.
var stringsBanks = sync.OnceValue(func() *[stringsWarmths]*dsp.Bank {
	banks := new([stringsWarmths]*dsp.Bank)
	for i := range banks {
		slope := dsp.Mix(0.8, 1.4, float64(i)/(stringsWarmths-1))
		banks[i] = dsp.NewBank(func(k int) float64 {
			a := math.Pow(float64(k), -slope)
			if k%2 == 0 {
				a *= 0.7
			}
			return a
		}, 64, 9000)
	}
	return banks
})

// Strings is a warm string ensemble.
//
// A note is three oscillators a few cents apart that wander on their own
// (never in step with one another), one in the middle and one to each side,
// through a lowpass that opens with the attack and breathes. An ensemble
// chorus follows all notes together.
type Strings struct {
	pool[stringsVoice, *stringsVoice]
	patch      Patch
	seed       uint64
	count      uint64
	brightness dsp.Smoother
	chorus     ensemble
	movement   dsp.Smoother
	bus        dsp.Stereo
}

// NewStrings returns a pad.
//
// Patch: Brightness moves the corner of the lowpass from 700 Hz to 10 kHz,
// Attack goes from 0.8 to 4 s, Release from 2 to 8 s (60 dB), Warmth tilts
// the spectrum, Movement is detuning, drift and chorus, Width the distance of
// the side oscillators.
func NewStrings(seed uint64) *Strings {
	stringsBanks()
	return &Strings{
		pool:       newPool[stringsVoice](stringsVoices),
		patch:      middle,
		seed:       seed,
		brightness: dsp.NewSmoother(middle.Brightness, 0.015),
		movement:   dsp.NewSmoother(middle.Movement, 0.015),
		chorus:     newEnsemble(),
	}
}

// Set glides brightness and movement; the rest holds from the next note on.
func (p *Strings) Set(patch Patch) {
	p.patch = patch.held()
	p.brightness.SetTarget(p.patch.Brightness)
	p.movement.SetTarget(p.patch.Movement)
}

// Play starts a note.
func (p *Strings) Play(n Note) {
	p.count++
	n, audible := n.held()
	if !audible {
		return
	}
	l := dsp.DrawLot(p.seed, p.count)
	p.take(n).start(n, p.patch, &l)
}

// Render adds the next quantum to out.
func (p *Strings) Render(out *dsp.Stereo) {
	p.brightness.Next()
	p.movement.Next()
	sounding := p.Sounding() > 0
	if !sounding && p.chorus.empty() {
		return
	}
	// A darker pad gets a little more of itself.
	brightness := p.brightness.Value()
	corner := 700 * dsp.Exp2(3.8*brightness)
	for i := range p.voices {
		v := &p.voices[i]
		v.corner = corner
		v.makeup = v.dark + brightness*(2-brightness)*(v.bright-v.dark)
	}
	p.bus.Clear()
	p.render(&p.bus)
	p.chorus.process(&p.bus, out, p.movement.Value(), sounding)
}

// stringsOscillators is how many oscillators a note has.
const stringsOscillators = 3

type stringsVoice struct {
	envelope    dsp.Envelope
	filter      dsp.DoublePole
	table       *dsp.Wavetable
	phase       [stringsOscillators]uint32
	frequency   [stringsOscillators]float32 // Hz, before drift
	drift       [stringsOscillators]dsp.Drift
	wander      float32 // Hz that a drift of 1 moves an oscillator by
	breath      dsp.Drift
	gain        float32 // by velocity and register
	middleLeft  float32 // gains of oscillator 0
	middleRight float32
	side        [4]float32 // gains: oscillator 1 left and right, 2 left and right
	corner      float32    // Hz, from the instrument
	dark        float32    // gain at brightness 0
	bright      float32    // gain at brightness 1
	makeup      float32    // gain now, from the instrument
	made        float32    // amplitude at the end of the last quantum
	follow      float32    // factor of corner: register and velocity
	lowest      float32    // Hz: the corner never closes over the fundamental
	open        float32    // 0…1: share of the corner that the attack opens
}

func (v *stringsVoice) start(n Note, p Patch, l *dsp.Lot) {
	fundamental := hertz(n.Pitch)
	movement := float64(p.Movement)
	v.envelope.Start(float32(dsp.Geometric(0.8, 4, float64(p.Attack))*(1.15-0.3*float64(n.Velocity))), float32(dsp.Geometric(2, 8, float64(p.Release))))
	v.filter.Reset()
	v.made = 0
	v.table = stringsBanks()[int(float64(p.Warmth)*(stringsWarmths-1)+0.5)].At(float32(fundamental))
	// Low notes beat more slowly in hertz, so that they may lie further apart
	// in cents, and the other way round.
	detune := (2 + 5*movement) * math.Pow(261.6/fundamental, 0.6)
	for i := range stringsOscillators {
		v.phase[i] = l.Phase()
		away := [stringsOscillators]float64{0, -1, 1}[i] * detune * (0.8 + 0.4*l.Unit())
		v.frequency[i] = float32(fundamental * dsp.Cents(away))
		v.drift[i] = dsp.NewDrift(uint64(l.Phase()), float32(0.05+0.2*l.Unit()))
	}
	v.wander = float32(fundamental * (dsp.Cents(0.6+1.6*movement) - 1))
	v.breath = dsp.NewDrift(uint64(l.Phase()), 0.06)
	s := spread(n.Pitch) * float64(p.Width)
	left, right := dsp.Pan(0.3 * s * l.Signed())
	v.middleLeft, v.middleRight = 0.92*left, 0.92*right
	v.side[0], v.side[1] = dsp.Pan(-s)
	v.side[2], v.side[3] = dsp.Pan(s)
	for i := range v.side {
		v.side[i] *= 0.41
	}
	v.gain = float32(0.199 * math.Pow(max(1, 220/fundamental), 0.07) * strength(n.Velocity))
	v.dark, v.bright = 1.46-0.05*p.Warmth, 0.98+0.3*p.Warmth
	v.follow = float32(math.Pow(fundamental/220, 0.35) * (0.55 + 0.6*float64(n.Velocity)))
	v.lowest = float32(1.3 * fundamental)
	v.open = 0.45
}

func (v *stringsVoice) release()       { v.envelope.Release() }
func (v *stringsVoice) quiet() bool    { return v.envelope.Quiet(faintest / v.gain) }
func (v *stringsVoice) level() float32 { return v.gain * v.envelope.Value() }

func (v *stringsVoice) render(out *dsp.Stereo, offset int) {
	var left, right dsp.Block
	v.envelope.Next()
	from := v.made
	step := (v.gain*v.makeup*v.envelope.Value() - from) / dsp.Quantum
	v.made = from + step*float32(dsp.Quantum-offset)
	v.oscillate(left[offset:], right[offset:], from, step)
	corner := v.corner * v.follow * (1 - v.open + v.open*v.envelope.Value()) * (1 + 0.16*v.breath.Next())
	v.filter.Set(min(max(corner, v.lowest), 12000))
	v.filter.Lowpass(left[:], right[:])
	for i := range out.Left {
		out.Left[i] += left[i]
		out.Right[i] += right[i]
	}
}

// oscillate adds the three oscillators at an amplitude that moves by step a
// frame.
func (v *stringsVoice) oscillate(left, right []float32, gain, step float32) {
	table := v.table
	p0, p1, p2 := v.phase[0], v.phase[1], v.phase[2]
	s0 := dsp.PhaseStep(v.frequency[0] + v.wander*v.drift[0].Next())
	s1 := dsp.PhaseStep(v.frequency[1] + v.wander*v.drift[1].Next())
	s2 := dsp.PhaseStep(v.frequency[2] + v.wander*v.drift[2].Next())
	m0, m1, l1, r1, l2, r2 := v.middleLeft, v.middleRight, v.side[0], v.side[1], v.side[2], v.side[3]
	right = right[:len(left)]
	for i := range left {
		a, b, c := gain*table.At(p0), gain*table.At(p1), gain*table.At(p2)
		left[i] = m0*a + l1*b + l2*c
		right[i] = m1*a + r1*b + r2*c
		p0 += s0
		p1 += s1
		p2 += s2
		gain += step
	}
	v.phase[0], v.phase[1], v.phase[2] = p0, p1, p2
}
