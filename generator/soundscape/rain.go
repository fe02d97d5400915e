package soundscape

import (
	"math"

	"dulcet/generator/dsp"
)

// Rain is steady rain on leaves and a pond: a far roar, a near hiss that
// comes and goes, and drops.
//
// The bed is pink noise, partly shared by both ears, in two bands whose
// levels drift. A drop is what an air bubble sings when it is caught under
// water: a sine that rises as the bubble comes up and dies within 10 to 30 ms
// (Minnaert 1933, Phil. Mag. 16:235; Van den Doel 2005, ACM Trans. Appl.
// Percept. 2:534). Drops fall as a Poisson process that follows the same
// drift as the hiss, so that it all rains together.
type Rain struct {
	level      dsp.Ramp
	noise      [2]dsp.Noise
	pink       [2]dsp.Pink
	near       dsp.DoublePole
	edge       [2]dsp.OnePole
	far        dsp.StateVariable
	gust       dsp.Drift
	sway       dsp.Drift
	hiss, roar dsp.Smoother
	drops      [rainDrops]drop
	chance     dsp.Lot
	wait       float32 // quanta until the next drop
}

const (
	rainDrops   = 24
	rainRate    = 70.0 // drops a second, on average
	rainLoudest = 0.032
)

// A drop is one sounding drop.
type drop struct {
	phase, step uint32
	rise        uint32 // of step, a frame
	gain        float32
	shrink      float32
	swell, pace float32
	left, right float32
	offset      int
	busy        bool
}

// NewRain returns rain, silent until it is given a level.
func NewRain(seed uint64, weather *Weather) *Rain {
	r := &Rain{
		level:  dsp.NewRamp(0, bedSeconds),
		gust:   dsp.NewDrift(dsp.Scramble(seed)+1, 0.025),
		sway:   dsp.NewDrift(dsp.Scramble(seed)+2, 0.06),
		hiss:   dsp.NewSmoother(1, 0.3),
		roar:   dsp.NewSmoother(1, 0.5),
		chance: dsp.DrawLot(seed, 3),
	}
	for i := range r.noise {
		r.noise[i] = dsp.NewNoise(dsp.Scramble(seed) + 10 + uint64(i))
	}
	r.near.Set(2300)
	r.edge = [2]dsp.OnePole{dsp.NewOnePole(1100), dsp.NewOnePole(1100)}
	r.far.Set(420, 0.5)
	return r
}

// Set glides the level to the scene's.
func (r *Rain) Set(scene Scene) { r.level.SetTarget(scene.held().Level) }

// Render adds the next quantum to out.
func (r *Rain) Render(out *dsp.Stereo) {
	from, step := r.level.Next()
	if from == 0 && step == 0 {
		return
	}
	gust := dsp.Exp2(max(0, 2+0.18*r.gust.Next())) / 4
	r.hiss.SetTarget(gust * dsp.Exp2(max(0, 2+0.12*r.sway.Next())) / 4)
	r.roar.SetTarget(gust)
	var bed dsp.Stereo
	r.renderBed(&bed)
	r.renderDrops(&bed, gust)
	for i := range out.Left {
		out.Left[i] += from * bed.Left[i]
		out.Right[i] += from * bed.Right[i]
		from += step
	}
}

// renderBed fills bed with the roar and the hiss.
func (r *Rain) renderBed(bed *dsp.Stereo) {
	pinkNoise(&r.noise, &r.pink, bed)
	roar := *bed
	r.far.Bandpass(roar.Left[:], roar.Right[:])
	r.edge[0].Highpass(bed.Left[:])
	r.edge[1].Highpass(bed.Right[:])
	r.near.Lowpass(bed.Left[:], bed.Right[:])
	hiss, hissStep := r.hiss.Next()
	low, lowStep := r.roar.Next()
	for i := range bed.Left {
		bed.Left[i] = 0.041*hiss*bed.Left[i] + 0.041*low*roar.Left[i]
		bed.Right[i] = 0.041*hiss*bed.Right[i] + 0.041*low*roar.Right[i]
		hiss += hissStep
		low += lowStep
	}
}

// renderDrops adds the drops, and lets new ones fall.
func (r *Rain) renderDrops(out *dsp.Stereo, gust float32) {
	r.wait--
	for r.wait < 0 {
		r.fall()
		between := -math.Log(1-r.chance.Unit()) * dsp.Rate / (rainRate * dsp.Quantum)
		r.wait += float32(between) / gust
	}
	for i := range r.drops {
		if r.drops[i].busy {
			r.drops[i].render(out)
		}
	}
}

// fall starts a drop, where one is free. Small bubbles sing high and are
// soft, a few large ones low and clear.
func (r *Rain) fall() {
	for i := range r.drops {
		d := &r.drops[i]
		if d.busy {
			continue
		}
		size := r.chance.Unit()
		hz := dsp.Geometric(3400, 650, size*size)
		seconds := dsp.Geometric(0.012, 0.035, size)
		distance := r.chance.Unit()
		*d = drop{
			step:   dsp.PhaseStep(float32(hz)),
			rise:   dsp.PhaseStep(float32(hz * 0.18 / (seconds * dsp.Rate))),
			gain:   float32(rainLoudest * (0.08 + 0.92*distance*distance*distance*distance)),
			shrink: float32(math.Exp(-3 * math.Ln10 / (2.2 * seconds * dsp.Rate))),
			pace:   1.0 / 70,
			offset: int(r.chance.Unit() * dsp.Quantum),
			busy:   true,
		}
		d.left, d.right = dsp.Pan(0.85 * r.chance.Signed())
		return
	}
}

func (d *drop) render(out *dsp.Stereo) {
	for i := d.offset; i < dsp.Quantum; i++ {
		d.swell += d.pace * (1 - d.swell)
		x := d.gain * d.swell * dsp.Sine(d.phase)
		out.Left[i] += d.left * x
		out.Right[i] += d.right * x
		d.phase += d.step
		d.step += d.rise
		d.gain *= d.shrink
	}
	d.offset = 0
	d.busy = d.gain > 8e-5 // 80 dB under full scale, 50 under the bed
}
