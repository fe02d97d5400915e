package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// A step is a sample that lies far from the line through its neighbours,
// compared with how bent the waveform is around it.
func TestInstrument_Play_steals_without_a_click(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		in := m.make(1)
		l := dsp.DrawLot(99, 1)
		var left, right []float32
		for range 200 {
			pitch := float64(m.low) + float64(m.high-m.low)*l.Unit()
			in.Play(Note{Pitch: float32(pitch), Velocity: float32(0.3 + 0.7*l.Unit()), Frames: 4 * dsp.Rate, Offset: int(64 * l.Unit())})
			a, b := listen(in, 0.03+0.1*l.Unit())
			left, right = append(left, a...), append(right, b...)
			if playing := in.Sounding(); playing > 2*m.voices {
				t.Fatalf("%d voices sound at once", playing)
			}
		}
		for name, x := range map[string][]float32{"left": left, "right": right} {
			if at, ratio := sharpest(x); ratio > 12 {
				t.Errorf("%s: frame %d (%.3f s) bends %.1f times as much as its surroundings", name, at, float64(at)/dsp.Rate, ratio)
			}
		}
	})
}

// sharpest returns the frame whose second difference is the largest compared
// with the RMS of those within 10 ms of it.
func sharpest(x []float32) (at int, ratio float64) {
	const around = 480
	bends := make([]float64, len(x))
	sum := make([]float64, len(x)+1)
	for i := 2; i < len(x); i++ {
		bends[i] = bend(x, i)
		sum[i+1] = sum[i] + bends[i]*bends[i]
	}
	for i := around; i < len(x)-around; i++ {
		rms := math.Sqrt((sum[i+around] - sum[i-around]) / (2 * around))
		if r := bends[i] / (rms + 1e-5); r > ratio {
			at, ratio = i, r
		}
	}
	return at, ratio
}

// bend returns how far sample i lies from the line through the two before it.
func bend(x []float32, i int) float64 { return math.Abs(float64(x[i] - 2*x[i-1] + x[i-2])) }

func TestInstrument_Set_glides(t *testing.T) {
	for _, m := range members {
		switch m.name {
		case "strings", "choir", "glass", "flute", "bass":
		default:
			continue // a body that rings cannot change
		}
		t.Run(m.name, func(t *testing.T) {
			in := m.make(1)
			in.Set(Patch{Release: 0.5, Width: 0.5})
			in.Play(Note{Pitch: float32(m.low + 8), Velocity: 0.8, Frames: 30 * dsp.Rate})
			left, _ := listen(in, 6)
			in.Set(Patch{Brightness: 1, Release: 0.5, Width: 0.5})
			after, _ := listen(in, 1)
			if _, ratio := sharpest(append(left, after...)); ratio > 12 {
				t.Errorf("a bend of %.1f times its surroundings", ratio)
			}
			var before, later float64
			for i := range 24000 {
				before += bend(left, len(left)-1-i)
				later += bend(after, len(after)-1-i)
			}
			if later < 1.2*before {
				t.Errorf("brightness 0 → 1 changes the mean bend only from %.4f to %.4f", before, later)
			}
		})
	}
}

// sharpestOf returns the sharpest bend among the first samples of x.
func sharpestOf(x []float32, samples int) (sharpest float64) {
	for i := 2; i < samples; i++ {
		sharpest = math.Max(sharpest, bend(x, i))
	}
	return sharpest
}

// Wherever in a quantum a note starts, it starts from nothing.
func TestInstrument_Play_starts_without_a_step_at_any_offset(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		for offset := 0; offset < dsp.Quantum; offset += 7 {
			in := m.make(uint64(offset))
			in.Set(Patch{Brightness: 0.5, Warmth: 0.5})
			in.Play(Note{Pitch: float32(m.low+m.high) / 2, Velocity: 1, Frames: dsp.Rate, Offset: offset})
			left, _ := listen(in, 0.2)
			for i := range offset {
				if left[i] != 0 {
					t.Fatalf("offset %d: frame %d is %g, before the note", offset, i, left[i])
				}
			}
			highest := peak(left)
			if b := sharpestOf(left[max(offset-2, 0):], 5); b > 0.01*highest {
				t.Errorf("offset %d: a bend of %.3f of the peak where it starts", offset, b/highest)
			}
			border, after := sharpestOf(left[dsp.Quantum-2:], 4), sharpestOf(left[dsp.Quantum:], 100)
			if border > 1.6*after && border > 2e-3*highest {
				t.Errorf("offset %d: a bend of %.3f of the peak between two quanta, of %.3f after it", offset, border/highest, after/highest)
			}
		}
	})
}
