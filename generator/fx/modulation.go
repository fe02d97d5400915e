package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// The band that a Modulation moves, its rates and how long it takes to come
// and go. Woods et al. (2024, Commun. Biol. 7:1376) modulated what lies
// between 200 Hz and 1 kHz at rates locked to the beat; 16 Hz did most for
// listeners with more symptoms of ADHD. Nothing more is claimed here.
const (
	modulationLow    = 200.0 // Hz
	modulationHigh   = 1000.0
	modulationRate   = 16.0 // Hz
	slowestRate      = 13.0
	fastestRate      = 19.0
	deepest          = 0.5
	modulationFadeIn = 30.0 // seconds
)

// A Modulation lets the middle of the spectrum rise and fall by a sine, many
// times a beat: an option for focus. Bass and treble stand still. It is off
// until it is given a depth, and what passes then passes bit by bit.
type Modulation struct {
	depth dsp.Ramp
	rate  dsp.Smoother // Hz
	turn  uint32
	left  midBand
	right midBand
}

// A midBand is the memory of one side: two highpasses and two lowpasses of
// 6 dB an octave in a row.
type midBand struct{ high1, high2, low1, low2 float32 }

// NewModulation returns a modulation of 16 Hz and no depth.
func NewModulation() *Modulation {
	return &Modulation{
		depth: dsp.NewRamp(0, modulationFadeIn),
		rate:  dsp.NewSmoother(modulationRate, 0.5),
	}
}

// SetDepth goes to a depth of 0…0.5 within 30 seconds, however far it is. A
// depth of m lets the band swing between 1−m and 1+m times its height.
func (m *Modulation) SetDepth(depth float32) { m.depth.SetTarget(within(depth, 0, deepest)) }

// SetRate glides to a rate in hertz, held to 13…19.
func (m *Modulation) SetRate(hertz float32) {
	if hertz == hertz {
		m.rate.SetTarget(within(hertz, slowestRate, fastestRate))
	}
}

// ModulationRate returns the multiple of a tempo in beats a minute that lies
// nearest to 16 Hz, or 16 where none lies within 13…19 Hz.
func ModulationRate(beatsPerMinute float64) float32 {
	beat := beatsPerMinute / 60
	rate := math.Max(1, math.Round(modulationRate/beat)) * beat
	if !(rate >= slowestRate && rate <= fastestRate) {
		return modulationRate
	}
	return float32(rate)
}

// Two equal one-pole stages in a row are 3 dB down together where each is
// 1.5 dB down: 1.554 times its own corner away (see dsp.DoublePole). In the
// middle of the band the four lose 1.4 dB together, which is given back.
var (
	modulationKeepHigh = lasting(modulationLow / 1.554)
	modulationKeepLow  = lasting(modulationHigh * 1.554)
)

const modulationMakeUp = 1.173

// Process works in place.
func (m *Modulation) Process(x *dsp.Stereo) {
	depth, step := m.depth.Next()
	if depth == 0 && step == 0 {
		return
	}
	m.rate.Next()
	pace := dsp.PhaseStep(m.rate.Value())
	var swing dsp.Block
	for i := range swing {
		swing[i] = modulationMakeUp * depth * dsp.Sine(m.turn)
		depth += step
		m.turn += pace
	}
	m.swing(x, &swing)
}

// swing adds the band to x, times the swing: both sides together, since each
// alone would wait for its own memory most of the time.
func (m *Modulation) swing(x *dsp.Stereo, swing *dsp.Block) {
	keepHigh, passHigh := modulationKeepHigh, 1-modulationKeepHigh
	keepLow, passLow := modulationKeepLow, 1-modulationKeepLow
	l, r := m.left, m.right
	for i, left := range x.Left {
		right := x.Right[i]
		l.high1 = keepHigh*l.high1 + passHigh*left
		r.high1 = keepHigh*r.high1 + passHigh*right
		a, b := left-l.high1, right-r.high1
		l.high2 = keepHigh*l.high2 + passHigh*a
		r.high2 = keepHigh*r.high2 + passHigh*b
		a -= l.high2
		b -= r.high2
		l.low1 = keepLow*l.low1 + passLow*a
		r.low1 = keepLow*r.low1 + passLow*b
		l.low2 = keepLow*l.low2 + passLow*l.low1
		r.low2 = keepLow*r.low2 + passLow*r.low1
		x.Left[i], x.Right[i] = left+swing[i]*l.low2, right+swing[i]*r.low2
	}
	m.left, m.right = l.settled(), r.settled()
}

// settled returns what the band remembers from one quantum to the next.
func (b midBand) settled() midBand {
	return midBand{settled(b.high1), settled(b.high2), settled(b.low1), settled(b.low2)}
}
