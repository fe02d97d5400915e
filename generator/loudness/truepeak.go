package loudness

import (
	"math"

	"dulcet/generator/dsp"
)

// reach is how many frames on each side of a point the interpolation between
// samples looks at.
const reach = dsp.PeakReach

// peaks interpolates between samples.
var peaks = dsp.NewPeakFilter[float64]()

// A peakMeter finds the true peak of one channel. It interpolates only where
// samples are high enough that a new highest value is possible.
type peakMeter struct {
	recent  [4 * reach]float64 // the last 2·reach samples, twice, so that they lie in a row
	at      int
	highest float64
	watch   int // frames for which interpolation goes on
}

func (p *peakMeter) add(x float64) {
	p.recent[p.at], p.recent[p.at+2*reach] = x, x
	p.at++
	if p.at == 2*reach {
		p.at = 0
	}
	size := math.Abs(x)
	if size*peaks.Sum > p.highest {
		p.watch = 2 * reach
	}
	if p.watch == 0 {
		return
	}
	p.watch--
	p.highest = max(p.highest, size, peaks.Highest((*[2 * reach]float64)(p.recent[p.at:])))
}
