package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const uprightVoices = 4

// NewUprightBass returns a double bass that is plucked: a fingertip that pulls
// a heavy, slightly stiff string aside near the end of the fingerboard, the
// low thump of the body, a trace of skin on steel, and a tone that decays
// slowly and darkens as it does. It stands in the middle at any width.
//
// Patch: Brightness is the firmness of the fingertip, Attack goes from 4 to
// 40 ms, Release is how long a string that is let go rings on, 0.12 to 1.2 s,
// Warmth the body, Movement the beating of the string's two directions.
func NewUprightBass(seed uint64) Instrument { return newStruck(seed, uprightVoices, buildUpright) }

// uprightBody is how the body answers: its air, then its wood (after Askenfelt
// 1982, Speech Transmission Laboratory Quarterly Report 23(4), "Eigenmodes
// and tone quality of the double bass").
var uprightBody = []resonance{{62, 3, 3}, {105, 4, 3.5}, {165, 3, 3}, {225, 3, 3}, {720, 3, 1.5}}

func buildUpright(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental := hertz(n.Pitch)
	v.strike(dsp.Geometric(0.004, 0.04, float64(p.Attack)) + 0.006*(1-velocity))
	v.lowest = fundamental
	v.damper = dsp.Geometric(0.12, 1.2, float64(p.Release)) * math.Exp2((40-float64(n.Pitch))/36)
	v.stand(0, 0)
	v.touch = newTouch(l.Noise(), 0.045*force*(0.3+0.7*velocity), dsp.Mix(500, 1900, velocity), 0.05)

	var set partials
	uprightString(&set, n, p, l)
	sum := 0.0
	for _, m := range set.list[:set.count] {
		sum += math.Abs(m.amplitude)
	}
	// The thump: the body's own modes, pushed by the pull of the finger.
	thump := sum * 0.09 * (0.5 + float64(p.Warmth))
	for i, f := range [...]float64{62, 105, 225} {
		set.add(0, f*dsp.Cents(15*l.Signed()), thump/float64(i+1), 0.28/float64(i+1)+0.06)
	}
	set.give(v, 0.6*force)
}

// uprightString adds the partials of the string of a note. Pulled aside at a
// third of its length, it lacks those that have a node there, but for how the
// width of a fingertip blurs the place.
func uprightString(set *partials, n Note, p Patch, l *dsp.Lot) {
	fundamental := hertz(n.Pitch)
	point := 0.29 + 0.03*l.Signed()
	corner := (300 + 900*float64(n.Velocity)) * math.Exp2(2.4*float64(p.Brightness)-1) * math.Pow(fundamental/65, 0.4)
	longest := dsp.Geometric(12, 7, math.Min(math.Max((float64(n.Pitch)-28)/27, 0), 1))
	beat := 0.1 + 0.5*float64(p.Movement)
	for k := 1; k <= 18; k++ {
		order := float64(k)
		f := order * fundamental * math.Sqrt(1+1.2e-4*order*order)
		if f > 3500 {
			break
		}
		a := (math.Abs(math.Sin(math.Pi*order*point)) + 0.12*l.Unit()) / order
		a *= answer(uprightBody, f) * twoPoles(f, corner)
		seconds := longest / (1 + 0.28*(order-1) + math.Pow(f/900, 1.5))
		if k > 3 {
			set.add(0, f, a, seconds)
			continue
		}
		set.add(0, f, 0.6*a, 0.5*seconds)
		set.add(0, f+beat*(0.5+0.5*l.Unit())/2, 0.4*a, seconds)
	}
}
