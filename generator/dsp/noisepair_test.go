package dsp

import (
	"math"
	"testing"
)

func TestNoise_RenderPair_is_white_and_its_channels_are_strangers(t *testing.T) {
	for seed := range uint64(20) {
		noise := NewNoise(seed)
		const frames = 1 << 16
		left, right := make([]float32, frames), make([]float32, frames)
		noise.RenderPair(left, right)
		for lag := range 4 {
			var same, across, back, power float64
			for i := lag; i < frames; i++ {
				l, r := float64(left[i]), float64(right[i])
				same += l*float64(left[i-lag]) + r*float64(right[i-lag])
				across += l * float64(right[i-lag])
				back += r * float64(left[i-lag])
				power += l*l + r*r
			}
			if lag == 0 {
				if rms := math.Sqrt(power / (2 * frames)); math.Abs(rms-0.577) > 0.005 {
					t.Errorf("seed %d: RMS %.4f, want 0.577", seed, rms)
				}
			} else if c := same / power; math.Abs(c) > 0.015 {
				t.Errorf("seed %d: a sample resembles the one %d before by %.3f", seed, lag, c)
			}
			if c := 2 * math.Max(math.Abs(across), math.Abs(back)) / power; c > 0.02 {
				t.Errorf("seed %d: the channels resemble each other by %.3f, %d apart", seed, c, lag)
			}
		}
	}
}

func BenchmarkNoise_RenderPair(b *testing.B) {
	noise := NewNoise(1)
	var left, right Block
	for b.Loop() {
		noise.RenderPair(left[:], right[:])
	}
	perFrame(b)
}
