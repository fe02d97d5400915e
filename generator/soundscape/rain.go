package soundscape

import "dulcet/generator/dsp"

// Rain is steady rain: a far roar, the patter on what stands near, and single
// drops. Character is what it falls on: 0 leaves and a pond, ½ a roof, 1 a
// tent.
//
// The patter is thousands of impacts a second through the resonance of the
// surface. On a pond, a drop is what an air bubble sings when it is caught
// under water: a sine that rises as the bubble comes up and dies within 10 to
// 30 ms (Minnaert 1933, Phil. Mag. 16:235; Van den Doel 2005, ACM Trans. Appl.
// Percept. 2:534). On a roof and on canvas it is a short knock of the skin.
// Drops fall as a Poisson process that follows the same wind and wetness as
// the patter, so that it all rains together.
type Rain struct {
	stage
	pink    pinkSource
	patter  patter
	surface dsp.Biquad
	edge    dsp.StereoPole
	sway    dsp.Drift
	near    dsp.Smoother // level of what is close
	roar    dsp.Smoother // level of what is far
	drops   [rainDrops]ring
	falling poisson
}

const rainDrops = 12

// NewRain returns rain, silent until it is set.
func NewRain(seed uint64, weather *Weather) *Rain {
	seed = dsp.Scramble(seed)
	r := &Rain{
		stage:   newStage(weather, outlook{near: 5800, far: 2400, gentle: 1050}, &rainTrims),
		pink:    newPinkSource(seed + 1),
		patter:  newPatter(seed, 2),
		sway:    dsp.NewDrift(seed+3, 0.08),
		near:    dsp.NewSmoother(1, 0.4),
		roar:    dsp.NewSmoother(1, 0.6),
		falling: newPoisson(seed, 4),
	}
	r.edge.SetCorner(atHalf * 230)
	return r
}

// Render adds the next quantum to out.
func (r *Rain) Render(out *dsp.Bus) {
	if !r.next() {
		return
	}
	// A gust drives the rain before it: what is near hears it first.
	r.near.SetTarget(swell(1.6, r.weather.Gust(0.5)) * swell(0.25, r.sway.Next()))
	r.roar.SetTarget(swell(1, r.weather.Gust(1.2)))
	var bed dsp.HalfStereo
	r.renderBed(&bed)
	r.renderDrops(&bed)
	r.send(&bed, out)
}

// swell returns the factor of a level that rises by octaves for each 1 of x,
// for −2 < octaves·x < 2.
func swell(octaves, x float32) float32 {
	return 0.25 * dsp.Exp2(min(max(2+octaves*x, 0), 4))
}

// renderBed fills bed with the roar and the patter.
func (r *Rain) renderBed(bed *dsp.HalfStereo) {
	r.pink.render(bed)
	near := dsp.HalfStereo{}
	grain := r.between(0.75, 0.3, 0.15)
	for i := range near.Left {
		near.Left[i] = 0.055 * bed.Left[i]
		near.Right[i] = 0.055 * bed.Right[i]
	}
	wet := r.weather.Wetness()
	r.patter.scatter(&near, 900+1200*wet, (2.9-1.4*wet)*grain)
	r.surface.SetBandpass(atHalf*r.kind(1600, 900, 420), r.kind(0.5, 0.8, 0.9))
	r.surface.Process(near.Left[:], near.Right[:])
	r.edge.Highpass(bed.Left[:], bed.Right[:])
	close, far := glide(&r.near), glide(&r.roar)
	for i := range bed.Left {
		bed.Left[i] = 0.018*far.at*bed.Left[i] + close.at*near.Left[i]
		bed.Right[i] = 0.018*far.at*bed.Right[i] + close.at*near.Right[i]
		close.at += close.step
		far.at += far.step
	}
}

// renderDrops adds the drops, and lets new ones fall.
func (r *Rain) renderDrops(bed *dsp.HalfStereo) {
	r.falling.next(r.between(38, 14, 8) * (0.5 + r.weather.Wetness()) * r.near.Value())
	for r.falling.happens() {
		r.fall()
	}
	renderRings(r.drops[:], bed)
}

// fall starts a drop, where one is free. Small ones ring high and are soft, a
// few large ones low and clear.
func (r *Rain) fall() {
	lot := &r.falling.lot
	size, distance, pan := lot.Unit(), lot.Unit(), lot.Signed()
	n := note{
		gain: float64(r.between(0.34, 0.1, 0.045)) * (0.05 + 0.95*distance*distance*distance*distance),
		pan:  0.85 * pan,
	}
	// A surface is one or the other: in between, some drops fall on each.
	switch at := float64(2*r.character.Value()) - 0.5 + lot.Unit(); {
	case at < 0.5:
		n.hertz, n.seconds, n.rise = dsp.Geometric(3200, 650, size*size), dsp.Geometric(0.026, 0.077, size), 0.35
	case at < 1.5:
		n.hertz, n.seconds, n.rise = dsp.Geometric(1500, 420, size), dsp.Geometric(0.02, 0.05, size), 0
	default:
		n.hertz, n.seconds, n.rise = dsp.Geometric(520, 150, size), dsp.Geometric(0.04, 0.09, size), -0.15
		n.gain *= 1.6
	}
	strike(r.drops[:], n, lot)
}
