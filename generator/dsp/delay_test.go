package dsp

import (
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
