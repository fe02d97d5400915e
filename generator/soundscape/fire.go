package soundscape

import (
	"math"

	"dulcet/generator/dsp"
)

// Fire is a wood fire. Character is how it burns: 0 embers that breathe and
// tick now and then, 1 a blaze that crackles.
//
// It is three things at once (Farnell 2010, Designing Sound, ch. 34): flames
// that rumble and flutter as they draw air, gas that hisses out of the wood,
// and crackles where the wood breaks. Crackles come in bursts from one place,
// and their strengths are log-normal: many ticks, few snaps. A gust fans the
// flames a moment after it is heard in the wind.
type Fire struct {
	stage
	pink           pinkSource
	sparks         patter
	crack          dsp.Biquad
	deep           dsp.DoublePole
	gas            dsp.StereoPole
	lick, breath   dsp.Drift
	flame, hissing dsp.Smoother
	burst          poisson
	snap           poisson
	heat           float32 // how fast it crackles just now, a second
	pan, hertz     float64 // of the place that crackles just now
	snaps          [fireSnaps]ring
}

const fireSnaps = 8

// NewFire returns a fire, silent until it is set.
func NewFire(seed uint64, weather *Weather) *Fire {
	seed = dsp.Scramble(seed)
	f := &Fire{
		stage:   newStage(weather, outlook{near: 4800, far: 2400, gentle: 1050}, &fireTrims),
		pink:    newPinkSource(seed + 1),
		sparks:  newPatter(seed, 2),
		lick:    dsp.NewDrift(seed+3, 2.2),
		breath:  dsp.NewDrift(seed+4, 0.15),
		flame:   dsp.NewSmoother(1, 0.03),
		hissing: dsp.NewSmoother(1, 0.2),
		burst:   newPoisson(seed, 5),
		snap:    newPoisson(seed, 6),
		hertz:   900,
	}
	f.deep.Set(atHalf * 210)
	f.gas.SetCorner(atHalf * 1500)
	return f
}

// Render adds the next quantum to out.
func (f *Fire) Render(out *dsp.Bus) {
	if !f.next() {
		return
	}
	breath := f.between(1, 0.8, 0.4) * (0.35*f.breath.Next() + 2*f.weather.Gust(0.4))
	f.flame.SetTarget(swell(0.7, breath) * swell(0.45, f.between(1, 0.7, 0.2)*f.lick.Next()))
	f.hissing.SetTarget(swell(1, breath))
	var bed dsp.HalfStereo
	f.renderFlames(&bed)
	f.crackle(breath)
	renderRings(f.snaps[:], &bed)
	f.send(&bed, out)
}

// renderFlames fills bed with all but the snaps.
func (f *Fire) renderFlames(bed *dsp.HalfStereo) {
	f.pink.render(bed)
	deep, sparks := *bed, dsp.HalfStereo{}
	f.deep.Lowpass(deep.Left[:], deep.Right[:])
	f.sparks.scatter(&sparks, f.kind(18, 60, 150)*f.hissing.Value(), f.between(1.4, 0.7, 0.25))
	f.crack.SetBandpass(atHalf*1600, 0.9)
	f.crack.Process(sparks.Left[:], sparks.Right[:])
	f.gas.Highpass(bed.Left[:], bed.Right[:])
	flame, hiss := glide(&f.flame), glide(&f.hissing)
	gas := f.kind(0.006, 0.011, 0.016)
	for i := range bed.Left {
		bed.Left[i] = 0.085*flame.at*deep.Left[i] - gas*hiss.at*bed.Left[i] + sparks.Left[i]
		bed.Right[i] = 0.085*flame.at*deep.Right[i] - gas*hiss.at*bed.Right[i] + sparks.Right[i]
		flame.at += flame.step
		hiss.at += hiss.step
	}
}

// crackle lets the wood break.
func (f *Fire) crackle(breath float32) {
	f.heat -= f.heat * quantumSeconds / 0.35
	f.burst.next(f.kind(0.25, 0.6, 1.1) * swell(1, breath))
	for f.burst.happens() { // another piece of wood gives way
		lot := &f.burst.lot
		f.heat = f.kind(6, 14, 30) * float32(0.3+lot.Unit())
		f.pan, f.hertz = 0.75*lot.Signed(), dsp.Geometric(420, 1500, lot.Unit())
	}
	f.snap.next(f.heat + f.kind(0.3, 1, 2))
	for f.snap.happens() {
		lot := &f.snap.lot
		// The sum of three even numbers is nearly normal, of variance 1.
		normal := lot.Signed() + lot.Signed() + lot.Signed()
		strength := math.Min(math.Exp(0.9*normal), 7)
		n := note{
			hertz:   f.hertz * dsp.Geometric(0.6, 2, lot.Unit()),
			rise:    -0.2,
			seconds: 0.006 + 0.02*lot.Unit(),
			gain:    0.06 * float64(f.between(1, 0.5, 0.22)) * strength,
			pan:     f.pan + 0.1*lot.Signed(),
		}
		strike(f.snaps[:], n, lot)
	}
}
