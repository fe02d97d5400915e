package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// Tone is the last word on colour: it takes away rumble and what does not
// move, keeps the low end in the middle, and sets how bright the whole is.
//
//	highpass 28 Hz → side highpass 120 Hz → high shelf → lowpass
type Tone struct {
	brightness dsp.Smoother // octaves above 1 kHz
	rumble     dsp.StateVariable
	side       [2]dsp.OnePole
	shade      shade // at the end of the last quantum
	colour     [2]colour
}

// NewTone returns a tone with a brightness of 6 kHz.
func NewTone() *Tone {
	t := &Tone{brightness: dsp.NewSmoother(float32(math.Log2(6)), 0.05)}
	for i := range t.side {
		t.side[i] = dsp.NewOnePole(125)
	}
	t.shade = shadeOf(t.brightness.Value())
	t.rumble.Set(28, 0.707)
	return t
}

// SetBrightness glides to the corner of the lowpass of 6 dB an octave, held
// to 800…18,000 Hz. The shelf above 3.5 kHz follows it, from 0 dB at the top
// to −6 dB at 2 kHz and below.
func (t *Tone) SetBrightness(hertz float32) {
	if hertz > 0 {
		t.brightness.SetTarget(float32(math.Log2(float64(min(max(hertz, 800), 18000)) / 1000)))
	}
}

// Process works in place.
func (t *Tone) Process(x *dsp.Stereo) {
	left, right := x.Left[:], x.Right[:]
	t.rumble.Highpass(left, right)
	t.narrow(x)
	from := t.shade
	if t.brightness.Moving() {
		t.brightness.Next()
		t.shade = shadeOf(t.brightness.Value())
	}
	t.colour[0].process(&x.Left, from, t.shade)
	t.colour[1].process(&x.Right, from, t.shade)
}

// A shade is what a brightness means to the filters.
type shade struct {
	keep float32 // gain above the shelf
	roof float32 // coefficient of the lowpass
}

// shadeOf returns the shade of a brightness in octaves above 1 kHz.
func shadeOf(octaves float32) shade {
	const span = 3.17 // octaves from 2 kHz to 18 kHz
	share := min(max((octaves-1)/span, 0), 1)
	return shade{
		keep: 0.5 + 0.5*share, // −6 to 0 dB
		roof: onePole(1000 * math.Exp2(float64(octaves))),
	}
}

// narrow takes what lies below 120 Hz out of the difference of the sides.
func (t *Tone) narrow(x *dsp.Stereo) {
	var difference dsp.Block
	for i := range difference {
		difference[i] = 0.5 * (x.Left[i] - x.Right[i])
	}
	before := difference
	t.side[0].Highpass(difference[:])
	t.side[1].Highpass(difference[:])
	for i := range difference {
		low := before[i] - difference[i]
		x.Left[i] -= low
		x.Right[i] += low
	}
}

// A colour is the high shelf and the lowpass of one side.
type colour struct{ shelf, roof float32 }

// shelfCorner is the coefficient of the shelf: 3.5 kHz.
var shelfCorner = onePole(3500)

// onePole returns the coefficient a of y += a·(x−y) with its corner at a
// frequency in hertz.
func onePole(hertz float64) float32 {
	return float32(1 - math.Exp(-2*math.Pi*hertz/dsp.Rate))
}

// process leaves keep of what lies above the shelf's corner and lets the roof
// take what lies above its own, while both glide from one shade to the other.
func (c *colour) process(x *dsp.Block, from, to shade) {
	shelf, pass, low, out := shelfCorner, 1-shelfCorner, c.shelf, c.roof
	keep, roof := from.keep, from.roof
	keepStep, roofStep := (to.keep-keep)/dsp.Quantum, (to.roof-roof)/dsp.Quantum
	for n, in := range x {
		low = pass*low + shelf*in
		out = (1-roof)*out + roof*(low+keep*(in-low))
		x[n] = out
		keep += keepStep
		roof += roofStep
	}
	c.shelf, c.roof = still(low), still(out)
}
