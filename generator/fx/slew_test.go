package fx

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
)

// floorLUFS is what the limiter of the tests lets sound begin at.
const floorLUFS = -50

// slewed plays a signal, the sample of a frame, through a limiter to so many
// decibels in 400 ms, and returns the highest rise of momentary loudness within 400 ms in LU, measured every
// 10 ms, and the lowest gain.
func slewed(limit float64, signal func(frame int) float32, seconds int) (rise, lowest float64) {
	limiter := NewSlewLimiter(loudness.Power(floorLUFS), limit)
	weighting, after := loudness.NewWeighting(dsp.Rate), loudness.NewWeighting(dsp.Rate)
	const window = dsp.Rate * 4 / 10 / dsp.Quantum // quanta
	powers := make([]float64, window)
	var moments []float64
	lowest = 1
	for frame := 0; frame < seconds*dsp.Rate; frame += dsp.Quantum {
		var x dsp.Stereo
		for i := range x.Left {
			x.Left[i] = signal(frame + i)
			x.Right[i] = x.Left[i]
		}
		limiter.Process(&x, weighting.Energy(x.Left[:], x.Right[:]))
		lowest = math.Min(lowest, float64(limiter.Gain()))
		powers = append(powers, after.Energy(x.Left[:], x.Right[:])/dsp.Quantum)
		sum := 0.0
		for _, p := range powers[len(powers)-window:] {
			sum += p / window
		}
		moments = append(moments, math.Max(loudness.LUFS(sum), floorLUFS))
	}
	for i := window; i < len(moments); i++ {
		rise = math.Max(rise, moments[i]-moments[i-window])
	}
	return rise, lowest
}

// struck is the sound of a chord that is struck: partials that die, the high
// ones sooner, after an attack of 3 ms.
func struck(seconds float64) float32 {
	if seconds < 0 {
		return 0
	}
	sum := 0.0
	for k, hertz := range []float64{220, 277, 330, 440, 660, 880, 1320} {
		sum += math.Exp(-seconds*(1.5+0.6*float64(k))) * math.Sin(2*math.Pi*hertz*seconds) / float64(k+2)
	}
	return float32(0.3 * sum * (1 - math.Exp(-seconds/0.003)))
}

func TestSlewLimiter_Process_lets_no_loudness_jump(t *testing.T) {
	noise := dsp.NewNoise(5)
	hum := func(frame int) float32 {
		return float32(0.01 * math.Sin(2*math.Pi*330*float64(frame)/dsp.Rate))
	}
	at := func(frame int, seconds float64) float64 { return float64(frame)/dsp.Rate - seconds }
	for name, signal := range map[string]func(int) float32{
		"a chord out of silence":   func(i int) float32 { return struck(at(i, 2)) },
		"a chord over a soft tone": func(i int) float32 { return hum(i) + struck(at(i, 2)) },
		"chords, each louder":      func(i int) float32 { return hum(i) + 0.2*struck(at(i, 1)) + 0.5*struck(at(i, 2.2)) + struck(at(i, 3)) },
		"a chord after a rest":     func(i int) float32 { return struck(at(i, 0.5)) + struck(at(i, 6)) },
		"an arpeggio": func(i int) float32 {
			return hum(i) + 0.4*(struck(at(i, 2))+struck(at(i, 2.2))+struck(at(i, 2.4))+struck(at(i, 2.6)))
		},
		"noise out of silence":      func(i int) float32 { return gate(i > 2*dsp.Rate, 0.2) * noise.Next() },
		"noise that jumps by 20 dB": func(i int) float32 { return (0.02 + gate(i > 2*dsp.Rate, 0.18)) * noise.Next() },
		"noise that comes and goes": func(i int) float32 { return (0.01 + gate(i/dsp.Rate%3 == 1, 0.2)) * noise.Next() },
		"bursts of 50 ms":           func(i int) float32 { return (0.01 + gate(i%48000 < 2400, 0.3)) * noise.Next() },
		"a fade of 20 dB in 300 ms": func(i int) float32 {
			return float32(0.01*math.Pow(10, math.Max(0, math.Min(1, at(i, 2)/0.3)))) * noise.Next()
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, limit := range []float64{3, 6} {
				if rise, _ := slewed(limit, signal, 8); rise > limit {
					t.Errorf("loudness rises by %.2f LU in 400 ms, want %v at most", rise, limit)
				}
			}
		})
	}
}

// swell rises by 5 dB a second from far below the floor, for so many seconds.
func swell(frame int, seconds float64) float32 {
	return float32(0.001 * math.Pow(10, math.Min(float64(frame)/dsp.Rate, seconds)*5/20))
}

func TestSlewLimiter_Process_leaves_alone_what_rises_slowly(t *testing.T) {
	noise := dsp.NewNoise(6)
	for name, signal := range map[string]func(int) float32{
		"2 dB in 400 ms":  func(i int) float32 { return swell(i, 6) * noise.Next() },
		"a fall of 30 dB": func(i int) float32 { return swell(i, 5) * gate(i < 7*dsp.Rate, 1) * noise.Next() },
	} {
		t.Run(name, func(t *testing.T) {
			if _, lowest := slewed(3, signal, 8); lowest < 0.97 {
				t.Errorf("the gain falls by %.1f dB", -20*math.Log10(lowest))
			}
		})
	}
}

func TestSlewLimiter_Process_moves_without_a_click_and_allocates_nothing(t *testing.T) {
	limiter := NewSlewLimiter(loudness.Power(floorLUFS), 3)
	weighting := loudness.NewWeighting(dsp.Rate)
	var phase uint32
	var history []float32
	var x dsp.Stereo
	frame := 0
	if allocs := testing.AllocsPerRun(4000, func() {
		for i := range x.Left {
			x.Left[i] = 0.01 * dsp.Sine(phase)
			x.Right[i] = gate(frame > 2*dsp.Rate, 0.4) * dsp.Sine(2*phase)
			phase += dsp.PhaseStep(300)
			frame++
		}
		limiter.Process(&x, weighting.Energy(x.Left[:], x.Right[:]))
	}); allocs != 0 {
		t.Errorf("%v allocations a quantum", allocs)
	}
	limiter = NewSlewLimiter(loudness.Power(floorLUFS), 3)
	phase = 0
	for frame := 0; frame < 6*dsp.Rate; frame += dsp.Quantum {
		for i := range x.Left {
			x.Left[i] = 0.01 * dsp.Sine(phase)
			x.Right[i] = gate(frame > 2*dsp.Rate, 0.4) * dsp.Sine(2*phase)
			phase += dsp.PhaseStep(300)
		}
		limiter.Process(&x, weighting.Energy(x.Left[:], x.Right[:]))
		history = append(history, x.Left[:]...)
	}
	limit := 2.2 * 0.01 * math.Pow(2*math.Pi*300/dsp.Rate, 2)
	for i := 2; i < len(history); i++ {
		if bend := math.Abs(float64(history[i] - 2*history[i-1] + history[i-2])); bend > limit && i > SlewDelay+100 {
			t.Fatalf("what is beside a loud onset bends by %.2g at %.3f s, want %.2g at most", bend, float64(i)/dsp.Rate, limit)
		}
	}
}

func BenchmarkSlewLimiter_Process(b *testing.B) {
	limiter := NewSlewLimiter(loudness.Power(floorLUFS), 3)
	noise := dsp.NewNoise(1)
	var source, x dsp.Stereo
	noise.Render(source.Left[:])
	quantum := 0
	for b.Loop() {
		x = source
		quantum++
		limiter.Process(&x, 0.01*float64(quantum%1000))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
}
