package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// A chime is the modes of a hit while they are put together.
type chime struct {
	list  [8]struct{ hertz, amplitude, seconds float64 }
	count int
}

func (c *chime) add(hertz, amplitude, seconds float64) {
	m := &c.list[c.count]
	m.hertz, m.amplitude, m.seconds = hertz, amplitude, seconds
	c.count++
}

// ring gives the modes to a voice, so that together they peak near peak:
// halfway between the root of the sum of their squares and their sum.
func (c *chime) ring(v *drumVoice, peak float64) {
	sum, squares := 0.0, 0.0
	for _, m := range c.list[:c.count] {
		sum += m.amplitude
		squares += m.amplitude * m.amplitude
	}
	scale := peak / (0.5*sum + 0.5*math.Sqrt(squares))
	for _, m := range c.list[:c.count] {
		v.body.Add(m.hertz, m.amplitude*scale, m.seconds)
	}
}

// buildKick is a felt beater on a large, damped skin: a tone that falls to
// about 50 Hz, and a thud without any click.
func buildKick(v *drumVoice, h *hit) {
	rest := h.about(50, 0.025)
	reach := (1.3 + 0.9*float64(h.patch.Brightness)) * (0.55 + 0.45*h.velocity) * (1 - 0.5*h.ghost)
	start := rest * (1 + h.about(reach, 0.1))
	drive := (0.5 + 1.5*float64(h.patch.Warmth)) * (0.5 + 0.5*h.velocity)
	v.onset = newSwell(h.rise(0.003) + 0.007*h.ghost)
	v.drop = drop{
		step:   dsp.PhaseStep(float32(start)),
		hertz:  float32(start),
		rest:   float32(rest),
		fall:   float32(math.Exp(-dsp.Quantum / (h.about(0.026, 0.15) * dsp.Rate))),
		gain:   1,
		shrink: quantumFactor(h.decay(0.42) * (1 - 0.4*h.ghost)),
		drive:  float32(drive),
		makeup: 0.55 * float32(h.force) / bent(float32(drive)),
	}
	v.swish.colour(h.corner(240))
	thud := h.about(0.12, 0.25) * h.force * (1 - 0.4*h.ghost)
	v.swish.strokes[0] = newStroke(thud, 0, h.rise(0.0025), h.about(0.07, 0.2))
}

// rimModes are those of a stick laid across the skin and struck on the rim:
// hertz, amplitude and decay in seconds. Wood has few modes and loses them
// fast, the upper ones first (design choice, in the order of measured
// claves and wood blocks).
var rimModes = [...]struct{ hertz, amplitude, seconds float64 }{
	{398, 0.55, 0.11},
	{612, 1, 0.09},
	{1065, 0.62, 0.065},
	{1578, 0.55, 0.05},
	{2240, 0.3, 0.035},
	{3130, 0.14, 0.025},
}

// buildRim is wood on wood, seen through felt.
func buildRim(v *drumVoice, h *hit) {
	place := -0.22 * float64(h.patch.Width)
	v.stand(place, 0.5*float64(h.patch.Width))
	v.onset = newSwell(h.rise(0.0024) + 0.008*h.ghost)
	corner := h.corner(2500) * (0.75 + 0.25*h.velocity) * (1 - 0.5*h.ghost)
	body := 0.6 + 0.8*float64(h.patch.Warmth)
	shift := h.about(1, 0.012)
	var modes chime
	for i, m := range rimModes {
		ratio := m.hertz / corner
		a := h.about(m.amplitude, 0.28) / (1 + ratio*ratio)
		if i < 2 {
			a *= body
		}
		modes.add(m.hertz*shift, a, h.decay(m.seconds))
	}
	modes.ring(v, 0.83*h.force)
	v.swish.colour(0.8 * corner)
	v.swish.strokes[0] = newStroke(h.about(0.07, 0.3)*h.force, 0, h.rise(0.0022), 0.03)
}

// buildSnare is a brush on a coated skin: a soft tap that wakes the shell, and
// a sweep that swells after it. A ghost is the sweep alone.
func buildSnare(v *drumVoice, h *hit) {
	v.stand(0.06*float64(h.patch.Width)*h.lot.Signed(), float64(h.patch.Width))
	v.onset = newSwell(h.rise(0.003))
	tap := 1 - h.ghost
	shell := 0.12 * h.force * (0.5 + float64(h.patch.Warmth)) * tap
	for i, hertz := range [...]float64{187, 293, 346} {
		v.body.Add(h.about(hertz, 0.01), h.about(shell/float64(i+1), 0.2), h.decay(0.16/float64(i+1)))
	}
	v.swish.colour(min(h.corner(2800)*(1-0.25*h.ghost), 4500))
	decay := h.decay(0.36 - 0.12*h.ghost)
	noise := 0.46 * h.force
	v.swish.strokes[0] = newStroke(noise*tap, 0, h.rise(0.0035), 0.4*decay)
	sweep := h.about(0.75+0.25*h.ghost, 0.2)
	v.swish.strokes[1] = newStroke(sweep*noise, 0, h.rise(0.022)+0.02*h.ghost, decay)
	v.swish.roughen(h.about(0.0016, 0.2), 0.6)
}

// hatHertz are the modes of a pair of thin cymbals. They have no common
// measure and belong to the metal: what differs from hit to hit is where it
// is struck, which is how much of each sounds.
var hatHertz = [...]float64{2957, 3682, 4513, 5284, 6371, 7193}

// buildClosedHat is two hats pressed together and touched near the bell.
func buildClosedHat(v *drumVoice, h *hit) { buildHat(v, h, 0.075, 0.5) }

// buildOpenHat is two hats that lie loosely on each other.
func buildOpenHat(v *drumVoice, h *hit) { buildHat(v, h, 0.62, 1) }

// buildHat is metal and air: modes that ring for the given seconds, as much
// of them as metal says, in a hiss that is kept below 9 kHz.
func buildHat(v *drumVoice, h *hit, seconds, metal float64) {
	width := float64(h.patch.Width)
	v.stand(0.14*width, 0.8*width)
	v.onset = newSwell(h.rise(0.003) + 0.008*h.ghost)
	seconds = h.decay(seconds) * (1 - 0.4*h.ghost)
	centre := h.corner(6400-900*float64(h.patch.Warmth)) * (1 - 0.18*h.ghost)
	v.swish.colour(min(centre, 7500))
	air := (0.76 - 0.33*metal) * h.force
	v.swish.strokes[0] = newStroke(h.about(air, 0.12), 0, h.rise(0.005)+0.008*h.ghost, 0.5*seconds)
	v.swish.strokes[1] = newStroke(h.about(0.5*air, 0.12), 0, h.rise(0.006), seconds)
	var modes chime
	for i, hertz := range hatHertz {
		ratio := hertz / (1.35 * centre)
		modes.add(hertz, h.about(1, 0.7)/(1+ratio*ratio), seconds*(1-0.08*float64(i)))
	}
	modes.ring(v, (0.05+0.08*metal)*h.force*(1-0.7*h.ghost))
	v.swish.roughen(0.0011, 0.35)
}

// buildShaker is a small egg of beads: they meet the far wall, and more
// softly the near one on the way back. A ghost is one way only.
func buildShaker(v *drumVoice, h *hit) {
	width := float64(h.patch.Width)
	v.stand(-0.25*width, 0.7*width)
	v.swish.colour(min(h.corner(6200-900*float64(h.patch.Warmth)), 7500))
	decay := h.decay(0.09)
	noise := 0.72 * h.force
	v.swish.strokes[0] = newStroke(noise, 0, h.rise(0.011)+0.008*h.ghost, decay)
	back := h.about(0.42, 0.25) * (1 - h.ghost)
	v.swish.strokes[1] = newStroke(back*noise, h.about(0.085, 0.12), h.rise(0.02), 1.1*decay)
	v.swish.roughen(0.0009, 0.6)
}
