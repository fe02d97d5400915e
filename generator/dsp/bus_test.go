package dsp

import (
	"math"
	"testing"
)

func TestBus_is_empty_until_it_is_used_and_after_it_is_cleared(t *testing.T) {
	var b, dry, send Bus
	b.Whole().Left[3], b.Half().Right[5] = 1, 1
	b.Clear()
	b.Mix(&dry, &send, 1, 1)
	b.Add(&dry, 1)
	if *dry.Whole() != (Stereo{}) || *dry.Half() != (HalfStereo{}) || *send.Whole() != (Stereo{}) || *send.Half() != (HalfStereo{}) {
		t.Error("an empty bus adds something")
	}
	if *b.Whole() != (Stereo{}) || *b.Half() != (HalfStereo{}) {
		t.Error("what was there before Clear is there again")
	}
}

func TestBus_Mix_adds_at_two_gains(t *testing.T) {
	var b, dry, send Bus
	b.Whole().Left[3], b.Half().Right[5] = 1, 2
	dry.Whole().Left[3] = 10
	b.Mix(&dry, &send, 0.5, 0.25)
	b.Add(&dry, 1)
	if l, r := dry.Whole().Left[3], dry.Half().Right[5]; l != 11.5 || r != 3 {
		t.Errorf("dry: %v and %v, want 11.5 and 3", l, r)
	}
	if l, r := send.Whole().Left[3], send.Half().Right[5]; l != 0.25 || r != 0.5 {
		t.Errorf("send: %v and %v, want 0.25 and 0.5", l, r)
	}
}

func TestBus_Fade_glides_at_both_rates_alike(t *testing.T) {
	var b Bus
	whole, half := b.Whole(), b.Half()
	for i := range whole.Left {
		whole.Left[i], whole.Right[i] = 1, 2
	}
	for i := range half.Left {
		half.Left[i], half.Right[i] = 1, 2
	}
	b.Fade(0.25, 0.5/Quantum)
	for i := range half.Left {
		want := 0.25 + 0.5*float64(2*i)/Quantum
		if l, r := whole.Left[2*i], half.Right[i]; math.Abs(float64(l)-want) > 1e-6 || math.Abs(float64(r)-2*want) > 1e-6 {
			t.Fatalf("frame %d is %v and %v, want %v and %v", 2*i, l, r, want, 2*want)
		}
	}
}

// strand fills a quantum of a bus with a sine at one rate or the other.
func strand(b *Bus, half bool, hertz float64, quantum int) {
	if half {
		to := b.Half()
		for i := range to.Left {
			to.Left[i] = float32(math.Sin(2 * math.Pi * hertz * float64(quantum*len(to.Left)+i) / HalfRate))
		}
		return
	}
	to := b.Whole()
	for i := range to.Left {
		to.Left[i] = float32(math.Sin(2 * math.Pi * hertz * float64(quantum*Quantum+i) / Rate))
	}
}

func TestConfluence_brings_both_rates_together_at_the_same_level(t *testing.T) {
	for _, half := range []bool{false, true} {
		var rise, fall Confluence
		var up, down float64
		for quantum := range 100 {
			var b Bus
			var out Stereo
			var low HalfStereo
			strand(&b, half, 1000, quantum)
			rise.Up(&b, &out)
			fall.Down(&b, &low)
			if quantum < 4 {
				continue
			}
			for _, x := range out.Left {
				up += float64(x) * float64(x) / (96 * Quantum)
			}
			for _, x := range low.Left {
				down += float64(x) * float64(x) / (96 * Quantum / 2)
			}
			if out.Right != (Block{}) || low.Right != (HalfBlock{}) {
				t.Fatal("the left is heard on the right")
			}
		}
		if math.Abs(up-0.5) > 0.005 || math.Abs(down-0.5) > 0.005 {
			t.Errorf("half rate %v: a power of 0.5 is %.3f above and %.3f below", half, up, down)
		}
	}
}

// What stops at one rate rings out at the other before the way is closed.
func TestConfluence_lets_what_stops_ring_out(t *testing.T) {
	for _, half := range []bool{false, true} {
		var rise, fall Confluence
		left := float32(0)
		for quantum := range 6 {
			var b Bus
			var out Stereo
			var low HalfStereo
			if quantum == 0 {
				if half {
					b.Half().Left[Quantum/2-1] = 1
				} else {
					b.Whole().Left[Quantum-1] = 1
				}
			}
			rise.Up(&b, &out)
			fall.Down(&b, &low)
			if quantum == 1 {
				for i := range low.Left {
					left += low.Left[i] * low.Left[i]
				}
				for i := range out.Left {
					left += out.Left[i] * out.Left[i]
				}
			}
			if quantum > 1 && (out != Stereo{} || low != HalfStereo{}) {
				t.Errorf("quantum %d still sounds", quantum)
			}
		}
		if left == 0 {
			t.Errorf("half rate %v: what was on its way is lost", half)
		}
	}
}

func BenchmarkConfluence_Up(b *testing.B) {
	var rise Confluence
	var bus Bus
	var out Stereo
	bus.Whole().Left[3], bus.Half().Right[5] = 1, 2
	for b.Loop() {
		rise.Up(&bus, &out)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum, "ns/frame")
}
