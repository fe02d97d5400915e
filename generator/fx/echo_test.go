package fx

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// knock is a short round sound at the beginning, the same on both sides.
func knock(frame int) (left, right float32) {
	if frame >= 480 {
		return 0, 0
	}
	x := float32(math.Sin(2*math.Pi*800*float64(frame)/dsp.Rate) * math.Sin(math.Pi*float64(frame)/480))
	return x, x
}

// around returns the RMS of x within 30 ms after a time in seconds.
func after(x []float32, seconds float64) float64 {
	at := int(seconds * dsp.Rate)
	return rms(x[at : at+dsp.Rate*3/100])
}

func TestEcho_Process_repeats_in_time_and_ever_more_softly(t *testing.T) {
	for _, seconds := range []float64{0.11, 0.375, 0.8, 2} {
		e := NewEcho()
		e.SetTime(float32(seconds))
		e.SetFeedback(0.5)
		e.SetWidth(0)
		run(adding(e.Process), 0.5, silence)
		e.SetLevel(1)
		run(adding(e.Process), 0.5, silence)
		left, right := run(adding(e.Process), 4*seconds+0.1, knock)
		for repeat := 1; repeat <= 3; repeat++ {
			at := float64(repeat) * seconds
			if before, now := after(left, at-0.034), after(left, at); now < 10*before {
				t.Errorf("%.3f s: repeat %d is %.1f dB at its time and %.1f before", seconds, repeat, decibels(now), decibels(before))
			}
		}
		one, two, three := after(left, seconds), after(left, 2*seconds), after(left, 3*seconds)
		if fall := decibels(two / one); fall < -9 || fall > -5 {
			t.Errorf("%.3f s: the second repeat is %.1f dB softer, want 6 and what the filters take", seconds, -fall)
		}
		if three > two {
			t.Errorf("%.3f s: the third repeat is louder than the second", seconds)
		}
		if l, r := rms(left[1000:]), rms(right[1000:]); math.Abs(l/r-1) > 1e-3 {
			t.Errorf("%.3f s: without width the sides are %.4f and %.4f", seconds, l, r)
		}
	}
}

func TestEcho_SetWidth_1_goes_from_side_to_side(t *testing.T) {
	e := NewEcho()
	e.SetTime(0.3)
	e.SetFeedback(0.6)
	e.SetWidth(1)
	e.SetLevel(1)
	run(adding(e.Process), 1, silence)
	left, right := run(adding(e.Process), 1.5, knock)
	for repeat := 1; repeat <= 4; repeat++ {
		near, far := after(left, 0.3*float64(repeat)), after(right, 0.3*float64(repeat))
		if repeat%2 == 0 {
			near, far = far, near
		}
		if near < 8*far {
			t.Errorf("repeat %d: %.1f dB on its side and %.1f on the other", repeat, decibels(near), decibels(far))
		}
	}
}

func TestEcho_Process_loses_bass_and_treble_with_every_repeat(t *testing.T) {
	loss := func(hertz float64) float64 {
		e := NewEcho()
		e.SetFeedback(0)
		e.SetWidth(0)
		e.SetLevel(1)
		unit := whole{process: e.Process}
		in := func(x *dsp.Stereo) { // the repeat alone
			var out dsp.Stereo
			unit.Process(x, &out)
			*x = out
		}
		left, _ := run(in, 2, tone(hertz, 0.5))
		return decibels(rms(left[dsp.Rate:]) * math.Sqrt2 / 0.5)
	}
	if middle := loss(700); math.Abs(middle) > 1 {
		t.Errorf("700 Hz loses %.1f dB", -middle)
	}
	if bass, treble := loss(60), loss(9000); bass > -7 || treble > -7 {
		t.Errorf("60 Hz loses %.1f dB and 9 kHz %.1f, want 7 at least", -bass, -treble)
	}
}

func TestEcho_SetLevel_0_lets_the_repeats_ring_out(t *testing.T) {
	e := NewEcho()
	e.SetTime(0.4)
	e.SetFeedback(0.5)
	e.SetLevel(1)
	run(adding(e.Process), 1, tone(500, 0.3))
	e.SetLevel(0)
	left, _ := run(adding(e.Process), 1, silence)
	if r := rms(left[dsp.Rate/2:]); r < 0.02 {
		t.Errorf("half a second later the repeats are at %.1f dB", decibels(r))
	}
	run(adding(e.Process), 20, silence)
	if e.rest != 0 {
		t.Error("20 s later it still works")
	}
}

func TestEcho_SetFeedback_never_runs_away(t *testing.T) {
	for _, width := range []float32{0, 0.5, 1} {
		e := NewEcho()
		e.SetTime(0.05)
		e.SetFeedback(9)
		e.SetWidth(width)
		e.SetLevel(1)
		noise := dsp.NewNoise(1)
		run(adding(e.Process), 4, func(int) (float32, float32) { return noise.Next(), noise.Next() })
		left, _ := run(adding(e.Process), 2, silence)
		if early, late := rms(left[:dsp.Rate/2]), rms(left[dsp.Rate*3/2:]); late > 0.1*early || early > 3 {
			t.Errorf("width %v: %.3f at first and %.3f a second later", width, early, late)
		}
	}
}
