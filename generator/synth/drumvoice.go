package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// A drumVoice sounds one hit.
type drumVoice struct {
	group       drumGroup
	drop        drop
	body        dsp.Modes
	onset       swell // of drop and body
	swish       swish
	left, right float32 // gains of the place
}

// begin makes the voice ready for a hit with nothing in it.
func (v *drumVoice) begin(h *hit, group drumGroup) {
	v.group = group
	v.drop = drop{}
	v.body.Clear()
	v.swish = swish{noise: h.lot.Noise(), height: 1}
	v.stand(0, 0)
}

// stand places the drum at a position, −1…1, and gives its noise a width,
// 0…1: how little the sides have in common. At the most their correlation is
// still 0.3.
func (v *drumVoice) stand(position, width float64) {
	v.left, v.right = dsp.Pan(position)
	shared, apart := math.Cos(0.63*width), math.Sin(0.63*width)
	whole := math.Pow(shared+apart, -0.8) // what differs sometimes adds up
	v.swish.shared, v.swish.apart = float32(shared*whole), float32(apart*whole)
}

func (v *drumVoice) release() {}

func (v *drumVoice) level() float32 {
	return v.drop.gain + v.body.Level() + v.swish.strokes[0].gain + v.swish.strokes[1].gain
}

func (v *drumVoice) quiet() bool {
	return v.drop.quiet() && v.body.Level() == 0 && v.swish.quiet()
}

// damp makes everything fall by 60 dB within seconds, or sooner where it does
// so already.
func (v *drumVoice) damp(seconds float64) {
	v.drop.shrink = min(v.drop.shrink, quantumFactor(seconds))
	v.body.Damp(seconds, 20000)
	for i := range v.swish.strokes {
		s := &v.swish.strokes[i]
		s.shrink = min(s.shrink, segmentFactor(seconds))
		if s.wait > 0 {
			s.gain = 0
		}
	}
}

func (v *drumVoice) render(out *dsp.Stereo, offset int) {
	if !v.swish.quiet() {
		v.swish.render(out, offset, v.left, v.right)
	}
	if v.drop.quiet() && v.body.Level() == 0 {
		return
	}
	var x dsp.Block
	tone := x[offset:]
	v.drop.render(tone)
	v.body.Render(tone)
	v.onset.shape(tone)
	left, right := v.left, v.right
	for i, sample := range x {
		out.Left[i] += left * sample
		out.Right[i] += right * sample
	}
}

// A swell is how a sound begins: along a curve without corners, from nothing.
type swell struct {
	age, frames int // since the beginning, and of the whole
}

func newSwell(seconds float64) swell { return swell{frames: int(seconds * dsp.Rate)} }

// value returns how far the swell has come, 0…1.
func (s *swell) value() float32 {
	if s.age >= s.frames {
		return 1
	}
	u := float32(s.age) / float32(s.frames)
	return u * u * (3 - 2*u)
}

// shape lets x begin along the swell.
func (s *swell) shape(x []float32) {
	for i := 0; i < len(x) && s.age < s.frames; i++ {
		x[i] *= s.value()
		s.age++
	}
}

// A drop is a tone that falls in pitch, as a skin does while it comes to rest.
type drop struct {
	phase, step uint32
	hertz, rest float32 // where the pitch is, and where it falls to
	fall        float32 // a quantum, of the way to go
	gain        float32
	shrink      float32 // a quantum
	drive       float32 // how far it is bent
	makeup      float32 // gain after it
}

// dropFloor is where a drop is taken for silent: at 50 Hz nothing so soft can
// be heard.
const dropFloor = 1e-4

func (d *drop) quiet() bool { return d.gain < dropFloor }

// render adds the drop to x, bent: at such low pitches nothing of it can fold
// back.
func (d *drop) render(x []float32) {
	if d.quiet() {
		return
	}
	d.hertz = d.rest + d.fall*(d.hertz-d.rest)
	slide := uint32((int32(dsp.PhaseStep(d.hertz)) - int32(d.step)) / dsp.Quantum)
	phase, step := d.phase, d.step
	gain, makeup := d.drive*d.gain, d.makeup
	fade := gain * (d.shrink - 1) / dsp.Quantum
	for i := range x {
		x[i] += makeup * bent(gain*dsp.Sine(phase))
		phase += step
		step += slide
		gain += fade
	}
	d.phase, d.step, d.gain = phase, step, gain/d.drive
}

// bent is close to the hyperbolic tangent of x up to 3, where it is 1, and
// hardly grows beyond: its Padé approximant of order 3/2.
func bent(x float32) float32 {
	square := x * x
	return x * (27 + square) / (27 + 9*square)
}
