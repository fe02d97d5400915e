package dsp

import (
	"math"
	"testing"
)

func TestSmoother_Next_reaches_its_target_without_a_step(t *testing.T) {
	s := NewSmoother(0, 0.01)
	s.SetTarget(1)
	last := float32(0)
	for quantum := range 200 {
		from, step := s.Next()
		if math.Abs(float64(from-last)) > 1e-6 {
			t.Fatalf("quantum %d starts at %g, the last one ended at %g", quantum, from, last)
		}
		last = from + step*Quantum
		if seconds := float64(quantum+1) * Quantum / Rate; math.Abs(seconds-0.01) < 0.0007 && math.Abs(float64(last)-0.632) > 0.05 {
			t.Errorf("after %.4f s it stands at %.3f, want 0.63", seconds, last)
		}
	}
	if s.Value() != 1 || s.Moving() {
		t.Errorf("it stands at %g", s.Value())
	}
}

func TestRamp_Next_takes_the_same_time_however_far(t *testing.T) {
	for _, target := range []float32{1, 0.1, -3} {
		r := NewRamp(0, 0.5)
		r.SetTarget(target)
		for quantum := range 375 {
			from, step := r.Next()
			if want := float64(target) * float64(quantum) / 375; math.Abs(float64(from)-want) > 1e-4 {
				t.Fatalf("target %v: quantum %d starts at %g, want %g", target, quantum, from, want)
			}
			r.SetTarget(target) // saying it again changes nothing
			_ = step
		}
		if from, step := r.Next(); from != target || step != 0 {
			t.Errorf("target %v: stands at %g with a step of %g", target, from, step)
		}
	}
}
