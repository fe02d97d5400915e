package soundscape

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
)

var soundscapes = []struct {
	name string
	make func(seed uint64) Soundscape
}{
	{"rain", func(seed uint64) Soundscape { return NewRain(seed, NewWeather(seed)) }},
	{"sea", func(seed uint64) Soundscape { return NewSea(seed, NewWeather(seed)) }},
}

// frames renders seconds of a soundscape.
func frames(s Soundscape, seconds float64) [][2]float64 {
	var all [][2]float64
	for range int(seconds * dsp.Rate / dsp.Quantum) {
		var out dsp.Stereo
		s.Render(&out)
		for i := range out.Left {
			all = append(all, [2]float64{float64(out.Left[i]), float64(out.Right[i])})
		}
	}
	return all
}

func TestSoundscape_SetLevel_1_is_about_minus_23_LUFS(t *testing.T) {
	for _, s := range soundscapes {
		for seed := range uint64(2) {
			t.Run(fmt.Sprintf("%s/seed %d", s.name, seed), func(t *testing.T) {
				bed := s.make(seed)
				bed.Set(Scene{Level: 1})
				frames(bed, bedSeconds)
				meter := loudness.New(dsp.Rate)
				heard := frames(bed, 60)
				meter.Add(heard)
				if got := meter.Integrated(); math.Abs(got+23) > 1.5 {
					t.Errorf("loudness is %.1f LUFS, want −23", got)
				}
				if got := meter.TruePeak(); got > -3 {
					t.Errorf("true peak is %.1f dBTP", got)
				}
				var left, right, both float64
				for _, f := range heard {
					left, right, both = left+f[0]*f[0], right+f[1]*f[1], both+f[0]*f[1]
				}
				if c := both / math.Sqrt(left*right); c < 0.2 || c > 0.8 {
					t.Errorf("correlation is %.2f, want 0.2 to 0.8", c)
				}
			})
		}
	}
}

// The level is measured over quarters of a second of the same weather at a
// level that stands still.
func TestSoundscape_SetLevel_glides_in_a_straight_line(t *testing.T) {
	for _, s := range soundscapes {
		t.Run(s.name, func(t *testing.T) {
			still, moving := s.make(5), s.make(5)
			still.Set(Scene{Level: 1})
			moving.Set(Scene{Level: 1})
			frames(still, 6)
			frames(moving, 6)
			moving.Set(Scene{Level: 0.25})
			a, b := frames(still, bedSeconds+1), frames(moving, bedSeconds+1)
			const part = dsp.Rate / 4
			for at := 0; at+part <= len(a); at += part {
				var x, y float64
				for i := at; i < at+part; i++ {
					x += a[i][0] * a[i][0]
					y += b[i][0] * b[i][0]
				}
				want := max(1-0.75*(float64(at)+part/2)/(bedSeconds*dsp.Rate), 0.25)
				if got := math.Sqrt(y / x); math.Abs(got-want) > 0.03 {
					t.Errorf("after %.2f s the level is %.3f, want %.3f", float64(at)/dsp.Rate, got, want)
				}
			}
			moving.Set(Scene{Level: 0})
			frames(moving, bedSeconds+1)
			for _, f := range frames(moving, 1) {
				if f != [2]float64{} {
					t.Fatal("level 0 is not silent")
				}
			}
		})
	}
}

func TestSoundscape_Render_never_repeats_and_depends_on_the_seed_alone(t *testing.T) {
	for _, s := range soundscapes {
		t.Run(s.name, func(t *testing.T) {
			make := func(seed uint64) [][2]float64 {
				bed := s.make(seed)
				bed.Set(Scene{Level: 1})
				return frames(bed, 20)
			}
			a, b, c := make(1), make(1), make(2)
			same := 0
			for i := range a {
				if a[i] != b[i] {
					t.Fatalf("frame %d differs between two runs of a seed", i)
				}
				if a[i] == c[i] {
					same++
				}
			}
			if same > len(a)/50 {
				t.Errorf("%d of %d frames are the same for another seed", same, len(a))
			}
			var product, power float64
			half := len(a) / 2
			for i := range half {
				product += a[i][0] * a[half+i][0]
				power += a[i][0]*a[i][0] + a[half+i][0]*a[half+i][0]
			}
			if r := math.Abs(2 * product / power); r > 0.05 {
				t.Errorf("the second half resembles the first by %.3f", r)
			}
		})
	}
}

func TestSoundscape_Render_takes_any_level_and_allocates_nothing(t *testing.T) {
	for _, s := range soundscapes {
		t.Run(s.name, func(t *testing.T) {
			bed := s.make(1)
			var out dsp.Stereo
			levels := []float32{1, float32(math.NaN()), 0.3, float32(math.Inf(1)), -2}
			n := 0
			if allocs := testing.AllocsPerRun(2000, func() {
				bed.Set(Scene{Level: levels[n/40%len(levels)]})
				n++
				bed.Render(&out)
			}); allocs != 0 {
				t.Errorf("%v allocations a quantum", allocs)
			}
			for i := range out.Left {
				if x := out.Left[i] - out.Right[i]; x-x != 0 {
					t.Fatal("not finite")
				}
			}
		})
	}
}

// Nothing may startle: within half a second the loudness rises by 6 dB at
// most.
func TestSoundscape_Render_never_startles(t *testing.T) {
	for _, s := range soundscapes {
		t.Run(s.name, func(t *testing.T) {
			bed := s.make(8)
			bed.Set(Scene{Level: 1})
			frames(bed, bedSeconds)
			meter := loudness.New(dsp.Rate)
			previous := math.Inf(1)
			for i := range 240 {
				meter.Add(frames(bed, 0.5))
				now := meter.Momentary()
				if rise := now - previous; i > 1 && rise > 6 {
					t.Errorf("second %.1f: a rise by %.1f LU in half a second", float64(i)/2, rise)
				}
				previous = now
			}
		})
	}
}

func BenchmarkSoundscape_Render(b *testing.B) {
	for _, s := range soundscapes {
		b.Run(s.name, func(b *testing.B) {
			bed := s.make(1)
			bed.Set(Scene{Level: 1})
			var out dsp.Stereo
			for b.Loop() {
				bed.Render(&out)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
		})
	}
}
