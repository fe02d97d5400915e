package soundscape

import (
	"math"

	"dulcet/generator/dsp"
)

// A ring is a sound of one pitch that starts within 3 ms and dies away: a drop,
// a bubble, a snap of wood, a cup. Its pitch may rise or fall.
type ring struct {
	phase, step uint32
	bend        int32 // of step, a frame
	offset      int   // frames until it starts
	gain, peak  float32
	shrink      float32 // what a quantum leaves of the gain
	left, right float32
	started     int // quanta since the start, up to 2
}

const (
	// ringFloor is where a ring fades out: 46 dB under its peak.
	ringFloor = 0.005
	// tableShift leaves of a phase the number of a sample in the table of a
	// sine. Without a line between samples the error is −56 dB, less than the
	// bed that a ring is heard in.
	tableShift = 21
)

// A note says how something rings.
type note struct {
	hertz   float64
	rise    float64 // of the pitch over the time of ringing, as a share of it
	seconds float64 // for a fall by 60 dB
	gain    float64
	pan     float64 // −1, left, to 1, right
}

// start makes the ring sound.
func (r *ring) start(n note, lot *dsp.Lot) {
	*r = ring{
		step:   dsp.PhaseStep(float32(atHalf * n.hertz)),
		bend:   int32(atHalf * n.hertz * n.rise / (n.seconds * halfRate) * (1 << 32) / dsp.Rate),
		offset: int(lot.Unit() * halfQuantum),
		peak:   float32(n.gain),
		shrink: float32(math.Exp(-3 * math.Ln10 * float64(quantumSeconds) / n.seconds)),
	}
	r.left, r.right = dsp.Pan(n.pan)
}

// busy reports whether the ring can be heard.
func (r *ring) busy() bool { return r.peak > 0 }

// render adds the ring to bed.
func (r *ring) render(bed *halfStereo) {
	var to float32
	switch r.started {
	case 0:
		to = r.peak * float32(halfQuantum-r.offset) / halfQuantum
		r.started = 1
	case 1:
		to = r.peak
		r.started = 2
	default:
		if to = r.gain * r.shrink; to < ringFloor*r.peak {
			to = 0
		}
	}
	gain, step := r.gain, (to-r.gain)/float32(halfQuantum-r.offset)
	sine, phase, pace, bend := dsp.SineTable(), r.phase, r.step, uint32(r.bend)
	left, right := bed.left[r.offset:], bed.right[r.offset:]
	right = right[:len(left)]
	for i := range left {
		x := gain * sine[phase>>tableShift]
		left[i] += r.left * x
		right[i] += r.right * x
		phase += pace
		pace += bend
		gain += step
	}
	r.phase, r.step, r.gain, r.offset = phase, pace, to, 0
	if to == 0 {
		r.peak = 0
	}
}

// seat returns a place for one of several, in turn on the left and on the
// right, so that neither side is empty.
func seat(lot *dsp.Lot, number int) (pan float64) {
	pan = 0.2 + 0.6*lot.Unit()
	if number%2 == 0 {
		return -pan
	}
	return pan
}

// A poisson says when the next of many independent events happens.
type poisson struct {
	lot  dsp.Lot
	wait float32 // quanta, at a rate of one a quantum
}

func newPoisson(seed, purpose uint64) poisson {
	p := poisson{lot: dsp.DrawLot(seed, purpose)}
	p.wait = p.interval()
	return p
}

func (p *poisson) interval() float32 { return float32(-math.Log(1 - 0.999999*p.lot.Unit())) }

// next takes the process on by a quantum in which rate events a second are to
// be expected.
func (p *poisson) next(rate float32) { p.wait -= rate * quantumSeconds }

// happens reports whether there is one more event in this quantum.
func (p *poisson) happens() bool {
	if p.wait > 0 {
		return false
	}
	p.wait += p.interval()
	return true
}

// A patter is a great many small impacts: rain on leaves, sparks, pebbles. It
// is meant to go through a filter, which gives each the sound of the surface
// that it meets.
type patter struct{ poisson }

func newPatter(seed, purpose uint64) patter { return patter{newPoisson(seed, purpose)} }

// scatter adds rate impacts a second to bed, most of them small: their size
// goes with the third power of an even number.
func (p *patter) scatter(bed *halfStereo, rate, size float32) {
	p.next(rate)
	for p.happens() {
		bits := p.lot.Phase()
		at := bits % halfQuantum
		side := float32(bits>>8&0xff) * (1.0 / 256)
		x := float32(int32(bits)>>16) * (1.0 / 32768)
		x *= x * x * size
		bed.left[at] += (1 - side) * x
		bed.right[at] += side * x
	}
}
