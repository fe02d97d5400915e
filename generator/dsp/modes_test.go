package dsp

import (
	"math"
	"testing"
)

func TestModes_Render_rings_at_the_frequency_for_the_time(t *testing.T) {
	for _, hertz := range []float64{30, 261.63, 4000} {
		for _, seconds := range []float64{0.3, 3} {
			var m Modes
			m.Clear()
			m.Add(hertz, 0.5, seconds)
			frames := int(seconds * Rate / 2)
			for at := 0; at < frames; at += Quantum {
				var out Block
				m.Render(out[:])
				for i, got := range out {
					n := float64(at + i)
					want := 0.5 * math.Pow(10, -3*n/(seconds*Rate)) * math.Sin(2*math.Pi*hertz*n/Rate)
					if math.Abs(float64(got)-want) > 1e-4 {
						t.Fatalf("%v Hz, %v s: frame %v is %.5f, want %.5f", hertz, seconds, n, got, want)
					}
				}
			}
		}
	}
}

func TestModes_Render_lets_silent_modes_go_and_keeps_the_others(t *testing.T) {
	var m, alone Modes
	m.Clear()
	alone.Clear()
	for i := range 2 * MaxModes { // more than there is room for
		seconds := 0.05
		if i == 5 {
			seconds = 10
			alone.Add(440, 0.1, seconds)
			m.Add(440, 0.1, seconds)
			continue
		}
		m.Add(100+float64(i), 0.1, seconds)
	}
	for quantum := range 2 * Rate / Quantum {
		var out, want Block
		m.Render(out[:])
		alone.Render(want[:])
		if quantum < Rate/Quantum {
			continue
		}
		for i := range out {
			if math.Abs(float64(out[i]-want[i])) > 1e-6 {
				t.Fatalf("quantum %d, frame %d: %g, want %g", quantum, i, out[i], want[i])
			}
		}
	}
	if got, want := m.Level(), alone.Level(); got != want || got == 0 {
		t.Errorf("Level() = %g, want %g", got, want)
	}
}

func TestModes_Damp_shortens_what_is_longer(t *testing.T) {
	var m Modes
	m.Clear()
	m.Add(200, 0.5, 20)
	var out Block
	m.Render(out[:])
	m.Damp(0.2, 200)
	for range int(0.2 * Rate / Quantum) {
		clear(out[:])
		m.Render(out[:])
	}
	if level := m.Level(); level > 0.5e-3*1.1 || level < 0.5e-3*0.8 {
		t.Errorf("after 0.2 s the level is %g, want 60 dB under 0.5", level)
	}
}

// At a quarter of the rate a body is every fourth sample of the same body.
func TestModes_AtQuarterRate_rings_and_damps_the_same(t *testing.T) {
	var whole, quarter Modes
	quarter.AtQuarterRate()
	for _, m := range []*Modes{&whole, &quarter} {
		m.Add(220, 0.5, 4)
		m.Add(2900, 0.2, 1)
	}
	for quantum := range 400 {
		if quantum == 200 {
			whole.Damp(0.3, 220)
			quarter.Damp(0.3, 220)
		}
		var want Block
		var got QuarterBlock
		whole.Render(want[:])
		quarter.Render(got[:])
		for i := range got {
			// A damper falls on the last sample, up to three frames earlier.
			if math.Abs(float64(got[i]-want[4*i])) > 1e-3 {
				t.Fatalf("quantum %d, sample %d: %g, want %g", quantum, i, got[i], want[4*i])
			}
		}
	}
	if a, b := whole.Level(), quarter.Level(); math.Abs(float64(a/b-1)) > 1e-3 {
		t.Errorf("Level() = %g, at a quarter of the rate %g", a, b)
	}
}

func TestModes_Damp_bends_nothing(t *testing.T) {
	for _, hertz := range []float64{40, 440, 5000} {
		var m, free Modes
		m.Add(hertz, 0.5, 20)
		free.Add(hertz, 0.5, 20)
		for range 50 {
			var out Block
			m.Render(out[:])
			free.Render(out[:])
		}
		m.Damp(0.05, hertz)
		var damped, rings Block
		m.Render(damped[:])
		free.Render(rings[:])
		for i := range 8 {
			// What a fall by 60 dB in 0.05 s takes of the amplitude.
			limit := 0.5 * (1 - math.Pow(10, -3*float64(i+1)/(0.05*Rate)))
			if math.Abs(float64(damped[i]-rings[i])) > limit+1e-6 {
				t.Fatalf("%v Hz: frame %d after the damper is %g, want within %g of %g", hertz, i, damped[i], limit, rings[i])
			}
		}
	}
}

func TestModes_Render_drops_what_the_others_mask(t *testing.T) {
	var m Modes
	m.Add(300, 0.5, 100)
	m.Add(2000, 0.5, 1)
	var out Block
	for range Rate / Quantum {
		m.Render(out[:])
	}
	if m.Count() != 2 {
		t.Errorf("%d modes are left 60 dB under the other, want 2", m.Count())
	}
	for range int(0.2 * Rate / Quantum) {
		m.Render(out[:])
	}
	if m.Count() != 1 {
		t.Errorf("%d modes are left 72 dB under the other, want 1", m.Count())
	}
	m.Mask(1e4)
	for range shedQuanta {
		m.Render(out[:])
	}
	if m.Count() != 0 || m.Level() != 0 {
		t.Errorf("%d modes are left 86 dB under something else, want none", m.Count())
	}
}

// BenchmarkModes_Render runs 24 modes; the metric is for each.
func BenchmarkModes_Render(b *testing.B) {
	var m Modes
	var out Block
	m.Clear()
	for i := range 24 {
		m.Add(100*float64(i+1), 1, 1e9)
	}
	for b.Loop() {
		m.Render(out[:])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum/24, "ns/frame")
}

// BenchmarkModes_AtQuarterRate runs 24 modes; the metric is for each.
func BenchmarkModes_AtQuarterRate(b *testing.B) {
	var m Modes
	var out QuarterBlock
	m.AtQuarterRate()
	for i := range 24 {
		m.Add(100*float64(i+1), 1, 1e9)
	}
	for b.Loop() {
		m.Render(out[:])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum/24, "ns/frame")
}
