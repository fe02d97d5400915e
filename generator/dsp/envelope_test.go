package dsp

import (
	"math"
	"testing"
)

func TestEnvelope_takes_the_times_that_it_was_given(t *testing.T) {
	for _, attack := range []float32{0.05, 0.5, 3} {
		for _, release := range []float32{0.5, 4} {
			var e Envelope
			e.Start(attack, release)
			seconds := func(until func() bool) float64 {
				for quantum := 0; ; quantum++ {
					if until() {
						return float64(quantum) * Quantum / Rate
					}
					before := e.Value()
					from, step := e.Next()
					if from != before || math.Abs(float64(from+step*Quantum-e.Value())) > 1e-6 {
						t.Fatal("a step between two quanta")
					}
				}
			}
			if got := seconds(func() bool { return e.Value() >= 0.9 }); math.Abs(got/float64(attack)-1) > 0.1 {
				t.Errorf("90 %% after %.3f s, want %v", got, attack)
			}
			seconds(func() bool { return e.Value() > 0.9999 })
			e.Release()
			if got := seconds(func() bool { return e.Value() <= 0.001 }); math.Abs(got/float64(release)-1) > 0.05 {
				t.Errorf("−60 dB after %.3f s, want %v", got, release)
			}
			if got := seconds(func() bool { return e.Quiet(3e-5) }); got > float64(release) {
				t.Errorf("still not quiet %.1f s later", got)
			}
		}
	}
}
