package dsp

import "math"

// A Smoother leads a control to its target without a step: exponentially from
// quantum to quantum and in a straight line within one.
type Smoother struct {
	value, target, pace float32
}

// NewSmoother returns a Smoother that stands at value and covers 63 % of any
// way in the given seconds.
func NewSmoother(value, seconds float32) Smoother {
	pace := 1 - math.Exp(-Quantum/(float64(seconds)*Rate))
	return Smoother{value: value, target: value, pace: float32(pace)}
}

// SetTarget says where to go.
func (s *Smoother) SetTarget(target float32) { s.target = target }

// Value returns where the control stands.
func (s *Smoother) Value() float32 { return s.value }

// Target returns where the control goes.
func (s *Smoother) Target() float32 { return s.target }

// Moving reports whether the target has not been reached yet.
func (s *Smoother) Moving() bool { return s.value != s.target }

// Next goes on by one quantum. It returns the value at its first frame and
// the step to add for each further frame.
func (s *Smoother) Next() (from, step float32) {
	from = s.value
	if s.value == s.target {
		return from, 0
	}
	s.value += s.pace * (s.target - s.value)
	distance := s.target - s.value
	if distance < 1e-5 && distance > -1e-5 {
		s.value = s.target
	}
	return from, (s.value - from) / Quantum
}

// A Ramp leads a control to its target in a straight line that takes the same
// time however far it is.
type Ramp struct {
	value, target, step float32
	quanta              int // left to go
	length              int // of a whole ramp, in quanta
}

// NewRamp returns a Ramp that stands at value and takes the given seconds.
func NewRamp(value, seconds float32) Ramp {
	length := int(math.Round(float64(seconds) * Rate / Quantum))
	return Ramp{value: value, target: value, length: max(1, length)}
}

// SetTarget says where to go. Going where it is already bound changes
// nothing.
func (r *Ramp) SetTarget(target float32) {
	if target == r.target {
		return
	}
	r.target, r.quanta = target, r.length
	r.step = (target - r.value) / float32(r.length*Quantum)
}

// Value returns where the control stands.
func (r *Ramp) Value() float32 { return r.value }

// Next goes on by one quantum, as Smoother.Next does.
func (r *Ramp) Next() (from, step float32) {
	from = r.value
	if r.quanta == 0 {
		return from, 0
	}
	r.quanta--
	if r.quanta == 0 {
		step = (r.target - r.value) / Quantum
		r.value = r.target
		return from, step
	}
	r.value += r.step * Quantum
	return from, r.step
}
