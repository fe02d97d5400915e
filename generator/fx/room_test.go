package fx

import (
	"fmt"
	"math"
	"math/cmplx"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"

	"dulcet/generator/dsp"
)

// resonator filters x to a band about a frequency, by two resonators of 20 %
// bandwidth in a row.
func resonator(x []float64, hertz float64) []float64 {
	r := math.Exp(-math.Pi * hertz * 0.2 / dsp.Rate)
	c := 2 * r * math.Cos(2*math.Pi*hertz/dsp.Rate)
	for range 2 {
		y := make([]float64, len(x))
		for i := 2; i < len(x); i++ {
			y[i] = x[i] - x[i-2] + c*y[i-1] - r*r*y[i-2]
		}
		x = y
	}
	return x
}

func TestReverb_Set_lets_no_low_frequency_outlast_the_middle(t *testing.T) {
	for _, rt60 := range []float32{1.5, 4, 10} {
		left, _ := impulse(rt60, 0.6, 1.2*float64(rt60))
		middle, _ := decayTime(octave(left))
		for _, hertz := range []float64{80, 150, 300} {
			if low, _ := decayTime(resonator(left, hertz)); low > 1.3*middle {
				t.Errorf("RT60 %v s: T60 is %.2f s at %v Hz and %.2f s at 700 Hz, want at most 1.3 of it", rt60, low, hertz, middle)
			}
		}
	}
}

// tail returns the level of an impulse response in windows of so many seconds,
// in decibels, by the mean of both sides.
func tail(left, right []float64, seconds float64) (levels []float64) {
	size := int(seconds * dsp.Rate)
	for at := dsp.Rate / 5; at+size <= len(left); at += size {
		sum := 1e-30
		for i := at; i < at+size; i++ {
			sum += left[i]*left[i] + right[i]*right[i]
		}
		levels = append(levels, 10*math.Log10(sum))
	}
	return levels
}

func TestReverb_Process_lets_a_long_tail_fall_without_pumping(t *testing.T) {
	const rt60, window = 10.0, 0.3
	left, right := impulse(rt60, 0.5, 9)
	levels := tail(octave(left), octave(right), window)
	for i, level := range levels {
		straight := levels[0] - 60*window*float64(i)/rt60
		if math.Abs(level-straight) > 2.5 {
			t.Errorf("after %.1f s the tail is %.1f dB off a straight line", float64(i)*window, level-straight)
		}
		if i > 0 && level > levels[i-1]+0.5 {
			t.Errorf("after %.1f s the tail swells by %.1f dB", float64(i)*window, level-levels[i-1])
		}
	}
}

// A flutter is an echo that comes again and again at one distance: a peak in
// the autocorrelation of the tail.
func TestReverb_Process_does_not_flutter(t *testing.T) {
	left, _ := impulse(6, 0.3, 2)
	const size = 1 << 16
	part := make([]float64, 2*size)
	copy(part, left[dsp.Rate/4:dsp.Rate/4+size])
	for i := range size {
		part[i] *= math.Exp(6.9 * float64(i) / dsp.Rate / 6) // as if it did not decay
	}
	transform := fourier.NewFFT(len(part))
	spectrum := transform.Coefficients(nil, part)
	for i, c := range spectrum {
		// Without the colour of the tail, which is none of the echoes'.
		hertz := float64(i) * dsp.Rate / float64(len(part))
		if hertz < 300 || hertz > 5000 {
			spectrum[i] = 0
			continue
		}
		spectrum[i] = complex(real(c)*real(c)+imag(c)*imag(c), 0)
	}
	auto := transform.Sequence(nil, spectrum)
	for lag := dsp.Rate / 100; lag < dsp.Rate/2; lag++ {
		if share := auto[lag] / auto[0]; math.Abs(share) > 0.15 {
			t.Errorf("an echo of %.2f after %.1f ms comes again and again", share, 1000*float64(lag)/dsp.Rate)
		}
	}
}

// wobble plays a sine through a room and returns the highest deviation of its
// pitch in cents: how fast its phase turns, by windows of 0.1 s against each
// other, in the mean over half a second in which what is loud weighs more.
func wobble(r *Reverb, hertz float64, seconds int) float64 {
	room := whole{process: r.Process}
	const window, windows = dsp.Rate / 10, 5
	var in, out dsp.Stereo
	var turn complex128 = 1
	step := cmplx.Exp(complex(0, 2*math.Pi*hertz/dsp.Rate))
	var sums []complex128
	sum, count := complex128(0), 0
	for range seconds * dsp.Rate / dsp.Quantum {
		out.Clear()
		now := turn
		for i := range in.Left {
			in.Left[i] = 0.3 * float32(imag(now))
			in.Right[i] = in.Left[i]
			now *= step
		}
		room.Process(&in, &out)
		for i := range out.Left {
			sum += complex(float64(out.Left[i]), 0) * cmplx.Conj(turn)
			turn *= step
			if count++; count == window {
				sums, sum, count = append(sums, sum), 0, 0
			}
		}
		turn /= complex(cmplx.Abs(turn), 0)
	}
	highest := 0.0
	for i := 30; i+windows <= len(sums); i++ { // from 3 s on
		turned := complex128(0)
		for k := range windows {
			turned += sums[i+k] * cmplx.Conj(sums[i+k-1]) // so long is the arrow as the sound is loud
		}
		off := cmplx.Phase(turned) / (2 * math.Pi) * dsp.Rate / window // Hz
		highest = math.Max(highest, math.Abs(1200*math.Log2(1+off/hertz)))
	}
	return highest
}

func TestReverb_Process_keeps_the_pitch(t *testing.T) {
	for _, hertz := range []float64{440, 587, 880} {
		t.Run(fmt.Sprintf("%v Hz", hertz), func(t *testing.T) {
			r := NewReverb()
			r.Set(5, 0.5)
			if got := wobble(r, hertz, 20); got > 3 {
				t.Errorf("the pitch wobbles by %.1f cents, want 3 at most", got)
			}
		})
	}
}

func TestReverb_SetSize_moves_without_a_click_or_a_whine(t *testing.T) {
	r := NewReverb()
	room := whole{process: r.Process}
	var in, out dsp.Stereo
	var phase uint32
	var history []float32
	for quantum := range 8 * dsp.Rate / dsp.Quantum {
		switch quantum {
		case 1500:
			r.SetSize(0.5)
		case 4000:
			r.SetSize(1.5)
		}
		for i := range in.Left {
			in.Left[i] = 0.3 * dsp.Sine(phase)
			in.Right[i] = in.Left[i]
			phase += dsp.PhaseStep(220)
		}
		out.Clear()
		room.Process(&in, &out)
		history = append(history, out.Left[:]...)
	}
	highest, bend := 0.0, 0.0
	for i := 2; i < len(history); i++ {
		highest = math.Max(highest, math.Abs(float64(history[i])))
		bend = math.Max(bend, math.Abs(float64(history[i]-2*history[i-1]+history[i-2])))
	}
	if limit := 2 * highest * math.Pow(2*math.Pi*220/dsp.Rate, 2); bend > limit {
		t.Errorf("a bend of %.2g, want at most %.2g", bend, limit)
	}
	r = NewReverb()
	r.SetSize(0.5)
	if got := wobble(r, 440, 20); got > 8 {
		t.Errorf("while the walls move the pitch wobbles by %.1f cents", got)
	}
}

func TestReverb_SetSize_keeps_the_decay(t *testing.T) {
	for _, size := range []float32{0.5, 1.5} {
		r := NewReverb()
		r.Set(3, 0.4)
		r.SetSize(size)
		r.size = r.sizeTo // at once
		r.tuned = tuning{3, 0.4, size}
		for i := range r.network {
			r.tune(i)
			r.network[i].settle()
		}
		left, right := answer(r, 5)
		got, _ := decayTime(octave(left))
		if math.Abs(got/3-1) > 0.1 {
			t.Errorf("size %v: RT60 is %.2f s, want 3 s within 10 %%", size, got)
		}
		levels := tail(left, right, 0.2)
		if len(levels) == 0 || levels[0] < levels[len(levels)-1] {
			t.Errorf("size %v: the tail does not fall", size)
		}
	}
}
