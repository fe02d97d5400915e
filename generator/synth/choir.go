package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

const choirVoices = 12

// NewChoir returns a choir that sings vowels, from "oo" over "oh" to "ah":
// men's voices below, women's above, with formants that stay where throats
// have them, a little breath, and a vibrato of each note's own.
//
// Patch: Brightness is the vowel, Attack goes from 0.5 to 3 s, Release from
// 1.2 to 5 s (60 dB), Warmth closes the mouths a little and takes the breath
// away, Movement goes from a handful of singers to a large choir, Width the
// distance of its halves.
func NewChoir(seed uint64) Instrument {
	choirZones()
	return newSection(seed, choirVoices, buildChoir)
}

func buildChoir(v *sectionVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, movement := float64(n.Velocity), float64(p.Movement)
	v.begin(n, zoneOf(choirZones(), n.Pitch), l)
	v.envelope.Start(float32(dsp.Geometric(0.5, 3, float64(p.Attack))*(1.15-0.3*velocity)), float32(dsp.Geometric(1.2, 5, float64(p.Release))))
	detune := (1 + 4*movement) * math.Pow(261.6/hertz(n.Pitch), 0.7)
	for i := range v.apart {
		v.apart[i] = float32(dsp.Cents(float64(2*i-1)*detune*(0.7+0.6*l.Unit())) - 1)
	}
	v.vibrato = newVibrato(4+5*movement, 4.7+0.9*l.Unit(), 0.5+0.5*l.Unit(), l)
	v.wander = float32(dsp.Cents(0.6+2*movement) - 1)
	s := heldSpread(n.Pitch) * float64(p.Width)
	v.stand(0.4*s*l.Signed(), 0.5*s, l)
	force := strength(n.Velocity)
	v.gain = float32(0.144 * force * math.Pow(220/hertz(n.Pitch), 0.1))
	v.timbre = float32(0.9*(velocity-0.6) - 0.4*float64(p.Warmth-0.5))
	v.reach = 2
	v.opening = 0.5
	v.breathing = 0.16
	v.bow = float32(0.02 * force * (1 - float64(p.Warmth)))
	v.hiss = float32(0.008 * force * (1 - float64(p.Warmth)))
}

// choirZones holds the tables of the choir.
var choirZones = sync.OnceValue(func() []sectionZone {
	low, high := score.Choir.Range()
	return newSectionZones(2, low, high, 6, choirPartials)
})

// A formant is one resonance of a throat.
type formant struct{ hertz, decibels, width float64 }

// choirFormants are the formants of sung vowels for bass, tenor, alto and
// soprano, after the table in the Csound reference manual (Vercoe et al.,
// appendix "Formant Values").
var choirFormants = [4][sectionTimbres][4]formant{
	{ // bass
		{{350, 0, 40}, {600, -20, 80}, {2400, -32, 100}, {2675, -28, 120}},
		{{400, 0, 40}, {750, -11, 80}, {2400, -21, 100}, {2600, -20, 120}},
		{{600, 0, 60}, {1040, -7, 70}, {2250, -9, 110}, {2450, -9, 120}},
	},
	{ // tenor
		{{350, 0, 40}, {600, -20, 60}, {2700, -17, 100}, {2900, -14, 120}},
		{{400, 0, 70}, {800, -10, 80}, {2600, -12, 100}, {2800, -12, 130}},
		{{650, 0, 80}, {1080, -6, 90}, {2650, -7, 120}, {2900, -8, 130}},
	},
	{ // alto
		{{325, 0, 50}, {700, -12, 60}, {2530, -30, 170}, {3500, -40, 180}},
		{{450, 0, 70}, {800, -9, 80}, {2830, -16, 100}, {3500, -28, 130}},
		{{800, 0, 80}, {1150, -4, 90}, {2800, -20, 120}, {3500, -36, 130}},
	},
	{ // soprano
		{{325, 0, 50}, {700, -16, 60}, {2700, -35, 170}, {3800, -40, 180}},
		{{450, 0, 70}, {800, -11, 80}, {2830, -22, 100}, {3800, -22, 130}},
		{{800, 0, 80}, {1150, -6, 90}, {2900, -32, 120}, {3900, -20, 130}},
	},
}

// choirThroat returns the formants of a vowel at a fundamental: between those
// of the two voices whose register it lies in. The lowest is never below the
// note, which is how women sing high (Sundberg 1987, The Science of the
// Singing Voice).
func choirThroat(fundamental float64, vowel int) [4]formant {
	register := (12*math.Log2(fundamental/440) + 69 - 46) / 9 // bass about B♭2, soprano from C♯5
	register = math.Min(math.Max(register, 0), 2.999)
	whole, share := int(register), register-math.Floor(register)
	throat := choirFormants[whole][vowel]
	for i, upper := range choirFormants[whole+1][vowel] {
		throat[i].hertz = dsp.Geometric(throat[i].hertz, upper.hertz, share)
		throat[i].decibels = dsp.Mix(throat[i].decibels, upper.decibels, share)
		throat[i].width = dsp.Mix(throat[i].width, upper.width, share)
	}
	throat[0].hertz = math.Max(throat[0].hertz, fundamental)
	return throat
}

// choirPartials lists the partials of a sung note. Many throats of different
// lengths make each formant wider than that of one, and singers of a choir
// hold back the singer's formant about 3 kHz (Sundberg 1987).
func choirPartials(fundamental float64, vowel int) []dsp.PadPartial {
	const wider, heldBack = 2.2, 6.0
	throat := choirThroat(fundamental, vowel)
	var partials []dsp.PadPartial
	for k := 1.0; k*fundamental < 8000; k++ {
		f := k * fundamental
		power := math.Pow(0.25*math.Pow(k, -1.5), 2) // what the voice is before the throat
		for i, formant := range throat {
			decibels := formant.decibels
			if i > 1 {
				decibels -= heldBack
			}
			detuned := formant.hertz / (wider * formant.width) * (f/formant.hertz - formant.hertz/f)
			power += math.Pow(10, decibels/10) / (1 + detuned*detuned)
		}
		partials = append(partials, dsp.PadPartial{Hertz: f, Amplitude: math.Sqrt(power) * twoPoles(f, 2800), Spread: math.Min(12*math.Pow(220/fundamental, 0.4), 13), Steady: sectionSteady(vowel, fundamental, k)})
	}
	return partials
}
