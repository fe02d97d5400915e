package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// A SlewLimiter limits how fast loudness may rise: the power of any 400 ms, as
// it comes out, stays within a step of that of the 400 ms before them, whatever
// comes in. A chord after a rest arrives as a swell; what rises slowly passes
// unchanged, and so does all that falls.
//
// It keeps a record of what it has let out in steps of 8 ms. Each step it asks
// with which gain, if the sound went on as it is just now, every window of the
// next 400 ms would keep to the limit that the past sets it, and moves there
// (receding-horizon control). A look-ahead of 24 ms lets the gain fall before
// an onset, without a corner that could be heard.
//
// The weighting of the power is the caller's: it is given with each quantum.
type SlewLimiter struct {
	floor  float64 // power from which a rise from silence starts
	rise   float64 // the highest growth of power aimed at
	lines  [2]*dsp.Delay
	energy float64 // of the input step so far
	quanta int     // of the step so far

	in    [slewAhead]float64  // powers of the steps in the look-ahead, oldest at inAt
	inAt  int                 // next to come out
	out   [slewWindow]float64 // powers of the last steps that came out
	means [slewWindow]float64 // means of the window at the end of each of those
	outAt int                 // oldest
	sum   float64             // of out
	from  float64             // gain at the start of the step that comes out
	gain  float64             // and at its end
	ramp  float32             // gain of the next frame
	slope float32             // per frame
}

const (
	slewQuanta = 6                                              // in a step: 8 ms
	slewWindow = dsp.Rate * 4 / 10 / (slewQuanta * dsp.Quantum) // steps in 400 ms, the window of momentary loudness
	slewAhead  = 3                                              // steps of look-ahead: 24 ms
)

// SlewDelay is the delay of a SlewLimiter in frames.
const SlewDelay = slewAhead * slewQuanta * dsp.Quantum

// How the gain moves (design choices).
const (
	slewMargin = 0.25 // decibels kept below the limit, for the gain's own pace
	slewLowest = 1e-4 // of the gain's square: −40 dB
	slewFall   = 0.72 // share of the way down in a step
	slewReturn = 0.2  // share of the way up in a step
)

// NewSlewLimiter returns a limiter to a rise of so many decibels from one
// window of 400 ms to the next, at least 1. Sound begins at a floor, a mean
// power in the caller's weighting, at once.
func NewSlewLimiter(floor, decibels float64) *SlewLimiter {
	rise := math.Pow(10, (math.Max(decibels, 1)-slewMargin)/10)
	s := &SlewLimiter{floor: floor, rise: rise, from: 1, gain: 1, ramp: 1}
	for i := range s.lines {
		s.lines[i] = dsp.NewDelay(SlewDelay)
	}
	return s
}

// Gain returns the gain of the step that comes out now, 1 where nothing rises
// too fast.
func (s *SlewLimiter) Gain() float32 { return float32(s.gain) }

// Process works in place on a quantum of a weighted energy, the sum over its
// frames.
func (s *SlewLimiter) Process(x *dsp.Stereo, energy float64) {
	s.lines[0].WriteBlock(&x.Left)
	s.lines[1].WriteBlock(&x.Right)
	s.lines[0].ReadBlock(&x.Left, SlewDelay+dsp.Quantum)
	s.lines[1].ReadBlock(&x.Right, SlewDelay+dsp.Quantum)
	if s.ramp != 1 || s.slope != 0 {
		gain := s.ramp
		for n := range x.Left {
			x.Left[n] *= gain
			x.Right[n] *= gain
			gain += s.slope
		}
		s.ramp = gain
	}
	s.energy += energy
	s.quanta++
	if s.quanta == slewQuanta {
		s.step(s.energy / (slewQuanta * dsp.Quantum))
		s.energy, s.quanta = 0, 0
	}
}

// step closes a step: power is that of what came in.
func (s *SlewLimiter) step(power float64) {
	square := (s.from*s.from + s.from*s.gain + s.gain*s.gain) / 3 // mean over the straight line
	s.keep(s.in[s.inAt] * square)
	s.in[s.inAt] = power
	s.inAt = (s.inAt + 1) % slewAhead

	wanted := 1.0
	if square := s.highest(); square < 1 {
		wanted = math.Sqrt(square)
	}
	s.from = s.gain
	if wanted < s.gain {
		s.gain += slewFall * (wanted - s.gain)
	} else {
		s.gain += slewReturn * (wanted - s.gain)
		if s.gain > 0.9995 {
			s.gain = 1
		}
	}
	s.ramp = float32(s.from)
	s.slope = float32((s.gain - s.from) / (slewQuanta * dsp.Quantum))
}

// keep notes down the power of a step that came out.
func (s *SlewLimiter) keep(power float64) {
	s.sum += power - s.out[s.outAt]
	s.out[s.outAt] = power
	s.means[s.outAt] = s.sum / slewWindow
	s.outAt++
	if s.outAt == slewWindow {
		s.outAt, s.sum = 0, 0
		for _, p := range s.out {
			s.sum += p // anew, so that rounding cannot gather
		}
	}
}

// highest returns the highest square of a gain at which every window of the
// next 400 ms keeps to the limit, up to 1.
func (s *SlewLimiter) highest() float64 {
	now := 0.0 // what the sound is expected to go on with
	for _, power := range s.in {
		now = max(now, power)
	}
	square, past, coming := 1.0, s.sum, 0.0
	for k := range slewWindow {
		at := s.outAt + k // oldest first
		if at >= slewWindow {
			at -= slewWindow
		}
		past -= s.out[at]
		if k < slewAhead {
			coming += s.in[(s.inAt+k)%slewAhead]
		} else {
			coming += now
		}
		limit := s.rise*slewWindow*max(s.means[at], s.floor) - past
		if limit < square*coming {
			square = limit / coming
		}
	}
	return max(square, slewLowest)
}
