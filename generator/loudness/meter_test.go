package loudness

import (
	"fmt"
	"math"
	"testing"
)

// sine returns seconds of a sine of an amplitude in each channel.
func sine(rate int, hertz, left, right, seconds float64) [][2]float64 {
	frames := make([][2]float64, int(seconds*float64(rate)))
	for i := range frames {
		x := math.Sin(2 * math.Pi * hertz * float64(i) / float64(rate))
		frames[i] = [2]float64{left * x, right * x}
	}
	return frames
}

func decibels(db float64) float64 { return math.Pow(10, db/20) }

// The reference values are those of BS.1770-4 Annex 1 and of EBU Tech 3341,
// tests 1 to 5.
func TestMeter_Integrated(t *testing.T) {
	quiet, loud := decibels(-36), decibels(-23)
	for _, test := range []struct {
		name   string
		rate   int
		signal [][2]float64
		want   float64
	}{
		{"full scale in one channel is −3.01", 48000, sine(48000, 997, 1, 0, 5), -3.01},
		{"full scale in both channels is 0", 48000, sine(48000, 997, 1, 1, 5), 0},
		{"the same at 44.1 kHz", 44100, sine(44100, 997, 1, 1, 5), 0},
		{"the same at 96 kHz", 96000, sine(96000, 997, 1, 1, 5), 0},
		{"−23 dBFS at 1 kHz is −23", 48000, sine(48000, 1000, loud, loud, 20), -23},
		{"−33 dBFS is −33", 48000, sine(48000, 1000, decibels(-33), decibels(-33), 20), -33},
		{"quieter parts fall under the relative gate", 48000, concat(
			sine(48000, 1000, quiet, quiet, 10), sine(48000, 1000, loud, loud, 60), sine(48000, 1000, quiet, quiet, 10)), -23},
		{"silence falls under the absolute gate", 48000, concat(
			sine(48000, 1000, 0, 0, 10), sine(48000, 1000, loud, loud, 60), sine(48000, 1000, decibels(-72), decibels(-72), 10)), -23},
		{"a mixture of levels", 48000, concat(
			sine(48000, 1000, decibels(-26), decibels(-26), 20), sine(48000, 1000, decibels(-20), decibels(-20), 20.1), sine(48000, 1000, decibels(-26), decibels(-26), 20)), -23},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := New(test.rate)
			m.Add(test.signal)
			if got := m.Integrated(); math.Abs(got-test.want) > 0.1 {
				t.Errorf("Integrated() = %.2f LUFS, want %.2f", got, test.want)
			}
		})
	}
}

func concat(parts ...[][2]float64) (all [][2]float64) {
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}

func TestMeter_Momentary_and_ShortTerm_follow_the_last_moments(t *testing.T) {
	m := New(48000)
	if got := m.Momentary(); got != Silence {
		t.Errorf("Momentary() of nothing = %v, want Silence", got)
	}
	m.Add(sine(48000, 1000, decibels(-40), decibels(-40), 4))
	m.Add(sine(48000, 1000, decibels(-20), decibels(-20), 1))
	if got := m.Momentary(); math.Abs(got+20) > 0.1 {
		t.Errorf("Momentary() = %.2f, want −20", got)
	}
	want := 10 * math.Log10((math.Pow(10, -2)+2*math.Pow(10, -4))/3)
	if got := m.ShortTerm(); math.Abs(got-want) > 0.1 {
		t.Errorf("ShortTerm() = %.2f, want %.2f", got, want)
	}
}

// A sine at a quarter of the rate, 45° off, has samples of √½ only: its peak
// lies between them.
func TestMeter_TruePeak_sees_between_the_samples(t *testing.T) {
	for _, hertz := range []float64{997, 6000, 12000, 19000} {
		t.Run(fmt.Sprint(hertz), func(t *testing.T) {
			m := New(48000)
			frames := make([][2]float64, 48000)
			for i := range frames {
				ramp := math.Min(1, float64(i)/4800)
				x := ramp * math.Sin(2*math.Pi*hertz*float64(i)/48000+math.Pi/4)
				frames[i] = [2]float64{0.5 * x, 0.1 * x}
			}
			m.Add(frames)
			if got, want := m.TruePeak(), 20*math.Log10(0.5); math.Abs(got-want) > 0.3 {
				t.Errorf("TruePeak() = %.2f dBTP, want %.2f", got, want)
			}
		})
	}
}

func TestMeter_Add_gives_the_same_in_any_portions(t *testing.T) {
	signal := sine(48000, 440, 0.3, 0.2, 3.5)
	whole, parts := New(48000), New(48000)
	whole.Add(signal)
	for i, n := 0, 1; i < len(signal); i, n = i+n, n%977+13 {
		parts.Add(signal[i:min(i+n, len(signal))])
	}
	if whole.Integrated() != parts.Integrated() || whole.TruePeak() != parts.TruePeak() {
		t.Errorf("in portions: %v LUFS %v dBTP, whole: %v LUFS %v dBTP",
			parts.Integrated(), parts.TruePeak(), whole.Integrated(), whole.TruePeak())
	}
}

func TestMeter_Add_takes_what_is_not_finite_for_silence(t *testing.T) {
	m := New(48000)
	m.Add([][2]float64{{math.NaN(), math.Inf(1)}})
	m.Add(sine(48000, 997, 1, 1, 2))
	if got := m.Integrated(); !(math.Abs(got) < 0.1) {
		t.Errorf("Integrated() = %v after a NaN, want 0", got)
	}
}

func TestMeter_Add_allocates_nothing(t *testing.T) {
	m, signal := New(48000), sine(48000, 997, 0.5, 0.5, 0.1)
	if allocs := testing.AllocsPerRun(50, func() { m.Add(signal) }); allocs != 0 {
		t.Errorf("Add allocates %v times", allocs)
	}
}

func BenchmarkMeter_Add(b *testing.B) {
	m, signal := New(48000), sine(48000, 997, 0.5, 0.4, 0.1)
	for b.Loop() {
		m.Add(signal)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(signal)), "ns/frame")
}
