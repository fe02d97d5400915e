package soundscape

import "dulcet/generator/dsp"

// Wind is air that moves past things. Character is what stands in its way:
// 0 nothing but a moor, ½ trees in leaf, 1 the corner of a house, which
// whistles a little.
//
// What is heard of a wind is the turbulence behind obstacles, whose pitch goes
// with the speed over the width: f ≈ 0.2·v/d (Strouhal 1878, Ann. Phys.
// 241:216). So the bands follow the wind of the Weather, and their level grows
// faster than the speed. Leaves hear a gust after the air does, and rustle on
// a little.
type Wind struct {
	stage
	pink           pinkSource
	gust           dsp.Biquad
	whistle        dsp.Biquad
	deep           dsp.DoublePole
	leaf           dsp.StereoPole
	tune           dsp.Drift
	low, mid, high dsp.Smoother
	edge           dsp.Smoother
}

// NewWind returns wind, silent until it is set.
func NewWind(seed uint64, weather *Weather) *Wind {
	seed = dsp.Scramble(seed)
	w := &Wind{
		stage: newStage(weather, outlook{near: 5500, far: 1400, gentle: 950}, &windTrims),
		pink:  newPinkSource(seed + 1),
		tune:  dsp.NewDrift(seed+2, 0.2),
		low:   dsp.NewSmoother(0.5, 0.3),
		mid:   dsp.NewSmoother(0.5, 0.1),
		high:  dsp.NewSmoother(0, 0.3),
		edge:  dsp.NewSmoother(0, 0.3),
	}
	w.deep.Set(atHalf * 150)
	w.leaf.SetCorner(atHalf * 2400)
	return w
}

// Render adds the next quantum to out.
func (w *Wind) Render(out *dsp.Bus) {
	if !w.next() {
		return
	}
	w.move()
	var bed dsp.HalfStereo
	w.pink.render(&bed)
	deep, gust, whistle := bed, bed, bed
	w.deep.Lowpass(deep.Left[:], deep.Right[:])
	w.gust.Process(gust.Left[:], gust.Right[:])
	w.whistle.Process(whistle.Left[:], whistle.Right[:])
	w.leaf.Highpass(bed.Left[:], bed.Right[:])
	levels := [4]slide{glide(&w.low), glide(&w.mid), glide(&w.high), glide(&w.edge)}
	w.blend(levels, &bed.Left, &deep.Left, &gust.Left, &whistle.Left)
	w.blend(levels, &bed.Right, &deep.Right, &gust.Right, &whistle.Right)
	w.send(&bed, out)
}

// move sets bands and levels by the wind.
func (w *Wind) move() {
	// How far the speed sways is what makes a wind restless.
	sway := w.between(1, 0.6, 0.35)
	speed := 0.45 + sway*(w.weather.Wind()-0.45)
	now, late := sway*w.weather.Gust(0), sway*w.weather.Gust(0.7)
	centre := w.kind(300, 420, 480) * (0.45 + 1.25*speed)
	w.gust.SetBandpass(atHalf*centre, w.kind(0.7, 0.6, 0.9))
	hertz := w.kind(500, 560, 640) * (0.5 + 1.1*speed) * (1 + 0.03*w.tune.Next())
	w.whistle.SetBandpass(atHalf*hertz, 16)
	loud := swell(1.9, now)
	w.low.SetTarget(swell(1.6, now))
	w.mid.SetTarget(loud)
	w.high.SetTarget(w.kind(0.03, 0.55, 0.1) * swell(3.4, late))
	w.edge.SetTarget(w.kind(0.02, 0.05, 0.5) * w.between(1, 0.5, 0.3) * max(0, speed-0.3) * loud)
}

// blend puts the bands of one side together in out.
func (w *Wind) blend(levels [4]slide, out, deep, gust, whistle *dsp.HalfBlock) {
	low, mid, high, edge := levels[0], levels[1], levels[2], levels[3]
	for n := range out {
		out[n] = 0.03*low.at*deep[n] + 0.10*mid.at*gust[n] + 0.09*high.at*out[n] + 0.3*edge.at*whistle[n]
		low.at += low.step
		mid.at += mid.step
		high.at += high.step
		edge.at += edge.step
	}
}
