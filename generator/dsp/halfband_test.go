package dsp

import (
	"fmt"
	"math"
	"testing"
)

// throughHalf returns what is left of a sine of amplitude 1 after a Decimator
// and an Interpolator: the amplitude of its own frequency in decibels, and of
// everything else.
func throughHalf(hertz float64) (own, rest float64) {
	var down Decimator
	var up Interpolator
	var y []float64
	frame := 0
	for range 200 {
		var in, out Block
		var half HalfBlock
		for i := range in {
			in[i] = float32(math.Sin(2 * math.Pi * hertz * float64(frame) / Rate))
			frame++
		}
		down.Process(&in, &half)
		up.Process(&half, &out)
		for _, v := range out {
			y = append(y, float64(v))
		}
	}
	y = y[Quantum*8:]
	var re, im, total float64
	for i, v := range y {
		angle := 2 * math.Pi * hertz * float64(i) / Rate
		re, im, total = re+v*math.Sin(angle), im+v*math.Cos(angle), total+v*v
	}
	n := float64(len(y))
	power := 2 * (re*re + im*im) / (n * n) // of the sine
	return 10 * math.Log10(2*power), 10 * math.Log10(math.Max(2*(total/n-power), 1e-20))
}

func TestHalfBand_lets_the_lower_third_through_and_folds_nothing_into_it(t *testing.T) {
	for _, hertz := range []float64{300, 1500, 4500, 7500} {
		if own, rest := throughHalf(hertz); math.Abs(own) > 0.1 || rest > -58 {
			t.Errorf("%v Hz comes out at %.2f dB with %.1f dB beside it", hertz, own, rest)
		}
	}
	for _, hertz := range []float64{16500, 19500, 22500} { // would be heard at 24 kHz less that
		if own, rest := throughHalf(hertz); own > -58 || rest > -58 {
			t.Errorf("%v Hz comes out at %.1f dB and at other frequencies at %.1f dB, want −58 at most", hertz, own, rest)
		}
	}
}

func TestHalfBand_delays_by_HalfDelay(t *testing.T) {
	var down Decimator
	var up Interpolator
	var in, out Block
	var half HalfBlock
	in[20] = 1 // an even frame, so that the answer is symmetric
	down.Process(&in, &half)
	up.Process(&half, &out)
	highest := 0
	for i, v := range out {
		if v > out[highest] {
			highest = i
		}
	}
	if highest != 20+HalfDelay {
		t.Errorf("the impulse of frame 20 comes out at frame %d, want %d", highest, 20+HalfDelay)
	}
}

func TestSinc_makes_the_point_between_samples(t *testing.T) {
	for _, at := range []float64{0, 0.25, 0.5, 0.75} {
		for _, hertz := range []float64{0, 1000, 6000, 15000} {
			t.Run(fmt.Sprintf("%v Hz at %v", hertz, at), func(t *testing.T) {
				const reach = 12
				got := 0.0
				for i, w := range Sinc(at, reach, 7) {
					got += w * math.Cos(2*math.Pi*hertz*float64(i)/Rate)
				}
				if want := math.Cos(2 * math.Pi * hertz * (reach - 1 + at) / Rate); math.Abs(got-want) > 0.003 {
					t.Errorf("%.4f, want %.4f", got, want)
				}
			})
		}
	}
}

func TestPeakFilter_Highest_sees_between_the_samples(t *testing.T) {
	filter := NewPeakFilter[float32]()
	for _, hertz := range []float64{500, 12000, 18000} {
		highest := float32(0)
		for start := range 500 {
			var window [2 * PeakReach]float32
			for i := range window {
				window[i] = float32(math.Sin(2*math.Pi*hertz*float64(start+i)/Rate + math.Pi/4))
			}
			highest = max(highest, filter.Highest(&window))
		}
		if math.Abs(float64(highest)-1) > 0.012 {
			t.Errorf("the peak of a sine of %v Hz is found at %.4f, want 1", hertz, highest)
		}
	}
}

func BenchmarkHalfBand_down_and_up(b *testing.B) {
	var down Decimator
	var up Interpolator
	var in, out Block
	var half HalfBlock
	noise := NewNoise(1)
	noise.Render(in[:])
	for b.Loop() {
		down.Process(&in, &half)
		up.Process(&half, &out)
	}
	perFrame(b)
}
