package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestPinkSource_falls_by_3_dB_an_octave_and_is_half_shared(t *testing.T) {
	source := newPinkSource(4)
	var bands [8]dsp.Biquad
	var power [8]float64
	var left, right, both float64
	for i := range bands {
		bands[i].SetBandpass(atHalf*160*float32(math.Exp2(float64(i))), 2)
	}
	for range 20000 {
		var block dsp.HalfStereo
		source.render(&block)
		for i := range block.Left {
			l, r := float64(block.Left[i]), float64(block.Right[i])
			left, right, both = left+l*l, right+r*r, both+l*r
		}
		for i := range bands[:5] {
			x := block
			bands[i].Process(x.Left[:], x.Right[:])
			for _, v := range x.Left {
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
