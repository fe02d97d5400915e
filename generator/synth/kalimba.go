package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const kalimbaVoices = 12

// kalimbaModes are the modes of a tine: ratio to the note, amplitude and share
// of the longest decay. A bar clamped at one end has them at 1 : 6.27 : 17.55
// (Fletcher & Rossing 1998, §2.17); the bridge under a kalimba's tine lets its
// far end move, which brings them down to about 1 : 5.4 : 14.6 (between what
// Chapman 2012, J. Acoust. Soc. Am. 131:945, found on several instruments).
// The octave is the tine's own, from swinging wide.
var kalimbaModes = [...]struct{ ratio, amplitude, share float64 }{
	{1, 1, 1},
	{2, 0.12, 0.4},
	{5.42, 0.55, 0.13},
	{14.6, 0.12, 0.04},
}

// kalimbaBox is where the wooden box and the air in it answer a thumb:
// frequency in hertz, weight and seconds to −60 dB (design choice).
var kalimbaBox = [...]struct{ hertz, weight, seconds float64 }{
	{168, 1, 0.16},
	{262, 0.7, 0.12},
	{415, 0.5, 0.09},
	{690, 0.4, 0.07},
}

// NewKalimba returns a kalimba: steel tines on a wooden box, without the
// buzzers of a mbira, plucked with the flesh of the thumb.
//
// Patch: Brightness is nail or flesh, Attack goes from 2 to 25 ms, Release is
// the ring, 1.2 to 4 s at C5, Warmth the box, Movement a slow beating, as of
// a hand that opens and closes over the hole, Width the spread of the tines.
func NewKalimba(seed uint64) Instrument { return newStruck(seed, kalimbaVoices, buildKalimba) }

func buildKalimba(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental, pitch := hertz(n.Pitch), float64(n.Pitch)
	v.strike(dsp.Mix(0.002, 0.025, float64(p.Attack)) + 0.003*(1-velocity))
	v.lowest, v.undamps = fundamental, true
	s := spread(n.Pitch) * float64(p.Width)
	// The longest tine stands in the middle, the others by turns to its sides.
	v.stand(0.5*s*l.Signed(), 0.12+0.35*s)
	v.touch = newTouch(l.Noise(), 0.07*force*(0.3+0.7*velocity), dsp.Mix(900, 3200, velocity), 0.018)

	ring := dsp.Geometric(1.2, 4, float64(p.Release)) * math.Exp2((72-pitch)/20)
	corner := dsp.Geometric(1000, 8000, float64(p.Brightness)) * (0.15 + 0.85*velocity) * math.Pow(fundamental/523, 0.5)
	beat := 0.15 + 1.2*float64(p.Movement)
	var set partials
	for i, m := range kalimbaModes {
		f := fundamental * m.ratio
		if i > 1 { // no two tines are filed alike
			f *= dsp.Cents(25 * l.Signed())
		}
		if f > 14000 {
			break
		}
		ratio := f / corner
		a := m.amplitude / (1 + ratio*ratio)
		if i > 0 {
			a *= 1 + 0.2*l.Signed()
			set.add(i, f, a, ring*m.share)
			continue
		}
		// The weaker of the two lies further away: their mean is in tune.
		apart := beat * (0.6 + 0.4*l.Unit())
		set.add(0, f-0.38*apart, 0.62*a, ring)
		set.add(1, f+0.62*apart, 0.38*a, 0.8*ring)
	}
	knock := set.sum() * 0.10 * (0.2 + 1.2*float64(p.Warmth)) * (0.5 + 0.5*velocity)
	for i, m := range kalimbaBox {
		set.add(i, m.hertz*dsp.Cents(12*l.Signed()), knock*m.weight, m.seconds)
	}
	set.give(v, 0.5*force)
}
