package dsp

import (
	"fmt"
	"math"
	"testing"
)

// A sine at a quarter of the rate comes out as the same sine, 20 frames later.
func TestQuadrupler_Process_keeps_a_sine_below_its_top(t *testing.T) {
	const late = 20
	for _, hertz := range []float64{30, 440, 1500, QuarterTop} {
		t.Run(fmt.Sprint(hertz), func(t *testing.T) {
			var p Quadrupler
			worst := 0.0
			for quantum := range 60 {
				var in QuarterBlock
				var out Block
				for i := range in {
					in[i] = float32(math.Sin(2 * math.Pi * hertz * float64(4*(quantum*QuarterQuantum+i)) / Rate))
				}
				p.Process(&in, &out)
				if quantum < 2 {
					continue
				}
				for i, got := range out {
					want := math.Sin(2 * math.Pi * hertz * float64(quantum*Quantum+i-late) / Rate)
					worst = math.Max(worst, math.Abs(float64(got)-want))
				}
			}
			// The two mirrored sides of each of two filters.
			if db := 20 * math.Log10(worst); db > -57 {
				t.Errorf("the sine is %.1f dB off", db)
			}
		})
	}
}

func TestQuadrupler_Process_mirrors_nothing_below_16_kHz(t *testing.T) {
	for _, hertz := range []float64{100, 1000, 2000, QuarterTop} {
		var p Quadrupler
		mirrored := Rate/4 - hertz
		var level, mirror [2]float64
		for quantum := range 750 {
			var in QuarterBlock
			var out Block
			for i := range in {
				in[i] = float32(math.Sin(2 * math.Pi * hertz * float64(4*(quantum*QuarterQuantum+i)) / Rate))
			}
			p.Process(&in, &out)
			for i, x := range out {
				n := float64(quantum*Quantum + i)
				window := 1 - math.Cos(2*math.Pi*n/Rate)
				sin, cos := math.Sincos(2 * math.Pi * hertz * n / Rate)
				level[0], level[1] = level[0]+window*float64(x)*sin, level[1]+window*float64(x)*cos
				sin, cos = math.Sincos(2 * math.Pi * mirrored * n / Rate)
				mirror[0], mirror[1] = mirror[0]+window*float64(x)*sin, mirror[1]+window*float64(x)*cos
			}
		}
		db := 20 * math.Log10(math.Hypot(mirror[0], mirror[1])/math.Hypot(level[0], level[1]))
		if db > -70 {
			t.Errorf("%v Hz comes back at %v Hz, %.1f dB", hertz, mirrored, db)
		}
	}
}

func BenchmarkQuadrupler_Process(b *testing.B) {
	var p Quadrupler
	var in QuarterBlock
	var out Block
	in[3] = 1
	for b.Loop() {
		p.Process(&in, &out)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum, "ns/frame")
}
