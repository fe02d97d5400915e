package dsp

import (
	"math"
	"math/cmplx"
	"testing"
)

func TestInverseTransform_agrees_with_the_sum_it_stands_for(t *testing.T) {
	for _, size := range []int{2, 4, 8, 64} {
		noise := NewNoise(uint64(size))
		spectrum := make([]complex64, size)
		for i := range spectrum {
			spectrum[i] = complex(noise.Next(), noise.Next())
		}
		signal := append([]complex64(nil), spectrum...)
		inverseTransform(signal, turnsOf(size))
		for n := range signal {
			var want complex128
			for k, c := range spectrum {
				want += complex128(c) * cmplx.Rect(1, 2*math.Pi*float64(k*n%size)/float64(size))
			}
			if apart := cmplx.Abs(complex128(signal[n]) - want); apart > 1e-5 {
				t.Errorf("size %d: sample %d is %v, want %v", size, n, signal[n], want)
			}
		}
	}
}
