package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
)

const fluteVoices = 4

// Flute is a breathy flute.
type Flute struct {
	pool[fluteVoice, *fluteVoice]
	patch      Patch
	seed       uint64
	count      uint64
	brightness dsp.Smoother
}

// NewFlute returns a flute, played gently. Its tone goes from nearly a sine
// to one that is blown harder, by velocity, register and breath; the breath
// itself is heard around the note and its octave, most where a note begins;
// a vibrato of pitch and colour grows on notes that are held. It plays one
// line: further voices are for the ends of notes.
//
// Patch: Brightness is how hard it is blown, Attack goes from 35 to 300 ms,
// Release from 0.2 to 1.5 s (60 dB), Warmth takes upper partials and breath
// away, Movement is the vibrato, Width how far the breath spreads.
func NewFlute(seed uint64) Instrument {
	fluteBanks()
	return &Flute{
		pool:       newPool[fluteVoice](fluteVoices),
		patch:      middle,
		seed:       seed,
		brightness: dsp.NewSmoother(middle.Brightness, 0.015),
	}
}

// Set glides the brightness; the rest holds from the next note on.
func (f *Flute) Set(patch Patch) {
	f.patch = patch.held()
	f.brightness.SetTarget(f.patch.Brightness)
}

// Play starts a note.
func (f *Flute) Play(n Note) {
	f.count++
	n, audible := n.held()
	if !audible {
		return
	}
	l := dsp.DrawLot(f.seed, f.count)
	f.take(n).start(n, f.patch, &l)
}

// Render adds the next quantum to out.
func (f *Flute) Render(out *dsp.Bus) {
	f.brightness.Next()
	for i := range f.voices {
		f.voices[i].brightness = f.brightness.Value()
	}
	f.render(out)
}

// fluteBanks are the tone blown softly and hard: the strengths of the
// harmonics of a flute in mid register after Fletcher & Rossing (1998, The
// Physics of Musical Instruments, ch. 16), smoothed.
var fluteBanks = sync.OnceValue(func() *[2]*dsp.Bank {
	soft := []float64{1, 0.16, 0.05, 0.012, 0.004}
	hard := []float64{1, 0.62, 0.36, 0.15, 0.09, 0.045, 0.025, 0.012}
	bank := func(strengths []float64) *dsp.Bank {
		return dsp.NewBank(func(k int) float64 { return strengths[k-1] }, len(strengths), 9000)
	}
	return &[2]*dsp.Bank{bank(soft), bank(hard)}
})

type fluteVoice struct {
	envelope   dsp.Envelope
	vibrato    vibrato
	lips       dsp.Drift // wandering of pitch and colour
	tone       dsp.Oscillator
	soft, hard *dsp.Wavetable
	breath     breath
	frequency  float32    // Hz, before drift
	scoop      float32    // parts that the pitch still lies below; falls to 0
	settle     float32    // a quantum, of scoop
	chiff      float32    // falls from 1: the breath before the tone speaks
	clear      float32    // a quantum, of chiff
	gain       float32    // by velocity
	windy      float32    // level of the breath against the tone
	side       float32    // of the breath
	pan        [2]float32 // gains of the sides
	colour     float32    // 0…1: share of the hard tone at brightness 0
	brightness float32    // from the instrument
}

func (v *fluteVoice) start(n Note, p Patch, l *dsp.Lot) {
	fundamental := hertz(n.Pitch)
	velocity, warmth := float64(n.Velocity), float64(p.Warmth)
	v.envelope.Start(float32(dsp.Geometric(0.035, 0.3, float64(p.Attack))*(1.3-0.5*velocity)), float32(dsp.Geometric(0.2, 1.5, float64(p.Release))))
	v.vibrato = newVibrato(4+14*float64(p.Movement), 4.7+0.6*l.Unit(), 0.6, l)
	v.lips = dsp.NewDrift(uint64(l.Phase()), 0.4)
	v.breath.start(fundamental, l)
	banks := fluteBanks()
	v.soft, v.hard = banks[0].At(float32(fundamental)), banks[1].At(float32(fundamental))
	v.tone.Start(l.Phase())
	v.frequency = float32(fundamental)
	v.scoop, v.settle = float32(0.008+0.006*l.Unit()), quantumFactor(0.25)
	v.chiff, v.clear = 1, quantumFactor(0.3)
	force := strength(n.Velocity)
	v.gain = float32((0.275 + 0.05*warmth) * force * math.Pow(fundamental/523, 0.06)) // breath and harmonics make peaks
	// Low notes need more wind; soft ones have more of it in their sound.
	v.windy = float32(1.6 * (1 - warmth) * (1.25 - 0.5*velocity) * math.Pow(440/fundamental, 0.3))
	v.side = p.Width
	v.pan[0], v.pan[1] = dsp.Pan(0.15 * float64(p.Width) * l.Signed())
	// A flute is rich below and pure above.
	v.colour = float32(0.2 + 0.75*(velocity-0.6) + 0.5*math.Log2(523/fundamental)/2 - 0.3*(warmth-0.5))
}

func (v *fluteVoice) release()       { v.envelope.Release() }
func (v *fluteVoice) quiet() bool    { return v.envelope.Quiet(faintest / (2 * v.gain)) }
func (v *fluteVoice) level() float32 { return v.gain * v.envelope.Value() }

func (v *fluteVoice) render(out *dsp.Stereo, offset int) {
	v.envelope.Next()
	swell, lips, waver := v.envelope.Value(), v.lips.Next(), v.vibrato.next()
	v.scoop *= v.settle
	v.chiff *= v.clear
	colour := v.colour + 0.6*v.brightness + 0.06*lips + 6*waver - 0.35*(1-swell)
	colour = min(max(colour, 0), 1)
	level := v.gain * swell * (1 + 0.04*lips)
	var tone, wind, apart dsp.Block
	v.tone.SetFrequency(v.frequency * (1 - v.scoop + waver + 0.0008*lips))
	v.tone.Render(tone[offset:], v.soft, v.hard, level*(1-colour), level*colour)
	v.breath.render(wind[offset:], apart[offset:], level*v.windy*(0.05+0.03*colour+0.16*v.chiff))
	left, right, side := v.pan[0], v.pan[1], v.side
	for i, x := range tone {
		x += wind[i]
		out.Left[i] += left*x + side*apart[i]
		out.Right[i] += right*x - side*apart[i]
	}
}
