package output

import (
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// fadeIn is how a device comes in after it was found (design choice).
const fadeIn = 400 * time.Millisecond

// How long after the start of a failed attempt the next is made, and the least
// rest between the two (design choice: sound is back within 5 s of the
// server).
var retryAfter = []time.Duration{500 * time.Millisecond, time.Second, 1500 * time.Millisecond}

const leastRest = 500 * time.Millisecond

// calm is how often a device that is alive is looked after: seldom, because
// every waking of a process costs more than all that is done in it.
const calm = 200 * time.Millisecond

// closeWithin is how long a child may take to end by itself.
const closeWithin = time.Second

// SpeakerOptions say how a speaker is opened; the zero value is right for a
// program that runs RunSpeaker for the argument "speaker".
type SpeakerOptions struct {
	Command []string  // program and arguments of the child; nil is this program with the argument "speaker"
	Log     io.Writer // gets what the child and its libraries print; nil drops it
}

// Speaker plays through the sound device of the machine, held by a child
// process. It goes on at real pace without one, and looks for one again and
// again.
type Speaker struct {
	source
	open   func() (*device, error)
	status atomic.Pointer[Status]
	heard  atomic.Int64

	closing chan struct{}
	closed  chan struct{}
	once    sync.Once

	// Owned by run.
	ticker   *beat
	device   *device
	watch    watch
	alive    bool
	gain     Ramp
	pace     pacer
	attempts int           // in vain since a device was last alive
	rest     time.Duration // until the next attempt
	lived    time.Duration // of the attempt that is under way
}

var _ Output = (*Speaker)(nil)

// NewSpeaker opens a speaker and starts to look for a device. It never fails:
// where there is no device the Status says so.
func NewSpeaker(options SpeakerOptions) *Speaker {
	runSoon(0)
	return newSpeaker(func() (*device, error) { return startProcess(options.Command, options.Log) })
}

// newSpeaker opens a speaker whose devices come from open.
func newSpeaker(open func() (*device, error)) *Speaker {
	s := &Speaker{open: open, closing: make(chan struct{}), closed: make(chan struct{})}
	s.status.Store(&Status{State: Starting})
	go s.run()
	return s
}

// Status returns whether the speaker can be heard, and why not.
func (s *Speaker) Status() Status { return *s.status.Load() }

// Delay returns the length of all buffers on the way.
func (s *Speaker) Delay() int64 { return int64(delayFrames) }

// Heard returns the number of frames that were handed to a device while it was
// alive: exactly those that the child asked for.
func (s *Speaker) Heard() int64 { return s.heard.Load() }

// Close ends the child and waits for it, at most two seconds.
func (s *Speaker) Close() error {
	s.once.Do(func() { close(s.closing) })
	<-s.closed
	return nil
}

// run owns the streamer and the device until the speaker is closed. All pulling
// happens here, so there is never more than one who pulls.
func (s *Speaker) run() {
	defer close(s.closed)
	s.ticker = newBeat(pulse)
	defer s.ticker.Stop()
	clock := stopwatch{last: time.Now()}
	s.begin()
	for {
		var requests <-chan int
		var gone <-chan struct{}
		if s.device != nil {
			requests, gone = s.device.requests, s.device.gone
		}
		select {
		case <-s.closing:
			if s.device != nil {
				s.device.close(closeWithin)
			}
			return
		case frames := <-requests:
			s.answer(frames)
		case <-gone:
			if s.alive {
				s.fail(faultLost)
			} else {
				s.fail(faultAbsent)
			}
		case now := <-s.ticker.C:
			s.advance(clock.lap(now))
			s.ticker.keep(s.period(s.usual()))
		}
	}
}

// usual is how often things are looked after where power is not saved. What is
// silent is pulled here, and a device on probation is to be heard soon.
func (s *Speaker) usual() time.Duration {
	if s.alive {
		return calm
	}
	return pulse
}

// begin starts a child.
func (s *Speaker) begin() {
	s.watch, s.lived = watch{}, 0
	opened, err := s.open()
	if err != nil {
		s.fail(faultProcess)
		return
	}
	s.device = opened
}

// fail gives the device up, says why, and plans the next attempt.
func (s *Speaker) fail(why fault) {
	if s.device != nil {
		s.device.kill()
		s.device = nil
	}
	if s.alive {
		s.alive, s.attempts = false, 0
		s.ticker.keep(pulse)
	}
	s.rest = max(retryAfter[min(s.attempts, len(retryAfter)-1)]-s.lived, leastRest)
	s.attempts++
	s.status.Store(&Status{State: Mute, Message: why.sentence()})
}

// advance lets time go by: it looks after the device and, without one, keeps
// the pace.
func (s *Speaker) advance(elapsed time.Duration) {
	if s.device == nil {
		if s.rest -= elapsed; s.rest <= 0 {
			s.begin()
		}
	} else {
		s.lived += elapsed
		s.judge(s.watch.advance(elapsed))
	}
	if !s.alive {
		s.pull(s.pace.frames(elapsed))
	}
}

// judge acts on what the watch says.
func (s *Speaker) judge(v verdict) {
	switch v {
	case alive:
		if !s.alive {
			s.alive = true
			s.gain.Set(0)
			s.gain.Glide(1, Frames(fadeIn))
			s.status.Store(&Status{State: Sounding})
		}
	case absent:
		s.fail(faultAbsent)
	case lost:
		s.fail(faultLost)
	case racing:
		s.fail(faultRacing)
	}
}

// answer gives the device the frames that it asked for: silence until it is
// known to be alive.
func (s *Speaker) answer(frames int) {
	if frames < 1 || frames > mostFrames {
		s.fail(faultProtocol)
		return
	}
	s.watch.ask(frames)
	if !s.alive {
		s.device.reply(nil, frames)
		return
	}
	samples := s.pull(frames)
	for i := range samples {
		gain := s.gain.Next()
		samples[i][0] *= gain
		samples[i][1] *= gain
	}
	s.device.reply(samples, frames)
	s.heard.Add(int64(frames))
}
