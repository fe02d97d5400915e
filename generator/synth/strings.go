package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

const stringsVoices = 12

// NewStrings returns a warm string section: some twenty players a note, in two
// groups that wander apart, whose tone opens with the bow and breathes, with a
// trace of hair on string where a note begins, and an ensemble chorus over all.
//
// Patch: Brightness goes from played over the fingerboard to near the bridge,
// Attack from 0.8 to 4 s, Release from 2 to 8 s (60 dB), Warmth holds the
// upper partials back and quietens the bow, Movement is detuning, drift and
// chorus, Width the distance of the groups.
func NewStrings(seed uint64) Instrument {
	stringsZones()
	return newSection(seed, stringsVoices, buildStrings)
}

func buildStrings(v *sectionVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, movement := float64(n.Velocity), float64(p.Movement)
	v.begin(n, zoneOf(stringsZones(), n.Pitch), l)
	v.envelope.Start(float32(dsp.Geometric(0.8, 4, float64(p.Attack))*(1.15-0.3*velocity)), float32(dsp.Geometric(2, 8, float64(p.Release))))
	// Low notes beat more slowly in hertz, so that they may lie further apart
	// in cents, and the other way round.
	fundamental := hertz(n.Pitch)
	detune := (0.5 + 3.5*movement) * math.Pow(261.6/fundamental, 0.5)
	v.apart[0] = float32(dsp.Cents(-detune*(0.7+0.6*l.Unit())) - 1)
	v.apart[1] = float32(dsp.Cents(detune*(0.7+0.6*l.Unit())) - 1)
	v.wander = float32(dsp.Cents(0.4+1.6*movement) - 1)
	s := heldSpread(n.Pitch) * float64(p.Width)
	v.stand(0.4*s*l.Signed(), 0.55*s, l)
	force := strength(n.Velocity)
	v.gain = float32(0.142 * force * math.Pow(220/fundamental, 0.1))
	v.timbre = float32(0.6 + 0.7*(velocity-0.6) - 0.35*float64(p.Warmth-0.5))
	v.reach = 1.25
	v.opening = 0.7
	v.breathing = 0.09
	v.bow = float32(0.05 * force * (1.3 - float64(p.Warmth)))
}

// stringsZones holds the tables of the strings.
var stringsZones = sync.OnceValue(func() []sectionZone {
	low, high := score.Strings.Range()
	return newSectionZones(1, low, high, 6, stringsPartials)
})

// stringsCorners are where a lowpass of 12 dB an octave bends the three
// timbres: in hertz, and in multiples of the fundamental for notes that lie
// high (design choice).
var stringsCorners = [sectionTimbres]struct{ hertz, multiple float64 }{{700, 1.4}, {2900, 3}, {7500, 5}}

// stringsBody is what the bodies of violins, violas and cellos add together:
// the air in the box, the main wood resonances and the hill of the bridge
// (after Fletcher & Rossing 1998, The Physics of Musical Instruments, ch. 10,
// flattened: the bodies of a section are all different).
var stringsBody = []resonance{{110, 2, 2}, {270, 3, 2.5}, {480, 4, 2}, {1000, 2, 1.5}, {2400, 4, 1.2}}

// stringsPartials lists the partials of a note: a bowed string swings as a
// sawtooth, 1/k.
func stringsPartials(fundamental float64, timbre int) []dsp.PadPartial {
	corner := math.Max(stringsCorners[timbre].hertz, stringsCorners[timbre].multiple*fundamental)
	var partials []dsp.PadPartial
	for k := 1.0; k*fundamental < 9000; k++ {
		f := k * fundamental
		partials = append(partials, dsp.PadPartial{
			Hertz:     f,
			Amplitude: answer(stringsBody, f) * twoPoles(f, corner) / k,
			Spread:    math.Min(11*math.Pow(220/fundamental, 0.4), 13),
			Steady:    sectionSteady(timbre, fundamental, k),
		})
	}
	return partials
}
