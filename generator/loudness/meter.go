package loudness

import "math"

// Silence is what the meter says where there is nothing to measure: −∞.
var Silence = math.Inf(-1)

// Numbers of BS.1770-4 Annex 1.
const (
	offset       = -0.691 // LUFS of a power of 1 after K-weighting
	absoluteGate = -70.0  // LUFS
	relativeGate = -10.0  // LU below the loudness of what passes the absolute gate
)

// Blocks of 400 ms overlap by three quarters: they are kept as four steps of
// 100 ms. Three seconds are thirty.
const (
	momentarySteps = 4
	shortSteps     = 30
)

// A Meter measures a stereo stream. One goroutine uses it.
type Meter struct {
	weight    [2]kWeighting
	peak      [2]peakMeter
	stepSize  int                 // frames in a step
	stepLeft  int                 // frames until the step is full
	power     float64             // of the step so far
	steps     [shortSteps]float64 // mean power of the last steps, newest at last
	last      int
	taken     int // steps so far, up to shortSteps
	histogram histogram
}

// New returns a meter for a sample rate in hertz, held to 8,000…192,000.
func New(rate int) *Meter {
	rate = min(max(rate, 8000), 192000)
	m := &Meter{stepSize: rate / 10}
	m.stepLeft = m.stepSize
	for i := range m.weight {
		m.weight[i] = newKWeighting(float64(rate))
	}
	return m
}

// Add takes further frames in; samples outside −1…1 are measured as they are,
// and those that are not finite count as silence.
func (m *Meter) Add(frames [][2]float64) {
	for _, frame := range frames {
		for side, x := range frame {
			if x-x != 0 {
				x = 0
			}
			m.peak[side].add(x)
			y := m.weight[side].next(x)
			m.power += y * y
		}
		m.stepLeft--
		if m.stepLeft == 0 {
			m.step()
		}
	}
}

// step closes a step of 100 ms and the block that ends with it.
func (m *Meter) step() {
	m.last = (m.last + 1) % shortSteps
	m.steps[m.last] = m.power / float64(m.stepSize)
	m.power, m.stepLeft = 0, m.stepSize
	m.taken = min(m.taken+1, shortSteps)
	if m.taken >= momentarySteps {
		m.histogram.add(m.mean(momentarySteps))
	}
}

// mean returns the mean power of the latest steps.
func (m *Meter) mean(steps int) float64 {
	sum := 0.0
	for i := range steps {
		sum += m.steps[(m.last-i+shortSteps)%shortSteps]
	}
	return sum / float64(steps)
}

// Momentary returns the loudness of the last 400 ms in LUFS, or Silence
// before there are so many.
func (m *Meter) Momentary() float64 {
	if m.taken < momentarySteps {
		return Silence
	}
	return lufs(m.mean(momentarySteps))
}

// ShortTerm returns the loudness of the last three seconds in LUFS, or
// Silence before there are so many.
func (m *Meter) ShortTerm() float64 {
	if m.taken < shortSteps {
		return Silence
	}
	return lufs(m.mean(shortSteps))
}

// Integrated returns the loudness since the start in LUFS. Blocks below −70
// LUFS and those more than 10 LU under the rest do not count. It is Silence
// where none counts.
func (m *Meter) Integrated() float64 {
	ungated := m.histogram.meanAbove(absoluteGate)
	return lufs(m.histogram.meanAbove(lufs(ungated) + relativeGate))
}

// TruePeak returns the highest absolute value since the start, between the
// samples too, in decibels of full scale.
func (m *Meter) TruePeak() float64 {
	return 20 * math.Log10(math.Max(m.peak[0].highest, m.peak[1].highest))
}

// lufs returns the loudness of a power after K-weighting.
func lufs(power float64) float64 {
	if power <= 0 {
		return Silence
	}
	return offset + 10*math.Log10(power)
}
