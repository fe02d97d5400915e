package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const bellVoices = 12

// bellModes are the modes of the bell: ratio to the note, amplitude and share
// of the longest decay. Between the modes of a free bar (1 : 2.76 : 5.40 :
// 8.93, Fletcher & Rossing 1998, §2.15) stand an octave and a double octave,
// as makers of tuned bars bring out. There is no minor third, so that the
// bell agrees with every chord.
var bellModes = [...]struct{ ratio, amplitude, share float64 }{
	{0.5, 0.10, 0.8},
	{1, 1, 1},
	{2.003, 0.34, 0.62},
	{2.756, 0.22, 0.32},
	{4.02, 0.16, 0.28},
	{5.404, 0.12, 0.15},
	{8.933, 0.05, 0.08},
}

// NewBell returns a soft bell: a bowl or tuned bar touched with a wool
// mallet. Its low modes are pairs a fraction of a hertz apart, as in any bowl
// that is not perfectly round, and beat slowly.
//
// Patch: Brightness sets how much of the upper modes sounds, Attack goes from
// 6 to 90 ms, Release is the ring, 3 to 10 s at C5, Warmth raises the octave
// below, Movement the pace of the beating, Width where bells may hang.
func NewBell(seed uint64) Instrument { return newStruck(seed, bellVoices, buildBell) }

func buildBell(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental := hertz(n.Pitch)
	v.strike(dsp.Mix(0.006, 0.09, float64(p.Attack)) + 0.012*(1-velocity))
	v.lowest, v.undamps = fundamental, true
	v.stand(0.75*float64(p.Width)*spread(n.Pitch)*l.Signed(), 0.25*float64(p.Width))
	v.touch = newTouch(l.Noise(), 0.03*force, 1400, 0.035)

	ring := dsp.Geometric(3, 10, float64(p.Release)) * math.Exp2((72-float64(n.Pitch))/16)
	corner := dsp.Geometric(1200, 9000, float64(p.Brightness)) * (0.45 + 0.55*velocity)
	beat := 0.08 + 0.9*float64(p.Movement)
	var set partials
	for i, m := range bellModes {
		f := fundamental * m.ratio * dsp.Cents(2*l.Signed()*float64(i))
		if i == 1 {
			f = fundamental
		}
		if f > 10000 {
			break
		}
		ratio := f / corner
		a := m.amplitude / (1 + ratio*ratio) * (1 + 0.15*l.Signed())
		if i == 0 {
			a *= 2 * float64(p.Warmth)
		}
		seconds := ring * m.share
		if i > 3 {
			set.add(i, f, a, seconds)
			continue
		}
		apart := beat * (0.5 + l.Unit()) * (1 + 0.4*float64(i)) / 2
		set.add(0, f-apart, 0.55*a, seconds)
		set.add(1, f+apart, 0.45*a, seconds*0.85)
	}
	set.give(v, 0.44*force)
}
