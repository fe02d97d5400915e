package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
	"dulcet/journal"
)

// A rider keeps the loudness of a piece at its goal's target, as a hand on a
// fader would: slowly, and never in a rest. It evens out what a piece chose to
// play, not what the music does in a phrase.
type rider struct {
	weighting *loudness.Weighting
	goal      float64 // LUFS
	asked     float64 // decibels over the goal's own level that the journey asks now
	held      bool    // the landing is left alone
	energy    float64 // K-weighted, of the step so far
	frames    int     // of the step so far
	mean      float64 // K-weighted power of what sounded, averaged over riderMemory
	start     float64 // decibels
	gain      float64 // decibels, without what the journey asks
	level     dsp.Smoother
}

// How the rider moves (design choices). What lies further below the target
// than the gate is a rest and not a soft piece.
const (
	riderStep   = Rate / 10 // frames
	riderMemory = 40.0      // seconds
	riderSpeed  = 0.12      // decibels a second
	riderGate   = 14.0      // LU
	riderReach  = 14.0      // decibels either way of where it started
)

// trims holds the gain in decibels with which each goal starts, so that the
// first minute is as loud as the rest: measured as where the gain stands after
// three minutes (go test ./generator -run Loudness -v).
var trims = map[journal.Goal]float64{
	journal.Calm:     7,
	journal.Unwind:   6.5,
	journal.Sleep:    13,
	journal.Focus:    13,
	journal.Uplift:   9,
	journal.Energise: 11,
	journal.Meditate: 6.5,
	journal.Breathe:  5,
	journal.Move:     7,
	journal.Listen:   7,
	journal.Ground:   10,
	journal.Reflect:  9,
	journal.Drift:    7.5,
}

func newRider(goal journal.Goal) rider {
	target := purposes[goal].loudness
	return rider{
		weighting: loudness.NewWeighting(Rate),
		goal:      target,
		mean:      power(target),
		start:     trims[goal],
		gain:      trims[goal],
		level:     dsp.NewSmoother(linear(trims[goal]), 1.5),
	}
}

// aim asks for so many decibels over the goal's own level.
func (r *rider) aim(asked float64) {
	r.mean *= power(asked) / power(r.asked)
	r.asked = asked
	r.level.SetTarget(linear(r.gain + r.asked))
}

// hold leaves the gain where it is, for a landing that is meant to fall.
func (r *rider) hold() { r.held = true }

// ride applies the gain to a quantum and learns from it.
func (r *rider) ride(x *dsp.Stereo) {
	gain, step := r.level.Next()
	for i := range dsp.Quantum {
		x.Left[i] *= gain
		x.Right[i] *= gain
		gain += step
	}
	r.energy += r.weighting.Energy(x.Left[:], x.Right[:])
	r.frames += dsp.Quantum
	if r.frames < riderStep {
		return
	}
	r.step(r.energy / float64(r.frames))
	r.energy, r.frames = 0, 0
}

// step moves the gain by what the last step's power says.
func (r *rider) step(now float64) {
	const seconds = float64(riderStep) / Rate
	target := r.goal + r.asked
	if r.held || loudness.LUFS(now) < target-riderGate {
		return
	}
	r.mean += (now - r.mean) * seconds / riderMemory
	away := target - loudness.LUFS(r.mean)
	r.gain += clamp(away*seconds/5, -riderSpeed*seconds, riderSpeed*seconds)
	r.gain = clamp(r.gain, r.start-riderReach, r.start+riderReach)
	r.level.SetTarget(linear(r.gain + r.asked))
}

// linear returns the amplitude of a gain in decibels.
func linear(decibels float64) float32 { return float32(math.Pow(10, decibels/20)) }

// power returns the K-weighted power of a loudness in LUFS.
func power(lufs float64) float64 { return math.Pow(10, (lufs+0.691)/10) }
