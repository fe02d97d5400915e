package output

import "time"

// pulse is how often an output that has no device pulls: often enough for a
// picture that moves 15 times a second. Where power is saved, easyPulse is: the
// cost of a pull is that of waking the process and of memory that has gone cold
// meanwhile, whatever its length (measured: music that takes 0.9 % of a core when
// it is rendered in one go takes 1.4 % in bursts of 240 ms and 2.2 % in bursts of
// 40 ms).
const (
	pulse     = 60 * time.Millisecond
	easyPulse = 250 * time.Millisecond
)

// A beat is the ticker of an output, whose period follows what is wanted.
type beat struct {
	*time.Ticker
	period time.Duration
}

// newBeat starts a ticker.
func newBeat(period time.Duration) *beat { return &beat{time.NewTicker(period), period} }

// keep changes the period, if it is another.
func (b *beat) keep(period time.Duration) {
	if b.period != period {
		b.period = period
		b.Reset(period)
	}
}

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
