package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const harpVoices = 16

// NewHarp returns a harp of gut strings on a small wooden body.
//
// A string pulled aside at a point and let go has partials that fall as 1/k²
// with a gap at every one that has a node there; a fingertip rounds the
// corner off. It swings along and across the body, two motions that decay
// apart and beat. The body answers each note with a knock of its own.
//
// Patch: Brightness is the fingertip's hardness and how near the bridge it
// plays, Attack goes from 2 to 20 ms, Release is the ring of a string that is
// let go, 0.4 to 4 s, Warmth the body, Movement the beating, Width the spread
// of the strings.
func NewHarp(seed uint64) Instrument { return newStruck(seed, harpVoices, buildHarp) }

func buildHarp(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental := hertz(n.Pitch)
	v.strike(dsp.Mix(0.002, 0.02, float64(p.Attack)) + 0.002*(1-velocity))
	v.lowest = fundamental
	v.damper = dsp.Geometric(0.4, 4, float64(p.Release)) * math.Exp2((60-float64(n.Pitch))/36)
	s := spread(n.Pitch) * float64(p.Width)
	v.stand(s*math.Min(math.Max((60-float64(n.Pitch))/50, -0.5), 0.5), 0.2+0.5*s)
	v.touch = newTouch(l.Noise(), 0.05*force*(0.4+0.6*velocity), dsp.Mix(700, 2400, velocity), 0.025)

	var set partials
	harpString(&set, n, p, l)
	sum := 0.0
	for _, m := range set.list[:set.count] {
		sum += math.Abs(m.amplitude)
	}
	knock := sum * 0.07 * (0.4 + 1.2*float64(p.Warmth))
	for i, f := range [...]float64{104, 207, 391} {
		set.add(i, f*dsp.Cents(12*l.Signed()), knock/float64(i+1), 0.2/float64(i+1)+0.05)
	}
	set.give(v, 0.52*force)
}

// harpString adds the partials of the string of a note.
func harpString(set *partials, n Note, p Patch, l *dsp.Lot) {
	fundamental := hertz(n.Pitch)
	point := dsp.Mix(0.42, 0.2, float64(p.Brightness)) + 0.02*l.Signed()
	corner := (800 + 4200*float64(n.Velocity)) * math.Exp2(2.6*float64(p.Brightness)-1)
	corner *= math.Pow(fundamental/261.6, 0.3)
	longest := min(max(8*math.Exp2((52-float64(n.Pitch))/18), 0.8), 10)
	beat := 0.05 + 0.7*float64(p.Movement)
	for k := 1; k <= 24; k++ {
		order := float64(k)
		f := order * fundamental * math.Sqrt(1+4e-5*order*order)
		if f > 9500 {
			break
		}
		ratio := f / corner
		a := (math.Sin(math.Pi*order*point) + 0.06*l.Signed()) * math.Pow(order, -1.25) / (1 + ratio*ratio)
		seconds := longest / (1 + 0.35*(order-1) + math.Pow(f/2200, 1.7))
		if k > 3 {
			set.add(k, f, a, seconds)
			continue
		}
		set.add(k, f, 0.65*a, 0.5*seconds)
		set.add(k+1, f+beat*(0.5+0.5*l.Unit()), 0.35*a, seconds)
	}
}
