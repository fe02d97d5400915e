package dsp

import (
	"math"
	"testing"
)

func TestOscillator_Render_stays_in_tune_for_an_hour(t *testing.T) {
	var o Oscillator
	o.SetFrequency(440)
	start := o.Phase
	frames := uint64(3600 * Rate)
	o.Phase += uint32(frames * uint64(o.step))
	cycles := float64(frames) * float64(o.step) / (1 << 32)
	if math.Abs(cycles-440*3600) > 0.1 || start != 0 {
		t.Errorf("%.2f cycles in an hour, want %d", cycles, 440*3600)
	}
	var out Block
	o.Phase = 0
	o.Render(out[:], SineTable(), 0.5)
	for i, got := range out {
		if want := 0.5 * math.Sin(2*math.Pi*440*float64(i)/Rate); math.Abs(float64(got)-want) > 1e-5 {
			t.Fatalf("frame %d is %g, want %g", i, got, want)
		}
	}
}

func BenchmarkOscillator_Render(b *testing.B) {
	var o Oscillator
	var out Block
	o.SetFrequency(441)
	for b.Loop() {
		o.Render(out[:], SineTable(), 0.5)
	}
	perFrame(b)
}
