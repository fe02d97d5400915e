package fx

import (
	"fmt"
	"math"
	"math/cmplx"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"

	"dulcet/generator/dsp"
)

// impulse returns the answer of a room to one sample in the left channel, in
// both channels.
func impulse(rt60, damping float32, seconds float64) (left, right []float64) {
	r := NewReverb()
	r.Set(rt60, damping)
	return answer(r, seconds)
}

// answer is the impulse response of a room, once its controls stand still.
func answer(r *Reverb, seconds float64) (left, right []float64) {
	room := whole{process: r.Process}
	var in, out dsp.Stereo
	for range 3 * dsp.Rate / dsp.Quantum {
		room.Process(&in, &out)
	}
	in.Left[0] = 1
	for range int(seconds * dsp.Rate / dsp.Quantum) {
		out.Clear()
		room.Process(&in, &out)
		in.Clear()
		for i := range out.Left {
			left = append(left, float64(out.Left[i]))
			right = append(right, float64(out.Right[i]))
		}
	}
	return left, right
}

// octave filters x to the octave from 500 to 1000 Hz, by a pair of
// second-order sections.
func octave(x []float64) []float64 {
	y := append([]float64(nil), x...)
	for range 2 {
		w := 2 * math.Pi * 707 / dsp.Rate
		alpha := math.Sin(w) * math.Sinh(math.Ln2/2*w/math.Sin(w))
		var x1, x2, y1, y2 float64
		for i, in := range y {
			out := (alpha*in - alpha*x2 + 2*math.Cos(w)*y1 - (1-alpha)*y2) / (1 + alpha)
			x1, x2, y1, y2 = in, x1, out, y1
			y[i] = out
		}
	}
	return y
}

// decayTime returns the RT60 of an impulse response from the line through
// −5 and −35 dB of Schroeder's backward integral (1965, J. Acoust. Soc. Am.
// 37:409), and how far the curve strays to each side of
// a line of that slope, in decibels.
func decayTime(x []float64) (seconds, bend float64) {
	energy := make([]float64, len(x)+1)
	for i := len(x) - 1; i >= 0; i-- {
		energy[i] = energy[i+1] + x[i]*x[i]
	}
	level := func(i int) float64 { return 10 * math.Log10(energy[i]/energy[0]) }
	start, end := 0, 0
	for i := range x {
		if level(i) > -5 {
			start = i
		}
		if level(i) > -35 {
			end = i
		}
	}
	slope := (level(end) - level(start)) / float64(end-start)
	above, below := 0.0, 0.0
	for i := start; i < end; i += 100 {
		off := level(i) - level(start) - slope*float64(i-start)
		above, below = math.Max(above, off), math.Min(below, off)
	}
	return -60 / slope / dsp.Rate, (above - below) / 2
}

func TestReverb_Set_gives_the_decay_that_is_asked_for(t *testing.T) {
	for _, want := range []float64{0.8, 1.5, 3, 7, 15} {
		for _, damping := range []float32{0.2, 0.8} {
			t.Run(fmt.Sprintf("%v s, damping %v", want, damping), func(t *testing.T) {
				left, _ := impulse(float32(want), damping, want*1.1)
				got, bend := decayTime(octave(left))
				if math.Abs(got/want-1) > 0.1 {
					t.Errorf("RT60 is %.2f s, want %.2f s within 10 %%", got, want)
				}
				if bend > 2 {
					t.Errorf("the decay leaves a straight line by %.1f dB", bend)
				}
			})
		}
	}
}

func TestReverb_Set_damps_the_treble(t *testing.T) {
	for _, damping := range []float32{0, 0.5, 1} {
		left, _ := impulse(5, damping, 6)
		middle, _ := decayTime(octave(left))
		high, _ := decayTime(resonator(left, 8000))
		if high > 0.35*middle {
			t.Errorf("damping %v: T60 is %.2f s at 8 kHz and %.2f s at 700 Hz, want at most 0.35 of it", damping, high, middle)
		}
	}
}

// Echo density after Abel & Huang (2006, AES 121st Convention): the share of
// samples outside one standard deviation, over what noise has.
func TestReverb_Process_is_as_dense_as_noise_within_120_ms(t *testing.T) {
	left, _ := impulse(4, 0.5, 0.5)
	const window = dsp.Rate / 50
	density := func(at int) float64 {
		power, outside := 0.0, 0
		part := left[at-window/2 : at+window/2]
		for _, x := range part {
			power += x * x
		}
		for _, x := range part {
			if x*x > power/window {
				outside++
			}
		}
		return float64(outside) / window / 0.3173
	}
	for _, ms := range []int{120, 140, 160, 200} {
		if d := density(ms * dsp.Rate / 1000); d < 0.85 {
			t.Errorf("echo density at %d ms is %.2f, want 0.85 at least", ms, d)
		}
	}
}

// around returns the mean of the 51 values about i.
func around(x []float64, i int) float64 {
	part := x[max(0, i-25):min(len(x), i+26)]
	sum := 0.0
	for _, v := range part {
		sum += v
	}
	return sum / float64(len(part))
}

// The tail is averaged over windows of a third of a second, each bin against
// its neighbours. No line of it may stand out.
func TestReverb_Process_does_not_ring(t *testing.T) {
	const size, rt60 = 16384, 6.0
	left, _ := impulse(rt60, 0.4, 5)
	transform := fourier.NewFFT(size)
	power := make([]float64, size/2)
	part := make([]float64, size)
	for at := dsp.Rate / 5; at+size < len(left); at += size / 2 {
		for i := range part {
			part[i] = left[at+i] * math.Pow(math.Sin(math.Pi*(float64(i)+0.5)/size), 2)
		}
		now := make([]float64, size/2)
		for i, c := range transform.Coefficients(nil, part)[:size/2] {
			now[i] = math.Pow(cmplx.Abs(c), 2)
		}
		for i := range power {
			power[i] += now[i] / around(now, i)
		}
	}
	bin := func(hertz float64) int { return int(hertz * size / dsp.Rate) }
	for i := bin(150); i < bin(8000); i++ {
		if over := 10 * math.Log10(power[i]/around(power, i)); over > 8 {
			t.Errorf("%.0f Hz stands %.1f dB above its neighbours", float64(i)*dsp.Rate/size, over)
		}
	}
}

// noisy fills a quantum with two independent noises of RMS 0.1.
func noisy(out *dsp.Stereo, left, right *dsp.Noise) {
	for i := range out.Left {
		out.Left[i], out.Right[i] = 0.173*left.Next(), 0.173*right.Next()
	}
}

func TestReverb_Process_keeps_level_and_width_at_any_decay_time(t *testing.T) {
	for _, rt60 := range []float32{1, 3, 6, 12} {
		t.Run(fmt.Sprint(rt60), func(t *testing.T) {
			r := NewReverb()
			room := whole{process: r.Process}
			r.Set(rt60, 0.4)
			a := dsp.NewNoise(1)
			var in, out dsp.Stereo
			filter := [2]dsp.OnePole{dsp.NewOnePole(1000), dsp.NewOnePole(1000)}
			var dry, left, right, both float64
			for quantum := range 20 * dsp.Rate / dsp.Quantum {
				for i := range in.Left {
					in.Left[i] = 0.1 * filter[0].Next(a.Next())
					in.Right[i] = in.Left[i]
				}
				out.Clear()
				room.Process(&in, &out)
				if quantum < 10*dsp.Rate/dsp.Quantum {
					continue
				}
				for i := range out.Left {
					x, l, r := float64(in.Left[i]), float64(out.Left[i]), float64(out.Right[i])
					dry, left, right, both = dry+x*x, left+l*l, right+r*r, both+l*r
				}
			}
			if level := 10 * math.Log10((left+right)/2/dry); math.Abs(level) > 3 {
				t.Errorf("the room is %.1f dB louder than what goes in, want within 3 dB", level)
			}
			if correlation := both / math.Sqrt(left*right); correlation < -0.2 || correlation > 0.7 {
				t.Errorf("correlation of the sides is %.2f for a source in the middle, want −0.2 to 0.7", correlation)
			}
			if loss := 10 * math.Log10((left+right+2*both)/(2*(left+right))*2); loss < -2 {
				t.Errorf("the sum of the sides loses %.1f dB", loss)
			}
		})
	}
}

func TestReverb_Set_moves_without_a_click(t *testing.T) {
	r := NewReverb()
	room := whole{process: r.Process}
	var in, out dsp.Stereo
	var phase uint32
	var history []float32
	for quantum := range 6 * dsp.Rate / dsp.Quantum {
		switch quantum {
		case 1500:
			r.Set(14, 0.9)
		case 3000:
			r.Set(0.5, 0)
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
	// A sine of 220 Hz bends by (2π·220/48000)² of its height from sample to
	// sample.
	highest, bend := 0.0, 0.0
	for i := 2; i < len(history); i++ {
		highest = math.Max(highest, math.Abs(float64(history[i])))
		bend = math.Max(bend, math.Abs(float64(history[i]-2*history[i-1]+history[i-2])))
	}
	if limit := 4 * highest * math.Pow(2*math.Pi*220/dsp.Rate, 2); bend > limit {
		t.Errorf("a bend of %.2g, want at most %.2g", bend, limit)
	}
}

func TestReverb_Process_allocates_nothing_and_ends_in_silence(t *testing.T) {
	r := NewReverb()
	room := whole{process: r.Process}
	a, b := dsp.NewNoise(1), dsp.NewNoise(2)
	var in, out dsp.Stereo
	seconds := float32(1)
	if allocs := testing.AllocsPerRun(200, func() {
		noisy(&in, &a, &b)
		seconds = 3 - seconds
		r.Set(seconds, 0.5)
		room.Process(&in, &out)
	}); allocs != 0 {
		t.Errorf("%v allocations a quantum", allocs)
	}
	r.Set(float32(math.NaN()), float32(math.Inf(-1)))
	in.Clear()
	for range 30 * dsp.Rate / dsp.Quantum {
		out.Clear()
		room.Process(&in, &out)
	}
	for i := range out.Left {
		if x := math.Abs(float64(out.Left[i])) + math.Abs(float64(out.Right[i])); !(x < 1e-9) {
			t.Fatalf("half a minute later frame %d is still %g", i, x)
		}
	}
}

func BenchmarkReverb_Process(b *testing.B) {
	benchmarkHalf(b, NewReverb().Process)
}

// benchmarkHalf measures a unit at half the sample rate.
func benchmarkHalf(b *testing.B, process func(in, out *dsp.HalfStereo)) {
	noise := dsp.NewNoise(1)
	var in, out dsp.HalfStereo
	noise.Render(in.Left[:])
	noise.Render(in.Right[:])
	for range dsp.Rate / dsp.Quantum {
		process(&in, &out)
	}
	for b.Loop() {
		out.Clear()
		process(&in, &out)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
}
