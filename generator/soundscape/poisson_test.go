package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestPoisson_has_the_rate_and_the_variance_of_a_Poisson_process(t *testing.T) {
	for _, rate := range []float32{0.5, 40, 2000} {
		p := newPoisson(3, 1)
		const windows = 3000
		quanta := max(1, int(5/(rate*quantumSeconds))) // about five events a window
		var sum, squares float64
		for range windows {
			count := 0.0
			for range quanta {
				p.next(rate)
				for p.happens() {
					count++
				}
			}
			sum, squares = sum+count, squares+count*count
		}
		mean := sum / windows
		want := float64(rate) * float64(quanta) * float64(quantumSeconds)
		if math.Abs(mean/want-1) > 0.05 {
			t.Errorf("rate %v: %.2f events a window, want %.2f", rate, mean, want)
		}
		if dispersion := (squares/windows - mean*mean) / mean; math.Abs(dispersion-1) > 0.12 {
			t.Errorf("rate %v: variance is %.2f times the mean, want 1", rate, dispersion)
		}
	}
}

func TestPatter_scatters_at_its_rate_to_both_sides(t *testing.T) {
	p := newPatter(1, 1)
	hits, left, right := 0, 0.0, 0.0
	for range 10 * quantaASecond {
		var bed dsp.HalfStereo
		p.scatter(&bed, 300, 1)
		for i := range bed.Left {
			if bed.Left[i] != 0 || bed.Right[i] != 0 {
				hits++
			}
			left += math.Abs(float64(bed.Left[i]))
			right += math.Abs(float64(bed.Right[i]))
		}
	}
	if hits < 2800 || hits > 3150 {
		t.Errorf("%d impacts in 10 s, want about 3000", hits)
	}
	if r := left / right; r < 0.8 || r > 1.25 {
		t.Errorf("left is %.2f times right", r)
	}
}
