package output

import (
	"sync/atomic"
	"time"

	"github.com/gopxl/beep/v2"
)

// Rate is the number of frames a second of every output.
const Rate = 48000

// How much sound lies between a pull and the ear: enough for a busy machine,
// short enough for a key press to be heard at once (design choice). Most of it
// lies in the driver's buffer, which a sound server wakes the child to fill again
// for each eighth of it: with 120 ms there and 100 ms ahead the child took 1.4 %
// of a core, and takes 0.9 % so.
const (
	bufferDuration = 200 * time.Millisecond
	aheadDuration  = 60 * time.Millisecond
)

// BufferFrames is the driver's buffer in frames.
const BufferFrames = Rate * int(bufferDuration/time.Millisecond) / 1000

// aheadFrames is what the child keeps ahead of the driver.
const aheadFrames = Rate * int(aheadDuration/time.Millisecond) / 1000

// delayFrames is the longest that a frame can be on its way: beep gives half of
// the buffer to the driver and fills the other half again as soon as it is no
// longer full, by a whole half.
const delayFrames = aheadFrames + BufferFrames*3/2

// State says whether an output can be heard.
type State int

// The states of an output.
const (
	Starting State = iota // no device has answered yet
	Sounding              // a device plays what is pulled
	Mute                  // there is no device: frames are pulled at real pace and dropped
)

// Status is what an output says of itself.
type Status struct {
	State   State
	Message string // one sentence: what is wrong and what to do; empty when all is well
}

// An Output pulls frames from a streamer at the pace of real time.
//
//  1. At most one streamer is pulled, by one goroutine at a time.
//  2. A streamer that drains is silence from then on; it is not pulled again.
//  3. Play and Remove change over between two pulls and do not fade: streamers
//     begin and end softly by themselves.
//  4. The frames that are pulled do not depend on whether they can be heard.
type Output interface {
	// Play makes s the streamer that is pulled, in place of any before.
	Play(s beep.Streamer)
	// Remove ends the pulling of s. It does nothing when another streamer has
	// taken its place.
	Remove(s beep.Streamer)
	// SavePower tells the output whether to wake the process as seldom as it
	// can. What is heard stays as it is.
	SavePower(on bool)
	// Status returns the state of the output; it never waits.
	Status() Status
	// Delay returns the largest number of frames between a frame being pulled
	// and being heard.
	Delay() int64
	// Close ends the output within two seconds.
	Close() error
}

// A source holds the streamer that an output pulls.
type source struct {
	current atomic.Pointer[beep.Streamer]
	saving  atomic.Bool
	scratch [][2]float64
}

// SavePower says whether the process is to be woken as seldom as can be.
func (s *source) SavePower(on bool) { s.saving.Store(on) }

// period is how often the output looks after things: usual, or seldom where
// power is saved.
func (s *source) period(usual time.Duration) time.Duration {
	if s.saving.Load() {
		return max(usual, easyPulse)
	}
	return usual
}

// Play makes s the streamer that is pulled.
func (s *source) Play(streamer beep.Streamer) { s.current.Store(&streamer) }

// Remove ends the pulling of streamer, if it is still the one.
func (s *source) Remove(streamer beep.Streamer) {
	if held := s.current.Load(); held != nil && *held == streamer {
		s.current.CompareAndSwap(held, nil)
	}
}

// pull returns the next n frames: silence where there is no streamer or it has
// drained. The slice is good until the next pull.
func (s *source) pull(n int) [][2]float64 {
	if cap(s.scratch) < n {
		s.scratch = make([][2]float64, n)
	}
	frames := s.scratch[:n]
	got := 0
	if held := s.current.Load(); held != nil {
		ok := true
		for ok && got < n {
			var k int
			k, ok = (*held).Stream(frames[got:])
			got += k
			ok = ok && k > 0
		}
		if !ok {
			s.current.CompareAndSwap(held, nil)
		}
	}
	clear(frames[got:])
	return frames
}
