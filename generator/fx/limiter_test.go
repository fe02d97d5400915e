package fx

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
)

// signals are what a limiter may meet at its worst, by name: the sample of a
// frame.
func signals() map[string]func(frame int) float32 {
	noise := dsp.NewNoise(7)
	return map[string]func(int) float32{
		"a step":              func(i int) float32 { return gate(i >= 5000, 4) },
		"a square wave":       func(i int) float32 { return gate(i%100 < 50, 3) - 1.5 },
		"single samples":      func(i int) float32 { return gate(i%977 == 0, 8) },
		"white noise":         func(int) float32 { return 3 * noise.Next() },
		"a loud sine":         func(i int) float32 { return float32(5 * math.Sin(0.03*float64(i))) },
		"peaks between":       func(i int) float32 { return float32(1.3 * math.Sin(math.Pi/2*float64(i)+math.Pi/4)) },
		"the highest tone":    func(i int) float32 { return float32(2 * math.Sin(2.9*float64(i))) },
		"bursts":              func(i int) float32 { return float32(2*math.Sin(0.5*float64(i))) * gate(i%9000 < 700, 1) },
		"turns of the sign":   func(i int) float32 { return gate(i%2 == 0, 4) - 2 },
		"just at the ceiling": func(i int) float32 { return float32(0.9 * math.Sin(0.05*float64(i))) },
	}
}

func gate(open bool, height float32) float32 {
	if open {
		return height
	}
	return 0
}

func TestLimiter_Process_keeps_the_true_peak_of_any_signal(t *testing.T) {
	for name, signal := range signals() {
		t.Run(name, func(t *testing.T) {
			l := NewLimiter(-1)
			meter := loudness.New(dsp.Rate)
			var x dsp.Stereo
			var frames [dsp.Quantum][2]float64
			for frame := 0; frame < 2*dsp.Rate; frame += dsp.Quantum {
				for i := range x.Left {
					x.Left[i] = signal(frame + i)
					x.Right[i] = -0.3 * x.Left[i]
				}
				l.Process(&x)
				for i := range frames {
					frames[i] = [2]float64{float64(x.Left[i]), float64(x.Right[i])}
				}
				meter.Add(frames[:])
			}
			if got := meter.TruePeak(); got > -1 {
				t.Errorf("true peak is %.2f dBTP, want at most −1", got)
			}
		})
	}
}

func TestLimiter_Process_only_delays_what_is_under_the_ceiling(t *testing.T) {
	l := NewLimiter(-1)
	noise := dsp.NewNoise(3)
	var in []float32
	for range 200 {
		var x dsp.Stereo
		for i := range x.Left {
			x.Left[i] = 0.4 * noise.Next()
			in = append(in, x.Left[i])
		}
		l.Process(&x)
		start := len(in) - dsp.Quantum - Latency
		for i, sample := range x.Left {
			if at := start + i; at >= 0 && sample != in[at] {
				t.Fatalf("frame %d is %g, want %g", at, sample, in[at])
			}
		}
		if l.Gain() != 1 {
			t.Fatalf("gain is %g, want 1", l.Gain())
		}
	}
}

func TestLimiter_Process_comes_back_and_moves_smoothly(t *testing.T) {
	l := NewLimiter(-1)
	var x dsp.Stereo
	previous, steepest := float32(0.3), float32(0)
	for frame := 0; frame < 2*dsp.Rate; frame += dsp.Quantum {
		for i := range x.Left {
			x.Left[i], x.Right[i] = 0.3, 0
			if n := frame + i; n > 10000 && n < 12000 {
				x.Right[i] = float32(2 * math.Sin(math.Pi*float64(n-10000)/2000))
			}
		}
		l.Process(&x)
		for _, sample := range x.Left {
			if frame > 1000 {
				steepest = max(steepest, sample-previous, previous-sample)
			}
			previous = sample
		}
	}
	if l.Gain() != 1 {
		t.Errorf("gain is still %.5f", l.Gain())
	}
	// From 1 to 0.43 within 3 ms is 0.3·0.57/144 a frame.
	if steepest > 0.0015 {
		t.Errorf("what is beside a peak steps by %.4f in a frame", steepest)
	}
}

func TestLimiter_Process_allocates_nothing(t *testing.T) {
	l := NewLimiter(-1)
	a, b := dsp.NewNoise(1), dsp.NewNoise(2)
	var x dsp.Stereo
	if allocs := testing.AllocsPerRun(200, func() {
		noisy(&x, &a, &b)
		for i := range x.Left {
			x.Left[i] *= 20
		}
		l.Process(&x)
	}); allocs != 0 {
		t.Errorf("%v allocations a quantum", allocs)
	}
}

func BenchmarkLimiter_Process(b *testing.B) {
	for name, gain := range map[string]float32{"quiet": 0.3, "limiting": 2} {
		b.Run(name, func(b *testing.B) {
			l := NewLimiter(-1)
			noise := dsp.NewNoise(1)
			var source, x dsp.Stereo
			for i := range source.Left {
				source.Left[i], source.Right[i] = gain*noise.Next(), gain*noise.Next()
			}
			for b.Loop() {
				x = source
				l.Process(&x)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
		})
	}
}
