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
	count    int
	gain     float64 // of what comes in
	c, d     [MaxResonators]float64
	one, two [MaxResonators]float64
	cosine   [MaxResonators]float64
	bound    [MaxResonators]float64 // 1/sin²(ω)
}

// Tune gives the body resonators at frequencies in hertz below QuarterTop: a
// multiple of three of them, and no more than it has room for; it leaves out
// the rest. They rest, and SetDecay has to say how
// long they ring before they sound. Coupling is the gain that a steady tone of
// 261.63 Hz reaches when they fall by 60 dB in a second; longer decays raise
// it in proportion, higher frequencies lower it.
func (r *Resonators) Tune(coupling float64, hertz []float64) {
	*r = Resonators{}
	count := min(len(hertz), MaxResonators)
	for i, f := range hertz[:count-count%together] {
		omega := 2 * math.Pi * f / (Rate / 4)
		r.cosine[i] = math.Cos(omega)
		r.bound[i] = 1 / (math.Sin(omega) * math.Sin(omega))
		r.count++
	}
	r.gain = coupling * 2 * math.Sin(2*math.Pi*couplingHertz/(Rate/4)) * 3 * math.Ln10 / (Rate / 4)
}

// SetDecay sets the seconds in which every resonator falls by 60 dB once
// nothing reaches it. What sounds goes on from where it is.
func (r *Resonators) SetDecay(seconds float64) {
	radius := math.Exp(-3 * math.Ln10 / (math.Max(seconds, 0.01) * Rate / 4))
	for i := range r.count {
		// As in Modes.Damp: the older sample has decayed for longer now.
		r.two[i] *= math.Sqrt(r.d[i]) / radius
		r.c[i], r.d[i] = 2*radius*r.cosine[i], radius*radius
	}
}

// Level returns the root of the summed squares of what the resonators sound.
func (r *Resonators) Level() float32 {
	sum := 0.0
	for i := range r.count {
		// The square of the amplitude of a sine of which two samples in a row
		// are known.
		x, y := r.one[i], r.two[i]
		sum += (x*x + y*y - 2*r.cosine[i]*x*y) * r.bound[i]
	}
	return float32(math.Sqrt(max(0, sum)))
}

// Reset silences the body.
func (r *Resonators) Reset() {
	r.one, r.two = [MaxResonators]float64{}, [MaxResonators]float64{}
}

// Render adds what the resonators answer to in, three to the left, three to
// the right and so on.
func (r *Resonators) Render(in, left, right *QuarterBlock) {
	for i := 0; i < r.count; i += together {
		r.renderThree(in, left, i)
		left, right = right, left
	}
}

// renderThree runs three resonators side by side, as Modes does. Those beyond
// the count have no feedback and no weight.
func (r *Resonators) renderThree(in, out *QuarterBlock, i int) {
	c0, d0, x0, y0 := r.c[i], r.d[i], r.one[i], r.two[i]
	c1, d1, x1, y1 := r.c[i+1], r.d[i+1], r.one[i+1], r.two[i+1]
	c2, d2, x2, y2 := r.c[i+2], r.d[i+2], r.one[i+2], r.two[i+2]
	for n, sample := range in {
		x := r.gain * float64(sample)
		x0, y0 = c0*x0+(x-d0*y0), x0
		x1, y1 = c1*x1+(x-d1*y1), x1
		x2, y2 = c2*x2+(x-d2*y2), x2
		out[n] += float32(x0 + x1 + x2)
	}
	r.one[i], r.two[i] = x0, y0
	r.one[i+1], r.two[i+1] = x1, y1
	r.one[i+2], r.two[i+2] = x2, y2
}
