package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const pianoVoices = 16

// pianoPartials is the most partials of a note: for the lowest, up to 2 kHz.
const pianoPartials = 38

// NewPiano returns a felt piano: an upright with a strip of felt between
// hammers and strings, heard from the bench.
//
// Each note is up to 38 stretched partials. The hammer meets the string at an
// eighth of its length, so that every eighth partial is weak, and its felt
// lets less through the softer it strikes. The low partials are doubled: one
// of a pair dies fast and the other, a third of a cent away, goes on: the two
// stages of decay of real strings (Weinreich 1977, J. Acoust. Soc. Am.
// 62:1474). The blow itself goes into the soundboard as a short, dull knock,
// and into the air as a breath of felt; what shares a partial with the note
// answers and blooms behind it (sympathy); and when the key comes up, the
// damper is heard to fall.
//
// Below a velocity of 0.4 the soft pedal goes down: the hammer leaves one
// string of three alone, so that less of the sound is lost in the first stage
// of the decay, and it strikes with a softer place of its felt (una corda;
// Weinreich 1977).
//
// Patch: Brightness moves the felt's corner over three octaves, Attack
// goes from 3 to 45 ms, Release lets the dampers fall in 0.2 to 2.6 s, Warmth
// adds low partials and soundboard, Movement widens the beating, Width spreads
// register and partials.
func NewPiano(seed uint64) Instrument {
	s := newStruck(seed, pianoVoices, buildPiano)
	s.halo = newSympathy()
	return s
}

func buildPiano(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	pitch := float64(n.Pitch)
	v.strike(dsp.Mix(0.003, 0.045, float64(p.Attack)) + 0.007*(1-velocity))
	v.lowest = hertz(n.Pitch)
	v.damper = dsp.Mix(0.2, 2.6, math.Pow(float64(p.Release), 1.5)) * math.Exp2((60-pitch)/30)
	v.undamps = pitch > 91 // the top strings of a piano have no dampers
	s := spread(n.Pitch) * float64(p.Width)
	v.stand(s*math.Min(math.Max((pitch-60)/50, -0.3), 0.5), 0.35+0.6*s)
	v.touch = newTouch(l.Noise(), 0.06*force*(1.3-velocity), dsp.Mix(500, 1700, velocity), 0.07)
	v.lift = newTouch(l.Noise(), 0.012*force*math.Exp2((48-pitch)/36), 420, 0.09)

	var set partials
	pianoStrings(&set, n, p, l)
	pianoKnock(&set, n, p, l)
	set.give(v, 0.645*force)
}

// softPedal returns how far down the soft pedal is at a velocity, 0…1.
func softPedal(velocity float64) float64 {
	return math.Min(math.Max((0.4-velocity)/0.25, 0), 1)
}

// pianoStrings adds the partials of the strings of a note.
func pianoStrings(set *partials, n Note, p Patch, l *dsp.Lot) {
	fundamental, velocity, pitch := hertz(n.Pitch), float64(n.Velocity), float64(n.Pitch)
	// Inharmonicity: about 8e-5 at A1, doubling every 11 or 12 semitones, as
	// measured in uprights (Fletcher & Rossing 1998, §12.4).
	stiffness := 8e-5 * math.Exp2((pitch-33)/11.5)
	soft := softPedal(velocity)
	felt := (480 + 4400*math.Pow(velocity, 1.4)) * math.Exp2(3*float64(p.Brightness)-1.2) * (1 - 0.15*soft)
	felt *= math.Pow(fundamental/261.6, 0.4)
	longest := min(max(20*math.Exp2((48-pitch)/16), 1), 24)
	beating := 0.1 + 0.8*float64(p.Movement)
	tilt := 0.55 + 0.6*float64(p.Warmth)
	// The share of a partial that goes on after the first stage: strings that
	// the hammer left alone only ever move against the others, and so last.
	after := 0.28 + 0.14*soft
	for k := 1; k <= pianoPartials; k++ {
		order := float64(k)
		f := order * fundamental * math.Sqrt((1+stiffness*order*order)/(1+stiffness))
		if f > 9000 {
			break
		}
		strike := 0.12 + math.Abs(math.Sin(math.Pi*order*0.121))
		ratio := f / felt
		a := strike * math.Pow(order, -tilt) / (1 + math.Pow(ratio, 1.8)) * soundboard(f)
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
		set.add(k, f, (1-after)*a, 0.36*seconds)
		set.add(k+1, f*away, after*a, seconds)
	}
}

// pianoBoard is where the soundboard of an upright answers the blow of a
// hammer: frequency in hertz, weight and seconds to −60 dB. Its lowest modes
// lie near 90 Hz and grow ever denser (Fletcher & Rossing 1998, §12.5); wood
// loses the high ones sooner.
var pianoBoard = [...]struct{ hertz, weight, seconds float64 }{
	{89, 1, 0.34},
	{127, 0.8, 0.30},
	{173, 0.75, 0.26},
	{229, 0.6, 0.24},
	{301, 0.55, 0.20},
	{377, 0.4, 0.17},
	{489, 0.36, 0.14},
	{643, 0.28, 0.12},
	{857, 0.2, 0.10},
	{1130, 0.14, 0.08},
	{1490, 0.09, 0.06},
}

// pianoKnock adds what the soundboard makes of the blow. It is more of the
// sound the higher and the harder the note, as everybody knows from the top
// octave of a piano.
func pianoKnock(set *partials, n Note, p Patch, l *dsp.Lot) {
	velocity := float64(n.Velocity)
	knock := set.sum() * 0.030 * (0.5 + float64(p.Warmth)) * (0.7 + 0.5*velocity)
	knock *= math.Exp2((float64(n.Pitch) - 60) / 30)
	corner := dsp.Mix(250, 1100, velocity) // of the felt, for the blow
	for i, m := range pianoBoard {
		ratio := m.hertz / corner
		set.add(i, m.hertz*dsp.Cents(15*l.Signed()), knock*m.weight*l.Signed()/(1+ratio*ratio), m.seconds)
	}
}

// soundboard is how well the soundboard radiates a frequency: little below
// 80 Hz, most around 250 Hz, with hills and valleys of a few decibels between
// (design choice, after the shape in Fletcher & Rossing 1998, §12.6). The
// hills are what makes neighbouring notes differ as they do in wood.
func soundboard(f float64) float64 {
	gain := f * f / (f*f + 75*75)
	hump := (f - 250) / 160
	gain *= 1 + 0.5/(1+hump*hump)
	for _, hill := range [...]struct{ hertz, height float64 }{{118, 0.22}, {196, -0.15}, {345, 0.18}, {520, -0.22}, {760, 0.25}, {1150, -0.18}, {1650, 0.25}, {2400, -0.2}} {
		away := (f/hill.hertz - hill.hertz/f) * 4 // of a quality of 4
		gain *= 1 + hill.height/(1+away*away)
	}
	return gain
}
