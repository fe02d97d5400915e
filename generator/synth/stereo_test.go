package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestInstrument_Render_stays_whole_in_mono(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		in := m.make(2)
		in.Set(Patch{0.6, 0, 0.5, 0.5, 1, 1})
		var left, right []float32
		for pitch := m.low; pitch <= m.high; pitch += 5 {
			in.Play(Note{Pitch: float32(pitch), Velocity: 0.7, Frames: dsp.Rate})
			l, r := listen(in, 1.2)
			left, right = append(left, l...), append(right, r...)
		}
		if c := correlation(left, right); c < 0.2 {
			t.Errorf("correlation is %.2f, want 0.2 at least", c)
		}
		if loss := monoLoss(left, right); loss > 2 {
			t.Errorf("the sum of the sides loses %.1f dB", loss)
		}
		// Below 120 Hz the sides are the same, but for what movement leaves.
		low := [2]dsp.OnePole{dsp.NewOnePole(60), dsp.NewOnePole(60)}
		low[0].Lowpass(left)
		low[1].Lowpass(right)
		if c := correlation(left, right); c < 0.7 {
			t.Errorf("correlation of the low end is %.2f, want 0.7 at least", c)
		}
	})
}

func correlation(left, right []float32) float64 {
	var l, r, both float64
	for i := range left {
		x, y := float64(left[i]), float64(right[i])
		l, r, both = l+x*x, r+y*y, both+x*y
	}
	return both / math.Sqrt(l*r)
}

// monoLoss returns how much quieter the mean of the sides is than the sides,
// in decibels beyond the 3 that two unrelated sides lose.
func monoLoss(left, right []float32) float64 {
	var sides, mean float64
	for i := range left {
		x, y := float64(left[i]), float64(right[i])
		sides += (x*x + y*y) / 2
		mean += (x + y) * (x + y) / 4
	}
	return -10 * math.Log10(2*mean/sides)
}

func TestInstrument_Set_width_0_is_mono_enough_and_1_is_wide(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		if m.name == "bass" || m.name == "upright-bass" {
			t.Skip("a bass stands in the middle at any width")
		}
		side := func(width float32) float64 {
			in := m.make(2)
			in.Set(Patch{0.5, 0, 0.5, 0.5, 0.3, width})
			in.Play(Note{Pitch: float32(m.high - 6), Velocity: 0.7, Frames: 2 * dsp.Rate})
			left, right := listen(in, 2)
			var middle, side float64
			for i := range left {
				x, y := float64(left[i]), float64(right[i])
				middle, side = middle+(x+y)*(x+y), side+(x-y)*(x-y)
			}
			return side / middle
		}
		if narrow, wide := side(0), side(1); wide < 1.5*narrow {
			t.Errorf("the sides' share is %.4f at width 0 and %.4f at 1", narrow, wide)
		}
	})
}
