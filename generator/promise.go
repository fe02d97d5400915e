package generator

import (
	"fmt"
	"math"

	"dulcet/generator/measure"
	"dulcet/journal"
)

// A Promise is what a goal must sound like, in numbers that can be measured.
// It holds over any stretch of some minutes without the first and the last;
// where nothing else is said the numbers are design choices.
type Promise struct {
	Loudness    float64    // LU, either way of what was asked for
	ShortTerm   float64    // LU of the loudest three seconds over the whole, at most
	Rise        float64    // LU within 400 ms, at most
	TruePeak    float64    // dBTP, at most (EBU R 128, 2020)
	DC          float64    // mean of a channel, at most
	MonoLoss    float64    // decibels, at most
	Correlation float64    // of the channels, at least
	Slope       [2]float64 // decibels an octave, 100 Hz to 10 kHz
	Centroid    float64    // Hz, at most
	Treble      float64    // decibels of the loudest third-octave above 4 kHz, at most
}

// PromiseOf returns what holds for a goal. Sleep is darker than the rest:
// brightness is what separates it from music that merely relaxes (Kirk &
// Timmers 2024). Nothing may startle where one sleeps, calms down or needs
// ground.
func PromiseOf(goal journal.Goal) Promise {
	p := Promise{
		Loudness: 1, ShortTerm: 4, Rise: math.Inf(1), TruePeak: -1, DC: 1e-4, MonoLoss: 2, Correlation: 0.2,
		Slope: [2]float64{-7.5, -4.5}, Centroid: 3000,
	}
	if goal == journal.Sleep {
		p.Slope, p.Centroid, p.Treble = [2]float64{math.Inf(-1), -7.5}, 900, -50
	}
	if rise := riseOf(goal); rise > 0 {
		p.Rise = rise
	}
	return p
}

// Broken says in words what of the promise does not hold for what was heard,
// where a loudness of askedLUFS was asked for.
func (p Promise) Broken(r measure.Result, askedLUFS float64) []string {
	var broken breaches
	broken.unless(math.Abs(r.Integrated-askedLUFS) <= p.Loudness, "%.2f LUFS, %.2f within %g LU was promised", r.Integrated, askedLUFS, p.Loudness)
	broken.unless(r.MaxShortTerm-r.Integrated <= p.ShortTerm, "the loudest three seconds are %.1f LU over the whole, %g at most was promised", r.MaxShortTerm-r.Integrated, p.ShortTerm)
	broken.unless(r.MonoLoss <= p.MonoLoss, "the sum of the sides loses %.1f dB, %g at most was promised", r.MonoLoss, p.MonoLoss)
	broken.unless(r.Correlation >= p.Correlation, "the sides correlate by %.2f, %g at least was promised", r.Correlation, p.Correlation)
	broken.unless(r.Slope >= p.Slope[0] && r.Slope <= p.Slope[1], "the spectrum falls by %.1f dB an octave, %g to %g was promised", -r.Slope, -p.Slope[1], -p.Slope[0])
	broken.unless(r.Centroid <= p.Centroid, "the centroid is %.0f Hz, %.0f at most was promised", r.Centroid, p.Centroid)
	broken.unless(r.Treble <= p.Treble, "the treble reaches %.0f dB under the peak, %.0f was promised", -r.Treble, -p.Treble)
	return append(broken, p.BrokenAnywhere(r)...)
}

// BrokenAnywhere is Broken for what holds over every stretch, from the first
// frame to the last.
func (p Promise) BrokenAnywhere(r measure.Result) []string {
	var broken breaches
	dc := math.Max(math.Abs(r.DC[0]), math.Abs(r.DC[1]))
	broken.unless(r.MaxRise <= p.Rise, "the loudness rises by %.1f LU in 400 ms at %.1f s, %g at most was promised", r.MaxRise, r.MaxRiseAt, p.Rise)
	broken.unless(r.TruePeak <= p.TruePeak, "the true peak is %.2f dBTP, %g at most was promised", r.TruePeak, p.TruePeak)
	broken.unless(dc < p.DC, "the mean of a channel is %.1g, less than %.0g was promised", dc, p.DC)
	broken.unless(r.Clicks == 0 && r.Steps == 0, "there are %d clicks and %d steps, the latest at %.3f s", r.Clicks, r.Steps, r.ClickedAt)
	broken.unless(r.NonFinite == 0, "%d samples are not numbers", r.NonFinite)
	return broken
}

// breaches are the promises that do not hold, in words.
type breaches []string

// unless notes a breach down where nothing holds. Callers ask what must hold,
// so that what is not a number is broken as well.
func (b *breaches) unless(holds bool, format string, values ...any) {
	if !holds {
		*b = append(*b, fmt.Sprintf(format, values...))
	}
}
