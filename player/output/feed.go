package output

import (
	"encoding/binary"
	"io"
	"math"
	"sync/atomic"
	"time"
)

// What the child does when the parent is so late that nothing lies ahead any
// more: it waits for as long as the driver surely has frames left, which asks when
// it has used a quarter of its half of the buffer and beep has the other half,
// then bends the sound to silence, and brings it back softly (design choice).
const (
	patience = 80 * time.Millisecond
	tailTime = 10 * time.Millisecond
	backTime = 60 * time.Millisecond
)

// A feed is the child's streamer. Stream asks the parent for frames; receive
// takes them in, on a goroutine of its own.
type feed struct {
	requests io.Writer
	ring     ring
	arrived  chan struct{} // holds a token when frames have come in since it was last empty
	broken   atomic.Bool   // the parent has gone

	// Owned by Stream.
	asked     int64 // frames in all
	taken     int64
	head      [4]byte
	timer     *time.Timer
	late      bool
	gain      Ramp
	last      [2]float64 // the latest frame, before rounding
	held      [2]float64 // the frame that tail bends to zero
	tail      Ramp
	quantiser *quantiser
}

// newFeed returns a feed that asks on requests.
func newFeed(requests io.Writer) *feed {
	f := &feed{
		requests:  requests,
		arrived:   make(chan struct{}, 1),
		timer:     time.NewTimer(time.Hour),
		quantiser: newQuantiser(),
	}
	f.timer.Stop()
	f.gain.Set(1)
	return f
}

// receive takes frames in until the input ends or breaks the protocol.
func (f *feed) receive(input io.Reader) {
	defer func() {
		f.broken.Store(true)
		f.wake()
	}()
	buffer := make([]byte, 1<<16) // a whole answer, so that Stream is woken once
	frame := func(i int) [2]float32 {
		at := buffer[i*frameBytes:]
		return [2]float32{
			math.Float32frombits(binary.LittleEndian.Uint32(at)),
			math.Float32frombits(binary.LittleEndian.Uint32(at[4:])),
		}
	}
	kept := 0 // bytes of a frame of which the rest is still to come
	for {
		n, err := input.Read(buffer[kept:])
		n += kept
		whole := n / frameBytes
		if !f.ring.push(whole, frame) {
			return // more than was asked for
		}
		kept = copy(buffer, buffer[whole*frameBytes:n])
		if whole > 0 {
			f.wake()
		}
		if err != nil {
			return
		}
	}
}

// wake leaves a token for Stream.
func (f *feed) wake() {
	select {
	case f.arrived <- struct{}{}:
	default:
	}
}

// Stream fills samples. It never drains: without a parent it is silence.
func (f *feed) Stream(samples [][2]float64) (int, bool) {
	if !f.broken.Load() {
		f.ask(len(samples))
		f.wait(len(samples))
	}
	n := f.ring.pop(samples)
	f.taken += int64(n)
	f.bend(samples, n)
	f.quantiser.apply(samples)
	return len(samples), true
}

// Err returns nil: a feed that lost its parent is silent.
func (f *feed) Err() error { return nil }

// chunk is the least that is asked for at once: all that lies ahead. beep passes
// on what the driver takes in pieces of 512 frames, and to ask for each of them
// would cost many times the wake-ups.
const chunk = aheadFrames

// ask requests what is missing for the n frames that are needed now and those
// that should lie ahead afterwards, once it makes up a chunk. What lies ahead
// is a chunk, so there is always enough for n on the way.
func (f *feed) ask(n int) {
	missing := int64(n) + int64(aheadFrames) - (f.asked - f.taken)
	if missing < int64(chunk) {
		return
	}
	binary.LittleEndian.PutUint32(f.head[:], uint32(missing))
	if _, err := f.requests.Write(f.head[:]); err != nil {
		f.broken.Store(true)
		return
	}
	f.asked += missing
}

// wait returns when n frames are there or the parent is late. Once it is late
// there is no more waiting until frames come again.
func (f *feed) wait(n int) {
	if f.late || f.ring.length() >= n {
		return
	}
	f.timer.Reset(patience)
	defer f.timer.Stop()
	for f.ring.length() < n && !f.broken.Load() {
		select {
		case <-f.arrived:
		case <-f.timer.C:
			return
		}
	}
}

// bend fades in the first n samples after a gap, and fills the others with a
// tail from the latest frame to silence.
func (f *feed) bend(samples [][2]float64, n int) {
	if n > 0 && f.late {
		f.late = false
		f.gain.Glide(1, Frames(backTime))
	}
	for i := range samples[:n] {
		f.put(&samples[i], samples[i], f.gain.Next())
	}
	if n == len(samples) {
		return
	}
	if !f.late {
		f.late = true
		f.gain.Set(0)
		f.held = f.last
		f.tail.Set(1)
		f.tail.Glide(0, Frames(tailTime))
	}
	for i := n; i < len(samples); i++ {
		f.put(&samples[i], [2]float64{}, 0)
	}
}

// put writes one frame and what is left of the tail.
func (f *feed) put(to *[2]float64, frame [2]float64, gain float64) {
	tail := f.tail.Next()
	for channel := range to {
		to[channel] = frame[channel]*gain + f.held[channel]*tail
	}
	f.last = *to
}
