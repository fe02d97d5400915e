package fx

import "math"

// phases is how many times the samples the peak is looked for at (ITU-R
// BS.1770-4 Annex 2).
const phases = 4

// interpolation holds the weights of the points between two samples: a sinc
// under a Kaiser window (β = 7) of 2·reach samples. So long a window is
// needed for white noise; with 16 samples another meter found 0.6 dB more.
var interpolation = func() (weights [phases - 1][2 * reach]float32) {
	for phase := range weights {
		at := float64(phase+1) / phases
		for i := range weights[phase] {
			x := float64(i-(reach-1)) - at
			window := bessel(7*math.Sqrt(max(0, 1-x*x/(reach*reach)))) / bessel(7)
			weights[phase][i] = float32(math.Sin(math.Pi*x) / (math.Pi * x) * window)
		}
	}
	return weights
}()

// interpolationSum is the most that interpolation can make of samples of at
// most 1: the largest sum of absolute weights.
var interpolationSum = func() float32 {
	most := float32(1)
	for _, weights := range interpolation {
		sum := float32(0)
		for _, w := range weights {
			sum += max(w, -w)
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

// A slidingMinimum is the lowest of the last lookAhead values: a queue that
// keeps only what could still become the lowest (Lemire 2006, Nordic J.
// Computing 13:328).
type slidingMinimum struct {
	values      [lookAhead]float32
	frames      [lookAhead]int64
	first, size int
	now         int64
}

func (s *slidingMinimum) reset() { *s = slidingMinimum{} }

// skip is next(1) n times, when nothing but ones is remembered.
func (s *slidingMinimum) skip(n int64) {
	s.now += n
	s.size = 0
}

// next takes the next value in and returns the lowest.
func (s *slidingMinimum) next(value float32) float32 {
	for s.size > 0 && s.values[(s.first+s.size-1)%lookAhead] >= value {
		s.size--
	}
	if s.size > 0 && s.frames[s.first] <= s.now-lookAhead {
		s.first = (s.first + 1) % lookAhead
		s.size--
	}
	at := (s.first + s.size) % lookAhead
	s.values[at], s.frames[at] = value, s.now
	s.size++
	s.now++
	return s.values[s.first]
}
