package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// An electricPianoVoice is one tine before its pickup.
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
