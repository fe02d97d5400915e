package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// toneOf returns the amplitude of a frequency in x.
func toneOf(x []float64, hertz float64) float64 {
	var re, im, weight float64
	for i, v := range x {
		window := 1 - math.Cos(2*math.Pi*float64(i)/float64(len(x)))
		sine, cosine := math.Sincos(2 * math.Pi * hertz * float64(i) / dsp.Rate)
		re, im, weight = re+window*v*cosine, im+window*v*sine, weight+window
	}
	return 2 * math.Hypot(re, im) / weight
}

func TestUpsampler_keeps_what_is_there_and_adds_little(t *testing.T) {
	for _, c := range []struct{ hertz, least, image float64 }{
		{200, -0.05, -90}, {1000, -0.05, -70}, {5000, -0.15, -38}, {8000, -1.3, -16},
	} {
		var up upsampler
		var x []float64
		for quantum := range 200 {
			var bed halfStereo
			for i := range bed.left {
				bed.left[i] = float32(math.Sin(2 * math.Pi * c.hertz * float64(quantum*halfQuantum+i) / halfRate))
			}
			var out dsp.Stereo
			up.add(&bed, &out, 1, 0)
			for i := range out.Left {
				x = append(x, float64(out.Left[i]))
				if out.Right[i] != 0 {
					t.Fatal("the left side is heard on the right")
				}
			}
		}
		x = x[dsp.Quantum:]
		if got := 20 * math.Log10(toneOf(x, c.hertz)); got < c.least || got > 0.1 {
			t.Errorf("%v Hz comes out at %.2f dB", c.hertz, got)
		}
		if got := 20 * math.Log10(toneOf(x, halfRate-c.hertz)); got > c.image {
			t.Errorf("the image of %v Hz is at %.1f dB, want below %v", c.hertz, got, c.image)
		}
	}
}

func TestPinkSource_falls_by_3_dB_an_octave_and_is_half_shared(t *testing.T) {
	source := newPinkSource(4)
	var bands [8]dsp.Biquad
	var power [8]float64
	var left, right, both float64
	for i := range bands {
		bands[i].SetBandpass(atHalf*160*float32(math.Exp2(float64(i))), 2)
	}
	for range 20000 {
		var block halfStereo
		source.render(&block)
		for i := range block.left {
			l, r := float64(block.left[i]), float64(block.right[i])
			left, right, both = left+l*l, right+r*r, both+l*r
		}
		for i := range bands[:5] {
			x := block
			bands[i].Process(x.left[:], x.right[:])
			for _, v := range x.left {
				power[i] += float64(v * v)
			}
		}
	}
	for i := 1; i < 5; i++ {
		if step := 10 * math.Log10(power[i]/power[i-1]); math.Abs(step) > 1 {
			t.Errorf("%.1f dB from octave %d to the next, want 0", step, i)
		}
	}
	if c := both / math.Sqrt(left*right); math.Abs(c-0.385) > 0.04 {
		t.Errorf("correlation %.3f, want 0.385", c)
	}
}
