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
func (f *Flute) Render(out *dsp.Stereo) {
	f.brightness.Next()
	for i := range f.voices {
		f.voices[i].brightness = f.brightness.Value()
	}
	f.render(out)
}

// fluteBanks are the tone blown softly and hard: the strengths of the
// harmonics of a flute in mid register after Fletcher & Rossing (1998, The
// Physics of Musical Instruments §16.9), smoothed.
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
	noise      dsp.Noise
	before     [2]float32    // the last two samples of the noise
	breath     [2]breathBand // about the note, about its octave
	soft, hard *dsp.Wavetable
	phase      uint32
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
	made       [3]float32 // soft, hard and breath at the end of the last quantum
}

func (v *fluteVoice) start(n Note, p Patch, l *dsp.Lot) {
	fundamental := hertz(n.Pitch)
	velocity, warmth := float64(n.Velocity), float64(p.Warmth)
	v.envelope.Start(float32(dsp.Geometric(0.035, 0.3, float64(p.Attack))*(1.3-0.5*velocity)), float32(dsp.Geometric(0.2, 1.5, float64(p.Release))))
	v.vibrato = newVibrato(4+14*float64(p.Movement), 4.7+0.6*l.Unit(), 0.6, l)
	v.lips = dsp.NewDrift(uint64(l.Phase()), 0.4)
	v.noise, v.before = l.Noise(), [2]float32{}
	v.breath[0].start(fundamental, 9)
	v.breath[1].start(2*fundamental, 7)
	banks := fluteBanks()
	v.soft, v.hard = banks[0].At(float32(fundamental)), banks[1].At(float32(fundamental))
	v.phase = l.Phase()
	v.frequency = float32(fundamental)
	v.scoop, v.settle = float32(0.008+0.006*l.Unit()), quantumFactor(0.25)
	v.chiff, v.clear = 1, quantumFactor(0.3)
	force := strength(n.Velocity)
	v.gain = float32(0.3 * force * math.Pow(fundamental/523, 0.06))
	// Low notes need more wind; soft ones have more of it in their sound.
	v.windy = float32(1.6 * (1 - warmth) * (1.25 - 0.5*velocity) * math.Pow(440/fundamental, 0.3))
	v.side = p.Width
	v.pan[0], v.pan[1] = dsp.Pan(0.15 * float64(p.Width) * l.Signed())
	// A flute is rich below and pure above.
	v.colour = float32(0.2 + 0.75*(velocity-0.6) + 0.5*math.Log2(523/fundamental)/2 - 0.3*(warmth-0.5))
	v.made = [3]float32{}
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
	to := [3]float32{
		level * (1 - colour),
		level * colour,
		level * v.windy * (0.05 + 0.03*colour + 0.16*v.chiff),
	}
	v.blow(out.Left[offset:], out.Right[offset:], v.frequency*(1-v.scoop+waver+0.0008*lips), to)
}

// blow adds tone and breath while their gains go to the given ones in the time
// of a quantum.
func (v *fluteVoice) blow(left, right []float32, hz float32, to [3]float32) {
	var steps [3]float32
	for i := range steps {
		steps[i] = (to[i] - v.made[i]) / dsp.Quantum
	}
	softGain, hardGain, wind := v.made[0], v.made[1], v.made[2]
	for i := range steps {
		v.made[i] += steps[i] * float32(len(left))
	}
	phase, step := v.phase, dsp.PhaseStep(hz)
	low, high, noise := v.breath[0], v.breath[1], v.noise
	before := v.before
	soft := before[0]
	panLeft, panRight, side := v.pan[0], v.pan[1], v.side
	right = right[:len(left)]
	for i := range left {
		soft += 0.33 * (noise.Next() - soft) // above 3 kHz it is hiss, not breath
		a, b := low.next(soft-before[1]), high.next(soft-before[1])
		before = [2]float32{soft, before[0]}
		middle := softGain*v.soft.At(phase) + hardGain*v.hard.At(phase) + wind*(a+0.5*b)
		// The two bands leave the flute at its two ends.
		apart := side * wind * (0.5*a - 0.7*b)
		left[i] += panLeft*middle + apart
		right[i] += panRight*middle - apart
		phase += step
		softGain += steps[0]
		hardGain += steps[1]
		wind += steps[2]
	}
	v.phase, v.noise = phase, noise
	v.breath, v.before = [2]breathBand{low, high}, before
}

// A breathBand is a bandpass of two poles that noise goes through, scaled so
// that noise of RMS √⅓ comes out at an RMS of about 1.
type breathBand struct{ c, d, gain, one, two float32 }

// start sets the band to a centre in hertz, as wide as hertz/quality.
func (b *breathBand) start(hertz, quality float64) {
	hertz = math.Min(hertz, 12000)
	omega := 2 * math.Pi * hertz / dsp.Rate
	radius := math.Exp(-omega / (2 * quality))
	// With zeros at both ends the peak is 2/(1−r²); what passes is as much as
	// a rectangle of π/2·hertz/quality would let through.
	share := math.Pi / 2 * hertz / quality / (dsp.Rate / 2)
	*b = breathBand{
		c:    float32(2 * radius * math.Cos(omega)),
		d:    float32(radius * radius),
		gain: float32((1 - radius*radius) / 2 * math.Sqrt(3/share)),
	}
}

// next returns one more sample from the difference between a sample of noise
// and the one before the last.
func (b *breathBand) next(difference float32) float32 {
	y := b.gain*difference + b.c*b.one - b.d*b.two
	b.two = b.one
	b.one = y
	return y
}
