package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const glassVoices = 12

// Glass is a glass pad.
type Glass struct {
	roster[glassVoice, *glassVoice]
	patch      Patch
	seed       uint64
	count      uint64
	brightness dsp.Smoother
}

// NewGlass returns a glass pad: rims of glasses that are stroked. A note is
// two sines that wander apart, each bent by a sine of its own at two and three
// times the frequency (frequency modulation after Chowning 1973, J. Audio
// Eng. Soc. 21:526): one has the odd harmonics, the other 1, 2, 4, 5, 7, and
// how much of them sounds drifts for each alone, so that a chord goes on
// changing while it is held.
//
// Patch: Brightness is the depth of the modulation, Attack goes from 0.3 to
// 3 s, Release from 2 to 9 s (60 dB), Warmth holds the modulation of high
// notes back, Movement is detuning and how far timbres drift, Width the
// distance of the two.
func NewGlass(seed uint64) Instrument {
	return &Glass{
		roster:     newRoster[glassVoice](glassVoices),
		patch:      middle,
		seed:       seed,
		brightness: dsp.NewSmoother(middle.Brightness, 0.015),
	}
}

// Set glides the brightness; the rest holds from the next note on.
func (g *Glass) Set(patch Patch) {
	g.patch = patch.held()
	g.brightness.SetTarget(g.patch.Brightness)
}

// Play starts a note.
func (g *Glass) Play(n Note) {
	g.count++
	n, audible := n.held()
	if !audible {
		return
	}
	l := dsp.DrawLot(g.seed, g.count)
	g.take(n).start(n, g.patch, &l)
}

// Render adds the next quantum to out.
func (g *Glass) Render(out *dsp.Bus) {
	g.brightness.Next()
	if g.Sounding() == 0 {
		return
	}
	half := out.Half()
	depth := 0.25 + 1.5*g.brightness.Value()
	for i := range g.lives {
		if l := &g.lives[i]; l.busy {
			g.voices[i].render(half, depth, l)
			g.advance(i)
		}
	}
}

// A glassPair is a sine bent by another: the carrier and its modulator.
type glassPair struct {
	carrier, modulator uint32  // phases
	frequency          float32 // Hz, before drift
	ratio              float32 // of the modulator to the carrier
	index              float32 // radians of the modulation at depth 1
	most               float32 // of the index
	bend               float32 // of the modulation at the end of the last quantum, in phases
	drift, timbre      dsp.Drift
	left, right        float32
}

type glassVoice struct {
	envelope dsp.Envelope
	pairs    [2]glassPair
	wander   float32 // Hz that a drift of 1 moves a carrier by
	sway     float32 // share of the index that a drift of 1 takes or gives
	bloom    float32 // falls from 1: the rim sings brightest when it starts
	fade     float32 // a quantum, of bloom
	gain     float32
	made     float32 // amplitude at the end of the last quantum
}

// glassRatios are of the modulators; with neither has the sound a mean that
// is not zero. The second pair is quieter and bent further, so that the two
// beat in colour more than in level (design choice).
var (
	glassRatios  = [2]float32{2, 3}
	glassIndexes = [2]float64{0.55, 0.9}
	glassPlaces  = [2]float64{-0.3, 0.9}
	glassShares  = [2]float32{0.76, 0.26}
)

func (v *glassVoice) start(n Note, p Patch, l *dsp.Lot) {
	fundamental := hertz(n.Pitch)
	velocity, movement := float64(n.Velocity), float64(p.Movement)
	v.envelope.Start(float32(dsp.Geometric(0.3, 3, float64(p.Attack))*(1.2-0.4*velocity)), float32(dsp.Geometric(2, 9, float64(p.Release))))
	// The upper partials of high notes are held back where the ear is keenest.
	reach := math.Pow(440/fundamental, 0.35+0.5*float64(p.Warmth))
	index := math.Min(reach, 1.5) * (0.35 + 0.9*velocity)
	detune := (0.3 + 1.5*movement) * math.Pow(261.6/fundamental, 0.6)
	s := heldSpread(n.Pitch) * float64(p.Width)
	place := 0.5 * s * l.Signed()
	for i := range v.pairs {
		pair := &v.pairs[i]
		away := float64(2*i - 1)
		left, right := dsp.Pan(place + s*glassPlaces[i])
		*pair = glassPair{
			carrier:   l.Phase(),
			modulator: l.Phase(),
			frequency: float32(fundamental * dsp.Cents(away*detune*(0.7+0.6*l.Unit()))),
			ratio:     glassRatios[i],
			index:     float32(glassIndexes[i] * index),
			most:      float32(glassMost(fundamental, glassRatios[i])),
			drift:     dsp.NewDrift(uint64(l.Phase()), float32(0.05+0.15*l.Unit())),
			timbre:    dsp.NewDrift(uint64(l.Phase()), float32(0.04+0.06*l.Unit())),
			left:      glassShares[i] * left,
			right:     glassShares[i] * right,
		}
	}
	v.wander = float32(fundamental * (dsp.Cents(0.3+1.2*movement) - 1))
	v.sway = float32(0.1 + 0.3*movement)
	v.bloom, v.fade = 0.7, quantumFactor(3)
	v.gain = float32(0.5 * strength(n.Velocity) * math.Pow(330/fundamental, 0.05))
	v.made = 0
}

func (v *glassVoice) release()       { v.envelope.Release() }
func (v *glassVoice) quiet() bool    { return v.envelope.Quiet(faintest / v.gain) }
func (v *glassVoice) level() float32 { return v.gain * v.envelope.Value() }

// render adds the next quantum to the bus, bent to a depth.
func (v *glassVoice) render(bus *dsp.HalfStereo, depth float32, l *life) {
	v.envelope.Next()
	v.bloom *= v.fade
	left, right := bus.Left[l.halfOffset():], bus.Right[l.halfOffset():]
	gain := v.made
	step := (v.gain*v.envelope.Value()*l.fadeAfter() - gain) / float32(len(bus.Left))
	v.made = gain + step*float32(len(left))
	for i := range v.pairs {
		pair := &v.pairs[i]
		hz := pair.frequency + v.wander*pair.drift.Next()
		index := pair.index * depth * (1 + v.bloom) * max(1+v.sway*pair.timbre.Next(), 0)
		pair.add(left, right, hz, min(index, pair.most), gain, step)
	}
}

// add adds the pair at a frequency, with an index that it glides to and an
// amplitude that moves by step a sample.
func (p *glassPair) add(left, right []float32, hz, index, gain, step float32) {
	const radian = (1 << 32) / (2 * math.Pi)
	const frames = dsp.Quantum * dsp.HalfRate / dsp.Rate
	carrier, modulator := p.carrier, p.modulator
	carrierStep, modulatorStep := 2*dsp.PhaseStep(hz), 2*dsp.PhaseStep(hz*p.ratio)
	bend := p.bend
	bendStep := (radian*index - bend) / frames
	p.bend = bend + bendStep*float32(len(left))
	l, r := p.left, p.right
	sine := dsp.SineTable()
	right = right[:len(left)]
	for i := range left {
		x := gain * sine.At(carrier+uint32(int32(bend*sine.At(modulator))))
		left[i] += l * x
		right[i] += r * x
		carrier += carrierStep
		modulator += modulatorStep
		bend += bendStep
		gain += step
	}
	p.carrier, p.modulator = carrier, modulator
}

// glassTop is the highest frequency in hertz that a glass sounds: what lies
// above would have an image on the way from half the rate to the whole.
const glassTop = 9500

// glassMost returns the index that leaves every sideband above glassTop 60 dB
// down or more: the Bessel function of order k, the strength of the kth
// sideband, is close to (x/2)^k/k! where it is small (Chowning 1973).
func glassMost(fundamental float64, ratio float32) float64 {
	order, factorial := 1.0, 1.0
	for fundamental*(1+order*float64(ratio)) < glassTop && order < 20 {
		order++
		factorial *= order
	}
	return math.Min(2*math.Pow(1e-3*factorial, 1/order), 2.5) // more would be brass
}
