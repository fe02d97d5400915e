package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// Tone is the last word on colour: it takes away rumble and what does not
// move, keeps the low end in the middle, and sets how bright the whole is.
//
//	middle → highpass 28 Hz  →┐
//	side   → highpass 120 Hz →┴→ high shelf → lowpass → roof
//
// It works on the middle and the side of the picture (half the sum and half
// the difference of the channels), because the low end needs them apart.
type Tone struct {
	brightness dsp.Smoother // octaves above 1 kHz
	mid, side  lowCut
	shade      shade // at the end of the last quantum
	colour     [2]colour
	roof       roof
}

// Corners of the highpasses in hertz, and their quality: Butterworth's for
// rumble, two equal poles for the side.
const (
	rumbleCorner, rumbleQuality = 28, math.Sqrt2 / 2
	sideCorner, sideQuality     = 120, 0.5
)

// NewTone returns a tone with a brightness of 6 kHz and no roof.
func NewTone() *Tone {
	t := &Tone{
		brightness: dsp.NewSmoother(float32(math.Log2(6)), 0.05),
		mid:        newLowCut(rumbleCorner, rumbleQuality),
		side:       newLowCut(sideCorner, sideQuality),
		roof:       newRoof(),
	}
	t.shade = shadeOf(t.brightness.Value())
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

// SetRoof glides to a lowpass of 24 dB an octave with its corner at hertz,
// held to 800…18,000 Hz, for music above which there must be nothing; 0 takes
// the roof off.
func (t *Tone) SetRoof(hertz float32) { t.roof.set(hertz) }

// Process works in place.
func (t *Tone) Process(x *dsp.Stereo) {
	lowCuts(x, &t.mid, &t.side)
	from := t.shade
	if t.brightness.Moving() {
		t.brightness.Next()
		t.shade = shadeOf(t.brightness.Value())
	}
	colourize(x, &t.colour[0], &t.colour[1], from, t.shade)
	t.roof.process(x)
}

// A lowCut is a highpass of 12 dB an octave: the trapezoidal filter of
// dsp.StateVariable, written for a corner that stands still.
type lowCut struct {
	m11, m12, m21, m22 float32 // of the states
	in1, in2           float32 // of the input in the states
	h0, h1, h2         float32 // of input and states in the highpass
	one, two           float32 // states
}

func newLowCut(hertz, quality float64) lowCut {
	g := math.Tan(math.Pi * hertz / dsp.Rate)
	a := 1 / (1 + g*(g+1/quality))
	// highpass = a·(x − (g+1/quality)·one − two); one gains 2g·highpass, two
	// 2g·(one + g·highpass).
	c := g + 1/quality
	return lowCut{
		h0: float32(a), h1: float32(-a * c), h2: float32(-a),
		m11: float32(1 - 2*g*a*c), m12: float32(-2 * g * a), in1: float32(2 * g * a),
		m21: float32(2 * g * (1 - g*a*c)), m22: float32(1 - 2*g*g*a), in2: float32(2 * g * g * a),
	}
}

// lowCuts turns left and right into middle and side and takes the low end out
// of both, side by side.
func lowCuts(x *dsp.Stereo, mid, side *lowCut) {
	m1, m2, s1, s2 := mid.one, mid.two, side.one, side.two
	for n, left := range x.Left {
		right := x.Right[n]
		m, s := 0.5*(left+right), 0.5*(left-right)
		x.Left[n] = (mid.h0*m + mid.h1*m1) + mid.h2*m2
		x.Right[n] = (side.h0*s + side.h1*s1) + side.h2*s2
		m1, m2 = mid.m11*m1+(mid.m12*m2+mid.in1*m), mid.m22*m2+(mid.m21*m1+mid.in2*m)
		s1, s2 = side.m11*s1+(side.m12*s2+side.in1*s), side.m22*s2+(side.m21*s1+side.in2*s)
	}
	mid.one, mid.two, side.one, side.two = still(m1), still(m2), still(s1), still(s2)
}

// A shade is what a brightness means to the filters.
type shade struct {
	keep float32 // gain above the shelf
	dark float32 // coefficient of the lowpass
}

// shadeOf returns the shade of a brightness in octaves above 1 kHz.
func shadeOf(octaves float32) shade {
	const span = 3.17 // octaves from 2 kHz to 18 kHz
	share := min(max((octaves-1)/span, 0), 1)
	return shade{
		keep: 0.5 + 0.5*share, // −6 to 0 dB
		dark: onePole(1000 * math.Exp2(float64(octaves))),
	}
}

// A colour is the high shelf and the lowpass of one channel.
type colour struct{ shelf, dark float32 }

// shelfCorner is the coefficient of the shelf: 3.5 kHz.
var shelfCorner = onePole(3500)

// onePole returns the coefficient a of y += a·(x−y) with its corner at a
// frequency in hertz.
func onePole(hertz float64) float32 {
	return float32(1 - math.Exp(-2*math.Pi*hertz/dsp.Rate))
}

// colourize leaves keep of what lies above the shelf's corner and lets the
// lowpass take what lies above its own, while both glide from one shade to the
// other, and turns middle and side into left and right.
func colourize(x *dsp.Stereo, mid, side *colour, from, to shade) {
	shelf, pass := shelfCorner, 1-shelfCorner
	low0, low1, dark0, dark1 := mid.shelf, side.shelf, mid.dark, side.dark
	keep, dark := from.keep, from.dark
	keepStep, darkStep := (to.keep-keep)/dsp.Quantum, (to.dark-dark)/dsp.Quantum
	for n, m := range x.Left {
		s := x.Right[n]
		low0 = pass*low0 + shelf*m
		low1 = pass*low1 + shelf*s
		dark0 = (1-dark)*dark0 + dark*(low0+keep*(m-low0))
		dark1 = (1-dark)*dark1 + dark*(low1+keep*(s-low1))
		x.Left[n], x.Right[n] = dark0+dark1, dark0-dark1
		keep += keepStep
		dark += darkStep
	}
	*mid = colour{still(low0), still(dark0)}
	*side = colour{still(low1), still(dark1)}
}
