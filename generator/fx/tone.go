package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// Tone is the last word on colour: it takes away rumble and what does not
// move, keeps the low end in the middle, and sets how bright the whole is.
//
//	middle → highpass 28 Hz  →┐
//	side   → highpass 120 Hz →┴→ tilt → high shelf → lowpass → roof
//
// It works on the middle and the side of the picture (half the sum and half
// the difference of the channels), because the low end needs them apart.
type Tone struct {
	brightness dsp.Smoother // octaves above 1 kHz
	tilt       dsp.Smoother // decibels an octave
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
		tilt:       dsp.NewSmoother(0, 0.5),
		mid:        newLowCut(rumbleCorner, rumbleQuality),
		side:       newLowCut(sideCorner, sideQuality),
		roof:       newRoof(),
	}
	t.shade = t.shadeNow()
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

// SetTilt glides to a tilt of the spectrum about its low end, in decibels an
// octave from 100 Hz to 10 kHz, held to −1…3: what lifts or lowers the treble
// without a corner that could be heard.
func (t *Tone) SetTilt(decibels float32) {
	if decibels == decibels {
		t.tilt.SetTarget(min(max(decibels, -1), 3))
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
	if t.brightness.Moving() || t.tilt.Moving() {
		t.brightness.Next()
		t.tilt.Next()
		t.shade = t.shadeNow()
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

// A shade is what brightness and tilt mean to the filters.
type shade struct {
	lift float32 // gain above the tilt's shelf
	keep float32 // gain above the high shelf
	dark float32 // coefficient of the lowpass
}

// shadeNow returns the shade of where brightness and tilt stand. The tilt is
// two equal steps, at the shelf of its own and at the high shelf: together
// they leave a straight line by 0.5 dB at 6 dB each.
func (t *Tone) shadeNow() shade {
	const (
		span    = 3.17 // octaves from 2 kHz to 18 kHz
		perStep = 0.29 // decibels an octave that a decibel of both steps makes
	)
	octaves := t.brightness.Value()
	share := min(max((octaves-1)/span, 0), 1)
	lift := float32(math.Pow(10, float64(t.tilt.Value())/perStep/20))
	return shade{
		lift: lift,
		keep: lift * (0.5 + 0.5*share), // −6 to 0 dB
		dark: onePole(1000 * math.Exp2(float64(octaves))),
	}
}

// A colour is the shelves and the lowpass of one channel.
type colour struct{ tilt, shelf, dark float32 }

// Coefficients of the shelves of the tilt and of the high shelf.
var (
	tiltCorner  = onePole(500)
	shelfCorner = onePole(3500)
)

// onePole returns the coefficient a of y += a·(x−y) with its corner at a
// frequency in hertz.
func onePole(hertz float64) float32 {
	return float32(1 - math.Exp(-2*math.Pi*hertz/dsp.Rate))
}

// colourize gives what lies above the shelves' corners its gains and lets the
// lowpass take what lies above its own, while all glide from one shade to the
// other, and turns middle and side into left and right.
func colourize(x *dsp.Stereo, mid, side *colour, from, to shade) {
	corner0, pass0, corner1, pass1 := tiltCorner, 1-tiltCorner, shelfCorner, 1-shelfCorner
	tilt0, tilt1, low0, low1, dark0, dark1 := mid.tilt, side.tilt, mid.shelf, side.shelf, mid.dark, side.dark
	now := from
	const share = 1.0 / dsp.Quantum
	liftStep, keepStep, darkStep := share*(to.lift-now.lift), share*(to.keep-now.keep), share*(to.dark-now.dark)
	for n, m := range x.Left {
		s := x.Right[n]
		tilt0 = pass0*tilt0 + corner0*m
		tilt1 = pass0*tilt1 + corner0*s
		m, s = tilt0+now.lift*(m-tilt0), tilt1+now.lift*(s-tilt1)
		low0 = pass1*low0 + corner1*m
		low1 = pass1*low1 + corner1*s
		dark0 = (1-now.dark)*dark0 + now.dark*(low0+now.keep*(m-low0))
		dark1 = (1-now.dark)*dark1 + now.dark*(low1+now.keep*(s-low1))
		x.Left[n], x.Right[n] = dark0+dark1, dark0-dark1
		now.lift += liftStep
		now.keep += keepStep
		now.dark += darkStep
	}
	*mid = colour{still(tilt0), still(low0), still(dark0)}
	*side = colour{still(tilt1), still(low1), still(dark1)}
}
