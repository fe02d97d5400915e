package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// What a Vinyl sounds at an amount of 1 (design choice within what lo-fi
// recordings have: 1 to 6 crackles a second).
const (
	vinylGlide   = 2.0    // seconds from one amount to another
	vinylLoudest = 0.0075 // of a crackle, before its decay: −46 dBFS is left
	vinylRumble  = 0.001  // RMS: −60 dBFS
	vinylTicks   = 6      // crackles that sound at once
)

// A Vinyl is the surface of an old record: soft crackles, as a Poisson process
// whose rate wanders between one and six a second, and the rumble of the
// turntable. A crackle is a short, round tick between 0.7 and 2.6 kHz: it hits
// the needle's own resonance, not the ear.
type Vinyl struct {
	amount dsp.Ramp
	wear   dsp.Drift
	motor  dsp.Drift
	slow   float32 // of the motor: taken away, so that nothing stands still
	rumble float32 // at the end of the last quantum
	chance dsp.Lot
	wait   float32 // quanta until the next crackle
	ticks  [vinylTicks]tick
}

// NewVinyl returns a record with an amount of 0, which is silent.
func NewVinyl(seed uint64) *Vinyl {
	return &Vinyl{
		amount: dsp.NewRamp(0, vinylGlide),
		wear:   dsp.NewDrift(dsp.Scramble(seed)+1, 0.07),
		motor:  dsp.NewDrift(dsp.Scramble(seed)+2, 40),
		chance: dsp.DrawLot(seed, 3),
	}
}

// SetAmount goes to an amount of 0…1 within two seconds.
func (v *Vinyl) SetAmount(amount float32) { v.amount.SetTarget(within(amount, 0, 1)) }

// Process adds the surface to out.
func (v *Vinyl) Process(out *dsp.Stereo) {
	_, step := v.amount.Next()
	amount := v.amount.Value()
	if amount == 0 && step == 0 && v.rumble == 0 {
		return
	}
	v.turn(out, amount)
	v.wait--
	wear := v.wear.Next()
	if v.wait < 0 && amount > 0 {
		v.crackle(amount)
		rate := within(0.7*dsp.Exp2(max(0, 2+0.7*wear)), 1, 6)
		between := -math.Log(1-v.chance.Unit()) * dsp.Rate / dsp.Quantum
		v.wait = float32(between) / rate
	}
	for i := range v.ticks {
		if v.ticks[i].gain > 0 {
			v.ticks[i].render(out)
		}
	}
}

// turn adds the rumble. It has nothing above 100 Hz to speak of, so that one
// value a quantum and straight lines between are enough.
func (v *Vinyl) turn(out *dsp.Stereo, amount float32) {
	motor := v.motor.Next()
	v.slow += 0.08 * (motor - v.slow) // below 10 Hz
	to := vinylRumble * amount * (motor - v.slow)
	rumble, step := v.rumble, (to-v.rumble)/dsp.Quantum
	v.rumble = to
	for i := range out.Left {
		out.Left[i] += rumble
		out.Right[i] += rumble
		rumble += step
	}
}

// crackle starts a tick, where one is free. Most are dust, a few are
// scratches.
func (v *Vinyl) crackle(amount float32) {
	for i := range v.ticks {
		if v.ticks[i].gain > 0 {
			continue
		}
		size := v.chance.Unit()
		hertz := dsp.Geometric(2600, 700, v.chance.Unit())
		t := tick{
			offset: int(v.chance.Unit() * dsp.Quantum),
			step:   dsp.PhaseStep(float32(hertz)),
			rise:   1 / float32(0.001*dsp.Rate),
			gain:   amount * vinylLoudest * float32(0.12+0.88*size*size*size),
			shrink: float32(math.Exp(-3 * math.Ln10 / (dsp.Mix(0.006, 0.012, size) * dsp.Rate))),
		}
		t.left, t.right = dsp.Pan(0.7 * v.chance.Signed())
		v.ticks[i] = t
		return
	}
}

// A tick is one crackle.
type tick struct {
	offset       int // frame of the coming quantum at which it begins
	phase, step  uint32
	swell, rise  float32 // the swell, and what it grows by a frame
	gain, shrink float32
	left, right  float32
}

// tickFloor is where a tick is taken for silent: 100 dB under full scale.
const tickFloor = 1e-5

func (t *tick) render(out *dsp.Stereo) {
	for i := t.offset; i < dsp.Quantum; i++ {
		t.swell = min(t.swell+t.rise, 1)
		x := t.gain * ease(t.swell) * dsp.Sine(t.phase)
		out.Left[i] += t.left * x
		out.Right[i] += t.right * x
		t.phase += t.step
		t.gain *= t.shrink
	}
	t.offset = 0
	if t.gain < tickFloor {
		t.gain = 0
	}
}
