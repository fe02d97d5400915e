package fx

// A slidingMinimum is the lowest of the last lookAhead values: a queue that
// keeps only what could still become the lowest (Lemire 2006, Nordic J.
// Computing 13:328).
type slidingMinimum struct {
	values      [lookAhead]float32
	frames      [lookAhead]int64
	first, size int
	now         int64
}

// skip is next(1) n times, when nothing but ones is remembered.
func (s *slidingMinimum) skip(n int64) {
	s.now += n
	s.size = 0
}

// next takes the next value in and returns the lowest.
func (s *slidingMinimum) next(value float32) float32 {
	for s.size > 0 && s.values[(s.first+s.size-1)%lookAhead] >= value {
		s.size--
	}
	if s.size > 0 && s.frames[s.first] <= s.now-lookAhead {
		s.first = (s.first + 1) % lookAhead
		s.size--
	}
	at := (s.first + s.size) % lookAhead
	s.values[at], s.frames[at] = value, s.now
	s.size++
	s.now++
	return s.values[s.first]
}
