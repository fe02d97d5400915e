package dsp

import (
	"math"
	"testing"
)

// ring drives a body with a tone for some quanta and returns the amplitudes
// of what it answers in each.
func ring(r *Resonators, hertz, amplitude float64, from, quanta int) []float64 {
	levels := make([]float64, quanta)
	for quantum := range levels {
		var in, left, right QuarterBlock
		for i := range in {
			in[i] = float32(amplitude * math.Sin(2*math.Pi*hertz*float64(4*((from+quantum)*QuarterQuantum+i))/Rate))
		}
		r.Render(&in, &left, &right)
		levels[quantum] = float64(r.Level())
	}
	return levels
}

func TestResonators_Render_swells_to_the_coupling_and_dies_in_time(t *testing.T) {
	for _, hertz := range []float64{100, 440, 1500} {
		for _, seconds := range []float64{1, 3} {
			var r Resonators
			r.Tune(0.1, []float64{hertz, hertz, hertz})
			r.SetDecay(seconds)
			second := Rate / Quantum
			swell := ring(&r, hertz, 1, 0, int(2*seconds)*second)
			if got, want := swell[len(swell)-1], math.Sqrt(3)*0.1*seconds*math.Sin(2*math.Pi*couplingHertz*4/Rate)/math.Sin(2*math.Pi*hertz*4/Rate); math.Abs(got/want-1) > 0.03 {
				t.Errorf("%v Hz, %v s: swells to %.4f, want %.4f", hertz, seconds, got, want)
			}
			if early := swell[second/50]; early > 0.3*swell[len(swell)-1] {
				t.Errorf("%v Hz, %v s: stands at %.4f after 20 ms already", hertz, seconds, early)
			}
			rest := ring(&r, hertz, 0, len(swell), int(seconds*float64(second)))
			if db := 20 * math.Log10(rest[len(rest)-1]/swell[len(swell)-1]); math.Abs(db+60) > 1 {
				t.Errorf("%v Hz, %v s: falls by %.1f dB", hertz, seconds, db)
			}
		}
	}
}

func TestResonators_Render_leaves_other_tones_alone(t *testing.T) {
	var r Resonators
	r.Tune(0.1, []float64{440, 440, 440})
	r.SetDecay(2)
	levels := ring(&r, 466.16, 1, 0, 2*Rate/Quantum)
	if got := levels[len(levels)-1]; got > 0.01 {
		t.Errorf("a semitone away it answers with %.4f", got)
	}
}

func TestResonators_SetDecay_goes_on_from_where_the_sound_is(t *testing.T) {
	var r Resonators
	r.Tune(0.2, []float64{300, 300, 300})
	r.SetDecay(4)
	before := ring(&r, 300, 1, 0, 750)
	r.SetDecay(0.3)
	after := ring(&r, 300, 0, 750, 300)
	if step := after[0] / before[749]; step > 1.001 || step < 0.9 {
		t.Errorf("the level goes from %.4f to %.4f in a quantum", before[749], after[0])
	}
	if got := after[len(after)-1]; got > 1e-3*before[749] {
		t.Errorf("0.4 s later it still stands at %.5f", got)
	}
}

// BenchmarkResonators_Render runs 30 of them.
func BenchmarkResonators_Render(b *testing.B) {
	var r Resonators
	var in, left, right QuarterBlock
	tuning := make([]float64, 30)
	for i := range tuning {
		tuning[i] = 100 + 30*float64(i)
	}
	r.Tune(0.1, tuning)
	r.SetDecay(3)
	in[0] = 1
	for b.Loop() {
		r.Render(&in, &left, &right)
		r.Level()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum, "ns/frame")
}
