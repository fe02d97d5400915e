package fx

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestCompressor_Process_halves_what_is_over_the_threshold(t *testing.T) {
	for _, test := range []struct{ level, want float64 }{ // decibels of RMS against the threshold
		{-12, 0}, {-3.5, 0}, {0, 0.375}, {3, 1.5}, {6, 3}, {12, 6}, {20, 10},
	} {
		c := NewCompressor()
		c.Set(-30, 0)
		height := math.Sqrt2 * math.Pow(10, (test.level-30)/20)
		left, right := run(c.Process, 2, tone(1000, height))
		got := test.level - 30 - decibels(rms(left[dsp.Rate:]))
		if math.Abs(got-test.want) > 0.25 || math.Abs(float64(c.Reduction())-test.want) > 0.25 {
			t.Errorf("%.1f dB over the threshold: lowered by %.2f dB, said to be %.2f, want %.2f", test.level, got, c.Reduction(), test.want)
		}
		for i := range left {
			if left[i] != right[i] {
				t.Fatal("the sides differ")
			}
		}
	}
}

// The times are those to 63 % of the way, in decibels.
func TestCompressor_Process_takes_10_ms_to_press_and_200_to_let_go(t *testing.T) {
	c := NewCompressor()
	c.Set(-30, 0)
	loud, quiet := tone(1000, 0.5), tone(1000, 0.005)
	run(c.Process, 1, quiet)
	full := 10.0 // dB: half of the 20 by which the tone is over the threshold
	seconds := func(sound func(int) (float32, float32), reached func(share float64) bool) float64 {
		frames := 0
		for !reached(float64(c.Reduction()) / full) {
			run(c.Process, 0.0014, sound)
			if frames += dsp.Quantum; frames > 2*dsp.Rate {
				t.Fatal("never")
			}
		}
		return float64(frames) / dsp.Rate
	}
	full = decibels(0.5/math.Sqrt2) + 30
	full /= 2
	if s := seconds(loud, func(share float64) bool { return share > 0.63 }); s < 0.006 || s > 0.016 {
		t.Errorf("pressing takes %.1f ms, want about 10", 1000*s)
	}
	run(c.Process, 1, loud)
	if s := seconds(quiet, func(share float64) bool { return share < 0.37 }); s < 0.16 || s > 0.26 {
		t.Errorf("letting go takes %.0f ms, want about 200", 1000*s)
	}
}

func TestCompressor_Process_presses_both_sides_alike_and_does_not_listen_to_the_low_end(t *testing.T) {
	c := NewCompressor()
	c.Set(-30, 0)
	_, right := run(c.Process, 2, func(frame int) (float32, float32) {
		l, r := tone(1000, 0.5)(frame)
		return l, 0.1 * r
	})
	quieter := decibels(0.05/math.Sqrt2) - decibels(rms(right[dsp.Rate:]))
	if math.Abs(quieter-float64(c.Reduction())) > 0.05 || quieter < 5 {
		t.Errorf("the soft side is lowered by %.2f dB, the loud one by %.2f", quieter, c.Reduction())
	}
	run(c.Process, 2, tone(1000, 0.5))
	middle := c.Reduction()
	run(c.Process, 2, tone(45, 0.5))
	if low := c.Reduction(); low > middle-2.5 {
		t.Errorf("45 Hz lowers the level by %.1f dB, 1 kHz of the same height by %.1f", low, middle)
	}
}

func TestCompressor_Set_makes_up_only_when_it_is_asked_to(t *testing.T) {
	c := NewCompressor()
	c.Set(-20, 4)
	left, _ := run(c.Process, 3, tone(1000, 0.01))
	if got := decibels(rms(left[2*dsp.Rate:]) * math.Sqrt2 / 0.01); math.Abs(got-4) > 0.05 {
		t.Errorf("make-up of 4 dB raises what is soft by %.2f dB", got)
	}
}
