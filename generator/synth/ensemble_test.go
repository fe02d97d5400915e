package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// chorused returns the power of the middle and of the side of a sine in the
// middle after an ensemble at full depth.
func chorused(hertz float64) (middle, side float64) {
	e := newEnsemble(1)
	sample := 0
	for quantum := range 4 * dsp.Rate / dsp.Quantum {
		var bus halfBus
		for i := range bus.left {
			bus.left[i] = float32(math.Sin(2 * math.Pi * hertz * float64(sample) / dsp.HalfRate))
			bus.right[i] = bus.left[i]
			sample++
		}
		e.process(&bus, 1, true)
		if quantum < 10 {
			continue
		}
		for i, x := range bus.left {
			y := bus.right[i]
			middle += float64(x+y) * float64(x+y)
			side += float64(x-y) * float64(x-y)
		}
	}
	return middle, side
}

func TestEnsemble_process_widens_and_leaves_the_low_end_in_the_middle(t *testing.T) {
	for _, c := range []struct{ hertz, least, most float64 }{
		{60, -100, -45},
		{120, -100, -30},
		{1000, -20, -3},
		{3000, -20, -3},
	} {
		middle, side := chorused(c.hertz)
		if db := 10 * math.Log10(side/middle); db < c.least || db > c.most {
			t.Errorf("%.0f Hz: the side is %.1f dB under the middle, want %.0f to %.0f", c.hertz, -db, -c.most, -c.least)
		}
	}
}

func TestEnsemble_process_empties(t *testing.T) {
	e := newEnsemble(1)
	var bus halfBus
	for i := range bus.left {
		bus.left[i], bus.right[i] = 0.5, -0.5
	}
	e.process(&bus, 0.5, true)
	for range 1000 {
		if e.empty() {
			break
		}
		bus.clear()
		e.process(&bus, 0.5, false)
	}
	if !e.empty() {
		t.Fatal("never empty")
	}
	if left := peak(bus.left[:], bus.right[:]); left > 1e-4 {
		t.Errorf("empty with %.2g still coming", left)
	}
}

func TestHalfBus_add_keeps_the_level_and_forgets_when_reset(t *testing.T) {
	var bus halfBus
	highest := 0.0
	for quantum := range 50 {
		bus.clear()
		for i := range bus.left {
			turn := 2 * math.Pi * 1000 * float64(quantum*len(bus.left)+i) / dsp.HalfRate
			bus.left[i], bus.right[i] = float32(0.5*math.Sin(turn)), float32(0.25*math.Sin(turn))
		}
		out := dsp.Stereo{}
		bus.add(&out)
		if quantum > 2 {
			highest = math.Max(highest, peak(out.Left[:]))
			if apart := math.Abs(float64(out.Left[20] - 2*out.Right[20])); apart > 1e-6 {
				t.Fatalf("the channels differ by %g", apart)
			}
		}
	}
	if math.Abs(highest-0.5) > 0.01 {
		t.Errorf("a sine of 0.5 comes out at %.3f", highest)
	}
	bus.reset()
	bus.clear()
	var out dsp.Stereo
	bus.add(&out)
	if left := peak(out.Left[:], out.Right[:]); left != 0 {
		t.Errorf("after a reset %.2g is left", left)
	}
}
