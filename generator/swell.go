package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
	"dulcet/journal"
)

// A swell lets the whole mix breathe: louder and brighter as one breathes in.
// In the mean over a cycle it takes no loudness away and adds none.
type swell struct {
	breath   Breath
	depth    float64 // decibels either way
	mean     float64 // decibels of the mean power of a whole swell
	frame    int64   // rendered so far
	until    int64   // frame from which it dies away
	present  float64 // 0…1: how much of it there is
	fullness float64 // 0…1, of the last quantum
	gain     float32 // at the end of the last quantum
}

// How deep a swell is: SCIENCE's ±2 dB and ±½ octave, after the loudness
// shifts of Leslie and others (2019). Where nothing may surge it is half as
// deep, and no steeper than 1 dB a second (design choices).
const (
	swellDecibels  = 2.0
	swellOctaves   = 0.5
	gentleDecibels = 1.0
	gentleSlope    = 1.0  // decibels a second
	swellArrives   = 12.0 // seconds until it is whole, or gone
)

// depthOf returns how many decibels either way a breath swells under a goal.
func depthOf(goal journal.Goal, breath Breath) float64 {
	if goal != journal.Ground {
		return swellDecibels
	}
	// The raised cosine from −d to d in T seconds is steepest in its middle, πd/T.
	shortest := math.Min(breath.In, breath.Out)
	if breath.Passive {
		shortest = math.Min(breath.In, breath.Out) / passiveShare
	}
	return math.Min(gentleDecibels, gentleSlope*shortest/math.Pi)
}

// newSwell returns the swell of the brief's breath, or nil where there is
// none.
func newSwell(b Brief) *swell {
	breath := b.Breath()
	if breath == (Breath{}) {
		return nil
	}
	s := &swell{breath: breath, depth: depthOf(b.Goal, breath), until: int64(b.breathUntil() * Rate), gain: 1}
	const points = 256
	power := 0.0
	for i := range points {
		full := breath.at((float64(i) + 0.5) / points * breath.Seconds()).Fullness
		power += loudness.Power(s.decibels(full)) / loudness.Power(0) / points
	}
	s.mean = 10 * math.Log10(power)
	return s
}

// decibels is the height of the swell where the lungs are so full.
func (s *swell) decibels(fullness float64) float64 { return s.depth * (2*fullness - 1) }

// end lets the swell die away from now on, for a landing.
func (s *swell) end() { s.until = min(s.until, s.frame) }

// octaves is by how much the filter stands open, −½…½.
func (s *swell) octaves() float64 { return swellOctaves * (2*s.fullness - 1) * s.present }

// process swells a quantum in place and returns by what its energy has grown.
func (s *swell) process(x *dsp.Stereo) (growth float64) {
	s.frame += dsp.Quantum
	const step = dsp.Quantum / (swellArrives * Rate)
	if s.frame < s.until {
		s.present = math.Min(1, s.present+step)
	} else {
		s.present = math.Max(0, s.present-step)
	}
	s.fullness = s.breath.after(float64(s.frame) / Rate).Fullness
	to := linear(s.present * (s.decibels(s.fullness) - s.mean))
	gain, slope := s.gain, (to-s.gain)/dsp.Quantum
	middle := float64(s.gain+to) / 2
	for i := range x.Left {
		x.Left[i] *= gain
		x.Right[i] *= gain
		gain += slope
	}
	s.gain = to
	return middle * middle
}
