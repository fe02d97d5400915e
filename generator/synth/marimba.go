package synth

import (
	"math"

	"dulcet/generator/dsp"
)

const marimbaVoices = 12

// marimbaModes are the modes of a bar: ratio to the note, amplitude and share
// of the longest decay. The maker thins the middle of the bar until the second
// mode stands two octaves over the first and the third three octaves and a
// third (1 : 4 : 10); the ones above are left where they fall (Fletcher &
// Rossing 1998, §19.3; Bork 1995, Appl. Acoust. 46:103).
var marimbaModes = [...]struct{ ratio, amplitude, share float64 }{
	{1, 1, 1},
	{3.99, 0.42, 0.28},
	{9.93, 0.18, 0.10},
	{16.9, 0.05, 0.05},
	{24.2, 0.02, 0.03},
}

// NewMarimba returns a marimba: rosewood bars over tubes that are closed at
// one end, played with yarn mallets.
//
// The tube takes a few periods to speak, so that the note swells into itself
// just after the mallet has left; a harder blow shortens the contact and opens
// the spectrum. The third mode goes out of tune towards the top, where bars are
// short.
//
// Patch: Brightness is the hardness of the mallet, Attack goes from 2 to
// 30 ms, Release is the ring, 0.9 to 3.5 s at C4, Warmth the tube, Movement
// lets bar and tube beat slowly, Width spreads the bars.
func NewMarimba(seed uint64) Instrument { return newStruck(seed, marimbaVoices, buildMarimba) }

func buildMarimba(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
	velocity, force := float64(n.Velocity), strength(n.Velocity)
	fundamental, pitch := hertz(n.Pitch), float64(n.Pitch)
	v.strike(dsp.Mix(0.002, 0.03, float64(p.Attack)) + 0.004*(1-velocity))
	v.lowest, v.undamps = fundamental, true
	s := spread(n.Pitch) * float64(p.Width)
	v.stand(s*math.Min(math.Max((pitch-66)/40, -0.4), 0.4), 0.12+0.3*s)
	v.touch = newTouch(l.Noise(), 0.06*force*(0.5+0.5*velocity), dsp.Mix(450, 1700, velocity), 0.03)

	ring := dsp.Geometric(0.9, 3.5, float64(p.Release)) * math.Exp2((60-pitch)/18)
	mallet := dsp.Geometric(650, 5200, float64(p.Brightness)) * (0.15 + 0.85*velocity) * math.Pow(fundamental/262, 0.45)
	beat := 0.1 + 0.8*float64(p.Movement)
	var set partials
	for i, m := range marimbaModes {
		ratio := m.ratio
		if i == 2 {
			ratio *= 1 - 0.0025*math.Max(0, pitch-60)
		}
		f := fundamental * ratio
		if f > 12000 {
			break
		}
		x := f / mallet
		a := m.amplitude / (1 + x*x)
		if i > 0 {
			set.add(i, f*dsp.Cents(4*l.Signed()), a*(1+0.2*l.Signed()), ring*m.share)
			continue
		}
		// Bar and tube; the weaker of the two lies further away, so that their
		// mean is in tune. What is missing at first, and dies within some
		// periods, is the tube's delay.
		tube, apart := 0.25+0.45*float64(p.Warmth), beat*(0.5+0.5*l.Unit())
		set.add(0, f-0.4*apart, 0.6*a, ring)
		set.add(1, f+0.6*apart, 0.4*a, 0.8*ring)
		set.add(0, f, -0.36*tube*a, 0.02+16/f)
		set.add(1, f, -0.24*tube*a, 0.02+16/f)
	}
	set.give(v, 0.52*force)
}
