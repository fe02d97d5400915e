package soundscape

import (
	"math"

	"dulcet/generator/dsp"
)

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
func (p *patter) scatter(bed *dsp.HalfStereo, rate, size float32) {
	p.next(rate)
	for p.happens() {
		bits := p.lot.Phase()
		at := bits % halfQuantum
		side := float32(bits>>8&0xff) * (1.0 / 256)
		x := float32(int32(bits)>>16) * (1.0 / 32768)
		x *= x * x * size
		bed.Left[at] += (1 - side) * x
		bed.Right[at] += side * x
	}
}
