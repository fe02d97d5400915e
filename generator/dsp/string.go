package dsp

import (
	"math"
	"math/cmplx"
)

// A String is a plucked string as a digital waveguide: one period of its
// motion travels round a delay line and loses a little on every lap
// (Karplus & Strong 1983, Comput. Music J. 7(2); Jaffe & Smith 1983, the same
// issue). In the loop stand a one-pole lowpass, since air and the string
// itself take more from the upper partials; two allpasses that let those
// travel faster, since the string is stiff; and one that makes the loop as
// long as the note asks between two samples, exactly at the fundamental.
type String struct {
	line   []float32 // a power of two long
	head   int
	length int        // of the delay, samples
	tune   allpass    // the fraction of a sample
	stiff  [2]allpass // dispersion
	loss   float32    // gain of a lap
	keep   float32    // of the lowpass: y = (1−keep)·x + keep·y₁
	last   float32    // of the lowpass
	period float64    // frames a lap
	body   float64    // gain of the lowpass at the fundamental
	level  float32
	fall   float32 // of the level, a quantum
}

// allpass is H(z) = (a + z⁻¹) / (1 + a·z⁻¹).
type allpass struct{ a, in, out float32 }

// A Pluck says how a String is plucked.
type Pluck struct {
	Hertz         float64 // of the fundamental
	Peak          float64 // of the sound; negative where the string is pulled the other way
	Point         float64 // 0…½: where along the string
	Corner        float64 // Hz: what the width of the finger takes away above
	Seconds       float64 // to −60 dB, of the fundamental
	BrightSeconds float64 // the same of a partial at brightHertz, or six times the fundamental
	Inharmonicity float64 // B of f(k) = k·f·√(1+B·k²)
}

// brightHertz is where BrightSeconds holds, at least.
const brightHertz = 2500.0

// lowestString is the lowest note in hertz that a String has room for.
const lowestString = 24.0

// NewString returns a string at rest.
func NewString() *String {
	size := 1
	for size < Rate/lowestString {
		size *= 2
	}
	return &String{line: make([]float32, size)}
}

// Pluck lets the string go from the finger. It keeps nothing of earlier notes.
func (s *String) Pluck(p Pluck) {
	p.Hertz = min(max(p.Hertz, lowestString), 8000)
	s.period = Rate / p.Hertz
	omega := 2 * math.Pi / s.period
	s.lose(p, omega)
	s.stiffen(p, omega)
	rest := s.period - onePoleDelay(float64(s.keep), omega)
	for _, a := range s.stiff {
		rest -= a.delay(omega)
	}
	s.length = max(int(rest-0.5), 1)
	s.tune = fractional(rest-float64(s.length), omega)
	s.last = 0
	s.bend(p)
}

// lose sets the lowpass and the gain of the loop from the decays asked for.
func (s *String) lose(p Pluck, omega float64) {
	bright := math.Max(brightHertz, 6*p.Hertz)
	after := func(seconds float64) float64 { return math.Exp(-3 * math.Ln10 * s.period / (seconds * Rate)) }
	wanted := after(p.Seconds)
	// |H|² of the lowpass is (1−a)²/(1−2a·cos ω+a²); a is the root below 1.
	ratio := math.Min(after(math.Min(p.BrightSeconds, p.Seconds))/wanted, 0.9999)
	square := ratio * ratio
	cosine := math.Cos(2 * math.Pi * math.Min(bright, 20000) / Rate)
	half := (1 - square*cosine) / (1 - square)
	keep := math.Min(half-math.Sqrt(half*half-1), 0.8)
	at := (1 - keep) / math.Sqrt(1-2*keep*math.Cos(omega)+keep*keep)
	s.keep = float32(keep)
	s.body = at
	s.lap(math.Min(wanted/at, 0.99999))
}

// lap sets the gain of a lap. The fundamental, which dies last, says how fast
// the level falls.
func (s *String) lap(gain float64) {
	s.loss = float32(gain)
	s.fall = float32(math.Pow(gain*s.body, Quantum/s.period))
}

// stiffen sets the dispersion so that the tenth partial, or the last below
// brightHertz, lies where the inharmonicity puts it, as far as two first-order
// allpasses can.
func (s *String) stiffen(p Pluck, omega float64) {
	order := math.Min(math.Max(brightHertz/p.Hertz, 2), 10)
	stretch := math.Sqrt((1 + p.Inharmonicity*order*order) / (1 + p.Inharmonicity))
	lead := s.period * (1 - 1/stretch) // samples that the partial has to gain on a lap
	low, high := 1.0, math.Min(24, s.period/8)
	for range 24 {
		delay := (low + high) / 2
		a := allpass{a: float32((1 - delay) / (1 + delay))}
		if float64(len(s.stiff))*(a.delay(omega)-a.delay(order*omega)) < lead {
			low = delay
		} else {
			high = delay
		}
	}
	for i := range s.stiff {
		s.stiff[i] = allpass{a: float32((1 - low) / (1 + low))}
	}
}

// bend lays the shape of the pluck into the line. What a string pulled aside
// at a point does to its bridge is a pulse: one level for that share of the
// period and another for the rest, without a mean. The finger rounds it off.
func (s *String) bend(p Pluck) {
	period := int(s.period + 0.5)
	point := min(max(p.Point, 0.02), 0.5)
	clear(s.line)
	wave := s.line[len(s.line)-period:]
	for i := range wave {
		// A step between two samples takes its share of the one it falls into.
		share := min(max(point*s.period-float64(i), 0), 1)
		wave[i] = float32(share - point)
	}
	keep := float32(math.Exp(-2 * math.Pi * min(p.Corner, 16000) / Rate))
	for range 2 {
		smoothRound(wave, keep)
	}
	balance(wave, float32(p.Peak))
	s.level = float32(math.Abs(p.Peak))
	// What is on its way through the filters when the string is let go.
	for _, x := range wave[max(0, period-2*Quantum):] {
		s.travel(x)
	}
	copy(s.line[len(s.line)-s.length:], wave[:s.length])
	s.head = len(s.line)
	s.discharge()
}

// discharge takes out what would go round the loop as a constant: a period is
// no whole number of samples, so that the line alone had a mean. What is stored
// in a filter is what it would still put out in sum.
func (s *String) discharge() {
	sum := s.last * s.keep / (1 - s.keep)
	for _, a := range [...]allpass{s.tune, s.stiff[0], s.stiff[1]} {
		sum += (a.in - a.a*a.out) / (1 + a.a)
	}
	moving := s.line[len(s.line)-s.length:]
	for _, x := range moving {
		sum += x
	}
	sum /= float32(s.length)
	for i := range moving {
		moving[i] -= sum
	}
}

// balance takes the mean out of a wave and scales it to the peak.
func balance(wave []float32, peak float32) {
	mean, highest := float32(0), float32(0)
	for _, x := range wave {
		mean += x / float32(len(wave))
	}
	for i := range wave {
		wave[i] -= mean
		highest = max(highest, wave[i], -wave[i])
	}
	gain := peak / max(highest, 1e-6)
	for i := range wave {
		wave[i] *= gain
	}
}

// travel returns what is left of a sample after the filters of the loop.
func (s *String) travel(x float32) float32 {
	x = s.stiff[1].next(s.stiff[0].next(s.tune.next(x)))
	s.last = s.keep*s.last + s.loss*(1-s.keep)*x
	return s.last
}

func (p *allpass) next(x float32) float32 {
	y := p.a*(x-p.out) + p.in
	p.in, p.out = x, y
	return y
}

// smoothRound runs a one-pole lowpass round and round a period until it
// repeats itself.
func smoothRound(wave []float32, keep float32) {
	state := float32(0)
	for lap := range 2 {
		for i, x := range wave {
			state = keep*state + (1-keep)*x
			if lap == 1 {
				wave[i] = state
			}
		}
	}
}

// Damp lets the string fall by 60 dB within the seconds, if it does not do so
// sooner.
func (s *String) Damp(seconds float64) {
	s.lap(min(float64(s.loss), math.Exp(-3*math.Ln10*s.period/(math.Max(seconds, 0.005)*Rate))))
}

// Level returns an upper bound of what the string sounds.
func (s *String) Level() float32 { return s.level }

// Render adds the string to out.
func (s *String) Render(out []float32) {
	size := len(s.line)
	for len(out) > 0 {
		from, to := (s.head-s.length)&(size-1), s.head&(size-1)
		n := min(len(out), size-from, size-to)
		s.travelAlong(out[:n], s.line[from:from+n], s.line[to:to+n])
		s.head += n
		out = out[n:]
	}
	s.level *= s.fall
}

// travelAlong adds what arrives at the end of the line to out and puts what is
// left of it after the filters at the beginning. Where the line is shorter than
// out, what is written is read again on the way.
func (s *String) travelAlong(out, arriving, leaving []float32) {
	ta, tx, ty := s.tune.a, s.tune.in, s.tune.out
	da, dx, dy := s.stiff[0].a, s.stiff[0].in, s.stiff[0].out
	ex, ey := s.stiff[1].in, s.stiff[1].out // as stiff as the first
	keep, pass, last := s.keep, s.loss*(1-s.keep), s.last
	out, leaving = out[:len(arriving)], leaving[:len(arriving)]
	for i := range arriving {
		x := arriving[i]
		out[i] += x
		// Each waits for its own last result only: y = (a·x + x₁) − a·y₁.
		ty = (ta*x + tx) - ta*ty
		tx = x
		dy = (da*ty + dx) - da*dy
		dx = ty
		ey = (da*dy + ex) - da*ey
		ex = dy
		last = keep*last + pass*ey
		leaving[i] = last
	}
	s.last = flush(last)
	s.tune.in, s.tune.out = tx, flush(ty)
	s.stiff[0].in, s.stiff[0].out = dx, flush(dy)
	s.stiff[1].in, s.stiff[1].out = ex, flush(ey)
}

// delay returns the phase delay of the allpass at ω, in samples.
func (p allpass) delay(omega float64) float64 {
	z := cmplx.Rect(1, -omega)
	a := complex(float64(p.a), 0)
	return -cmplx.Phase((a+z)/(1+a*z)) / omega
}

// fractional returns an allpass whose phase delay at ω is exactly the given
// number of samples, between ½ and 1½.
func fractional(samples, omega float64) allpass {
	return allpass{a: float32(math.Sin((1-samples)*omega/2) / math.Sin((1+samples)*omega/2))}
}

// onePoleDelay returns the phase delay of the lowpass at ω, in samples.
func onePoleDelay(keep, omega float64) float64 {
	sin, cos := math.Sincos(omega)
	return math.Atan2(keep*sin, 1-keep*cos) / omega
}
