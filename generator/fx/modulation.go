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
	bands [2]midBand
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
	m.bands[0].swing(&x.Left, &swing)
	m.bands[1].swing(&x.Right, &swing)
}

// swing adds the band to x, times the swing.
func (b *midBand) swing(x, swing *dsp.Block) {
	keepHigh, passHigh := modulationKeepHigh, 1-modulationKeepHigh
	keepLow, passLow := modulationKeepLow, 1-modulationKeepLow
	high1, high2, low1, low2 := b.high1, b.high2, b.low1, b.low2
	for i, in := range x {
		high1 = keepHigh*high1 + passHigh*in
		above := in - high1
		high2 = keepHigh*high2 + passHigh*above
		above -= high2
		low1 = keepLow*low1 + passLow*above
		low2 = keepLow*low2 + passLow*low1
		x[i] = in + swing[i]*low2
	}
	b.high1, b.high2, b.low1, b.low2 = settled(high1), settled(high2), settled(low1), settled(low2)
}
