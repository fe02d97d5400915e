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
		var bus dsp.HalfStereo
		for i := range bus.Left {
			bus.Left[i] = float32(math.Sin(2 * math.Pi * hertz * float64(sample) / dsp.HalfRate))
			bus.Right[i] = bus.Left[i]
			sample++
		}
		e.process(&bus, 1, true)
		if quantum < 10 {
			continue
		}
		for i, x := range bus.Left {
			y := bus.Right[i]
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
	var bus dsp.HalfStereo
	for i := range bus.Left {
		bus.Left[i], bus.Right[i] = 0.5, -0.5
	}
	e.process(&bus, 0.5, true)
	for range 1000 {
		if e.empty() {
			break
		}
		bus.Clear()
		e.process(&bus, 0.5, false)
	}
	if !e.empty() {
		t.Fatal("never empty")
	}
	if left := peak(bus.Left[:], bus.Right[:]); left > 1e-4 {
		t.Errorf("empty with %.2g still coming", left)
	}
}
