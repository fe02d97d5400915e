package fx

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// swingOf returns how deep a tone that went through a modulation is modulated
// at a rate: the two side lines together, against the tone.
func swingOf(x []float32, hertz, rate float64) float64 {
	return (partial(x, hertz-rate) + partial(x, hertz+rate)) / partial(x, hertz)
}

func TestModulation_Process_moves_the_middle_and_nothing_else(t *testing.T) {
	m := NewModulation()
	m.SetDepth(0.4)
	run(m.Process, 31, silence)
	for _, test := range []struct{ hertz, low, high float64 }{ // share of the depth
		{40, 0, 0.13},
		{200, 0.65, 0.9},
		{300, 0.85, 1.02},
		{447, 0.95, 1.05},
		{700, 0.85, 1.02},
		{1000, 0.65, 0.9},
		{5000, 0, 0.13},
		{9000, 0, 0.06},
	} {
		left, _ := run(m.Process, 2, tone(test.hertz, 0.3))
		if got := swingOf(left[dsp.Rate/2:], test.hertz, 16) / 0.4; got < test.low || got > test.high {
			t.Errorf("%.0f Hz is moved by %.2f of the depth, want %.2f to %.2f", test.hertz, got, test.low, test.high)
		}
	}
}

func TestModulation_Process_is_a_sine(t *testing.T) {
	m := NewModulation()
	m.SetDepth(0.5)
	m.SetRate(14)
	run(m.Process, 31, silence)
	left, _ := run(m.Process, 3, tone(440, 0.3))
	left = left[dsp.Rate:]
	for overtone := 2.0; overtone < 6; overtone++ {
		if got := decibels(swingOf(left, 440, 14*overtone)); got > -60 {
			t.Errorf("overtone %.0f of the modulation stands at %.0f dB", overtone, got)
		}
	}
	if got := swingOf(left, 440, 14); math.Abs(got-0.5) > 0.03 {
		t.Errorf("depth %.2f, want 0.5", got)
	}
	if loss := decibels(partial(left, 440) / 0.3); math.Abs(loss) > 0.1 {
		t.Errorf("the tone itself changes by %.2f dB", loss)
	}
}

func TestModulation_SetDepth_comes_within_half_a_minute(t *testing.T) {
	m := NewModulation()
	m.SetDepth(0.5)
	for _, test := range []struct{ seconds, want float64 }{{10, 1. / 6}, {10, 1. / 3}, {10.1, 0.5}} {
		run(m.Process, test.seconds-0.5, silence)
		left, _ := run(m.Process, 0.5, tone(440, 0.3))
		if got := swingOf(left, 440, 16); math.Abs(got-test.want) > 0.03 {
			t.Errorf("depth %.3f, want %.3f", got, test.want)
		}
	}
}

func TestModulationRate_is_the_multiple_of_the_beat_nearest_to_16_Hz(t *testing.T) {
	for bpm, want := range map[float64]float64{60: 16, 72: 15.6, 80: 16, 88: 16.1333, 100: 16.6667, 120: 16, 110: 16.5, 0: 16, 7000: 16} {
		if got := float64(ModulationRate(bpm)); math.Abs(got-want) > 0.001 {
			t.Errorf("%.0f beats a minute: %.3f Hz, want %.3f", bpm, got, want)
		}
	}
	for bpm := 30.0; bpm < 200; bpm++ {
		rate := float64(ModulationRate(bpm))
		if order := rate / (bpm / 60); rate < 13 || rate > 19 || math.Abs(order-math.Round(order)) > 1e-4 {
			t.Errorf("%.0f beats a minute: %.3f Hz, %.3f times the beat", bpm, rate, order)
		}
	}
}
