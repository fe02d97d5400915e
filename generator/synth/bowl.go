package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const bowlVoices = 10

// bowlModes are the modes of the rim, with two, three, four … waves around it:
// ratio to the note, amplitude and share of the longest decay. The ratios are
// what Inácio, Henrique & Antunes (2006, Acta Acust. united Ac. 92:637)
// measured on a bowl of 20 cm, where the lowest is 1 : 2.78 : 5.19 : 8.20 :
// 11.7; bowls differ by some percent.
var bowlModes = [...]struct{ ratio, amplitude, share float64 }{
	{1, 1, 1},
	{2.78, 0.42, 0.62},
	{5.19, 0.20, 0.36},
	{8.20, 0.09, 0.2},
	{11.72, 0.04, 0.12},
}

// NewBowl returns a singing bowl of bronze, touched with a padded mallet.
//
// No bowl is perfectly round: each mode is a pair, a fraction of a hertz to
// two hertz apart, that beats for as long as it rings; the two of a pair stand
// at different places, so that the sound turns. The mallet leaves slowly: the
// sound swells in no less than 30 ms.
//
// Patch: Brightness sets how much of the upper modes sounds, Attack goes from
// 30 to 400 ms, Release is the ring, 8 to 20 s at C4, Warmth makes the upper
// modes weaker and the lowest longer, Movement is the pace of the beating,
// Width where bowls may stand.
func NewBowl(seed uint64) Instrument { return newStruck(seed, bowlVoices, buildBowl) }

func buildBowl(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental, pitch := hertz(n.Pitch), float64(n.Pitch)
	v.strike(dsp.Geometric(0.03, 0.4, float64(p.Attack)) + 0.02*(1-velocity))
	v.lowest, v.undamps = fundamental, true
	v.stand(0.5*float64(p.Width)*spread(n.Pitch)*l.Signed(), 0.12+0.4*float64(p.Width)*spread(n.Pitch))
	v.touch = newTouch(l.Noise(), 0.03*force, 420, 0.12)

	ring := dsp.Geometric(8, 20, float64(p.Release)) * math.Exp2((60-pitch)/24)
	corner := dsp.Geometric(700, 4200, float64(p.Brightness)) * (0.35 + 0.65*velocity)
	beat := 0.12 + 0.9*float64(p.Movement)
	var set partials
	for i, m := range bowlModes {
		f := fundamental * m.ratio
		if i > 0 {
			f *= dsp.Cents(35 * l.Signed())
		}
		if f > 10000 {
			break
		}
		ratio := f / corner
		a := m.amplitude / (1 + ratio*ratio) * (1 + 0.15*l.Signed())
		seconds := ring * m.share
		if i > 0 {
			a *= 1.25 - 0.6*float64(p.Warmth)
		}
		apart := beat * (0.6 + 0.4*l.Unit()) * (1 + 0.5*float64(i)) / 2
		set.add(0, f-apart, 0.56*a, seconds)
		set.add(1, f+apart, 0.44*a, 0.9*seconds)
	}
	set.give(v, 0.5*force)
}
