package player

import (
	"errors"
	"math"
	"sync"

	"github.com/gopxl/beep/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// A song is a piece of a given length whose frames follow a wave. It applies a
// wish at the start of the next Stream.
type song struct {
	wave   func(frame int64) float64
	length int64

	mu      sync.Mutex
	frame   int64
	wish    *generator.Wish
	applied int64
	latest  generator.Wish // that was applied
	wishes  []generator.Wish
}

// newSong returns a song of that many frames.
func newSong(length int64, wave func(frame int64) float64) *song {
	return &song{wave: wave, length: length, applied: -1}
}

// ones is a wave that shows every gain; hum one that shows every click.
func ones(int64) float64      { return 1 }
func hum(frame int64) float64 { return 0.9 * math.Sin(2*math.Pi*100*float64(frame)/output.Rate) }

func (s *song) Stream(samples [][2]float64) (int, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wish != nil {
		s.wishes = append(s.wishes, *s.wish)
		s.latest = *s.wish
		s.applied, s.wish = s.frame, nil
		if s.latest.Deadline > 0 {
			s.length = max(s.latest.Deadline, s.frame)
		}
	}
	n := 0
	for n < len(samples) && s.frame < s.length {
		x := s.wave(s.frame)
		samples[n] = [2]float64{x, x}
		s.frame++
		n++
	}
	return n, n > 0
}

func (s *song) Err() error { return nil }

func (s *song) Steer(wish generator.Wish) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wish = &wish
}

func (s *song) Status() generator.Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	return generator.Status{Frame: s.frame, Deadline: s.length, WishFrame: s.applied, Wish: s.latest, Finished: s.frame == s.length}
}

// A hand is an output that a test pulls by hand.
type hand struct {
	mu       sync.Mutex
	streamer beep.Streamer
	status   output.Status
	delay    int64
}

func (h *hand) Play(s beep.Streamer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.streamer = s
}

func (h *hand) Remove(s beep.Streamer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.streamer == s {
		h.streamer = nil
	}
}

func (h *hand) SavePower(bool)        {}
func (h *hand) Status() output.Status { return h.status }
func (h *hand) Delay() int64          { return h.delay }
func (h *hand) Close() error          { return nil }

// playing returns the streamer that would be pulled.
func (h *hand) playing() beep.Streamer {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.streamer
}

// pull pulls frames and returns the left channel.
func (h *hand) pull(frames int) []float64 {
	samples := make([][2]float64, frames)
	if s := h.playing(); s != nil {
		s.Stream(samples)
	}
	left := make([]float64, frames)
	for i := range samples {
		left[i] = samples[i][0]
	}
	return left
}

// A shelf keeps sittings, as slowly and badly as a test wants it to.
type shelf struct {
	mu       sync.Mutex
	sittings []journal.Sitting
	save     func(journal.Sitting) error // nil is success
}

var errFull = errors.New("the disk is full")

func (s *shelf) SaveSitting(sitting journal.Sitting) error {
	if s.save != nil {
		if err := s.save(sitting); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sittings = append(s.sittings, sitting)
	return nil
}

// all returns what was kept so far.
func (s *shelf) all() []journal.Sitting {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]journal.Sitting{}, s.sittings...)
}
