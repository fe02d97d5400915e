package soundscape

import "dulcet/generator/dsp"

// A pinkSource is the noise that beds are cut from: pink, 40 Hz … 12 kHz, at
// half the sample rate, with sides that correlate by 0.38: wide, and still
// whole in mono.
//
// Both sides come from one step of Marsaglia's xorshift, 16 bits each, through
// the three sections of dsp.Pink, which lie an octave lower here.
type pinkSource struct {
	state       uint32
	left, right pinkState
}

type pinkState struct{ a, b, c, low float32 }

func newPinkSource(seed uint64) pinkSource {
	noise := dsp.NewNoise(seed)
	return pinkSource{state: noise.Bits()}
}

// render fills out.
func (p *pinkSource) render(out *dsp.HalfStereo) {
	const (
		// Five parts of one's own noise and one of the other's.
		main   = 0.196 / (1 << 15)
		corner = 2 * 3.14159265 * 38 / halfRate
	)
	x := p.state
	a, b, c := p.left.a, p.left.b, p.left.c
	d, e, f := p.right.a, p.right.b, p.right.c
	for i := range out.Left {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		one, two := int32(x)>>16, int32(x<<16)>>16
		white := float32(5*one + two)
		a = 0.99765*a + 0.0990460*main*white
		b = 0.96300*b + 0.2965164*main*white
		c = 0.57000*c + 1.0526913*main*white
		out.Left[i] = a + b + c + 0.1848*main*white
		white = float32(5*two + one)
		d = 0.99765*d + 0.0990460*main*white
		e = 0.96300*e + 0.2965164*main*white
		f = 0.57000*f + 1.0526913*main*white
		out.Right[i] = d + e + f + 0.1848*main*white
	}
	p.state = x
	p.left.a, p.left.b, p.left.c = a, b, c
	p.right.a, p.right.b, p.right.c = d, e, f
	low, deep := p.left.low, p.right.low
	for i, y := range out.Left {
		z := out.Right[i]
		low += corner * (y - low)
		deep += corner * (z - deep)
		out.Left[i], out.Right[i] = y-low, z-deep
	}
	p.left.low, p.right.low = low, deep
}
