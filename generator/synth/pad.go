package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
)

const padVoices = 12

// padWarmths is the number of timbres between thin and warm.
const padWarmths = 5

// padBanks holds the timbres of the pad: odd harmonics fall with a power that
// grows with warmth, even ones are 30 % weaker, which keeps it hollow enough
// to leave room for a melody.
var padBanks = sync.OnceValue(func() *[padWarmths]*dsp.Bank {
	banks := new([padWarmths]*dsp.Bank)
	for i := range banks {
		slope := mix(0.8, 1.4, float64(i)/(padWarmths-1))
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

// Pad is a warm string ensemble.
//
// A note is three oscillators a few cents apart that wander on their own
// (never in step with one another), one in the middle and one to each side,
// through a lowpass that opens with the attack and breathes. An ensemble
// chorus follows all notes together.
type Pad struct {
	pool[padVoice, *padVoice]
	patch      Patch
	seed       uint64
	count      uint64
	brightness dsp.Smoother
	chorus     ensemble
	movement   dsp.Smoother
	bus        dsp.Stereo
}

// NewPad returns a pad.
//
// Patch: Brightness moves the corner of the lowpass from 700 Hz to 10 kHz,
// Attack goes from 0.8 to 4 s, Release from 2 to 8 s (60 dB), Warmth tilts
// the spectrum, Movement is detuning, drift and chorus, Width the distance of
// the side oscillators.
func NewPad(seed uint64) *Pad {
	padBanks()
	return &Pad{
		pool:       newPool[padVoice](padVoices),
		patch:      middle,
		seed:       seed,
		brightness: dsp.NewSmoother(middle.Brightness, 0.015),
		movement:   dsp.NewSmoother(middle.Movement, 0.015),
		chorus:     newEnsemble(),
	}
}

// Set glides brightness and movement; the rest holds from the next note on.
func (p *Pad) Set(patch Patch) {
	p.patch = patch.held()
	p.brightness.SetTarget(p.patch.Brightness)
	p.movement.SetTarget(p.patch.Movement)
}

// Play starts a note.
func (p *Pad) Play(n Note) {
	p.count++
	n, audible := n.held()
	if !audible {
		return
	}
	l := drawLot(p.seed, p.count)
	p.take(n).start(n, p.patch, &l)
}

// Render adds the next quantum to out.
func (p *Pad) Render(out *dsp.Stereo) {
	p.brightness.Next()
	p.movement.Next()
	sounding := p.Sounding() > 0
	if !sounding && p.chorus.empty() {
		return
	}
	// A darker pad gets a little more of itself.
	brightness := p.brightness.Value()
	corner := 700 * exponential(3.8*brightness)
	for i := range p.voices {
		v := &p.voices[i]
		v.corner = corner
		v.makeup = v.dark + brightness*(2-brightness)*(v.bright-v.dark)
	}
	p.bus.Clear()
	p.render(&p.bus)
	p.chorus.process(&p.bus, out, p.movement.Value(), sounding)
}

// exponential returns 2^x for x in 0…8 within 0.3 %, without package math:
// the whole part by doubling, the rest by a polynomial through 1, √2 and 2.
func exponential(x float32) float32 {
	power := float32(1)
	for x >= 1 {
		power *= 2
		x--
	}
	return power * (1 + x*(0.65685425+x*0.34314575))
}

// padOscillators is how many oscillators a note has.
const padOscillators = 3

type padVoice struct {
	envelope    dsp.Envelope
	filter      dsp.DoublePole
	table       *dsp.Wavetable
	phase       [padOscillators]uint32
	frequency   [padOscillators]float32 // Hz, before drift
	drift       [padOscillators]dsp.Drift
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

func (v *padVoice) start(n Note, p Patch, l *lot) {
	fundamental := hertz(n.Pitch)
	movement := float64(p.Movement)
	v.envelope.Start(float32(geometric(0.8, 4, float64(p.Attack))*(1.15-0.3*float64(n.Velocity))), float32(geometric(2, 8, float64(p.Release))))
	v.filter.Reset()
	v.made = 0
	v.table = padBanks()[int(float64(p.Warmth)*(padWarmths-1)+0.5)].At(float32(fundamental))
	// Low notes beat more slowly in hertz, so that they may lie further apart
	// in cents, and the other way round.
	detune := (2 + 5*movement) * math.Pow(261.6/fundamental, 0.6)
	for i := range padOscillators {
		v.phase[i] = l.phase()
		away := [padOscillators]float64{0, -1, 1}[i] * detune * (0.8 + 0.4*l.unit())
		v.frequency[i] = float32(fundamental * cents(away))
		v.drift[i] = dsp.NewDrift(uint64(l.phase()), float32(0.05+0.2*l.unit()))
	}
	v.wander = float32(fundamental * (cents(0.6+1.6*movement) - 1))
	v.breath = dsp.NewDrift(uint64(l.phase()), 0.06)
	s := spread(n.Pitch) * float64(p.Width)
	left, right := place(0.3 * s * l.signed())
	v.middleLeft, v.middleRight = 0.92*left, 0.92*right
	v.side[0], v.side[1] = place(-s)
	v.side[2], v.side[3] = place(s)
	for i := range v.side {
		v.side[i] *= 0.41
	}
	v.gain = float32(0.199 * math.Pow(max(1, 220/fundamental), 0.07) * strength(n.Velocity))
	v.dark, v.bright = 1.46-0.05*p.Warmth, 0.98+0.3*p.Warmth
	v.follow = float32(math.Pow(fundamental/220, 0.35) * (0.55 + 0.6*float64(n.Velocity)))
	v.lowest = float32(1.3 * fundamental)
	v.open = 0.45
}

func (v *padVoice) release()       { v.envelope.Release() }
func (v *padVoice) quiet() bool    { return v.envelope.Quiet(faintest / v.gain) }
func (v *padVoice) level() float32 { return v.gain * v.envelope.Value() }

func (v *padVoice) render(out *dsp.Stereo, offset int) {
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
func (v *padVoice) oscillate(left, right []float32, gain, step float32) {
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
