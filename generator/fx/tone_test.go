package fx

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// response returns the level in decibels at which a tone lets a sine through,
// the same in both channels or opposite in them.
func response(tone *Tone, hertz float64, right float32) float64 {
	var x dsp.Stereo
	var before, after float64
	var phase uint32
	for quantum := range 2 * dsp.Rate / dsp.Quantum {
		for i := range x.Left {
			x.Left[i] = 0.5 * dsp.Sine(phase)
			x.Right[i] = right * x.Left[i]
			phase += dsp.PhaseStep(float32(hertz))
		}
		in := x
		tone.Process(&x)
		if quantum < dsp.Rate/dsp.Quantum {
			continue
		}
		for i := range x.Left {
			before += float64(in.Left[i]) * float64(in.Left[i])
			after += float64(x.Left[i]) * float64(x.Left[i])
		}
	}
	return 10 * math.Log10(after/before)
}

func TestTone_Process_shapes_the_spectrum(t *testing.T) {
	for _, test := range []struct {
		brightness float32
		hertz      float64
		right      float32
		low, high  float64 // decibels
	}{
		{6000, 5, 1, -200, -25},
		{6000, 28, 1, -4, -2},
		{6000, 100, 1, -0.5, 0.2},
		{6000, 500, 1, -0.5, 0.2},
		{6000, 50, -1, -40, -14}, // the low end of the difference
		{6000, 400, -1, -1.1, 0.5},
		{18000, 4000, 1, -1, 0.5},
		{6000, 4000, 1, -6, -2},
		{6000, 12000, 1, -12, -7},
		{1500, 500, 1, -2.5, 0.2},
		{1500, 6000, 1, -20, -13},
	} {
		t.Run(fmt.Sprintf("%v Hz of brightness at %v Hz, sides %v", test.brightness, test.hertz, test.right), func(t *testing.T) {
			tone := NewTone()
			tone.SetBrightness(test.brightness)
			if got := response(tone, test.hertz, test.right); got < test.low || got > test.high {
				t.Errorf("%.1f dB, want %v to %v", got, test.low, test.high)
			}
		})
	}
}

func TestTone_Process_takes_away_what_does_not_move(t *testing.T) {
	tone := NewTone()
	var x dsp.Stereo
	for range 2 * dsp.Rate / dsp.Quantum {
		for i := range x.Left {
			x.Left[i], x.Right[i] = 0.5, -0.25
		}
		tone.Process(&x)
	}
	if math.Abs(float64(x.Left[0])) > 1e-4 || math.Abs(float64(x.Right[0])) > 1e-4 {
		t.Errorf("after two seconds %g and %g are left", x.Left[0], x.Right[0])
	}
}

func TestTone_SetBrightness_glides(t *testing.T) {
	tone := NewTone()
	var phase uint32
	var history []float32
	for quantum := range 1500 {
		switch quantum {
		case 500:
			tone.SetBrightness(900)
		case 1000:
			tone.SetBrightness(18000)
		}
		var x dsp.Stereo
		for i := range x.Left {
			x.Left[i] = 0.5 * dsp.Sine(phase)
			phase += dsp.PhaseStep(300)
		}
		tone.Process(&x)
		history = append(history, x.Left[:]...)
	}
	limit := 1.6 * 0.5 * math.Pow(2*math.Pi*300/dsp.Rate, 2)
	for i := 1000; i < len(history); i++ {
		if bend := math.Abs(float64(history[i] - 2*history[i-1] + history[i-2])); bend > limit {
			t.Fatalf("frame %d bends by %.2g, want at most %.2g", i, bend, limit)
		}
	}
}

func TestTone_Process_allocates_nothing(t *testing.T) {
	tone := NewTone()
	var x dsp.Stereo
	if allocs := testing.AllocsPerRun(100, func() { tone.Process(&x) }); allocs != 0 {
		t.Errorf("%v allocations a quantum", allocs)
	}
}

func BenchmarkTone_Process(b *testing.B) {
	for name, roof := range map[string]float32{"open": 0, "with a roof": 2000} {
		b.Run(name, func(b *testing.B) {
			tone := NewTone()
			tone.SetRoof(roof)
			left, right := dsp.NewNoise(1), dsp.NewNoise(2)
			var source, x dsp.Stereo
			noisy(&source, &left, &right)
			for b.Loop() {
				x = source
				tone.Process(&x)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
		})
	}
}
