package player

import (
	"sync/atomic"
	"time"

	"github.com/gopxl/beep/v2"

	"dulcet/journal"
	"dulcet/player/output"
)

// How long the gains of a sitting take (design choice; a pause of 30 to 80 ms
// neither clicks nor lags).
const (
	fadeInTime  = 3 * time.Second
	pauseTime   = 60 * time.Millisecond
	stopTime    = 500 * time.Millisecond
	volumeTime  = 30 * time.Millisecond
	quantum     = 64 // frames from one look at the controls to the next
	drainMargin = output.Rate / 50
)

// controls are the whole state that the listener wishes the audio side to be
// in.
type controls struct {
	paused   bool
	stopping bool
	volume   float64 // decibels
}

// gain returns the factor of the volume: none at the lowest.
func (c *controls) gain() float64 {
	if c.volume <= MinVolume {
		return 0
	}
	return output.Gain(c.volume)
}

// A stream is the audio side of a sitting: a streamer that never drains. Before
// the end it is the piece with its gains, while paused and afterwards silence.
// What it yields does not depend on the sizes in which it is asked.
type stream struct {
	controls atomic.Pointer[controls]
	played   atomic.Int64 // frames pulled from the piece
	over     atomic.Bool  // everything handed over has been heard
	landed   atomic.Bool  // the piece came to its own end
	meter    output.Meter

	// Owned by Stream.
	piece    beep.Streamer
	left     int // frames until the next look at the controls
	seen     *controls
	fade     output.Ramp
	hold     output.Ramp // 0 while paused
	stop     output.Ramp // 0 after a stop
	volume   output.Ramp
	ended    bool
	draining int64 // frames of silence until all has been heard
}

// newStream returns the stream of a piece, heard delay frames after the pull.
func newStream(piece beep.Streamer, volume float64, delay int64) *stream {
	s := &stream{piece: piece, draining: delay + drainMargin}
	first := &controls{volume: volume}
	s.controls.Store(first)
	s.seen = first
	s.fade.Glide(1, output.Frames(fadeInTime))
	s.hold.Set(1)
	s.stop.Set(1)
	s.volume.Set(first.gain())
	return s
}

// Stream fills samples with the next frames of the sitting.
func (s *stream) Stream(samples [][2]float64) (int, bool) {
	for done := 0; done < len(samples); {
		if s.left == 0 {
			s.apply(s.controls.Load())
			s.left = quantum
		}
		n := min(s.left, len(samples)-done)
		s.render(samples[done : done+n])
		s.left -= n
		done += n
	}
	return len(samples), true
}

// Err returns nil: a sitting cannot fail.
func (s *stream) Err() error { return nil }

// ending returns how the sitting ended, once it is over.
func (s *stream) ending() journal.Ending {
	if s.landed.Load() {
		return journal.Landed
	}
	return journal.Stopped
}

// apply turns towards the wished state.
func (s *stream) apply(wished *controls) {
	if wished == s.seen {
		return
	}
	if wished.stopping && !s.seen.stopping {
		s.stop.Glide(0, output.Frames(stopTime))
	}
	if wished.paused != s.seen.paused {
		target := 1.0
		if wished.paused {
			target = 0
		}
		s.hold.Glide(target, output.Frames(pauseTime))
	}
	if gain := wished.gain(); gain != s.volume.Target() {
		s.volume.Glide(gain, output.Frames(volumeTime))
	}
	s.seen = wished
}

// render fills samples, which lie within one quantum.
func (s *stream) render(samples [][2]float64) {
	n := s.pull(samples)
	s.attenuate(samples[:n])
	clear(samples[n:])
	s.meter.Add(samples)
	if !s.ended && s.silenced() {
		s.ended = true
	}
	if s.ended {
		s.drain(int64(len(samples) - n))
	}
}

// attenuate applies the gains.
func (s *stream) attenuate(samples [][2]float64) {
	steady := s.fade.Left()+s.hold.Left()+s.stop.Left()+s.volume.Left() == 0
	gain := s.fade.Value() * s.hold.Value() * s.stop.Value() * s.volume.Value()
	for i := range samples {
		if !steady {
			gain = s.fade.Next() * s.hold.Next() * s.stop.Next() * s.volume.Next()
		}
		samples[i][0] *= gain
		samples[i][1] *= gain
	}
}

// pull takes frames from the piece, as many as are to be heard, and returns
// their number: none while paused, and none beyond the frame at which a fade to
// silence is complete.
func (s *stream) pull(samples [][2]float64) int {
	if s.ended {
		return 0
	}
	audible := len(samples)
	for _, ramp := range []*output.Ramp{&s.hold, &s.stop} {
		if ramp.Target() == 0 {
			audible = min(audible, ramp.Left())
		}
	}
	n := 0
	for n < audible {
		k, ok := s.piece.Stream(samples[n:audible])
		n += k
		if !ok || k == 0 {
			s.ended = true
			s.landed.Store(true)
			break
		}
	}
	s.played.Add(int64(n))
	return n
}

// silenced reports whether a stop has faded out, or was asked for while the
// sitting was silent already.
func (s *stream) silenced() bool {
	if s.stop.Target() != 0 {
		return false
	}
	return s.stop.Left() == 0 || s.hold.Target() == 0 && s.hold.Left() == 0
}

// drain counts the silence after the end and sets over when the last frame has
// been heard.
func (s *stream) drain(frames int64) {
	if s.draining -= frames; s.draining <= 0 {
		s.over.Store(true)
	}
}
