package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const pianoVoices = 16

// NewPiano returns a felt piano: an upright with a strip of felt between
// hammers and strings, heard from the bench.
//
// Each note is up to 22 stretched partials. The hammer meets the string at an
// eighth of its length, so that every eighth partial is weak, and its felt
// lets less through the softer it strikes. The low partials are doubled: one
// of a pair dies fast and the other, a third of a cent away, goes on: the two
// stages of decay of real strings (Weinreich 1977, J. Acoust. Soc. Am.
// 62:1474). A thump of the case and a breath of felt come with every note.
//
// Patch: Brightness moves the felt's corner over three octaves, Attack
// goes from 3 to 45 ms, Release lets the dampers fall in 0.2 to 2.6 s, Warmth
// adds low partials and case, Movement widens the beating, Width spreads
// register and partials.
func NewPiano(seed uint64) Instrument { return newStruck(seed, pianoVoices, buildPiano) }

func buildPiano(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental := hertz(n.Pitch)
	v.strike(dsp.Mix(0.003, 0.045, float64(p.Attack)) + 0.006*(1-velocity))
	v.lowest = fundamental
	v.damper = dsp.Mix(0.2, 2.6, math.Pow(float64(p.Release), 1.5)) * math.Exp2((60-float64(n.Pitch))/30)
	v.undamps = n.Pitch > 91 // the top strings of a piano have no dampers
	s := spread(n.Pitch) * float64(p.Width)
	v.stand(s*math.Min(math.Max((float64(n.Pitch)-60)/50, -0.3), 0.5), 0.25+0.6*s)
	v.touch = newTouch(l.Noise(), 0.045*force*(1.3-velocity), dsp.Mix(350, 1400, velocity), 0.06)

	var set partials
	pianoStrings(&set, n, p, l)
	sum := 0.0
	for _, m := range set.list[:set.count] {
		sum += math.Abs(m.amplitude)
	}
	thump := sum * 0.035 * (0.5 + float64(p.Warmth))
	for i, f := range [...]float64{86, 131, 213} {
		set.add(i, f*dsp.Cents(15*l.Signed()), thump/float64(i+1), 0.16/float64(i+1)+0.06)
	}
	set.give(v, 0.64*force)
}

// pianoStrings adds the partials of the strings of a note.
func pianoStrings(set *partials, n Note, p Patch, l *dsp.Lot) {
	fundamental := hertz(n.Pitch)
	// Inharmonicity: about 8e-5 at A1, doubling every 11 or 12 semitones, as
	// measured in uprights (Fletcher & Rossing 1998, §12.4).
	stiffness := 8e-5 * math.Exp2((float64(n.Pitch)-33)/11.5)
	felt := (480 + 4400*math.Pow(float64(n.Velocity), 1.4)) * math.Exp2(3*float64(p.Brightness)-1.2)
	felt *= math.Pow(fundamental/261.6, 0.4)
	longest := min(max(20*math.Exp2((48-float64(n.Pitch))/16), 1), 24)
	beating := 0.1 + 0.8*float64(p.Movement)
	tilt := 0.55 + 0.6*float64(p.Warmth)
	for k := 1; k <= 22; k++ {
		order := float64(k)
		f := order * fundamental * math.Sqrt((1+stiffness*order*order)/(1+stiffness))
		if f > 9000 {
			break
		}
		strike := 0.12 + math.Abs(math.Sin(math.Pi*order*0.121))
		ratio := f / felt
		a := strike * math.Pow(order, -tilt) / (1 + math.Pow(ratio, 1.8)) * pianoCase(f)
		a *= 1 + 0.22*l.Signed()
		seconds := longest / (1 + 0.45*(order-1) + math.Pow(f/1800, 1.6))
		if k%3 == 0 {
			a = -a
		}
		if k > 5 {
			set.add(k, f, a, 0.45*seconds)
			continue
		}
		away := dsp.Cents(beating * (0.6 + 0.4*l.Unit()) * 0.8)
		set.add(k, f, 0.72*a, 0.36*seconds)
		set.add(k+1, f*away, 0.28*a, seconds)
	}
}

// pianoCase is how well the soundboard radiates a frequency: little below
// 80 Hz, most around 250 Hz (design choice, after the shape in Fletcher &
// Rossing 1998, §12.6).
func pianoCase(f float64) float64 {
	low := f * f / (f*f + 75*75)
	hump := (f - 250) / 160
	return low * (1 + 0.5/(1+hump*hump))
}
