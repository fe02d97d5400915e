package dsp

import (
	"fmt"
	"math"
	"math/cmplx"
	"testing"
)

func pluck(hertz float64) Pluck {
	return Pluck{Hertz: hertz, Peak: 0.5, Point: 0.3, Corner: 4000, Seconds: 4, BrightSeconds: 0.8, Inharmonicity: 4e-5}
}

// play renders seconds of a string.
func play(s *String, seconds float64) []float32 {
	var out []float32
	for range int(seconds * Rate / Quantum) {
		var x Block
		s.Render(x[:])
		out = append(out, x[:]...)
	}
	return out
}

// toneAt returns amplitude and phase of a tone in x, under a Hann window.
func toneAt(x []float32, hertz float64) complex128 {
	sum := complex(0, 0)
	for i, sample := range x {
		window := 1 - math.Cos(2*math.Pi*float64(i)/float64(len(x)))
		sum += complex(window*float64(sample), 0) * cmplx.Rect(1, -2*math.Pi*hertz*float64(i)/Rate)
	}
	return sum * complex(2/float64(len(x)), 0)
}

// pitchNear returns the frequency of the tone in x that is close to hertz: how
// far its phase moves from one half to the other.
func pitchNear(x []float32, hertz float64) float64 {
	half := len(x) / 2
	turn := cmplx.Phase(toneAt(x[half:2*half], hertz) / toneAt(x[:half], hertz) * cmplx.Rect(1, -2*math.Pi*hertz*float64(half)/Rate))
	return hertz + turn*Rate/(2*math.Pi*float64(half))
}

func TestString_Pluck_is_in_tune(t *testing.T) {
	for pitch := 28; pitch <= 96; pitch++ {
		hertz := 440 * math.Exp2((float64(pitch)-69)/12)
		s := NewString()
		s.Pluck(pluck(hertz))
		got := pitchNear(play(s, 1), hertz)
		if cents := 1200 * math.Log2(got/hertz); math.Abs(cents) > 0.5 {
			t.Errorf("%.2f Hz is %.2f cents off", hertz, cents)
		}
	}
}

func TestString_Render_decays_as_asked(t *testing.T) {
	for _, hertz := range []float64{65.4, 196, 523.25} {
		t.Run(fmt.Sprint(hertz), func(t *testing.T) {
			s := NewString()
			p := pluck(hertz)
			s.Pluck(p)
			x := play(s, 1.5)
			fall := func(hertz, seconds float64, frames int) float64 {
				from := 4800
				to := from + int(seconds*Rate)
				return 20 * math.Log10(cmplx.Abs(toneAt(x[to:to+frames], hertz))/cmplx.Abs(toneAt(x[from:from+frames], hertz)))
			}
			if got, want := fall(hertz, 1, 9600), -60/p.Seconds; math.Abs(got-want) > 1 {
				t.Errorf("the fundamental falls by %.1f dB a second, want %.1f", got, want)
			}
			order := math.Round(math.Max(brightHertz/hertz, 6))
			f := order * hertz * math.Sqrt((1+p.Inharmonicity*order*order)/(1+p.Inharmonicity))
			if got, want := fall(f, 0.3, 4800), -0.3*60/p.BrightSeconds; math.Abs(got/want-1) > 0.25 {
				t.Errorf("partial %v falls by %.1f dB in 0.3 s, want %.1f", order, got, want)
			}
		})
	}
}

func TestString_Render_stretches_the_partials(t *testing.T) {
	for _, hertz := range []float64{65.4, 196} {
		s := NewString()
		p := pluck(hertz)
		p.Point = 0.23
		s.Pluck(p)
		x := play(s, 0.12) // short, or what a phase turns could be more than once round
		for _, order := range []float64{5, 10} {
			want := 1200 * math.Log2(math.Sqrt((1+p.Inharmonicity*order*order)/(1+p.Inharmonicity)))
			got := 1200 * math.Log2(pitchNear(x, order*hertz)/(order*hertz))
			if math.Abs(got-want) > 0.4*want+0.5 {
				t.Errorf("partial %v of %v Hz is %.1f cents sharp, want %.1f", order, hertz, got, want)
			}
		}
	}
}

func TestString_Damp_silences_in_time(t *testing.T) {
	s := NewString()
	s.Pluck(pluck(220))
	play(s, 0.2)
	s.Damp(0.3)
	x := play(s, 0.5)
	highest := float32(0)
	for _, sample := range x[int(0.3*Rate):] {
		highest = max(highest, sample, -sample)
	}
	if highest > 0.5e-3 {
		t.Errorf("0.3 s after the hand it still stands at %g", highest)
	}
	if s.Level() > 0.5e-3 {
		t.Errorf("Level() = %g", s.Level())
	}
}

// However long it rings, nothing builds up.
func TestString_Render_stays_bounded(t *testing.T) {
	for _, hertz := range []float64{24, 100, 3000, 8000} {
		s := NewString()
		s.Pluck(Pluck{Hertz: hertz, Peak: 0.5, Point: 0.1, Corner: 16000, Seconds: 100, BrightSeconds: 50})
		for i, x := range play(s, 3) {
			if !(x < 0.8 && x > -0.8) {
				t.Fatalf("%v Hz: frame %d is %g", hertz, i, x)
			}
		}
	}
}

func TestString_Render_leaves_no_constant(t *testing.T) {
	for _, hertz := range []float64{65.4, 98, 130.8, 196, 311.1, 740, 1480} {
		s := NewString()
		p := pluck(hertz)
		p.Seconds, p.BrightSeconds = 200, 100 // a tone that decays has a mean of its own
		s.Pluck(p)
		x := play(s, 0.3)
		mean, weight, size := 0.0, 0.0, 0.0
		periods := math.Floor(0.25 * hertz)
		frames := int(math.Round(periods * Rate / hertz))
		for i, sample := range x[:frames] {
			window := 0.42 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(frames)) + 0.08*math.Cos(4*math.Pi*float64(i)/float64(frames))
			mean, weight = mean+window*float64(sample), weight+window
			size += window * float64(sample) * float64(sample)
		}
		if db := 20 * math.Log10(math.Abs(mean/weight)/math.Sqrt(size/weight)); db > -75 {
			t.Errorf("%v Hz: the mean lies %.1f dB under the sound", hertz, -db)
		}
	}
}

func BenchmarkString_Render(b *testing.B) {
	s := NewString()
	p := pluck(196)
	p.Seconds = 1e6
	s.Pluck(p)
	var x Block
	for b.Loop() {
		s.Render(x[:])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Quantum, "ns/frame")
}
