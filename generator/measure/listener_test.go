package measure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

const rate = 48000

// sound makes seconds of frames, each from its number.
func sound(seconds float64, frame func(i int) (left, right float64)) [][2]float64 {
	frames := make([][2]float64, int(seconds*rate))
	for i := range frames {
		frames[i][0], frames[i][1] = frame(i)
	}
	return frames
}

// heard returns what a listener says of frames.
func heard(frames [][2]float64) Result {
	l := New(rate)
	l.Add(frames)
	return l.Result()
}

func sine(hertz float64, i int) float64 { return math.Sin(2 * math.Pi * hertz * float64(i) / rate) }

// noises returns white noise of two channels, even over −1…1.
func noises(seed uint64) func() (left, right float64) {
	random := rand.New(rand.NewPCG(seed, 5))
	return func() (float64, float64) { return 2*random.Float64() - 1, 2*random.Float64() - 1 }
}

// falling turns white noise into one that falls by 6 dB an octave above 20 Hz.
func falling(seed uint64) func(i int) (left, right float64) {
	next := noises(seed)
	var a, b float64
	return func(int) (float64, float64) {
		l, r := next()
		const share = 2 * math.Pi * 20 / rate
		a += share * (l - a)
		b += share * (r - b)
		return 5 * a, 5 * b
	}
}

// near fails where a figure is further from what is known than it may be.
func near(t *testing.T, name string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s is %.3f, want %.3f within %v", name, got, want, within)
	}
}

func TestListener_Result_of_a_sine(t *testing.T) {
	r := heard(sound(6, func(i int) (float64, float64) { return 0.1 + 0.5*sine(997, i), 0.5 * sine(997, i) }))
	near(t, "Seconds", r.Seconds, 6, 0)
	near(t, "Integrated", r.Integrated, -6.02, 0.1)
	near(t, "MaxShortTerm", r.MaxShortTerm, -6.02, 0.15)
	near(t, "MaxRise", r.MaxRise, 0, 0.1)
	near(t, "TruePeak", r.TruePeak, 20*math.Log10(0.6), 0.1)
	near(t, "DC of the left", r.DC[0], 0.1, 1e-4)
	near(t, "DC of the right", r.DC[1], 0, 1e-4)
	near(t, "Correlation", r.Correlation, 1, 0.05)
	r = heard(sound(2, func(i int) (float64, float64) { return 0.5 * sine(3000, i), 0 }))
	near(t, "Crest of one channel", r.Crest, 6.02, 0.05)
	near(t, "MonoLoss of one channel", r.MonoLoss, 3.01, 0.05)
	near(t, "Centroid", r.Centroid, 3000, 30)
	near(t, "Clicks", float64(r.Clicks), 0, 0)
}

func TestListener_Result_tells_how_wide_sound_is(t *testing.T) {
	for _, test := range []struct {
		name              string
		right             func(left, other float64) float64
		correlation, loss float64
	}{
		{"mono", func(left, _ float64) float64 { return left }, 1, 0},
		{"unrelated", func(_, other float64) float64 { return other }, 0, 3.01},
		{"half related", func(left, other float64) float64 { return 0.5*left + math.Sqrt(0.75)*other }, 0.5, 1.25},
	} {
		t.Run(test.name, func(t *testing.T) {
			next := noises(3)
			r := heard(sound(4, func(int) (float64, float64) {
				left, other := next()
				return 0.3 * left, 0.3 * test.right(left, other)
			}))
			near(t, "Correlation", r.Correlation, test.correlation, 0.02)
			near(t, "MonoLoss", r.MonoLoss, test.loss, 0.1)
		})
	}
}

func TestListener_Result_knows_the_slope_of_noise(t *testing.T) {
	next := noises(4)
	white := heard(sound(10, func(int) (float64, float64) { l, r := next(); return 0.2 * l, 0.2 * r }))
	near(t, "slope of white noise", white.Slope, 0, 0.1)
	near(t, "centroid of white noise", white.Centroid, 12000, 200)
	brown := heard(sound(10, falling(4)))
	near(t, "slope of brown noise", brown.Slope, -6, 0.3)
	if brown.Centroid > 500 {
		t.Errorf("centroid of brown noise is %.0f Hz", brown.Centroid)
	}
}

func TestListener_Result_finds_treble(t *testing.T) {
	for _, level := range []float64{-20, -50, -70} {
		r := heard(sound(3, func(i int) (float64, float64) {
			x := 0.3*sine(200, i) + 0.3*math.Pow(10, level/20)*sine(6000, i)
			return x, x
		}))
		near(t, "Treble", r.Treble, level, 0.5)
	}
}

func TestListener_Result_finds_the_steepest_rise(t *testing.T) {
	for _, decibels := range []float64{2, 6, 15} {
		r := heard(sound(6, func(i int) (float64, float64) {
			x := 0.02 * sine(1000, i)
			if i >= 3*rate {
				x *= math.Pow(10, decibels/20)
			}
			return x, x
		}))
		near(t, fmt.Sprintf("rise of a jump of %v dB", decibels), r.MaxRise, decibels, 0.1)
		near(t, "MaxRiseAt", r.MaxRiseAt, 3.4, 0.01)
	}
	out := heard(sound(4, func(i int) (float64, float64) {
		if i < 2*rate {
			return 0, 0
		}
		return 0.1 * sine(1000, i), 0.1 * sine(1000, i)
	}))
	near(t, "rise out of silence", out.MaxRise, -20-RiseFloor, 0.2)
}

func TestListener_Result_counts_what_is_not_a_number(t *testing.T) {
	frames := sound(1, func(i int) (float64, float64) { return 0.1 * sine(440, i), 0.1 * sine(440, i) })
	frames[1000][0], frames[2000][1], frames[2001][1] = math.NaN(), math.Inf(1), math.Inf(-1)
	r := heard(frames)
	if r.NonFinite != 3 || math.IsNaN(r.Integrated) || math.IsNaN(r.Slope) {
		t.Errorf("%d samples found, want 3; the rest is %+v", r.NonFinite, r)
	}
}

func TestListener_Result_of_silence_and_of_nothing(t *testing.T) {
	for _, r := range []Result{heard(nil), heard(make([][2]float64, 3*rate))} {
		if !math.IsInf(r.Integrated, -1) || !math.IsInf(r.Treble, -1) || r.Crest != 0 || r.Slope != 0 || r.MaxRise != 0 || r.Clicks+r.Steps != 0 {
			t.Errorf("silence sounds like %+v", r)
		}
	}
}

func TestListener_Add_gives_the_same_in_any_portions_and_allocates_nothing(t *testing.T) {
	frames := sound(4, falling(8))
	whole, parts := New(rate), New(rate)
	whole.Add(frames)
	for i, n := 0, 1; i < len(frames); i, n = i+n, n%977+13 {
		parts.Add(frames[i:min(i+n, len(frames))])
	}
	if a, b := whole.Result(), parts.Result(); a != b {
		t.Errorf("in portions %+v, whole %+v", b, a)
	}
	if allocs := testing.AllocsPerRun(10, func() { whole.Add(frames[:rate]) }); allocs != 0 {
		t.Errorf("%v allocations a second", allocs)
	}
}

func BenchmarkListener_Add(b *testing.B) {
	l, frames := New(rate), sound(1, falling(1))
	for b.Loop() {
		l.Add(frames)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rate, "ns/frame")
}
