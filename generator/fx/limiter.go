package fx

import (
	"math"

	"dulcet/generator/dsp"
)

const (
	// lookAhead is how long before a peak the gain begins to fall: 3 ms.
	lookAhead = dsp.Rate * 3 / 1000
	// reach is how many frames on each side of a point the interpolation
	// between samples looks at.
	reach = dsp.PeakReach
	// releaseSeconds is the time constant of the gain's return.
	releaseSeconds = 0.15
	// margin is kept below the ceiling, in decibels: the gain moves while the
	// interpolation looks, and other meters interpolate a little differently.
	margin = 0.3
	// near is the share of the ceiling, −4.4 dB, below which samples make no
	// peak between them that matters: a tone that passes the ceiling between
	// samples comes this near to it on one of them a few samples later, within
	// the look-ahead.
	near = 0.6
	// stretch is how many frames are looked at, or left out, together.
	stretch = 16
)

// peaks interpolates between samples.
var peaks = dsp.NewPeakFilter[float32]()

// A Limiter keeps the true peak, between the samples too, under a ceiling.
//
// The peak is looked for on four times the samples (ITU-R BS.1770-4 Annex 2),
// where samples come near the ceiling. The gain that it asks for is held over
// the look-ahead, returns slowly, and is averaged over the look-ahead again: an
// average of values that are all low enough is low enough, and has no corners
// that could be heard. Both sides get the same gain, so that the picture
// stands still.
//
// It delays by Latency frames.
type Limiter struct {
	ceiling float32
	lines   [2]*dsp.Delay
	recent  [2][dsp.Quantum + 2*reach]float32 // input, for the interpolation
	highest float32                           // sample of the last quantum
	lowest  slidingMinimum
	held    float32            // gain after the release
	back    float32            // pace of the release, a frame
	drops   [lookAhead]float32 // 1−held of the last frames
	at      int
	sum     float64 // of drops
	active  int     // frames until all of drops are zero
	gain    float32 // lowest of the last quantum
}

// Latency is the delay of a Limiter in frames.
const Latency = lookAhead + reach - 1

// NewLimiter returns a limiter with a ceiling in decibels of true peak.
func NewLimiter(decibels float64) *Limiter {
	l := &Limiter{
		ceiling: float32(math.Pow(10, (decibels-margin)/20)),
		held:    1,
		gain:    1,
		back:    float32(1 - math.Exp(-1/(releaseSeconds*dsp.Rate))),
	}
	for i := range l.lines {
		l.lines[i] = dsp.NewDelay(Latency)
	}
	return l
}

// Gain returns the lowest gain of the last quantum, 1 where nothing was
// limited.
func (l *Limiter) Gain() float32 { return l.gain }

// Process works in place.
func (l *Limiter) Process(x *dsp.Stereo) {
	loud := l.remember(x)
	l.lines[0].WriteBlock(&x.Left)
	l.lines[1].WriteBlock(&x.Right)
	l.lines[0].ReadBlock(&x.Left, Latency+dsp.Quantum)
	l.lines[1].ReadBlock(&x.Right, Latency+dsp.Quantum)
	l.gain = 1
	if !loud && l.active == 0 {
		l.lowest.skip(dsp.Quantum)
		return
	}
	for start := 0; start < dsp.Quantum; start += stretch {
		watched := loud && l.near(start)
		for n := start; n < start+stretch; n++ {
			wanted := float32(1)
			if watched {
				wanted = l.wanted(n)
			}
			gain := l.follow(wanted)
			l.gain = min(l.gain, gain)
			x.Left[n] *= gain
			x.Right[n] *= gain
		}
	}
}

// remember takes the input in and reports whether it comes near the ceiling.
func (l *Limiter) remember(x *dsp.Stereo) bool {
	before := l.highest
	l.highest = max(l.take(0, &x.Left), l.take(1, &x.Right))
	return max(before, l.highest) >= near*l.ceiling
}

// take keeps a block of one side for the interpolation and returns its
// highest absolute value.
func (l *Limiter) take(side int, block *dsp.Block) float32 {
	recent := &l.recent[side]
	copy(recent[:2*reach], recent[dsp.Quantum:])
	copy(recent[2*reach:], block[:])
	return highestOf(block[:])
}

// highestOf returns the highest absolute value, as the largest of the bits
// without their sign, which have the same order and need no branch.
func highestOf(samples []float32) float32 {
	const size = 1<<31 - 1
	var even, odd uint32
	for i := 1; i < len(samples); i += 2 {
		even = max(even, math.Float32bits(samples[i-1])&size)
		odd = max(odd, math.Float32bits(samples[i])&size)
	}
	return math.Float32frombits(max(even, odd))
}

// near reports whether what wanted looks at from frame start on, or a few
// frames beside it, comes near the ceiling.
func (l *Limiter) near(start int) bool {
	const aside = 4
	from, to := start+reach-aside, start+reach+stretch+aside
	return max(highestOf(l.recent[0][from:to]), highestOf(l.recent[1][from:to])) >= near*l.ceiling
}

// wanted returns the gain that the true peak about frame n, reach frames ago,
// asks for.
func (l *Limiter) wanted(n int) float32 {
	peak := max(
		peaks.Highest((*[2 * reach]float32)(l.recent[0][n+1:])),
		peaks.Highest((*[2 * reach]float32)(l.recent[1][n+1:])))
	if peak <= l.ceiling {
		return 1
	}
	return l.ceiling / peak
}

// follow returns the gain of the frame that leaves the delay now, after what
// is wanted of the frame lookAhead later.
func (l *Limiter) follow(wanted float32) float32 {
	lowest := l.lowest.next(wanted)
	if lowest < l.held {
		l.held = lowest
	} else {
		l.held += l.back * (lowest - l.held)
		if l.held > 0.9997 { // the last 0.003 dB would take for ever
			l.held = lowest
		}
	}
	drop := 1 - l.held
	l.sum += float64(drop) - float64(l.drops[l.at])
	l.drops[l.at] = drop
	l.at++
	if l.at == lookAhead {
		l.at = 0
	}
	if drop > 0 || lowest < 1 {
		l.active = lookAhead + 1
	} else if l.active > 0 {
		l.active--
	}
	if l.active == 0 {
		l.sum = 0 // what rounding has left
	}
	return float32(1 - l.sum/lookAhead)
}
