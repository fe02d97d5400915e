package measure

import (
	"math"
	"slices"
)

// How a step is known: the largest difference between two samples in a block
// of a millisecond.
const (
	stepOver    = 6.0   // times the median of the blocks about it
	stepAlone   = 3.0   // times the second largest in its block
	stepLowest  = 0.004 // of full scale
	stepContext = 20    // blocks on each side
)

// A stepDetector looks for steps in one channel.
type stepDetector struct {
	rate            float64
	size            int // samples in a block
	filled          int
	last            float64
	largest, second float64
	blocks          [2*stepContext + 1]stepBlock // oldest at next
	next            int
	count           int64 // blocks so far
	started         bool

	found   int
	foundAt float64 // seconds
	sorted  [2*stepContext + 1]float64
}

// A stepBlock holds the two largest differences of a block.
type stepBlock struct{ largest, second float64 }

func newStepDetector(rate int) *stepDetector {
	return &stepDetector{rate: float64(rate), size: rate / 1000}
}

func (d *stepDetector) add(frames [][2]float64, side int) {
	for _, f := range frames {
		x := f[side]
		if !d.started {
			d.last, d.started = x, true // where a stream begins is no step
		}
		change := math.Abs(x - d.last)
		d.last = x
		if change > d.largest {
			d.largest, d.second = change, d.largest
		} else if change > d.second {
			d.second = change
		}
		d.filled++
		if d.filled == d.size {
			d.block()
		}
	}
}

// block closes a block and judges the one stepContext blocks back.
func (d *stepDetector) block() {
	d.blocks[d.next] = stepBlock{d.largest, d.second}
	d.next = (d.next + 1) % len(d.blocks)
	d.count++
	d.filled, d.largest, d.second = 0, 0, 0
	if d.count < stepContext+1 {
		return
	}
	middle := d.blocks[(d.next+stepContext)%len(d.blocks)]
	if middle.largest <= stepLowest || middle.largest <= stepAlone*middle.second {
		return
	}
	for i, b := range d.blocks {
		d.sorted[i] = b.largest
	}
	slices.Sort(d.sorted[:])
	if middle.largest > stepOver*math.Max(d.sorted[stepContext], 1e-5) {
		d.found++
		d.foundAt = float64((d.count-stepContext-1)*int64(d.size)) / d.rate
	}
}
