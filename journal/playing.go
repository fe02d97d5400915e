package journal

import "time"

// pausesTogether is how much longer than its minutes a sitting is taken to
// last at most, because pauses do not count (design choice: somebody who
// pauses for longer has most often left).
const pausesTogether = time.Hour

// MayBePlaying reports whether a sitting that has no ending of its own yet can
// still be sounding at now: it was written as Killed when it began, and is no
// older than its minutes and some time for pauses. A record alone cannot tell
// more.
func (s Sitting) MayBePlaying(now time.Time) bool {
	age := now.Sub(s.Time)
	longest := time.Duration(s.Minutes*float64(time.Minute)) + pausesTogether
	// A clock that was set back a little makes a sitting begin in the future.
	return s.Ended == Killed && -pausesTogether < age && age < longest
}
