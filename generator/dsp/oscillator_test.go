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
}

func TestOscillator_Render_fades_between_its_tables(t *testing.T) {
	cosine := new(Wavetable)
	for i := range cosine {
		cosine[i] = float32(math.Cos(2 * math.Pi * float64(i) / tableSize))
	}
	var o Oscillator
	o.SetFrequency(440)
	o.Start(0)
	const skipped = 10
	var out Block
	o.Render(out[skipped:], SineTable(), cosine, 0.5, 0)
	whole := Block{}
	o.Render(whole[:], SineTable(), cosine, 0, 0.25)
	gain, other := 0.0, 0.0
	for n := range 2*Quantum - skipped {
		got := float64(0)
		angle := 2 * math.Pi * 440 * float64(n) / Rate
		want := gain*math.Sin(angle) + other*math.Cos(angle)
		if n < Quantum-skipped {
			got = float64(out[skipped+n])
			gain += 0.5 / Quantum
		} else {
			got = float64(whole[n-Quantum+skipped])
			gain -= 0.5 * (Quantum - skipped) / Quantum / Quantum
			other += 0.25 / Quantum
		}
		if math.Abs(got-want) > 1e-5 {
			t.Fatalf("frame %d is %g, want %g", n, got, want)
		}
	}
}

func BenchmarkOscillator_Render(b *testing.B) {
	var o Oscillator
	var out Block
	o.SetFrequency(441)
	for b.Loop() {
		o.Render(out[:], SineTable(), SineTable(), 0.5, 0.1)
	}
	perFrame(b)
}
