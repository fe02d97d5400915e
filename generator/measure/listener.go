package measure

import (
	"math"

	"dulcet/generator/loudness"
)

// A Result is what a Listener has heard. Where nothing was heard, levels are
// −∞ and the rest is 0.
type Result struct {
	Seconds   float64
	NonFinite int64 // samples that were not a number; they count as silence

	Integrated   float64 // LUFS, after ITU-R BS.1770-4
	MaxShortTerm float64 // LUFS: the loudest three seconds
	MaxRise      float64 // LU: the highest rise of momentary loudness within 400 ms, from RiseFloor on
	MaxRiseAt    float64 // seconds: where it ends
	TruePeak     float64 // dBTP

	DC          [2]float64 // mean of each channel
	Crest       float64    // decibels of the highest sample over the RMS of both channels
	Correlation float64    // of the channels: 1 mono, 0 unrelated, −1 opposite
	MonoLoss    float64    // decibels that the mean of the channels is below them: 0 mono, 3 unrelated

	Centroid float64 // Hz: mean of the frequencies, by power within a moment and by amplitude over time
	Slope    float64 // decibels an octave, 100 Hz to 10 kHz: white noise 0, pink −3
	Treble   float64 // decibels of the loudest third-octave above 4 kHz over the loudest of all

	Clicks    int     // bursts above 9 kHz, shorter than 1.5 ms, 24 dB over what surrounds them
	Steps     int     // jumps from sample to sample, six times those about them
	ClickedAt float64 // seconds: the latest click or step
}

// RiseFloor is the loudness in LUFS that a rise is measured from where it was
// softer still: what comes out of silence rises from there (design choice).
const RiseFloor = -50.0

// A Listener measures a stereo stream. One goroutine uses it.
type Listener struct {
	rate      int
	frames    int64
	nonFinite int64
	clean     [][2]float64 // a step of 100 ms, without what is not finite
	filled    int

	meter     *loudness.Meter
	moments   [5]float64 // momentary loudness of the last steps, oldest first
	shortTerm float64
	rise      float64
	riseAt    float64

	sum, square [2]float64
	product     float64
	highest     float64

	spectrum *spectrum
	colour   *centroid
	clicks   [2]*clickDetector
	steps    [2]*stepDetector
}

// New returns a listener for a sample rate in hertz, held to 22,050…192,000.
func New(rate int) *Listener {
	rate = min(max(rate, 22050), 192000)
	l := &Listener{
		rate:      rate,
		clean:     make([][2]float64, rate/10),
		meter:     loudness.New(rate),
		shortTerm: loudness.Silence,
		spectrum:  newSpectrum(rate),
		colour:    newCentroid(rate),
	}
	for i := range l.moments {
		l.moments[i] = math.NaN() // what was before is not known
	}
	for side := range 2 {
		l.clicks[side] = newClickDetector(rate)
		l.steps[side] = newStepDetector(rate)
	}
	return l
}

// Add takes further frames in.
func (l *Listener) Add(frames [][2]float64) {
	for _, frame := range frames {
		for side, x := range frame {
			if x-x != 0 {
				frame[side] = 0
				l.nonFinite++
			}
		}
		l.clean[l.filled] = frame
		l.filled++
		if l.filled == len(l.clean) {
			l.take(l.clean)
			l.filled = 0
		}
	}
}

// take listens to frames, a whole step of 100 ms but at the end.
func (l *Listener) take(frames [][2]float64) {
	l.meter.Add(frames)
	for _, f := range frames {
		l.sum[0] += f[0]
		l.sum[1] += f[1]
		l.square[0] += f[0] * f[0]
		l.square[1] += f[1] * f[1]
		l.product += f[0] * f[1]
		l.highest = max(l.highest, f[0], -f[0], f[1], -f[1])
	}
	l.spectrum.add(frames)
	l.colour.add(frames)
	for side := range 2 {
		l.clicks[side].add(frames, side)
		l.steps[side].add(frames, side)
	}
	l.frames += int64(len(frames))
	if len(frames) == len(l.clean) {
		l.moment()
	}
}

// moment follows loudness from step to step.
func (l *Listener) moment() {
	copy(l.moments[:], l.moments[1:])
	if l.frames < int64(4*len(l.clean)) {
		return
	}
	now := math.Max(l.meter.Momentary(), RiseFloor)
	l.moments[len(l.moments)-1] = now
	if rise := now - l.moments[0]; rise > l.rise {
		l.rise, l.riseAt = rise, float64(l.frames)/float64(l.rate)
	}
	l.shortTerm = math.Max(l.shortTerm, l.meter.ShortTerm())
}

// Result returns what was heard so far. Clicks and steps of the last tenth of
// a second are not known yet.
func (l *Listener) Result() Result {
	l.take(l.clean[:l.filled])
	l.filled = 0
	n := math.Max(float64(l.frames), 1)
	both := l.square[0] + l.square[1]
	r := Result{
		Seconds:      float64(l.frames) / float64(l.rate),
		NonFinite:    l.nonFinite,
		Integrated:   l.meter.Integrated(),
		MaxShortTerm: l.shortTerm,
		MaxRise:      l.rise,
		MaxRiseAt:    l.riseAt,
		TruePeak:     l.meter.TruePeak(),
		DC:           [2]float64{l.sum[0] / n, l.sum[1] / n},
		Centroid:     l.colour.hertz(),
		Slope:        l.spectrum.slope(),
		Treble:       l.spectrum.treble(),
	}
	if both > 0 {
		r.Crest = 10 * math.Log10(l.highest*l.highest/(both/(2*n)))
		r.MonoLoss = 10 * math.Log10(2*both/(both+2*l.product))
	}
	if l.square[0] > 0 && l.square[1] > 0 {
		r.Correlation = l.product / math.Sqrt(l.square[0]*l.square[1])
	}
	for side := range 2 {
		r.Clicks += l.clicks[side].found
		r.Steps += l.steps[side].found
		r.ClickedAt = math.Max(r.ClickedAt, math.Max(l.clicks[side].foundAt, l.steps[side].foundAt))
	}
	return r
}
