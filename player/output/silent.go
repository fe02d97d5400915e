package output

import (
	"sync"
	"time"
)

// Silent is an output that nobody hears: it pulls at real pace and drops what
// it gets.
type Silent struct {
	source
	closing chan struct{}
	closed  chan struct{}
	once    sync.Once
}

// NewSilent opens a silent output.
func NewSilent() *Silent {
	s := &Silent{closing: make(chan struct{}), closed: make(chan struct{})}
	go s.run()
	return s
}

// run pulls until the output is closed.
func (s *Silent) run() {
	defer close(s.closed)
	ticker := newBeat(pulse)
	defer ticker.Stop()
	watch, pace := stopwatch{last: time.Now()}, pacer{}
	for {
		select {
		case <-s.closing:
			return
		case now := <-ticker.C:
			s.pull(pace.frames(watch.lap(now)))
			ticker.keep(s.period(pulse))
		}
	}
}

// Status says that the output is mute, which is as it should be.
func (s *Silent) Status() Status { return Status{State: Mute} }

// Delay returns 0: nothing lies between the pull and the ear.
func (s *Silent) Delay() int64 { return 0 }

// Close ends the output and waits for the last pull to return.
func (s *Silent) Close() error {
	s.once.Do(func() { close(s.closing) })
	<-s.closed
	return nil
}
