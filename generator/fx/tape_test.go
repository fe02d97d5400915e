package fx

import (
	"fmt"
	"math"
	"math/cmplx"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"

	"dulcet/generator/dsp"
)

// running returns a tape that has reached its amount.
func running(seed uint64, amount float32) *Tape {
	t := NewTape(seed)
	t.SetAmount(amount)
	run(t.Process, 2.2, silence)
	return t
}

// speed returns how a tone of a frequency moves in pitch, in cents, 200 times
// a second: the turn of its phase, after Hann's lowpass of 20 ms.
func speed(x []float32, hertz float64) (cents []float64) {
	const window, hop = dsp.Rate / 50, dsp.Rate / 200
	weights := make([]float64, window)
	for i := range weights {
		weights[i] = math.Pow(math.Sin(math.Pi*(float64(i)+0.5)/window), 2)
	}
	still := make([]complex128, len(x)) // the tone brought down to 0 Hz
	for i, v := range x {
		sine, cosine := math.Sincos(-2 * math.Pi * hertz * float64(i) / dsp.Rate)
		still[i] = complex(float64(v)*cosine, float64(v)*sine)
	}
	var last complex128
	for at := 0; at+window < len(x); at += hop {
		var sum complex128
		for i, v := range still[at : at+window] {
			sum += complex(weights[i]*real(v), weights[i]*imag(v))
		}
		if last != 0 {
			away := cmplx.Phase(sum/last) / (2 * math.Pi) / hop * dsp.Rate
			cents = append(cents, 1200*math.Log2(1+away/hertz))
		}
		last = sum
	}
	return cents
}

// between returns the peak deviation that the part of x between two
// frequencies makes, for x sampled 200 times a second: √2 times its RMS.
func between(x []float64, low, high float64) float64 {
	transform := fourier.NewFFT(len(x))
	power := 0.0
	for i, c := range transform.Coefficients(nil, x) {
		if f := transform.Freq(i) * 200; f >= low && f < high {
			power += math.Pow(cmplx.Abs(c)/float64(len(x)), 2)
		}
	}
	return math.Sqrt2 * math.Sqrt(2*power)
}

// As wow and flutter are measured: a tone of 3150 Hz (IEC 60386).
func TestTape_Process_wanders_slowly_and_flutters(t *testing.T) {
	seeds := uint64(3)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		left, _ := run(running(seed, 1).Process, 20, tone(3150, 0.2))
		cents := speed(left, 3150)
		wow, flutter, rest := between(cents, 0.2, 1.2), between(cents, 5, 10), between(cents, 12, 80)
		if wow < 3 || wow > 8 {
			t.Errorf("seed %d: wow of %.1f cents, want 3 to 8", seed, wow)
		}
		if flutter < 0.9 || flutter > 2.2 {
			t.Errorf("seed %d: flutter of %.2f cents, want 1 to 2", seed, flutter)
		}
		if rest > 0.5 {
			t.Errorf("seed %d: %.2f cents faster than flutter", seed, rest)
		}
		// A wow that repeated itself would be like itself one, two or three
		// turns later, wherever that is.
		alike := 0.0
		for lag := 800; lag < 2400; lag += 10 { // 4 to 12 s
			var both, here, there float64
			for i := lag; i < len(cents); i++ {
				both += cents[i] * cents[i-lag]
				here += cents[i] * cents[i]
				there += cents[i-lag] * cents[i-lag]
			}
			alike = math.Max(alike, both/math.Sqrt(here*there))
		}
		if alike > 0.9 {
			t.Errorf("seed %d: the speed repeats itself: correlation %.2f", seed, alike)
		}
	}
}

func TestTape_SetAmount_bends_the_pitch_no_more_than_tape_does(t *testing.T) {
	tape := NewTape(1)
	turn := 0
	left, _ := run(func(x *dsp.Stereo) {
		if turn%1650 == 150 { // every 2.2 s
			tape.SetAmount([]float32{1, 0, 0.5, 1}[turn/1650%4])
		}
		turn++
		tape.Process(x)
	}, 9, tone(3150, 0.2))
	worst := 0.0
	for _, c := range speed(left, 3150) {
		worst = math.Max(worst, math.Abs(c))
	}
	if worst > 16 {
		t.Errorf("the pitch is bent by %.1f cents", worst)
	}
}

func TestTape_SetAmount_switches_the_machine_in_and_out_without_a_click(t *testing.T) {
	tape := NewTape(2)
	turn := 0
	left, _ := run(func(x *dsp.Stereo) {
		if turn%1900 == 100 { // every 2.5 s, so that it is out of the way in between
			tape.SetAmount(float32(1 - turn/1900%2))
		}
		turn++
		tape.Process(x)
	}, 11, tone(220, 0.3))
	if at, ratio := sharpestBend(left); ratio > 6 {
		t.Errorf("frame %d bends %.1f times as much as is usual there", at, ratio)
	}
}

// The lines of a tone that a tape at rest in speed would add are its odd
// harmonics. Whatever else stands in the spectrum below 20 kHz has been
// folded back.
func TestSaturator_process_folds_nothing_back(t *testing.T) {
	const size = 1 << 15
	for _, hertz := range []float64{1000, 5000, 7000, 9000} {
		t.Run(fmt.Sprint(hertz), func(t *testing.T) {
			var s saturator
			cycles := math.Round(hertz * size / dsp.Rate) // whole ones, so that no window is needed
			cycles += 1 - math.Mod(cycles, 2)             // an odd number: what folds back falls between the harmonics
			left, _ := run(func(x *dsp.Stereo) { s.process(&x.Left, 1) }, 2*size/dsp.Rate+1, tone(cycles*dsp.Rate/size, 0.5))
			spectrum := make([]float64, size)
			for i := range spectrum {
				spectrum[i] = float64(left[dsp.Rate/2/dsp.Quantum*dsp.Quantum+i])
			}
			lines := fourier.NewFFT(size).Coefficients(nil, spectrum)
			strongest := cmplx.Abs(lines[int(cycles)])
			worst, where := -200.0, 0.0
			for i := 1; i < 20000*size/dsp.Rate; i++ {
				if i%int(cycles) == 0 {
					continue
				}
				if db := decibels(cmplx.Abs(lines[i]) / strongest); db > worst {
					worst, where = db, float64(i)*dsp.Rate/size
				}
			}
			if worst > -60 {
				t.Errorf("a line of %.1f dB at %.0f Hz is folded back", worst, where)
			}
			if 3*hertz > 20000 {
				return
			}
			if third := decibels(cmplx.Abs(lines[3*int(cycles)]) / strongest); third > -20 || third < -40 {
				t.Errorf("the third harmonic stands at %.1f dB, want gentle warmth", third)
			}
		})
	}
}

func TestTape_Process_leaves_what_is_soft_at_its_level_and_rounds_what_is_loud(t *testing.T) {
	change := func(height float64) float64 {
		left, _ := run(running(1, 1).Process, 3, tone(400, height))
		return decibels(rms(left[dsp.Rate:]) * math.Sqrt2 / height)
	}
	if soft := change(0.03); math.Abs(soft) > 0.3 {
		t.Errorf("a soft tone changes by %.2f dB", soft)
	}
	if loud := change(0.5); loud > -0.7 || loud < -2.5 {
		t.Errorf("a tone of −6 dBFS changes by %.2f dB, want a gentle rounding", loud)
	}
}

func TestTape_SetAmount_dulls_the_head(t *testing.T) {
	for _, test := range []struct {
		amount      float32
		hertz       float64
		least, most float64 // decibels
	}{{0.1, 8000, -3, 0.5}, {0.5, 8000, -4, -1.5}, {1, 4200, -4, -2}, {1, 8000, -11, -6.5}, {1, 1000, -0.7, 0.2}} {
		left, _ := run(running(1, test.amount).Process, 2, tone(test.hertz, 0.05))
		got := decibels(rms(left[dsp.Rate/2:]) * math.Sqrt2 / 0.05)
		if got < test.least || got > test.most {
			t.Errorf("amount %v: %.0f Hz at %.1f dB, want %v to %v", test.amount, test.hertz, got, test.least, test.most)
		}
	}
}

func TestTape_Process_hisses_between_minus_60_and_minus_55(t *testing.T) {
	left, right := run(running(1, 1).Process, 2, silence)
	for _, x := range [][]float32{left, right} {
		if db := decibels(rms(x)); db < -60 || db > -55 {
			t.Errorf("hiss of %.1f dBFS", db)
		}
	}
	var both float64
	for i := range left {
		both += float64(left[i]) * float64(right[i])
	}
	if c := both / float64(len(left)) / (rms(left) * rms(right)); math.Abs(c) > 0.05 {
		t.Errorf("the hiss of the sides is alike: correlation %.2f", c)
	}
}
