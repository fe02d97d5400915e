package fx

import (
	"math"
	"math/cmplx"
	"testing"

	"dulcet/generator/dsp"
)

// A deskUnit is one effect as all of them are tested: process replaces the
// sound by the sound with the effect.
type deskUnit struct {
	name    string
	process func(x *dsp.Stereo)
	full    func() // turns it all the way on
	off     func()
	stir    func(turn int) // moves everything that can be moved
	noisy   bool           // sounds by itself
	seconds int            // until it is off
}

// A whole lets a unit that works at half the sample rate work at the whole.
type whole struct {
	process  func(in, out *dsp.HalfStereo)
	down, up dsp.Confluence
	dry, wet dsp.Bus
	half     dsp.HalfStereo
	full     dsp.Stereo
}

// Process adds what the unit makes of in to out.
func (w *whole) Process(in, out *dsp.Stereo) {
	w.wet.Clear()
	*w.dry.Whole() = *in
	w.down.Down(&w.dry, &w.half)
	w.process(&w.half, w.wet.Half())
	w.up.Up(&w.wet, &w.full)
	for i := range out.Left {
		out.Left[i] += w.full.Left[i]
		out.Right[i] += w.full.Right[i]
	}
}

// adding makes one that replaces the sound of one that adds to it.
func adding(process func(in, out *dsp.HalfStereo)) func(x *dsp.Stereo) {
	unit := whole{process: process}
	var in dsp.Stereo
	return func(x *dsp.Stereo) {
		in = *x
		unit.Process(&in, x)
	}
}

func deskUnits() []deskUnit {
	pick := func(turn int, values ...float32) float32 { return values[turn%len(values)] }
	echo, cloud, tape, vinyl := NewEcho(), NewCloud(3), NewTape(3), NewVinyl(3)
	compressor, modulation := NewCompressor(), NewModulation()
	echo.SetTime(0.3)
	return []deskUnit{
		{
			name: "echo", process: adding(echo.Process), seconds: 20,
			full: func() { echo.SetLevel(1); echo.SetFeedback(1) },
			off:  func() { echo.SetLevel(0); echo.SetFeedback(0.3) },
			stir: func(turn int) {
				echo.SetLevel(pick(turn, 1, 0.2))
				echo.SetTime(pick(turn, 0.3, 0.21, 1.1))
				echo.SetFeedback(pick(turn, 0.3, 0.7, 0))
				echo.SetWidth(pick(turn, 0, 1, 0.5))
			},
		},
		{
			name: "cloud", process: adding(cloud.Process), seconds: 2,
			full: func() { cloud.SetLevel(1); cloud.SetFifth(0.3) },
			off:  func() { cloud.SetLevel(0) },
			stir: func(turn int) {
				cloud.SetLevel(pick(turn, 1, 0.3, 0))
				cloud.SetFifth(pick(turn, 0, 1))
			},
		},
		{
			name: "tape", process: tape.Process, seconds: 3, noisy: true,
			full: func() { tape.SetAmount(1) },
			off:  func() { tape.SetAmount(0) },
			stir: func(turn int) { tape.SetAmount(pick(turn, 1, 0.4, 0, 0, 0.9, 0)) },
		},
		{
			name: "vinyl", process: vinyl.Process, seconds: 3, noisy: true,
			full: func() { vinyl.SetAmount(1) },
			off:  func() { vinyl.SetAmount(0) },
			stir: func(turn int) { vinyl.SetAmount(pick(turn, 1, 0, 0.4)) },
		},
		{
			name: "compressor", process: compressor.Process, seconds: 5,
			full: func() { compressor.Set(-30, 3) },
			off:  func() { compressor.Set(0, 0) },
			stir: func(turn int) { compressor.Set(pick(turn, -30, -10), pick(turn, 0, 6, 3)) },
		},
		{
			name: "modulation", process: modulation.Process, seconds: 31,
			full: func() { modulation.SetDepth(1) },
			off:  func() { modulation.SetDepth(0) },
			stir: func(turn int) {
				modulation.SetDepth(pick(turn, 0.5, 0.1))
				modulation.SetRate(pick(turn, 13, 19, 16))
			},
		},
	}
}

func forEachUnit(t *testing.T, test func(t *testing.T, u deskUnit)) {
	for _, u := range deskUnits() {
		t.Run(u.name, func(t *testing.T) { test(t, u) })
	}
}

// run lets a unit process seconds of a sound, which is given by its frame.
func run(process func(x *dsp.Stereo), seconds float64, sound func(frame int) (left, right float32)) (left, right []float32) {
	frames := int(seconds*dsp.Rate) / dsp.Quantum * dsp.Quantum
	left, right = make([]float32, 0, frames), make([]float32, 0, frames)
	for frame := 0; frame < frames; frame += dsp.Quantum {
		var x dsp.Stereo
		for i := range x.Left {
			x.Left[i], x.Right[i] = sound(frame + i)
		}
		process(&x)
		left, right = append(left, x.Left[:]...), append(right, x.Right[:]...)
	}
	return left, right
}

// tone is a sine in both channels.
func tone(hertz, height float64) func(frame int) (left, right float32) {
	return func(frame int) (left, right float32) {
		x := float32(height * math.Sin(2*math.Pi*hertz*float64(frame)/dsp.Rate))
		return x, x
	}
}

func silence(int) (left, right float32) { return 0, 0 }

func rms(x []float32) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum / float64(len(x)))
}

func highest(x []float32) float64 {
	most := float32(0)
	for _, v := range x {
		most = max(most, v, -v)
	}
	return float64(most)
}

func decibels(amplitude float64) float64 { return 20 * math.Log10(amplitude) }

// partial returns the amplitude of x at a frequency, through Hann's window.
func partial(x []float32, hertz float64) float64 {
	turning := func(hertz float64) func() complex128 {
		now, turn := complex(1, 0), cmplx.Rect(1, 2*math.Pi*hertz/dsp.Rate)
		return func() complex128 {
			now *= turn
			return now
		}
	}
	at, edge := turning(hertz), turning(dsp.Rate/float64(len(x)))
	var line complex128
	for _, v := range x {
		line += at() * complex((0.5-0.5*real(edge()))*float64(v), 0)
	}
	return 4 * cmplx.Abs(line) / float64(len(x))
}

func TestDesk_lets_every_bit_through_until_it_is_turned_on_and_again_afterwards(t *testing.T) {
	forEachUnit(t, func(t *testing.T, u deskUnit) {
		noise := dsp.NewNoise(5)
		untouched := func(quanta int) {
			t.Helper()
			for quantum := range quanta {
				var x dsp.Stereo
				noise.Render(x.Left[:])
				noise.Render(x.Right[:])
				for i := range x.Left {
					x.Left[i], x.Right[i] = 0.2*x.Left[i], 0.2*x.Right[i]
				}
				in := x
				if u.process(&x); x != in {
					t.Fatalf("quantum %d is changed", quantum)
				}
			}
		}
		untouched(400)
		u.full()
		out, _ := run(u.process, 2, tone(400, 0.2))
		changed := false
		for i, v := range out {
			want, _ := tone(400, 0.2)(i)
			changed = changed || math.Abs(float64(v-want)) > 1e-4
		}
		if !changed {
			t.Error("turned on it does nothing")
		}
		u.off()
		run(u.process, float64(u.seconds), silence)
		untouched(400)
	})
}

func TestDesk_stays_finite_whatever_comes_and_recovers(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	sounds := map[string]func(frame int) (left, right float32){
		"not a number": func(i int) (float32, float32) { return nan, float32(i%7) - 3 },
		"infinite":     func(int) (float32, float32) { return inf, -inf },
		"huge":         func(i int) (float32, float32) { return 1e30 * float32(1-i%2*2), 1e-30 },
		"denormal":     func(i int) (float32, float32) { return 1e-40 * float32(1-i%2*2), 1e-42 },
		"loud square":  func(i int) (float32, float32) { return float32(1 - i/50%2*2), 1 },
		"one frame":    func(i int) (float32, float32) { return float32(max(0, 1-i)), 0 },
	}
	for name, sound := range sounds {
		forEachUnit(t, func(t *testing.T, u deskUnit) {
			u.full()
			run(u.process, 2, tone(300, 0.1))
			run(u.process, 0.1, sound)
			run(u.process, 0.1, silence)
			left, right := run(u.process, 1, tone(300, 0.1))
			for i := range left {
				if x := left[i] - right[i]; x-x != 0 {
					t.Fatalf("%s: %d frames after it a frame is %g, %g", name, 4800+i, left[i], right[i])
				}
			}
			if r := rms(left); r < 0.03 {
				t.Errorf("%s: a tone of −23 dB comes through at %.1f", name, decibels(r))
			}
		})
	}
}

// A bend is how far a frame lies from the line through the two before it. One
// that is many times what is usual within 10 ms of it is a click.
func TestDesk_moves_without_a_click(t *testing.T) {
	forEachUnit(t, func(t *testing.T, u deskUnit) {
		if u.name == "vinyl" {
			t.Skip("crackles are clicks by nature: TestVinyl_Process_crackles_softly")
		}
		u.stir(0)
		run(u.process, 6, tone(220, 0.3)) // longer than any memory, so that the beginning of the tone is forgotten
		turn := 0
		sound := tone(220, 0.3)
		left, _ := run(func(x *dsp.Stereo) {
			if turn++; turn%230 == 0 {
				u.stir(turn / 230)
			}
			u.process(x)
		}, 8, sound)
		if at, ratio := sharpestBend(left); ratio > 6 {
			t.Errorf("frame %d bends %.1f times as much as is usual there", at, ratio)
		}
	})
}

// sharpestBend returns the frame that bends most, compared with the RMS within
// 10 ms of it.
func sharpestBend(x []float32) (at int, ratio float64) {
	const around = 480
	bends := make([]float64, len(x))
	sums := make([]float64, len(x)+1)
	for i := 2; i < len(x); i++ {
		bends[i] = math.Abs(float64(x[i] - 2*x[i-1] + x[i-2]))
		sums[i+1] = sums[i] + bends[i]*bends[i]
	}
	for i := around; i < len(x)-around; i++ {
		usual := math.Sqrt((sums[i+around]-sums[i-around])/(2*around)) + 1e-5
		if r := bends[i] / usual; r > ratio {
			at, ratio = i, r
		}
	}
	return at, ratio
}

func TestDesk_allocates_nothing(t *testing.T) {
	forEachUnit(t, func(t *testing.T, u deskUnit) {
		u.full()
		run(u.process, 2, tone(220, 0.3))
		var x dsp.Stereo
		turn := 0
		if allocs := testing.AllocsPerRun(300, func() {
			u.stir(turn)
			u.process(&x)
			turn++
		}); allocs != 0 {
			t.Errorf("%v allocations a quantum", allocs)
		}
	})
}

func TestDesk_ends_in_silence(t *testing.T) {
	forEachUnit(t, func(t *testing.T, u deskUnit) {
		if u.noisy {
			t.Skip("sounds by itself")
		}
		u.full()
		run(u.process, 2, tone(220, 0.3))
		seconds := 10.0
		if u.name == "echo" { // 0.3 s a repeat, 1.4 dB and the filters
			seconds = 25
		}
		run(u.process, seconds, silence)
		left, right := run(u.process, 0.1, silence)
		if most := max(highest(left), highest(right)); most > 1e-5 {
			t.Errorf("%.0f s later there is still a sound of %.0f dBFS", seconds, decibels(most))
		}
	})
}

func BenchmarkEcho_Process(b *testing.B) {
	echo := NewEcho()
	echo.SetLevel(1)
	benchmarkHalf(b, echo.Process)
}

func BenchmarkCloud_Process(b *testing.B) {
	cloud := NewCloud(3)
	cloud.SetLevel(1)
	benchmarkHalf(b, cloud.Process)
}

func BenchmarkDesk(b *testing.B) {
	for _, u := range deskUnits() {
		if u.name == "echo" || u.name == "cloud" {
			continue // they work at half the sample rate and have their own
		}
		for _, on := range []bool{false, true} {
			name := u.name + "/off"
			if on {
				name = u.name + "/full"
			}
			b.Run(name, func(b *testing.B) {
				noise := dsp.NewNoise(1)
				var source, x dsp.Stereo
				noise.Render(source.Left[:])
				noise.Render(source.Right[:])
				for i := range source.Left {
					source.Left[i], source.Right[i] = 0.3*source.Left[i], 0.3*source.Right[i]
				}
				if on {
					u.full()
				}
				run(u.process, 4, tone(220, 0.3))
				for b.Loop() {
					x = source
					u.process(&x)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
			})
		}
	}
}
