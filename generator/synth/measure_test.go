package synth

import (
	"math"
	"math/cmplx"

	"dulcet/generator/dsp"
)

// toneAt returns amplitude and phase of a tone in x, under a Hann window.
func toneAt(x []float32, hertz float64) complex128 {
	sum := complex(0, 0)
	turn := cmplx.Rect(1, -2*math.Pi*hertz/dsp.Rate)
	at := complex(2/float64(len(x)), 0)
	for i, sample := range x {
		window := 1 - math.Cos(2*math.Pi*float64(i)/float64(len(x)))
		sum += complex(window*float64(sample), 0) * at
		at *= turn
	}
	return sum
}

// pitchNear returns the frequency of the tone in x close to hertz: how far its
// phase moves from one half to the other.
func pitchNear(x []float32, hertz float64) float64 {
	half := len(x) / 2
	turn := cmplx.Phase(toneAt(x[half:2*half], hertz) / toneAt(x[:half], hertz) * cmplx.Rect(1, -2*math.Pi*hertz*float64(half)/dsp.Rate))
	return hertz + turn*dsp.Rate/(2*math.Pi*float64(half))
}

// toneLevel returns the level of a tone in decibels, from a time on and for as
// long as 12 of its periods take, or 30 ms.
func toneLevel(x []float32, hertz, seconds float64) float64 {
	from := int(seconds * dsp.Rate)
	frames := int(math.Max(12/hertz, 0.03) * dsp.Rate)
	return inDecibels(cmplx.Abs(toneAt(x[from:from+frames], hertz)))
}

// solo plays one note on a new instrument and returns its left side.
func solo(in Instrument, n Note, seconds float64) []float32 {
	in.Play(n)
	left, _ := listen(in, seconds)
	return left
}

// riseTime returns the seconds from the first sound until 90 % of the peak.
func riseTime(x []float32) float64 {
	highest := float32(peak(x))
	start := -1
	for i, sample := range x {
		size := max(sample, -sample)
		if start < 0 && size > 0.01*highest {
			start = i
		}
		if size > 0.9*highest {
			return float64(i-start) / dsp.Rate
		}
	}
	return 0
}

func rms(x []float32) float64 {
	sum := 0.0
	for _, sample := range x {
		sum += float64(sample) * float64(sample)
	}
	return math.Sqrt(sum / float64(len(x)))
}
