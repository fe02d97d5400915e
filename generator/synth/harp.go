package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const harpVoices = 16

// NewHarp returns a harp of gut strings on a small wooden body.
//
// A string (dsp.String) swings towards the body, where it is heard best and
// spends its energy soon. It swings across it too: three partials, a fraction
// of a hertz away, begin weaker and go on for longer, so that a note beats and
// blooms (the two polarisations of Weinreich 1977, J. Acoust. Soc. Am.
// 62:1474). The body answers the pluck with a knock of its own.
//
// Patch: Brightness is the fingertip's hardness and how near the bridge it
// plays, Attack goes from 2 to 20 ms, Release is the ring of a string that is
// let go, 0.5 to 5 s, Warmth the body, Movement the beating, Width the spread
// of the strings.
func NewHarp(seed uint64) Instrument {
	s := newStruck(seed, harpVoices, buildHarp)
	for i := range s.voices {
		s.voices[i].wire = dsp.NewString()
	}
	return s
}

// harpBody is where the soundboard and the air of a small harp answer, in
// hertz (design choice, within what Le Carrou, Gautier & Badeau 2007, J. Acoust.
// Soc. Am. 121:3204, and others have measured on concert harps).
var harpBody = [...]float64{98, 146, 191, 245, 327, 419, 566, 731}

func buildHarp(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental := hertz(n.Pitch)
	v.strike(dsp.Mix(0.002, 0.02, float64(p.Attack)) + 0.002*(1-velocity))
	v.lowest = fundamental
	v.damper = dsp.Geometric(0.5, 5, float64(p.Release)) * math.Exp2((60-float64(n.Pitch))/36)
	s := spread(n.Pitch) * float64(p.Width)
	v.stand(s*math.Min(math.Max((62-float64(n.Pitch))/30, -0.6), 0.6), 0.15+0.35*s)
	v.touch = newTouch(l.Noise(), 0.05*force*(0.4+0.6*velocity), dsp.Mix(700, 2400, velocity), 0.025)

	corner := (700 + 2600*velocity) * math.Exp2(2.6*float64(p.Brightness)-1)
	corner *= math.Pow(fundamental/261.6, 0.35)
	longest := min(max(9*math.Exp2((52-float64(n.Pitch))/18), 0.9), 11)
	peak := 0.215 * force
	pluck := dsp.Pluck{
		Hertz:         fundamental,
		Peak:          peak,
		Point:         dsp.Mix(0.42, 0.2, float64(p.Brightness)) + 0.02*l.Signed(),
		Corner:        math.Max(corner, 1.5*fundamental),
		Seconds:       0.72 * longest,
		BrightSeconds: 0.18 * longest,
		Inharmonicity: 4e-5,
	}
	beat := 0.05 + 0.7*float64(p.Movement)
	for k := 1; k <= 3; k++ {
		order := float64(k)
		f := order*fundamental + beat*(0.5+0.5*l.Unit())
		v.add(k, f, 0.2*peak/order, longest/(1+0.3*(order-1)))
	}
	knock := 0.1 * peak * (0.3 + 1.2*float64(p.Warmth)) * (0.5 + 0.5*velocity)
	for i, f := range harpBody {
		v.add(i, f*dsp.Cents(12*l.Signed()), knock/(1+0.35*float64(i)), 0.3/(1+0.25*float64(i)))
	}
	if l.Signed() < 0 {
		// Pulled to either side: if every string began the same way, their sum
		// would lean.
		pluck.Peak = -peak
	}
	v.wire.Pluck(pluck)
}
