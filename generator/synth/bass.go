package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
)

const bassVoices = 4

// bassTimbres are the timbres of the bass between round and clear: enough of
// the second to fifth harmonic that a small loudspeaker, which cannot play the
// fundamental, lets it be heard (the ear puts it back: Schouten's residue,
// 1940), and nothing above the twelfth.
var bassTimbres = sync.OnceValue(func() *[2]*dsp.Bank {
	bank := func(slope float64) *dsp.Bank {
		return dsp.NewBank(func(k int) float64 { return math.Pow(float64(k), -slope) }, 12, 3000)
	}
	return &[2]*dsp.Bank{bank(3.3), bank(1.25)}
})

// Bass is a round, soft bass: between a bowed double bass and a sine.
type Bass struct {
	pool[bassVoice, *bassVoice]
	patch      Patch
	seed       uint64
	count      uint64
	brightness dsp.Smoother
}

// NewBass returns a bass. It stands in the middle at any width.
//
// Patch: Brightness goes from nearly a sine to a clear tone, Attack from 25 to
// 400 ms, Release from 0.4 to 3 s, Warmth takes harmonics away, Movement lets
// pitch and tone drift.
func NewBass(seed uint64) Instrument {
	bassTimbres()
	return &Bass{
		pool:       newPool[bassVoice](bassVoices),
		patch:      middle,
		seed:       seed,
		brightness: dsp.NewSmoother(middle.Brightness, 0.015),
	}
}

// Set glides the brightness; the rest holds from the next note on.
func (b *Bass) Set(patch Patch) {
	b.patch = patch.held()
	b.brightness.SetTarget(b.patch.Brightness)
}

// Play starts a note.
func (b *Bass) Play(n Note) {
	b.count++
	n, audible := n.held()
	if !audible {
		return
	}
	l := dsp.DrawLot(b.seed, b.count)
	b.take(n).start(n, b.patch, &l)
}

// Render adds the next quantum to out.
func (b *Bass) Render(out *dsp.Bus) {
	b.brightness.Next()
	for i := range b.voices {
		b.voices[i].brightness = b.brightness.Value()
	}
	b.render(out)
}

type bassVoice struct {
	envelope   dsp.Envelope
	oscillator dsp.Oscillator
	round      *dsp.Wavetable
	clear      *dsp.Wavetable
	drift      dsp.Drift
	frequency  float32
	wander     float32
	sway       float32 // share of the clear tone that a drift of 1 moves
	gain       float32
	tone       float32 // 0…1: share of the clear tone at brightness 0
	bloom      float32 // falls from 1: the string is brightest when it starts
	fade       float32 // a quantum, of bloom
	sustain    float32 // falls from 1: no string sounds for ever
	settle     float32 // a quantum, of sustain
	brightness float32 // from the instrument
}

func (v *bassVoice) start(n Note, p Patch, l *dsp.Lot) {
	velocity := float64(n.Velocity)
	attack := float32(dsp.Geometric(0.025, 0.4, float64(p.Attack)) * (1.2 - 0.4*velocity))
	v.envelope.Start(max(attack, n.Attack), float32(dsp.Geometric(0.4, 3, float64(p.Release))))
	v.frequency = float32(hertz(n.Pitch))
	timbres := bassTimbres()
	v.round, v.clear = timbres[0].At(v.frequency), timbres[1].At(v.frequency)
	v.oscillator.Start(l.Phase())
	v.drift = dsp.NewDrift(uint64(l.Phase()), 0.15)
	v.wander = v.frequency * float32(dsp.Cents(2*float64(p.Movement))-1)
	v.sway = 0.03 + 0.05*p.Movement
	v.gain = float32(0.42 * strength(n.Velocity))
	// Low notes need their harmonics more.
	v.tone = float32(0.35 + 0.5*(velocity-0.6) - 0.3*float64(p.Warmth-0.5) + 0.12*math.Log2(65/hertz(n.Pitch)))
	v.bloom, v.fade = 1, quantumFactor(1.2)
	v.sustain, v.settle = 1, quantumFactor(30)
}

// quantumFactor returns the factor a quantum of a fall by 60 dB in seconds.
func quantumFactor(seconds float64) float32 {
	return float32(math.Exp(-3 * math.Ln10 * dsp.Quantum / (seconds * dsp.Rate)))
}

func (v *bassVoice) release()       { v.envelope.Release() }
func (v *bassVoice) quiet() bool    { return v.envelope.Quiet(faintest / v.gain) }
func (v *bassVoice) level() float32 { return v.gain * v.envelope.Value() * v.sustain }

func (v *bassVoice) render(out *dsp.Stereo, offset int) {
	drift := v.drift.Next()
	v.envelope.Next()
	v.bloom *= v.fade
	v.sustain = max(v.sustain*v.settle, 0.35)
	tone := v.tone + 0.55*v.brightness + 0.22*v.bloom + v.sway*drift - 0.2*(1-v.envelope.Value())
	tone = min(max(tone, 0), 1)
	level := v.gain * v.sustain * v.envelope.Value()
	v.oscillator.SetFrequency(v.frequency + v.wander*drift)
	var x dsp.Block
	v.oscillator.Render(x[offset:], v.round, v.clear, level*(1-tone), level*tone)
	for i, sample := range x {
		sample *= centre
		out.Left[i] += sample
		out.Right[i] += sample
	}
}

// centre is the gain of a side for what stands in the middle: √½.
const centre = 0.70710678
