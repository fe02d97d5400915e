package output

import (
	"math"
	"sync/atomic"
)

// The window of a Meter: a quarter of a second in steps of 10 ms, short enough
// to follow a note and long enough not to follow the wave of a bass (design
// choice).
const (
	meterStep   = Rate / 100
	meterWindow = 25
)

// A Meter measures the root mean square of the last quarter second of each
// channel. One goroutine adds frames; any other may read.
type Meter struct {
	sums  [meterWindow][2]float64 // of squares, of the latest steps
	step  [2]float64              // of the step that is being filled
	count int                     // frames in it
	next  int                     // the oldest step
	level [2]atomic.Uint64        // float64 bits
}

// Add measures further frames.
func (m *Meter) Add(samples [][2]float64) {
	for _, frame := range samples {
		m.step[0] += frame[0] * frame[0]
		m.step[1] += frame[1] * frame[1]
		if m.count++; m.count == meterStep {
			m.publish()
		}
	}
}

// publish ends a step. The window is summed afresh: a running sum would keep
// its rounding errors for hours.
func (m *Meter) publish() {
	m.sums[m.next] = m.step
	m.next = (m.next + 1) % meterWindow
	m.step, m.count = [2]float64{}, 0
	for channel := range m.level {
		sum := 0.0
		for i := range m.sums {
			sum += m.sums[i][channel]
		}
		m.level[channel].Store(math.Float64bits(math.Sqrt(sum / (meterStep * meterWindow))))
	}
}

// Level returns the root mean square of left and right, 1 for a square wave at
// full scale.
func (m *Meter) Level() [2]float64 {
	return [2]float64{
		math.Float64frombits(m.level[0].Load()),
		math.Float64frombits(m.level[1].Load()),
	}
}
