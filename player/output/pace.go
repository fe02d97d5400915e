package output

import "time"

// pulse is how often an output that has no device pulls.
const pulse = 40 * time.Millisecond

// longestPulse is the most time that can have gone by between two pulses. What
// is beyond it the process did not live through: it was stopped or the machine
// slept, and music is not made up for that.
const longestPulse = 500 * time.Millisecond

// A pacer turns time that has gone by into frames, and loses none.
type pacer struct {
	owed int64 // in frames × nanoseconds a second
}

// frames returns the number of frames that have become due in elapsed.
func (p *pacer) frames(elapsed time.Duration) int {
	p.owed += elapsed.Nanoseconds() * Rate
	due := p.owed / int64(time.Second)
	p.owed -= due * int64(time.Second)
	return int(due)
}

// A stopwatch measures from one pulse to the next.
type stopwatch struct{ last time.Time }

// lap returns the time since the lap before, held to longestPulse.
func (s *stopwatch) lap(now time.Time) time.Duration {
	elapsed := max(now.Sub(s.last), 0)
	s.last = now
	return min(elapsed, longestPulse)
}
