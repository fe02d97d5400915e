package output

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// tone fills frames with sines of two amplitudes.
func tone(frames int, left, right float64) [][2]float64 {
	samples := make([][2]float64, frames)
	for i := range samples {
		wave := math.Sin(2 * math.Pi * 440 * float64(i) / Rate)
		samples[i] = [2]float64{left * wave, right * wave}
	}
	return samples
}

func TestMeter_ReadsTheRootMeanSquareOfEachChannel(t *testing.T) {
	var meter Meter
	meter.Add(tone(Rate/2, 0.5, 0.1))
	level := meter.Level()
	for channel, want := range []float64{0.5 / math.Sqrt2, 0.1 / math.Sqrt2} {
		if math.Abs(level[channel]-want) > 1e-3 {
			t.Errorf("channel %d: level %v, want %v", channel, level[channel], want)
		}
	}
}

func TestMeter_ForgetsWhatIsOlderThanAQuarterSecond(t *testing.T) {
	var meter Meter
	meter.Add(tone(Rate, 1, 1))
	meter.Add(make([][2]float64, Rate/4))
	if level := meter.Level(); level != [2]float64{} {
		t.Errorf("level %v after a quarter second of silence", level)
	}
}

func TestMeter_DoesNotDependOnHowTheFramesAreCut(t *testing.T) {
	samples := tone(Rate/2, 0.8, 0.3)
	var whole Meter
	whole.Add(samples)
	rapid.Check(t, func(t *rapid.T) {
		var parts Meter
		for rest := samples; len(rest) > 0; {
			n := min(len(rest), rapid.IntRange(1, 5000).Draw(t, "n"))
			parts.Add(rest[:n])
			rest = rest[n:]
		}
		if parts.Level() != whole.Level() {
			t.Fatalf("level %v in parts, %v as a whole", parts.Level(), whole.Level())
		}
	})
}

func TestMeter_AllocatesNothing(t *testing.T) {
	var meter Meter
	samples := tone(4800, 1, 1)
	if n := testing.AllocsPerRun(20, func() { meter.Add(samples) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
