package measure

import (
	"math"
	"slices"
)

// How a click is known (after what was found to tell planted clicks from
// plucked strings, rain and drums): the highest power above 9 kHz in frames of
// 0.25 ms, in decibels.
const (
	clickOver    = 24.0  // over the 60th percentile of the 60 ms about it
	clickFall    = 20.0  // over what is just before and after
	clickLowest  = -84.0 // dBFS
	clickContext = 320   // frames on each side: 80 ms
	clickHistory = 1024  // frames that are kept, a power of two
)

// A clickDetector looks for clicks in one channel.
type clickDetector struct {
	rate   float64
	size   int // samples in a frame
	treble [4]section

	samples   int64
	last      float64
	highest   float64 // power above 9 kHz in the frame so far
	change    float64 // sum of the squared differences in the frame so far
	levels    [clickHistory]float64
	changes   [clickHistory]float64
	now       int64 // frames so far
	sum       float64
	candidate int64 // the latest frame that was looked at closely
	latest    int64 // frame of the latest click

	found   int
	foundAt float64 // seconds
	sorted  []float64
}

func newClickDetector(rate int) *clickDetector {
	d := &clickDetector{
		rate:      float64(rate),
		size:      max(4, rate/4000),
		treble:    butterworthHighpass(math.Min(9000, 0.4*float64(rate)), float64(rate)),
		candidate: -1000,
		latest:    -1000,
		sorted:    make([]float64, 0, clickHistory),
	}
	for i := range d.levels {
		d.levels[i] = silentLevel
	}
	d.sum = silentLevel * percentileFrames
	return d
}

const (
	silentLevel      = -180.0
	percentileFrames = 241 // 60 ms
)

func (d *clickDetector) add(frames [][2]float64, side int) {
	for _, f := range frames {
		x := f[side]
		high := x
		for i := range d.treble {
			high = d.treble[i].next(high)
		}
		d.highest = max(d.highest, high*high)
		d.change += (x - d.last) * (x - d.last)
		d.last = x
		d.samples++
		if d.samples%int64(d.size) == 0 {
			d.frame()
		}
	}
}

// at returns the index of a frame.
func at(frame int64) int { return int(frame & (clickHistory - 1)) }

// frame closes a frame and judges the one clickContext frames back, of which
// all that surrounds it is known now.
func (d *clickDetector) frame() {
	level := math.Max(10*math.Log10(d.highest+1e-18), silentLevel)
	d.levels[at(d.now)], d.changes[at(d.now)] = level, d.change
	d.highest, d.change = 0, 0
	d.now++
	about := d.now - 1 - clickContext
	d.sum += d.levels[at(about+percentileFrames/2)] - d.levels[at(about-percentileFrames/2-1)]
	if about < 0 {
		return
	}
	here := d.levels[at(about)]
	// Where the mean is near, the percentile cannot be clickOver below.
	if here < clickLowest || here-d.sum/percentileFrames < 0.55*clickOver || about-d.candidate < 12 {
		return
	}
	if here-d.percentile(about-percentileFrames/2, about+percentileFrames/2+1, 0.6) > clickOver {
		d.candidate = about
		d.judge(about)
	}
}

// percentile returns the level that a share of the frames from one to before
// another lie below.
func (d *clickDetector) percentile(from, to int64, share float64) float64 {
	d.sorted = d.sorted[:0]
	for f := from; f < to; f++ {
		d.sorted = append(d.sorted, d.levels[at(f)])
	}
	slices.Sort(d.sorted)
	return d.sorted[int(share*float64(len(d.sorted)-1)+0.5)]
}

// judge counts the burst about a frame if it is alone, short, and nothing
// begins there.
func (d *clickDetector) judge(about int64) {
	peak := about
	for f := about - 4; f < about+8; f++ {
		if d.levels[at(f)] > d.levels[at(peak)] {
			peak = f
		}
	}
	level := d.levels[at(peak)]
	if d.alike(peak, level-8) ||
		d.percentile(peak+6, peak+26, 0.5) >= level-clickFall ||
		d.percentile(peak-26, peak-5, 0.8) >= level-clickFall ||
		d.begins(peak) || peak-d.latest <= 12 {
		return
	}
	d.found++
	d.latest = peak
	d.foundAt = float64(peak*int64(d.size)) / d.rate
}

// alike reports whether other bursts like it lie within 80 ms on either side:
// then it is a roll, noise, or the edges of a low note. A single other one may
// be the click's own echo.
func (d *clickDetector) alike(peak int64, level float64) bool {
	others, previous := 0, int64(math.MinInt32)
	for f := max(0, peak-clickContext+8); f < min(d.now, peak+clickContext-8); f++ {
		if f > peak-6 && f < peak+7 || d.levels[at(f)] <= level {
			continue
		}
		if f-previous > 6 {
			others++
		}
		previous = f
	}
	return others >= 2
}

// begins reports whether what comes after moves by 2 dB more than what was
// before: the start of a note.
func (d *clickDetector) begins(peak int64) bool {
	before, after := 1e-24, 1e-24
	for k := int64(12); k < 96; k++ {
		before += d.changes[at(peak-k)]
		after += d.changes[at(peak+k)]
	}
	return 10*math.Log10(after/before) >= 2
}
