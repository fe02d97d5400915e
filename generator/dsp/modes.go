package dsp

import "math"

// MaxModes is the most modes that a Modes can hold.
const MaxModes = 32

const (
	together   = 3                                    // modes that are rendered side by side
	trios      = (MaxModes + together - 1) / together // room for them
	shedQuanta = 4                                    // between looks at what can still be heard
)

// A trio is the recursions of three modes, or of fewer and of others that are
// zero.
type trio struct {
	c, d     [together]float64
	one, two [together]float64 // the last two samples
}

// Modes is a struck body: partials that each ring at a frequency of its own
// and die away at a pace of its own. Every mode is the two-term recursion
// y = 2r·cos(ω)·y₁ − r²·y₂, an exponentially decaying sine for two
// multiplications a sample. It runs in float64, since in float32 the pitch of
// low partials would be wrong by cents; one number at a time, as Go computes,
// that costs the same.
//
// A body without partials above QuarterTop can run at a quarter of the rate,
// for a quarter of the cost; a Doubler brings the sum of many such
// bodies back.
type Modes struct {
	stride int // frames a sample; 0 is 1
	count  int
	quanta int // since the last look
	trios  [trios]trio
	level  float32           // of all modes at the last look
	others float32           // level of what sounds with them
	size   [MaxModes]float32 // amplitude at the last look
	shrink [MaxModes]float32 // what is left of it at the next
}

// Clear takes all modes away.
func (m *Modes) Clear() {
	clear(m.trios[:(m.count+together-1)/together])
	m.count, m.quanta, m.level, m.others = 0, 0, 0, 0
}

// AtQuarterRate takes all modes away and renders those to come one sample for
// every four frames.
func (m *Modes) AtQuarterRate() {
	m.Clear()
	m.stride = Quantum / QuarterQuantum
}

// Count returns how many modes still sound.
func (m *Modes) Count() int { return m.count }

// Add gives the body a mode of a frequency in hertz that starts as a sine at
// an amplitude and falls by 60 dB in the given seconds. It does nothing when
// the body is full or the frequency is not between 1 Hz and 20 kHz (at a
// quarter of the rate, 5 kHz).
func (m *Modes) Add(hertz, amplitude, seconds float64) {
	hertz *= m.frames()
	if m.count == MaxModes || hertz < 1 || hertz > 20000 {
		return
	}
	i := m.count
	m.count++
	omega := 2 * math.Pi * hertz / Rate
	radius := m.decay(seconds)
	t, lane := &m.trios[i/together], i%together
	t.c[lane] = 2 * radius * math.Cos(omega)
	t.d[lane] = radius * radius
	t.one[lane] = -amplitude * math.Sin(omega) / radius
	t.two[lane] = -amplitude * math.Sin(2*omega) / (radius * radius)
	m.size[i] = float32(math.Abs(amplitude))
	m.shrink[i] = m.fall(radius)
	m.level += m.size[i]
}

// fall returns what is left between two looks of a mode that shrinks to the
// radius in a sample.
func (m *Modes) fall(radius float64) float32 {
	return float32(math.Pow(radius, shedQuanta*Quantum/m.frames()))
}

// frames returns how many frames a sample stands for.
func (m *Modes) frames() float64 { return float64(max(m.stride, 1)) }

// decay returns the factor a sample of a fall by 60 dB in seconds.
func (m *Modes) decay(seconds float64) float64 {
	return math.Exp(-3 * math.Ln10 * m.frames() / (math.Max(seconds, 0.001) * Rate))
}

// Damp makes every mode die within the given seconds (60 dB), or sooner where
// it does so already; each octave above hertz dies √2 times faster, as under
// felt.
func (m *Modes) Damp(seconds, hertz float64) {
	for i := range m.count {
		t, lane := &m.trios[i/together], i%together
		radius := math.Sqrt(t.d[lane])
		cosine := t.c[lane] / (2 * radius)
		frequency := math.Acos(min(max(cosine, -1), 1)) * Rate / (2 * math.Pi * m.frames())
		damped := m.decay(seconds / math.Sqrt(math.Max(1, frequency/hertz)))
		if damped >= radius {
			continue
		}
		t.c[lane] = 2 * damped * cosine
		t.d[lane] = damped * damped
		// The phase of a mode lies in its last two samples, of which the older
		// one has now decayed for longer than the recursion believes.
		t.two[lane] *= radius / damped
		m.shrink[i] = m.fall(damped)
	}
}

// Level returns an upper bound of what the modes sound together.
func (m *Modes) Level() float32 { return m.level }

// Mask says how loud what sounds together with the modes is. Those that lie far
// enough under it are let go.
func (m *Modes) Mask(level float32) { m.others = level }

// Where a mode is let go: 90 dB under full scale it is taken for silent, and
// 64 dB under what it sounds together with it is taken for masked (design
// choice).
const (
	modeFloor = 3e-5
	masked    = 6e-4
)

// Render adds a quantum, or what is left of one, to out, and lets go of modes
// that can no longer be heard.
func (m *Modes) Render(out []float32) {
	for i := range (m.count + together - 1) / together {
		m.trios[i].render(out)
	}
	m.quanta++
	if m.quanta == shedQuanta {
		m.quanta = 0
		m.shed()
	}
}

// render runs three modes side by side: a recursion alone would wait for its
// own result most of the time, and more would not fit into the registers.
func (t *trio) render(out []float32) {
	c0, d0, x0, y0 := t.c[0], t.d[0], t.one[0], t.two[0]
	c1, d1, x1, y1 := t.c[1], t.d[1], t.one[1], t.two[1]
	c2, d2, x2, y2 := t.c[2], t.d[2], t.one[2], t.two[2]
	for n := range out {
		x0, y0 = c0*x0-d0*y0, x0
		x1, y1 = c1*x1-d1*y1, x1
		x2, y2 = c2*x2-d2*y2, x2
		out[n] += float32(x0 + x1 + x2)
	}
	t.one = [together]float64{x0, x1, x2}
	t.two = [together]float64{y0, y1, y2}
}

// shed replaces modes that cannot be heard by the last one.
func (m *Modes) shed() {
	m.level = 0
	for i := range m.count {
		m.size[i] *= m.shrink[i]
		m.level += m.size[i]
	}
	faintest := max(modeFloor, masked*max(m.level, m.others))
	for i := m.count - 1; i >= 0; i-- {
		if m.size[i] > faintest {
			continue
		}
		m.count--
		m.level -= m.size[i]
		last := m.count
		m.size[i], m.shrink[i] = m.size[last], m.shrink[last]
		from, to := &m.trios[last/together], &m.trios[i/together]
		j, k := last%together, i%together
		to.c[k], to.d[k], to.one[k], to.two[k] = from.c[j], from.d[j], from.one[j], from.two[j]
		from.c[j], from.d[j], from.one[j], from.two[j] = 0, 0, 0, 0
	}
	if m.count == 0 {
		m.level = 0 // exactly
	}
}
