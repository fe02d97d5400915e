package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
)

// A rider keeps the loudness of a piece at its goal's target, as a hand on a
// fader would: quickly while it does not know the piece, slowly ever after,
// and never in a rest. It evens out what a piece chose to play, not what the
// music does in a phrase.
//
// It listens to what comes in, so that its own moves never mislead it, and
// averages as BS.1770 does: what lies more than 10 LU under the mean is a rest.
// Where the last seconds rise far over the target it gives way at once. What
// it still lags behind a piece that grows or fades for minutes it makes up for
// afterwards, so that the mean over minutes is right.
type rider struct {
	weighting *loudness.Weighting
	goal      float64 // LUFS
	asked     float64 // decibels over the goal's own level that the journey asks now
	held      bool    // the landing is left alone
	frames    int     // of the step so far
	energy    float64 // K-weighted, of the step so far
	heard     float64 // seconds of sound so far
	all       float64 // mean power of what sounded
	mean      float64 // the same without rests
	recent    float64 // mean power of the last seconds
	made      float64 // mean power of what came out in the last minutes, as a share of what was asked for
	gain      float64 // decibels, without what the journey asks and without duck
	duck      float64 // decibels taken off for what is far too loud just now
	level     dsp.Smoother
}

// How the rider moves (design choices).
const (
	riderStep     = Rate / 10 // frames
	riderSilence  = -62.0     // LUFS of the mix: below it nothing is learnt
	riderGate     = -10.0     // LU
	firstMemory   = 3.0       // seconds, growing to a third of what was heard, so that a wrong start is forgotten
	lastMemory    = 15.0      // seconds
	firstSpeed    = 1.0       // decibels a second up, twice that down, until firstSeconds were heard
	lastSpeed     = 0.2       // the same, ever after
	firstSeconds  = 15.0      // and as long again until the speed has fallen by e²
	riderReach    = 30.0      // decibels either way
	recentSeconds = 0.7       // time constant of recent
	madeSeconds   = 60.0      // time constant of made
	mostMade      = 1.5       // decibels either way that made is corrected by
	duckOver      = 1.2       // LU over the target that need no haste
	duckSpeed     = 5.0       // decibels a second down, a sixth of it back
	mostDucked    = 3.0       // decibels that are made up for: more is a wrong start and no accent
)

// The loudness in LUFS of what comes out of the instruments before anything is
// known of a piece, as it is usual, and under a roof (measured over all goals:
// go test ./generator -run Promise -v).
const (
	usualMix = -30.0
	darkMix  = -42.0
)

// newRider returns a rider to a target in LUFS, which takes it that the mix
// comes at so many.
func newRider(target, mix float64) rider {
	r := rider{
		weighting: loudness.NewWeighting(Rate),
		goal:      target,
		all:       loudness.Power(mix),
		mean:      loudness.Power(mix),
		gain:      target - mix,
		made:      1,
	}
	r.level = dsp.NewSmoother(linear(r.gain), 0.4)
	return r
}

// aim asks for so many decibels over the goal's own level.
func (r *rider) aim(asked float64) {
	r.asked = asked
	r.level.SetTarget(r.fader())
}

// fader is the amplitude that all of it comes to.
func (r *rider) fader() float32 { return linear(r.gain + r.asked - r.duck) }

// hold leaves the gain where it is, for a landing that is meant to fall.
func (r *rider) hold() { r.held = true }

// ride applies the gain to a quantum, learns from it, and returns the
// K-weighted energy of what comes out. Through is the share of its amplitude
// that what follows lets through: what is taken off for being too loud just
// now, here or there, is made up for in the mean.
func (r *rider) ride(x *dsp.Stereo, through float64) float64 {
	energy := r.weighting.Energy(x.Left[:], x.Right[:])
	from, step := r.level.Next()
	gain := from
	for i := range x.Left {
		x.Left[i] *= gain
		x.Right[i] *= gain
		gain += step
	}
	r.energy += energy * through * through
	r.frames += dsp.Quantum
	if r.frames >= riderStep {
		r.step(r.energy / float64(r.frames))
		r.energy, r.frames = 0, 0
	}
	middle := float64(from+gain) / 2
	return energy * middle * middle
}

// step moves the gain by what the power of the last tenth of a second says.
func (r *rider) step(now float64) {
	const seconds = float64(riderStep) / Rate
	if r.held {
		return
	}
	r.recent += (now - r.recent) * seconds / recentSeconds
	r.listen(now*math.Pow(10, -math.Min(r.duck, mostDucked)/10), seconds)
	memory := r.memory()
	late := math.Max(0, r.heard-firstSeconds) / firstSeconds
	speed := (lastSpeed + (firstSpeed-lastSpeed)*math.Exp(-2*late)) * seconds
	away := r.goal - loudness.LUFS(r.mean) - r.gain - clamp(10*math.Log10(r.made), -mostMade, mostMade)
	down := 2*speed + r.duck/10*seconds // what is ducked for long was a wrong start
	r.gain = clamp(r.gain+clamp(away*4*seconds/memory, -down, speed), -riderReach, riderReach)

	over := loudness.LUFS(r.recent) + r.gain - r.goal - duckOver
	r.duck += clamp(math.Max(over, 0)-r.duck, -duckSpeed/6*seconds, duckSpeed*seconds)
	r.level.SetTarget(r.fader())
}

// listen averages what sounds.
func (r *rider) listen(now, seconds float64) {
	if loudness.LUFS(now) < riderSilence {
		return
	}
	r.heard += seconds
	share := seconds / r.memory()
	r.all += (now - r.all) * share
	if now > r.all*math.Pow(10, riderGate/10) {
		r.mean += (now - r.mean) * share
		if r.heard > firstSeconds { // the start is no part of the promise
			made := now * math.Pow(10, r.gain/10) / loudness.Power(r.goal)
			r.made += (made - r.made) * seconds / madeSeconds
		}
	}
}

// memory is the time constant of the averages in seconds.
func (r *rider) memory() float64 { return clamp(r.heard/3, firstMemory, lastMemory) }

// linear returns the amplitude of a gain in decibels.
func linear(decibels float64) float32 { return float32(math.Pow(10, decibels/20)) }
