package output

import (
	"math"
	"testing"
)

// cut is what beep makes of a sample.
func cut(x float64) int {
	return int(int16(min(max(x, -1), 1) * (1<<15 - 1)))
}

// partial returns the level of a frequency in samples, by one bin of a Fourier
// transform.
func partial(samples []float64, hertz float64) float64 {
	var re, im float64
	for i, x := range samples {
		phase := 2 * math.Pi * hertz * float64(i) / Rate
		re += x * math.Cos(phase)
		im += x * math.Sin(phase)
	}
	return 20 * math.Log10(2*math.Hypot(re, im)/float64(len(samples)))
}

func TestRound16_SurvivesTheCutOfBeepExactly(t *testing.T) {
	for step := -fullScale; step <= fullScale; step++ {
		for _, off := range []float64{-0.499, -0.2, 0, 0.2, 0.499} {
			if got := cut(round16((float64(step)+off)/fullScale, 0)); got != step {
				t.Fatalf("step %d with %v became %d", step, off, got)
			}
		}
	}
}

func TestRound16_HoldsWhatIsOutOfRange(t *testing.T) {
	for x, want := range map[float64]int{1.5: fullScale, -1.5: -fullScale, math.Inf(1): fullScale, math.Inf(-1): -fullScale} {
		if got := cut(round16(x, 0)); got != want {
			t.Errorf("%v became %d, want %d", x, got, want)
		}
	}
	if got := round16(math.NaN(), 0); got != 0 {
		t.Errorf("NaN became %v", got)
	}
}

func TestQuantiser_ErrorIsFreeOfTheSignalAndHighPassed(t *testing.T) {
	for _, level := range []float64{0.1, 0.25, 0.5, 0.9, 123.4} { // in steps
		samples := make([][2]float64, 200_000)
		for i := range samples {
			samples[i] = [2]float64{level / fullScale, -level / fullScale}
		}
		newQuantiser().apply(samples)
		for channel, sign := range []float64{1, -1} {
			var mean, power, neighbour, before float64
			for i, frame := range samples {
				e := float64(cut(frame[channel])) - sign*level
				mean += e
				power += e * e
				if i > 0 {
					neighbour += e * before
				}
				before = e
			}
			n := float64(len(samples))
			mean, power, neighbour = mean/n, power/n, neighbour/n
			// Triangular dither of two steps: variance 1/6; rounding: 1/12.
			if math.Abs(mean) > 0.005 || math.Abs(power-0.25) > 0.01 {
				t.Errorf("level %v, channel %d: mean %v, variance %v, want 0 and 1/4", level, channel, mean, power)
			}
			// The difference of neighbours correlates by −1/12 with the next one.
			if math.Abs(neighbour+1./12) > 0.01 {
				t.Errorf("level %v, channel %d: covariance with the next %v, want −1/12", level, channel, neighbour)
			}
		}
	}
}

func TestQuantiser_KeepsAFaintToneCleanerThanTheCutAlone(t *testing.T) {
	const hertz = 750 // a whole number of periods in a second
	plain, dithered := make([]float64, Rate), make([]float64, Rate)
	samples := make([][2]float64, Rate)
	for i := range samples {
		x := 0.001 * math.Sin(2*math.Pi*hertz*float64(i)/Rate) // −60 dBFS
		plain[i] = float64(cut(x)) / fullScale
		samples[i] = [2]float64{x, x}
	}
	newQuantiser().apply(samples)
	for i := range samples {
		dithered[i] = float64(cut(samples[i][0])) / fullScale
	}
	third := func(s []float64) float64 { return partial(s, 3*hertz) - partial(s, hertz) }
	if gained := third(plain) - third(dithered); gained < 20 {
		t.Errorf("third harmonic %.1f dBc cut, %.1f dBc dithered: want at least 20 dB less", third(plain), third(dithered))
	}
}

func TestQuantiser_LeavesNoRunOfZerosWhileSomethingSounds(t *testing.T) {
	samples := make([][2]float64, 5*Rate)
	for i := range samples {
		samples[i] = [2]float64{1e-9, 0}
	}
	newQuantiser().apply(samples)
	for channel := range 2 {
		run, longest := 0, 0
		for _, frame := range samples {
			run++
			if frame[channel] != 0 {
				run = 0
			}
			longest = max(longest, run)
		}
		if longest > Rate/20 {
			t.Errorf("channel %d: %d zeros in a row", channel, longest)
		}
	}
}

func TestQuantiser_RestsAfterASecondOfSilence(t *testing.T) {
	q := newQuantiser()
	if idle := make([][2]float64, 100); true {
		q.apply(idle)
		for _, frame := range idle {
			if frame != [2]float64{} {
				t.Fatal("dither before anything sounded")
			}
		}
	}
	q.apply([][2]float64{{0.5, 0.5}})
	after := make([][2]float64, 2*Rate)
	q.apply(after)
	for i, frame := range after[blankFrames:] {
		if frame != [2]float64{} {
			t.Fatalf("dither %d frames after the last sound", blankFrames+i)
		}
	}
}

func TestQuantiser_AllocatesNothing(t *testing.T) {
	q, samples := newQuantiser(), tone(512, 0.5, 0.5)
	if n := testing.AllocsPerRun(20, func() { q.apply(samples) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkQuantiser(b *testing.B) {
	q, samples := newQuantiser(), tone(480, 0.5, 0.5)
	for b.Loop() {
		q.apply(samples)
	}
}
