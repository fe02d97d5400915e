package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// struckParts are the instruments of this file's tests.
var struckParts = []score.Part{score.Piano, score.ElectricPiano, score.Harp, score.Kalimba, score.Marimba, score.Bowl, score.Bell}

func TestStruck_Play_is_in_tune_over_the_range(t *testing.T) {
	for _, part := range struckParts {
		t.Run(part.String(), func(t *testing.T) {
			limit := 2.0 // cents: no two tines are tuned alike
			if part == score.Harp {
				limit = 1
			}
			low, high := part.Range()
			for pitch := low; pitch <= high; pitch += 5 {
				in := New(part, 1)
				in.Set(Patch{Brightness: 0.5, Release: 1}) // nothing moves
				want := hertz(float32(pitch))
				x := solo(in, Note{Pitch: float32(pitch), Velocity: 0.6, Frames: 2 * dsp.Rate}, 0.7)
				got := pitchNear(x[dsp.Rate/10:], want)
				if cents := 1200 * math.Log2(got/want); math.Abs(cents) > limit {
					t.Errorf("pitch %d is %.2f cents off", pitch, cents)
				}
			}
		})
	}
}

// What is struck dies away, and the higher the sooner.
func TestStruck_Play_rings_shorter_in_the_treble(t *testing.T) {
	for _, part := range struckParts {
		t.Run(part.String(), func(t *testing.T) {
			low, high := part.Range()
			fall := func(pitch int) float64 {
				in := New(part, 1)
				in.Set(Patch{Brightness: 0.5, Release: 0.5, Warmth: 0.5})
				x := solo(in, Note{Pitch: float32(pitch), Velocity: 0.6, Frames: 4 * dsp.Rate}, 1.4)
				f := hertz(float32(pitch))
				return toneLevel(x, f, 0.3) - toneLevel(x, f, 0.8)
			}
			deep, middle, top := fall(low+4), fall((low+high)/2), fall(high-4)
			if deep <= 0 || middle < deep || top < middle {
				t.Errorf("falls by %.1f dB at the bottom, %.1f in the middle, %.1f at the top", deep, middle, top)
			}
		})
	}
}

func TestStruck_Play_swells_in_with_the_attack(t *testing.T) {
	for _, c := range []struct {
		part     score.Part
		shortest float64 // seconds at Attack 1
	}{
		{score.Piano, 0.025},
		{score.Harp, 0.01},
		{score.Kalimba, 0.012},
		{score.Marimba, 0.015},
		{score.Bowl, 0.2},
		{score.Bell, 0.04},
	} {
		t.Run(c.part.String(), func(t *testing.T) {
			rise := func(attack float32) float64 {
				in := New(c.part, 3)
				in.Set(Patch{Brightness: 0.3, Attack: attack, Release: 0.5})
				return riseTime(solo(in, Note{Pitch: 67, Velocity: 0.7, Frames: 4 * dsp.Rate}, 1))
			}
			hard, soft := rise(0), rise(1)
			if soft < c.shortest || soft < hard {
				t.Errorf("rises in %.1f ms at attack 0 and %.1f at 1, want %.1f at least", 1e3*hard, 1e3*soft, 1e3*c.shortest)
			}
			if c.part == score.Bowl && hard < 0.03 {
				t.Errorf("a bowl rises in %.1f ms, want 30 at least", 1e3*hard)
			}
		})
	}
}

func TestStruck_Render_keeps_the_low_end_in_the_middle(t *testing.T) {
	for _, part := range []score.Part{score.Piano, score.Marimba, score.Bowl} {
		low, _ := part.Range()
		in := New(part, 1)
		in.Set(Patch{Brightness: 0.5, Release: 0.5, Movement: 1, Width: 1})
		in.Play(Note{Pitch: float32(low), Velocity: 0.8, Frames: dsp.Rate})
		left, right := listen(in, 1)
		side := make([]float32, len(left))
		for i := range left {
			side[i] = (left[i] - right[i]) / 2
			left[i] = (left[i] + right[i]) / 2
		}
		low1 := dsp.NewOnePole(60)
		low2 := low1
		low1.Lowpass(side)
		low2.Lowpass(left)
		if db := inDecibels(rms(side) / rms(left)); db > -15 {
			t.Errorf("%v: below 60 Hz the sides differ by %.1f dB of the middle", part, db)
		}
	}
}

func TestBars_Play_have_the_modes_of_their_shape(t *testing.T) {
	for _, c := range []struct {
		part   score.Part
		ratios []float64
	}{
		{score.Marimba, []float64{1, 3.99}},
		{score.Bowl, []float64{1, 2.78, 5.19}},
		{score.Bell, []float64{1, 2.756, 5.404}},
	} {
		in := New(c.part, 5)
		in.Set(Patch{Brightness: 1, Release: 1})
		f := hertz(60)
		x := solo(in, Note{Pitch: 60, Velocity: 1, Frames: dsp.Rate}, 0.6)
		for _, ratio := range c.ratios {
			near, beside := -200.0, -200.0
			for away := -0.03; away <= 0.03; away += 0.004 {
				near = math.Max(near, toneLevel(x, f*ratio*(1+away), 0.1))
			}
			beside = toneLevel(x, f*ratio*1.35, 0.1)
			if near < beside+12 {
				t.Errorf("%v: %.1f dB at %v times the note, %.1f dB beside it", c.part, near, ratio, beside)
			}
		}
	}
}

// The beating of a bowl is slow and does not stop while it rings.
func TestBowl_Render_beats_slowly(t *testing.T) {
	in := NewBowl(4)
	in.Set(Patch{Brightness: 0.2, Release: 1, Movement: 1, Width: 0})
	x := solo(in, Note{Pitch: 55, Velocity: 0.7, Frames: dsp.Rate}, 9)
	f := hertz(55)
	turns, last := 0, 0.0
	var levels []float64
	for at := 0.5; at < 8.5; at += 0.1 {
		levels = append(levels, toneLevel(x, f, at)+60*at/20)
	}
	for i := 1; i < len(levels); i++ {
		step := levels[i] - levels[i-1]
		if step*last < 0 {
			turns++
		}
		last = step
	}
	if turns < 4 || turns > 40 {
		t.Errorf("the level turns %d times in 8 s", turns)
	}
}
