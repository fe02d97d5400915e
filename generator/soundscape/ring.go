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
func (r *ring) render(bed *dsp.HalfStereo) {
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
	left, right := bed.Left[r.offset:], bed.Right[r.offset:]
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

// strike lets the first ring that is free sound. Where none is, so much sounds
// already that one more would not be heard.
func strike(rings []ring, n note, lot *dsp.Lot) {
	for i := range rings {
		if !rings[i].busy() {
			rings[i].start(n, lot)
			return
		}
	}
}

// renderRings adds a quantum of all that sound to bed.
func renderRings(rings []ring, bed *dsp.HalfStereo) {
	for i := range rings {
		if rings[i].busy() {
			rings[i].render(bed)
		}
	}
}
