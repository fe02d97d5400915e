package soundscape

import "dulcet/generator/dsp"

// A cricket is one singer with a place, a pitch and a pace of its own.
type cricket struct {
	lot         dsp.Lot
	phase       uint32
	hertz       float32
	pace        float32 // of its kind's pace, about 1
	loud        float32
	left, right float32
	shy         float32 // how much ease it needs to sing, 0…1
	trills      float32 // it trills where the character is above
	clock       float32 // pulses since the chirp began
	until       float32 // seconds until it rests, or sings again
	resting     bool
	nerve       float32 // 0…1, glides between silence and song
	gain        float32 // at the end of the last quantum
}

// pulsesInChirp of a snowy tree cricket (Walker 1962).
const pulsesInChirp = 8

func newCricket(seed uint64, number int) cricket {
	c := cricket{lot: dsp.DrawLot(seed, uint64(20+number))}
	l := &c.lot
	c.hertz = float32(dsp.Geometric(2050, 2850, (float64(number)+l.Unit())/insectSingers))
	c.pace = float32(1 + 0.07*l.Signed())
	near := l.Unit()
	c.loud = float32(0.4 + 0.6*near)
	c.left, c.right = dsp.Pan(seat(l, number))
	c.shy = float32(0.25 + 0.5*l.Unit())
	c.trills = float32(0.2 + 0.7*l.Unit())
	c.clock = float32(30 * l.Unit())
	c.resting = l.Unit() < 0.3
	c.until = float32(3 + 20*l.Unit())
	return c
}

// render adds a quantum of the song to bed.
func (c *cricket) render(bed *dsp.HalfStereo, degrees, loud, ease, character float32) {
	c.live(ease)
	if c.nerve < 1e-3 && c.gain == 0 {
		return
	}
	// 2.5 pulses a second for each degree above 4 °C; Dolbear's chirps.
	pulses := 2.5 * (degrees - 4) * c.pace
	chirps := (7.2*degrees - 32) / 60 * c.pace
	from := c.gain
	c.clock += pulses * quantumSeconds
	trills := character > c.trills
	if !trills && c.clock > pulses/chirps {
		c.clock = 0
	}
	to := float32(0)
	if trills || c.clock < pulsesInChirp {
		to = c.pulse(trills) * c.loud * c.nerve * loud
	}
	c.gain = to
	if from == 0 && to == 0 {
		return
	}
	hertz := c.hertz * (1 + 0.012*(degrees-20))
	sine, phase, step := dsp.SineTable(), c.phase, dsp.PhaseStep(atHalf*hertz)
	rise := (to - from) / halfQuantum
	for i := range bed.Left {
		x := from * sine.At(phase)
		bed.Left[i] += c.left * x
		bed.Right[i] += c.right * x
		phase += step
		from += rise
	}
	c.phase = phase
}

// pulse returns the level within a pulse: two thirds of it sound. A chirp
// grows from its first pulse, and a trill never quite falls silent.
func (c *cricket) pulse(trills bool) float32 {
	within := c.clock - float32(int(c.clock))
	x := within * 1.5
	level := float32(0)
	if x < 1 {
		level = 16 * x * x * (1 - x) * (1 - x)
	}
	if trills {
		return 0.5 * (0.25 + 0.75*level)
	}
	return level * (0.55 + 0.45*min(c.clock/4, 1))
}

// live lets it rest and sing.
func (c *cricket) live(ease float32) {
	c.until -= quantumSeconds
	if c.until < 0 {
		c.resting = !c.resting
		c.until = float32(12 + 50*c.lot.Unit())
		if c.resting {
			c.until *= 0.25
		}
	}
	aim := float32(1)
	if c.resting || ease < c.shy {
		aim = 0
	}
	pace := quantumSeconds / 1.5
	if aim == 0 {
		pace = quantumSeconds / 0.3
	}
	c.nerve += pace * (aim - c.nerve)
}
