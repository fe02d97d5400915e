package loudness

import "math"

const (
	reach  = 12 // frames on each side of a point that interpolation looks at
	phases = 4  // times the sample rate
)

// interpolation holds the weights of the points between two samples: a sinc
// under a Kaiser window (β = 7), longer than the twelve taps that BS.1770-4
// Annex 2 suggests and so within 0.1 dB up to 20 kHz.
var interpolation = func() (weights [phases - 1][2 * reach]float64) {
	for phase := range weights {
		at := float64(phase+1) / phases
		for i := range weights[phase] {
			x := float64(i-(reach-1)) - at
			window := bessel(7*math.Sqrt(max(0, 1-x*x/(reach*reach)))) / bessel(7)
			weights[phase][i] = math.Sin(math.Pi*x) / (math.Pi * x) * window
		}
	}
	return weights
}()

// interpolationSum is the most that interpolation can make of samples of at
// most 1.
var interpolationSum = func() float64 {
	most := 1.0
	for _, weights := range interpolation {
		sum := 0.0
		for _, w := range weights {
			sum += math.Abs(w)
		}
		most = max(most, sum)
	}
	return most
}()

// bessel returns the modified Bessel function I₀.
func bessel(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-12*sum; k++ {
		term *= x * x / (4 * k * k)
		sum += term
	}
	return sum
}

// A peakMeter finds the true peak of one channel. It interpolates only where
// samples are high enough that a new highest value is possible.
type peakMeter struct {
	recent  [4 * reach]float64 // the last 2·reach samples, twice, so that they lie in a row
	at      int
	highest float64
	watch   int // frames for which interpolation goes on
}

func (p *peakMeter) add(x float64) {
	p.recent[p.at], p.recent[p.at+2*reach] = x, x
	p.at = (p.at + 1) % (2 * reach)
	size := math.Abs(x)
	if size*interpolationSum > p.highest {
		p.watch = 2 * reach
	}
	if p.watch == 0 {
		return
	}
	p.watch--
	p.highest = max(p.highest, size)
	window := p.recent[p.at : p.at+2*reach]
	for i := range interpolation {
		value := 0.0
		for j, w := range interpolation[i] {
			value += w * window[j]
		}
		p.highest = max(p.highest, math.Abs(value))
	}
}
