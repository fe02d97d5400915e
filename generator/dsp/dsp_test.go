package dsp

import (
	"testing"
)

func TestUnits_allocate_nothing(t *testing.T) {
	var left, right Block
	var m Modes
	m.Clear()
	delay, noise, drift := NewDelay(500), NewNoise(1), NewDrift(1, 0.1)
	var pink Pink
	var filter StateVariable
	pole := NewOnePole(100)
	var e Envelope
	if allocs := testing.AllocsPerRun(100, func() {
		noise.Render(left[:])
		pink.Process(left[:])
		filter.Set(300, 1)
		filter.Lowpass(left[:], right[:])
		pole.Lowpass(left[:])
		m.Add(440, 1, 1)
		m.Render(left[:])
		m.Damp(0.1, 100)
		delay.ReadBlock(&right, 100)
		delay.WriteBlock(&left)
		e.Start(1, 1)
		e.Next()
		drift.Next()
	}); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func perFrame(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum, "ns/frame")
}
