package output

import "sync/atomic"

// A counter is a streamer whose frames count up from 1, so that every frame
// can be told from every other, until it drains.
type counter struct {
	pulled atomic.Int64 // frames
	calls  atomic.Int64
	last   int64
}

// count returns a counter of that many frames.
func count(last int64) *counter { return &counter{last: last} }

// value is what the frame of a counter carries.
func value(frame int64) float64 { return float64(frame) / (1 << 24) }

func (c *counter) Stream(samples [][2]float64) (int, bool) {
	c.calls.Add(1)
	n := 0
	for next := c.pulled.Load(); n < len(samples) && next < c.last; n++ {
		next++
		samples[n] = [2]float64{value(next), -value(next)}
	}
	c.pulled.Add(int64(n))
	return n, n > 0
}

func (c *counter) Err() error { return nil }
