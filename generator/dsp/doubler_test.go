package dsp

import (
	"math"
	"testing"
)

// doubled returns what a Doubler and an Interpolator in a row make of a sine
// of a frequency at a quarter of the rate.
func doubled(hertz float64, quanta int) []float32 {
	var double Doubler
	var up Interpolator
	var out []float32
	sample := 0
	for range quanta {
		var in QuarterBlock
		for i := range in {
			in[i] = float32(math.Sin(2 * math.Pi * hertz * 4 * float64(sample) / Rate))
			sample++
		}
		var half HalfBlock
		var whole Block
		double.Process(&in, &half)
		up.Process(&half, &whole)
		out = append(out, whole[:]...)
	}
	return out
}

func TestDoubler_Process_keeps_a_sine_below_its_top_and_mirrors_little(t *testing.T) {
	for _, hertz := range []float64{40, 440, 1500, 2400, 2998} {
		out := doubled(hertz, 400)[8*Quantum:][:Rate/2] // whole cycles
		var sine, cosine, all float64
		for i, x := range out {
			angle := 2 * math.Pi * hertz * float64(i) / Rate
			sine += float64(x) * math.Sin(angle)
			cosine += float64(x) * math.Cos(angle)
			all += float64(x) * float64(x)
		}
		n := float64(len(out))
		amplitude := 2 * math.Hypot(sine, cosine) / n
		if decibels := 20 * math.Log10(amplitude); math.Abs(decibels) > 0.05 {
			t.Errorf("%.0f Hz comes out at %.3f dB", hertz, decibels)
		}
		rest := all/n - amplitude*amplitude/2
		if decibels := 10 * math.Log10(math.Max(rest, 1e-12)*2); decibels > -56 {
			t.Errorf("%.0f Hz: mirrors together at %.1f dB", hertz, decibels)
		}
	}
}

func TestDoubler_Reset_forgets_the_past(t *testing.T) {
	var p Doubler
	var loud, silence QuarterBlock
	var out HalfBlock
	loud[QuarterQuantum-1] = 1
	p.Process(&loud, &out)
	p.Reset()
	out = HalfBlock{}
	if p.Process(&silence, &out); out != (HalfBlock{}) {
		t.Error("something is left")
	}
}

func BenchmarkDoubler_Process(b *testing.B) {
	var p Doubler
	var in QuarterBlock
	var out HalfBlock
	for b.Loop() {
		p.Process(&in, &out)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum, "ns/frame")
}
