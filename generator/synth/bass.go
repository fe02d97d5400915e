package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
)

const bassVoices = 4

// bassBank is the timbre of the bass: enough of the second to fifth harmonic
// that a small loudspeaker, which cannot play the fundamental, lets it be
// heard (the ear puts it back), and nothing above the tenth.
var bassBank = sync.OnceValue(func() *dsp.Bank {
	return dsp.NewBank(func(k int) float64 { return math.Pow(float64(k), -1.15) }, 10, 4000)
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
// Patch: Brightness moves the corner of its lowpass from 1.6 to 8 times
// the note, Attack goes from 25 to 400 ms, Release from 0.4 to 3 s, Warmth
// adds the pure fundamental, Movement lets pitch and corner drift.
func NewBass(seed uint64) *Bass {
	bassBank()
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
func (b *Bass) Render(out *dsp.Stereo) {
	b.brightness.Next()
	brightness := 1.6 * dsp.Exp2(2.3*b.brightness.Value())
	for i := range b.voices {
		b.voices[i].brightness = brightness
		b.voices[i].makeup = 1.3 - 0.3*b.brightness.Value()
	}
	b.render(out)
}

type bassVoice struct {
	envelope   dsp.Envelope
	tone, pure dsp.Oscillator
	table      *dsp.Wavetable
	first      dsp.OnePole
	second     dsp.OnePole
	drift      dsp.Drift
	frequency  float32
	wander     float32
	gain       float32
	purity     float32
	bloom      float32 // falls from 1: the string is brightest when it starts
	fade       float32 // a quantum, of bloom
	sustain    float32 // falls from 1: no string sounds for ever
	settle     float32 // a quantum, of sustain
	follow     float32
	brightness float32 // of the corner, from the instrument
	makeup     float32 // gain, from the instrument: a darker bass gets a little more of itself
	made       float32 // amplitude at the end of the last quantum
}

func (v *bassVoice) start(n Note, p Patch, l *dsp.Lot) {
	velocity := float64(n.Velocity)
	v.envelope.Start(float32(dsp.Geometric(0.025, 0.4, float64(p.Attack))*(1.2-0.4*velocity)), float32(dsp.Geometric(0.4, 3, float64(p.Release))))
	v.frequency = float32(hertz(n.Pitch))
	v.table = bassBank().At(v.frequency)
	v.tone.Phase = l.Phase()
	v.pure.Phase = v.tone.Phase
	v.first.Reset()
	v.second.Reset()
	v.drift = dsp.NewDrift(uint64(l.Phase()), 0.15)
	v.wander = v.frequency * float32(dsp.Cents(2*float64(p.Movement))-1)
	v.purity = 0.25 + 0.6*p.Warmth
	v.gain = float32(0.372*strength(n.Velocity)) / (0.8 + v.purity)
	v.bloom, v.fade = 1, quantumFactor(0.7)
	v.sustain, v.settle = 1, quantumFactor(30)
	v.made = 0
	v.follow = v.frequency * float32(0.6+0.7*velocity)
}

// quantumFactor returns the factor a quantum of a fall by 60 dB in seconds.
func quantumFactor(seconds float64) float32 {
	return float32(math.Exp(-3 * math.Ln10 * dsp.Quantum / (seconds * dsp.Rate)))
}

func (v *bassVoice) release()       { v.envelope.Release() }
func (v *bassVoice) quiet() bool    { return v.envelope.Quiet(faintest / v.gain) }
func (v *bassVoice) level() float32 { return v.gain * v.envelope.Value() * v.sustain }

func (v *bassVoice) render(out *dsp.Stereo, offset int) {
	var x dsp.Block
	drift := v.drift.Next()
	hz := v.frequency + v.wander*drift
	v.tone.SetFrequency(hz)
	v.pure.SetFrequency(hz)
	v.tone.Render(x[offset:], v.table, 1)
	corner := min(v.follow*v.brightness*(1+1.2*v.bloom)*(1+0.1*drift), 3000)
	v.first.SetCorner(corner)
	v.second.SetCorner(corner)
	v.first.Lowpass(x[:])
	v.second.Lowpass(x[:])
	v.pure.Render(x[offset:], dsp.SineTable(), v.purity)
	v.bloom *= v.fade
	v.sustain = max(v.sustain*v.settle, 0.35)
	v.envelope.Next()
	gain := v.made
	step := (v.gain*v.makeup*v.sustain*v.envelope.Value() - gain) / dsp.Quantum
	v.made = gain + step*float32(dsp.Quantum-offset)
	for i := offset; i < dsp.Quantum; i++ {
		sample := x[i] * gain * centre
		out.Left[i] += sample
		out.Right[i] += sample
		gain += step
	}
}

// centre is the gain of a side for what stands in the middle: √½.
const centre = 0.70710678
