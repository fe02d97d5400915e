package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/fx"
	"dulcet/generator/loudness"
	"dulcet/generator/score"
	"dulcet/journal"
)

// A master is what the whole mix goes through last:
//
//	tone → rider → swell of the breath → slew limiter, where nothing may startle → true-peak limiter
//	  ↑ balance ↲
type master struct {
	tone    *fx.Tone
	balance balance
	rider   rider
	slew    *fx.SlewLimiter // nil where a sudden entry is welcome
	swell   *swell          // nil where nobody breathes with it
	limiter *fx.Limiter
	dark    bool    // nothing above 4 kHz
	hertz   float64 // brightness asked for
	tilt    float32 // decibels an octave that the listener wishes
}

// ceilingDecibels is the highest true peak, with a little room below −1 dBTP
// for what the volume and the dither of the output add.
const ceilingDecibels = -1.2

// arrivalLUFS is the loudness from which sound rises out of silence where
// nothing may startle (design choice).
const arrivalLUFS = -50

func newMaster(goal journal.Goal) master {
	mix := usualMix
	if goal == journal.Sleep {
		mix = darkMix
	}
	m := master{
		tone:    fx.NewTone(),
		balance: newBalance(),
		rider:   newRider(purposes[goal].loudness, mix),
		limiter: fx.NewLimiter(ceilingDecibels),
		dark:    goal == journal.Sleep,
	}
	if rise := riseOf(goal); rise > 0 {
		m.slew = fx.NewSlewLimiter(loudness.Power(arrivalLUFS), rise)
	}
	return m
}

// set tells everything where a span's controls go.
func (m *master) set(c score.Controls) {
	m.hertz = c.Brightness.Float()
	m.shine()
	m.rider.aim(c.Level.Float())
}

// shine sets how bright the whole is. Where it breathes, it is as bright as
// ever with full lungs, and darker with empty ones.
func (m *master) shine() {
	octaves := 0.0
	if m.swell != nil {
		octaves = m.swell.octaves() - swellOctaves
	}
	m.tone.SetBrightness(float32(clamp(10*m.hertz*math.Exp2(octaves), 3000, 18000)))
	if m.dark {
		m.tone.SetRoof(float32(clamp(2.2*m.hertz*math.Exp2(octaves), 1000, 2000)))
	}
}

// shineFrames is how often the filter follows the swell, which takes seconds: a
// corner glides for longer than that.
const shineFrames = 16 * dsp.Quantum

// land leaves everything to a landing, which is meant to fall.
func (m *master) land() {
	m.rider.hold()
	if m.swell != nil {
		m.swell.end()
	}
}

// resume takes everything up again after a landing that was called off; a
// breath goes on until the given second.
func (m *master) resume(until float64) {
	m.rider.held = false
	if m.swell != nil {
		m.swell.until = int64(until * Rate)
	}
}

// wake lets the rider ride again after a night.
func (m *master) wake() { m.rider.held = false }

// process works in place on the next quantum of the mix.
func (m *master) process(x *dsp.Stereo) {
	m.tone.Process(x)
	if !m.dark {
		m.tone.SetTilt(m.balance.listen(x) + m.tilt)
	}
	through := 1.0
	if m.slew != nil {
		through = float64(m.slew.Gain())
	}
	energy := m.rider.ride(x, through)
	if m.swell != nil {
		energy *= m.swell.process(x)
		if m.swell.frame%shineFrames == 0 {
			m.shine()
		}
	}
	if m.slew != nil {
		m.slew.Process(x, energy)
	}
	m.limiter.Process(x)
}
