package output

import (
	"encoding/binary"
	"io"
	"math"
	"testing"
	"testing/synctest"
	"time"
)

// line carries requests as the buffer of a pipe does: a write does not wait.
type line chan int

func (l line) Write(p []byte) (int, error) {
	l <- int(binary.LittleEndian.Uint32(p))
	return len(p), nil
}

// A parent answers the requests of a feed with the frames of a counter.
type parent struct {
	requests line
	frames   *io.PipeWriter
	next     int64 // frame
	asked    []int
	wave     func(frame int64) float64
}

// attach gives the feed a parent, which is not yet answering.
func attach(wave func(frame int64) float64) (*feed, *parent) {
	requests := make(line, 100)
	frames, give := io.Pipe()
	f := newFeed(requests)
	go f.receive(frames)
	return f, &parent{requests: requests, frames: give, wave: wave}
}

// answer answers n requests.
func (p *parent) answer(n int) {
	for range n {
		wanted, ok := <-p.requests
		if !ok {
			return
		}
		p.asked = append(p.asked, wanted)
		bytes := make([]byte, 0, wanted*frameBytes)
		for range wanted {
			p.next++
			x := float32(p.wave(p.next))
			bytes = binary.LittleEndian.AppendUint32(bytes, math.Float32bits(x))
			bytes = binary.LittleEndian.AppendUint32(bytes, math.Float32bits(-x))
		}
		// In odd pieces, as a pipe may deliver them.
		for len(bytes) > 0 {
			k := min(len(bytes), 1001)
			if _, err := p.frames.Write(bytes[:k]); err != nil {
				return
			}
			bytes = bytes[k:]
		}
	}
}

// loud is a wave whose frames differ by more than the dither can hide.
func loud(frame int64) float64 { return float64(frame%2000)/2500 - 0.4 }

// near reports whether x is the sample, but for rounding and dither.
func near(x, sample float64) bool { return math.Abs(x-sample) < 2.5/fullScale }

// read streams n frames in pieces as beep asks for them.
func read(f *feed, n int) [][2]float64 {
	samples := make([][2]float64, n)
	for at := 0; at < n; at += piece {
		f.Stream(samples[at:min(n, at+piece)])
	}
	return samples
}

func TestFeed_DeliversEveryFrameOnceInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, p := attach(loud)
		defer p.frames.Close()
		go p.answer(1 << 20)
		defer close(p.requests)
		samples := read(f, 10*chunk)
		for i, frame := range samples {
			if want := loud(int64(i + 1)); !near(frame[0], want) || !near(frame[1], -want) {
				t.Fatalf("frame %d is %v, want %v", i, frame, want)
			}
		}
		synctest.Wait() // the parent has seen the last request
		total := 0
		for i, n := range p.asked {
			if n < chunk || i > 0 && n > chunk+piece {
				t.Fatalf("asked for %v, want what lies ahead and then about %d each time", p.asked, chunk)
			}
			total += n
		}
		if most := 10*chunk + aheadFrames; total > most || total <= most-chunk {
			t.Errorf("asked for %d frames, want the %d that were read and %d ahead", total, 10*chunk, aheadFrames)
		}
	})
}

func TestFeed_AsksForMoreThanAChunkAtOnceWhenTheDriverDoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, p := attach(loud)
		defer p.frames.Close()
		defer close(p.requests)
		go p.answer(1 << 20)
		samples := make([][2]float64, 3*chunk)
		if n, ok := f.Stream(samples); n != len(samples) || !ok {
			t.Fatalf("Stream returned %d, %v", n, ok)
		}
		if last := samples[len(samples)-1][0]; !near(last, loud(3*int64(chunk))) {
			t.Errorf("the last frame is %v", last)
		}
	})
}

// largestStep returns the largest difference of two neighbouring frames.
func largestStep(samples [][2]float64) float64 {
	largest := 0.0
	for i := 1; i < len(samples); i++ {
		largest = max(largest, math.Abs(samples[i][0]-samples[i-1][0]))
	}
	return largest
}

// piece is how beep asks, twoAnswers the frames of the first two answers: what
// lies ahead, and the pieces that make up a chunk.
const (
	piece      = 512
	twoAnswers = piece + aheadFrames + (chunk+piece-1)/piece*piece
)

func TestFeed_PlaysWhatLiesAheadWhileTheParentIsLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, p := attach(loud)
		defer p.frames.Close()
		defer close(p.requests)
		go p.answer(1)
		synctest.Wait()
		read(f, piece)
		synctest.Wait()
		start := time.Now()
		samples := read(f, aheadFrames)
		if waited := time.Since(start); waited != 0 {
			t.Errorf("waited for %v", waited)
		}
		if last := samples[aheadFrames-1][0]; !near(last, loud(piece+int64(aheadFrames))) {
			t.Errorf("the last frame is %v", last)
		}
	})
}

func TestFeed_PlaysWhatWasHandedOverAfterTheParentHasGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, p := attach(loud)
		go p.answer(1)
		read(f, piece)
		synctest.Wait() // all of the answer has come in
		p.frames.Close()
		synctest.Wait()
		for i, frame := range read(f, aheadFrames) {
			if want := loud(piece + int64(i) + 1); !near(frame[0], want) {
				t.Fatalf("frame %d is %v, want %v", i, frame[0], want)
			}
		}
	})
}

func TestFeed_BendsToSilenceAndBackWhenTheParentIsLate(t *testing.T) {
	slow := func(frame int64) float64 { return 0.8 * math.Cos(2*math.Pi*float64(frame-int64(twoAnswers))/4800) }
	synctest.Test(t, func(t *testing.T) {
		f, p := attach(slow)
		defer p.frames.Close()
		defer close(p.requests)
		p2 := make(chan struct{})
		go func() { p.answer(2); <-p2; p.answer(1 << 20) }()
		heard := read(f, twoAnswers) // on time; ends at the top of the wave
		start := time.Now()
		gap := read(f, piece)
		if waited := time.Since(start); waited != patience {
			t.Errorf("waited for %v, want %v", waited, patience)
		}
		heard = append(heard, gap...)
		start = time.Now()
		for range 20 {
			heard = append(heard, read(f, piece)...)
		}
		if waited := time.Since(start); waited != 0 {
			t.Errorf("waited for %v more while the parent was away", waited)
		}
		if rest := heard[len(heard)-1][0]; !near(rest, 0) {
			t.Errorf("%v is left of the tail", rest)
		}
		close(p2)
		synctest.Wait()
		heard = append(heard, read(f, 2*chunk)...)
		// The wave itself steps by 0.001 a frame, the tail by 0.8·π/2/480.
		if step := largestStep(heard); step > 0.004 {
			t.Errorf("a step of %v", step)
		}
		// Not one frame was lost: the gap only moved them.
		want := slow(int64(twoAnswers + 2*chunk))
		if last := heard[len(heard)-1][0]; !near(last, want) {
			t.Errorf("the last frame is %v after the gap, want %v", last, want)
		}
	})
}

func TestFeed_IsSilentWithoutAParent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, p := attach(func(int64) float64 { return 0.5 })
		go p.answer(1)
		read(f, chunk)
		p.frames.Close()
		synctest.Wait()
		start := time.Now()
		samples := read(f, 3*Rate)
		if waited := time.Since(start); waited != 0 {
			t.Errorf("waited for %v", waited)
		}
		if step := largestStep(append([][2]float64{{0.5, -0.5}}, samples...)); step > 0.003 {
			t.Errorf("a step of %v into the silence", step)
		}
		if last := samples[len(samples)-1]; last != [2]float64{} {
			t.Errorf("%v in the end", last)
		}
	})
}

func TestFeed_EndsWhenItGetsMoreThanItAskedFor(t *testing.T) {
	f := newFeed(io.Discard)
	f.receive(endless{}) // returns, instead of reading for ever
	if !f.broken.Load() {
		t.Error("not broken")
	}
}

// endless never runs dry.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestFeed_StreamAllocatesNothing(t *testing.T) {
	f := newFeed(io.Discard)
	samples := make([][2]float64, 512)
	if n := testing.AllocsPerRun(50, func() {
		f.ring.pushed.Add(int64(chunk)) // as if the parent had answered
		f.Stream(samples)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestRing_KeepsOrderAcrossItsSeam(t *testing.T) {
	var r ring
	out := make([][2]float64, 1000)
	next, want := float32(0), float64(0)
	for range 3 * ringFrames / 700 {
		if !r.push(700, func(i int) [2]float32 { next++; return [2]float32{next, -next} }) {
			t.Fatal("no room")
		}
		for _, frame := range out[:r.pop(out)] {
			if want++; frame != [2]float64{want, -want} {
				t.Fatalf("frame %v, want %v", frame, want)
			}
		}
	}
	none := func(int) [2]float32 { return [2]float32{} }
	if room := ringFrames - r.length(); r.push(room+1, none) || !r.push(room, none) || r.length() != ringFrames {
		t.Errorf("%d frames in a ring of %d with room for %d", r.length(), ringFrames, room)
	}
}

func BenchmarkFeed(b *testing.B) {
	f := newFeed(io.Discard)
	samples := make([][2]float64, 480)
	for b.Loop() {
		f.ring.pushed.Add(int64(len(samples))) // as if the parent had answered
		f.asked += int64(len(samples))
		f.Stream(samples)
	}
}
