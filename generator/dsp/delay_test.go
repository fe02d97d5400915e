package dsp

import (
	"math"
	"testing"
)

func TestDelay_ReadBlock_returns_what_was_written(t *testing.T) {
	d := NewDelay(1000)
	written := 0
	for range 100 {
		var in, out Block
		for i := range in {
			in[i] = float32(written + i)
		}
		d.WriteBlock(&in)
		written += Quantum
		for _, back := range []uint32{64, 65, 500, 1000} {
			if written < 1100 {
				continue
			}
			d.ReadBlock(&out, back)
			for i := range out {
				if want := float32(written - int(back) + i); out[i] != want {
					t.Fatalf("%d back: frame %d is %v, want %v", back, i, out[i], want)
				}
			}
		}
	}
}

// On a ramp, reading between samples is exact.
func TestDelay_ReadGlide_reads_between_samples(t *testing.T) {
	d := NewDelay(600)
	written := 0
	distance := float32(300.25)
	for quantum := range 60 {
		var in, out Block
		step := float32(1.5) / Quantum
		d.ReadGlide(&out, distance, step)
		if quantum > 20 {
			for i := range out {
				want := float64(written+i) - float64(distance+float32(i)*step)
				if math.Abs(float64(out[i])-want) > 0.01 {
					t.Fatalf("quantum %d, frame %d: %v, want %v", quantum, i, out[i], want)
				}
			}
		}
		distance += 1.5
		for i := range in {
			in[i] = float32(written + i)
		}
		d.WriteBlock(&in)
		written += Quantum
	}
}

func BenchmarkDelay_ReadGlide(b *testing.B) {
	d := NewDelay(3000)
	var out Block
	for b.Loop() {
		d.ReadGlide(&out, 2000.3, 0.001)
	}
	perFrame(b)
}
