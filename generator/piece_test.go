package generator

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"dulcet/journal"
)

type streamer interface {
	Stream(samples [][2]float64) (int, bool)
}

// stream plays frames of a piece, asking for size(i) frames the i-th time.
func stream(p streamer, frames int, size func(i int) int) [][2]float64 {
	out := make([][2]float64, 0, min(frames, 10*60*Rate))
	for i := 0; len(out) < frames; i++ {
		buffer := make([][2]float64, min(size(i), frames-len(out)))
		n, ok := p.Stream(buffer)
		out = append(out, buffer[:n]...)
		if !ok {
			break
		}
	}
	return out
}

func constant(n int) func(int) int { return func(int) int { return n } }

func TestPiece_DoesNotDependOnTheCallersBuffers(t *testing.T) {
	const frames = 20 * Rate
	want := stream(New(mustBrief(t, journal.Calm, 3, 11)), frames, constant(4800))
	random := rand.New(rand.NewPCG(1, 2))
	got := stream(New(mustBrief(t, journal.Calm, 3, 11)), frames, func(int) int { return 1 + random.IntN(700) })
	for i := range want {
		if want[i] != got[i] {
			t.Fatalf("frame %d is %v with one size of buffer and %v with others", i, want[i], got[i])
		}
	}
}

func TestPiece_SeedsDiffer(t *testing.T) {
	a := stream(New(mustBrief(t, journal.Calm, 3, 1)), 20*Rate, constant(4800))
	b := stream(New(mustBrief(t, journal.Calm, 3, 2)), 20*Rate, constant(4800))
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	if same > len(a)/10 {
		t.Errorf("%d of %d frames of two seeds are the same", same, len(a))
	}
}

// TestPiece_LandsOnTheDeadline plays short pieces of every goal to their end.
func TestPiece_LandsOnTheDeadline(t *testing.T) {
	for _, goal := range journal.Goals() {
		t.Run(string(goal), func(t *testing.T) {
			t.Parallel()
			if testing.Short() && goal != journal.Calm && goal != journal.Sleep {
				t.Skip("the race run plays two goals")
			}
			brief := mustBrief(t, goal, 1, 5)
			p := New(brief)
			out := stream(p, math.MaxInt32, constant(4096))
			if int64(len(out)) != brief.Frames() {
				t.Fatalf("%d frames, want %d", len(out), brief.Frames())
			}
			if n, ok := p.Stream(make([][2]float64, 64)); n != 0 || ok {
				t.Errorf("after the end Stream returns %d, %v, want 0, false", n, ok)
			}
			if !p.Status().Finished || p.Status().NonFinite {
				t.Errorf("status at the end is %+v", p.Status())
			}
			checkSound(t, out)
		})
	}
}

// checkSound looks for what no piece may do.
func checkSound(t *testing.T, out [][2]float64) {
	t.Helper()
	var peak, last, square float64
	for i, f := range out {
		for _, x := range f {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Fatalf("frame %d is not a number", i)
			}
			peak = math.Max(peak, math.Abs(x))
			square += x * x
		}
		if i >= len(out)-Rate/20 {
			last = math.Max(last, math.Max(math.Abs(f[0]), math.Abs(f[1])))
		}
	}
	if peak > 0.892 { // −1 dBFS
		t.Errorf("peak is %.3f", peak)
	}
	if rms := math.Sqrt(square / float64(2*len(out))); rms < 0.004 {
		t.Errorf("RMS is %.5f: nearly silent", rms)
	}
	if last > 1e-3 {
		t.Errorf("the last 50 ms reach %.5f, want silence", last)
	}
	if loudest(out[len(out)-Rate:]) < 1e-3 {
		t.Error("it is silent for the last second, want less")
	}
}

func TestPiece_ComesHomeWithinAMinute(t *testing.T) {
	moments := []int{0, 7, 100, 170}
	if testing.Short() {
		moments = moments[1:2]
	}
	for _, after := range moments {
		t.Run(fmt.Sprintf("after %d s", after), func(t *testing.T) {
			p := New(mustBrief(t, journal.Unwind, 20, 3))
			stream(p, after*Rate, constant(4096))
			p.Steer(Wish{Home: 1})
			out := stream(p, math.MaxInt32, constant(4096))
			if seconds := float64(len(out)) / Rate; seconds > HomeSeconds || seconds < 20 {
				t.Errorf("home after %.1f s, want a landing of at most %d", seconds, HomeSeconds)
			}
			if at := p.Status().WishFrame; at < int64(after*Rate) || at > int64(after*Rate)+128 {
				t.Errorf("the wish was applied at frame %d, want at once", at)
			}
			if peak := loudest(out[max(0, len(out)-Rate/20):]); peak > 1e-3 {
				t.Errorf("the last 50 ms reach %.5f, want silence", peak)
			}
		})
	}
}

func loudest(out [][2]float64) float64 {
	peak := 0.0
	for _, f := range out {
		peak = math.Max(peak, math.Max(math.Abs(f[0]), math.Abs(f[1])))
	}
	return peak
}

// TestPiece_SteeringIsExactlyRepeatable steers two pieces at the same frame
// and compares every sample.
func TestPiece_SteeringIsExactlyRepeatable(t *testing.T) {
	play := func() [][2]float64 {
		p := New(mustBrief(t, journal.Calm, 5, 9))
		out := stream(p, 30*Rate, constant(1000))
		p.Steer(Wish{Home: 1})
		return append(out, stream(p, math.MaxInt32, constant(1000))...)
	}
	a, b := play(), play()
	if len(a) != len(b) {
		t.Fatalf("%d frames once and %d again", len(a), len(b))
	}
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("frame %d differs", i)
		}
	}
}

// TestPiece_AllocatesNothingBetweenSpans streams inside one span.
func TestPiece_AllocatesNothingBetweenSpans(t *testing.T) {
	p := New(mustBrief(t, journal.Focus, 20, 4))
	stream(p, 90*Rate, constant(4800))
	buffer := make([][2]float64, 480)
	for i := 0; i < 200; i++ {
		span := p.span.Frame
		if p.span.Frame+p.span.Frames-p.frame < 20*480 {
			p.Stream(buffer)
			continue
		}
		if n := testing.AllocsPerRun(10, func() { p.Stream(buffer) }); n != 0 && p.span.Frame == span {
			t.Fatalf("%v allocations a call", n)
		}
	}
}

func TestPiece_StatusFollowsTheMusic(t *testing.T) {
	p := New(mustBrief(t, journal.Calm, 10, 2))
	stream(p, 40*Rate, constant(4800))
	s := p.Status()
	if s.Chord == "" || s.Tonic == "" || s.Mode == "" || s.Section == "" || s.BPM == 0 || s.Voices == 0 || s.Level == 0 || s.Struck[0].Part == "" {
		t.Errorf("status after 40 s says too little: %+v", s)
	}
	if s.Frame < 39*Rate || s.Frame > 40*Rate {
		t.Errorf("status is of frame %d, want about %d", s.Frame, 40*Rate)
	}
}

// BenchmarkPiece plays every goal from where most sounds at once on: x is how
// many times faster than real time that goes on one core.
func BenchmarkPiece(b *testing.B) {
	for _, goal := range journal.Goals() {
		b.Run(string(goal), func(b *testing.B) {
			brief := mustBrief(b, goal, 20, 1)
			p := New(brief)
			buffer := make([][2]float64, 4800)
			from := int64(densestMinute(brief)) * 60 * Rate
			for p.position() < from {
				p.Stream(buffer)
			}
			frames := 0
			for b.Loop() {
				p.Stream(buffer)
				frames += len(buffer)
			}
			b.ReportMetric(float64(frames)/Rate/b.Elapsed().Seconds(), "x")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(frames), "ns/frame")
		})
	}
}

// densestMinute returns the minute of a piece, before it comes home, in which
// notes are held longest in sum.
func densestMinute(brief Brief) int {
	var held [20]int64
	for _, e := range Compose(brief).Events {
		if minute := int(e.Frame / (60 * Rate)); e.Part.Plays() && minute < len(held) {
			held[minute] += e.Frames
		}
	}
	densest := 0
	for minute := range 15 {
		if held[minute] > held[densest] {
			densest = minute
		}
	}
	return densest
}
