package loudness

import (
	"math"
	"math/rand/v2"
	"testing"
)

// blocks splits frames into channels of float32.
func blocks(frames [][2]float64) (left, right []float32) {
	for _, f := range frames {
		left, right = append(left, float32(f[0])), append(right, float32(f[1]))
	}
	return left, right
}

// music returns noise that falls by 6 dB an octave above 200 Hz, different in
// the channels.
func music(seed uint64, seconds float64) [][2]float64 {
	random := rand.New(rand.NewPCG(seed, 1))
	frames := make([][2]float64, int(seconds*48000))
	var low [2]float64
	for i := range frames {
		for side := range low {
			low[side] += 0.026 * (random.Float64() - 0.5 - low[side])
			frames[i][side] = 2 * low[side]
		}
	}
	return frames
}

func TestWeighting_Energy_agrees_with_the_meter(t *testing.T) {
	for _, test := range []struct {
		name   string
		frames [][2]float64
		within float64 // LU
	}{
		{"50 Hz", sine(48000, 50, 0.3, 0.2, 3), 0.1},
		{"440 Hz", sine(48000, 440, 0.3, 0.2, 3), 0.1},
		{"2 kHz", sine(48000, 2000, 0.1, 0, 3), 0.15},
		{"4 kHz", sine(48000, 4000, 0.1, 0, 3), 0.35},
		{"music", music(3, 5), 0.15},
	} {
		t.Run(test.name, func(t *testing.T) {
			meter, weighting := New(48000), NewWeighting(48000)
			meter.Add(test.frames)
			left, right := blocks(test.frames)
			energy := 0.0
			for i := 0; i < len(left); i += 64 {
				part := min(64, len(left)-i)
				energy += weighting.Energy(left[i:i+part], right[i:i+part])
			}
			got, want := LUFS(energy/float64(len(left))), meter.Integrated()
			if math.Abs(got-want) > test.within {
				t.Errorf("%.2f LUFS, the meter says %.2f", got, want)
			}
		})
	}
	if got := LUFS(Power(-23)); math.Abs(got+23) > 1e-9 {
		t.Errorf("LUFS(Power(−23)) = %v", got)
	}
}

func BenchmarkWeighting_Energy(b *testing.B) {
	weighting := NewWeighting(48000)
	left, right := blocks(music(1, 0.1))
	for b.Loop() {
		weighting.Energy(left[:64], right[:64])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/64, "ns/frame")
}
