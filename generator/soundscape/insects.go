package soundscape

import "dulcet/generator/dsp"

// Insects is a warm night in the open: a few crickets near enough to tell
// apart, the choir of all the others, and the night's air. Character is who
// sings: 0 crickets that chirp one by one, 1 a meadow that trills without end.
//
// They are tree crickets, whose song is a sine of 2 to 3 kHz in pulses: high
// voices of other kinds would hiss. A chirp has eight pulses, and the rate of
// chirps follows the temperature (Dolbear 1897, Am. Nat. 31:970; for the snowy
// tree cricket Walker 1962, Evolution 16:407). Who sings rests now and then,
// and falls silent when a gust shakes the leaf that he sits on.
type Insects struct {
	stage
	pink     pinkSource
	air      dsp.StereoPole
	choir    dsp.Biquad
	tide     dsp.Drift
	night    dsp.Smoother
	singing  dsp.Smoother
	crickets [insectSingers]cricket
}

const insectSingers = 5

// NewInsects returns insects, silent until they are set.
func NewInsects(seed uint64, weather *Weather) *Insects {
	seed = dsp.Scramble(seed)
	n := &Insects{
		stage:   newStage(weather, outlook{near: 5500, far: 3200, gentle: 2300}, &insectsTrims),
		pink:    newPinkSource(seed + 1),
		tide:    dsp.NewDrift(seed+2, 0.12),
		night:   dsp.NewSmoother(1, 0.5),
		singing: dsp.NewSmoother(1, 0.4),
	}
	n.air.SetCorner(atHalf * 330)
	for i := range n.crickets {
		n.crickets[i] = newCricket(seed, i)
	}
	return n
}

// Render adds the next quantum to out.
func (n *Insects) Render(out *dsp.Bus) {
	if !n.next() {
		return
	}
	var bed dsp.HalfStereo
	n.renderNight(&bed)
	degrees := n.weather.Celsius()
	loud := n.between(0.17, 0.08, 0.045)
	for i := range n.crickets {
		n.crickets[i].render(&bed, degrees, loud, n.weather.Ease(), n.character.Value())
	}
	n.send(&bed, out)
}

// renderNight fills bed with the air and the choir.
func (n *Insects) renderNight(bed *dsp.HalfStereo) {
	n.pink.render(bed)
	choir := *bed
	n.choir.SetBandpass(atHalf*(2350+30*(n.weather.Celsius()-20)), n.kind(9, 7, 5))
	n.choir.Process(choir.Left[:], choir.Right[:])
	n.air.Lowpass(bed.Left[:], bed.Right[:])
	n.night.SetTarget(swell(1.4, n.weather.Gust(0.6)))
	// The many are never all silent.
	n.singing.SetTarget((0.6 + 0.4*n.weather.Ease()) * swell(1, 0.2*n.tide.Next()))
	night, sing := glide(&n.night), glide(&n.singing)
	many := n.kind(0.02, 0.035, 0.06) * n.between(1, 1.3, 0.7)
	for i := range bed.Left {
		bed.Left[i] = 0.045*night.at*bed.Left[i] + many*sing.at*choir.Left[i]
		bed.Right[i] = 0.045*night.at*bed.Right[i] + many*sing.at*choir.Right[i]
		night.at += night.step
		sing.at += sing.step
	}
}
