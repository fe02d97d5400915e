package output

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestRamp_ReachesItsTargetExactlyAndRestsThere(t *testing.T) {
	for _, frames := range []int{-1, 0, 1, 2, 63, 64, 2880} {
		var ramp Ramp
		ramp.Glide(0.7, frames)
		for range frames {
			ramp.Next()
		}
		if ramp.Value() != 0.7 || ramp.Left() != 0 || ramp.Next() != 0.7 {
			t.Errorf("after %d frames: value %v, left %d, next %v", frames, ramp.Value(), ramp.Left(), ramp.Next())
		}
	}
}

func TestRamp_NeverStepsFurtherThanItsSteepestSlope(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ramp Ramp
		ramp.Set(rapid.Float64Range(0, 1).Draw(t, "start"))
		before := ramp.Value()
		for range rapid.IntRange(1, 8).Draw(t, "turns") {
			frames := rapid.IntRange(100, 4000).Draw(t, "frames")
			target := rapid.Float64Range(0, 1).Draw(t, "target")
			steepest := math.Abs(target-ramp.Value())*math.Pi/2/float64(frames) + 1e-12
			ramp.Glide(target, frames)
			for range rapid.IntRange(1, frames).Draw(t, "until") { // often turned around on its way
				value := ramp.Next()
				if math.Abs(value-before) > steepest {
					t.Fatalf("step of %v, at most %v", value-before, steepest)
				}
				before = value
			}
		}
	})
}

func TestFrames_CountsAtTheRate(t *testing.T) {
	for d, want := range map[time.Duration]int{0: 0, time.Millisecond: 48, 60 * time.Millisecond: 2880, time.Hour: 172800000} {
		if got := Frames(d); got != want {
			t.Errorf("Frames(%v) = %d, want %d", d, got, want)
		}
	}
}

func TestGain_IsTheFactorOfTheLevel(t *testing.T) {
	for decibels, want := range map[float64]float64{0: 1, -20: 0.1, -60: 0.001, 6: 1.9953} {
		if got := Gain(decibels); math.Abs(got-want) > 1e-4 {
			t.Errorf("Gain(%v) = %v, want %v", decibels, got, want)
		}
	}
}
