package dsp

import "math"

// MaxResonators is the most resonators that a Resonators can hold.
const MaxResonators = 36

// couplingHertz is where a coupling is measured: middle C.
const couplingHertz = 261.63

// Resonators is a body that nobody strikes: strings, air or wood that answer
// what reaches them. Each is the recursion of a mode of Modes with an input,
// y = 2r·cos(ω)·y₁ − r²·y₂ + g·x; a tone at its frequency makes it swell over
// about a fifth of its decay. It runs at a quarter of the rate.
type Resonators struct {
	trios  [MaxResonators / together]trio
	count  int     // of trios in use
	gain   float64 // of what comes in
	cosine [MaxResonators]float64
	bound  [MaxResonators]float64 // 1/sin²(ω)
}

// Tune gives the body resonators at frequencies in hertz below QuarterTop: a
// multiple of three, and no more than it has room for; others are left out.
// They are silent until SetDecay has said how long they ring. Coupling is the
// gain that a steady tone of 261.63 Hz reaches when they fall by 60 dB in a
// second; longer decays raise it in proportion, higher frequencies lower it.
func (r *Resonators) Tune(coupling float64, hertz []float64) {
	*r = Resonators{}
	r.count = min(len(hertz), MaxResonators) / together
	for i, f := range hertz[:r.count*together] {
		sin, cos := math.Sincos(2 * math.Pi * f / (Rate / 4))
		r.cosine[i], r.bound[i] = cos, 1/(sin*sin)
	}
	r.gain = coupling * 2 * math.Sin(2*math.Pi*couplingHertz/(Rate/4)) * 3 * math.Ln10 / (Rate / 4)
}

// SetDecay sets the seconds in which every resonator falls by 60 dB once
// nothing reaches it. What sounds goes on from where it is.
func (r *Resonators) SetDecay(seconds float64) {
	radius := math.Exp(-3 * math.Ln10 / (math.Max(seconds, 0.01) * Rate / 4))
	for i := range r.count * together {
		t, lane := &r.trios[i/together], i%together
		// As in Modes.Damp: the older sample has decayed for longer now.
		t.two[lane] *= math.Sqrt(t.d[lane]) / radius
		t.c[lane], t.d[lane] = 2*radius*r.cosine[i], radius*radius
	}
}

// Level returns the root of the summed squares of what the resonators sound.
func (r *Resonators) Level() float32 {
	sum := 0.0
	for i := range r.count {
		t := &r.trios[i]
		for lane, x := range t.one {
			// The square of the amplitude of a sine of which two samples in a
			// row are known.
			y, at := t.two[lane], i*together+lane
			sum += (x*x + y*y - 2*r.cosine[at]*x*y) * r.bound[at]
		}
	}
	return float32(math.Sqrt(max(0, sum)))
}

// Reset silences the body.
func (r *Resonators) Reset() {
	for i := range r.trios {
		r.trios[i].one, r.trios[i].two = [together]float64{}, [together]float64{}
	}
}

// Render adds what the resonators answer to in, three to the left, three to
// the right and so on.
func (r *Resonators) Render(in, left, right *QuarterBlock) {
	var x [QuarterQuantum]float64
	for i, sample := range in {
		x[i] = r.gain * float64(sample)
	}
	for i := range r.count {
		r.trios[i].answer(&x, left)
		left, right = right, left
	}
}

// answer runs three resonators side by side, as render does modes.
func (t *trio) answer(in *[QuarterQuantum]float64, out *QuarterBlock) {
	c0, d0, x0, y0 := t.c[0], t.d[0], t.one[0], t.two[0]
	c1, d1, x1, y1 := t.c[1], t.d[1], t.one[1], t.two[1]
	c2, d2, x2, y2 := t.c[2], t.d[2], t.one[2], t.two[2]
	for n, x := range in {
		x0, y0 = c0*x0+(x-d0*y0), x0
		x1, y1 = c1*x1+(x-d1*y1), x1
		x2, y2 = c2*x2+(x-d2*y2), x2
		out[n] += float32(x0 + x1 + x2)
	}
	t.one = [together]float64{x0, x1, x2}
	t.two = [together]float64{y0, y1, y2}
}
