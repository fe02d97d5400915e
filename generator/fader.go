package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
	"dulcet/journal"
)

// How a wish for fuller or sparser and for livelier or softer is heard in the
// mix until the composition follows, in decibels for a dial that is turned all
// the way (design choices): what fills comes and goes with the one, what drives
// with the other.
const (
	fillDecibels  = 5.0
	driveDecibels = 4.0
)

// How fast the faders glide, as the time constant in seconds: heard within 30
// ms, and slower upwards where nothing may startle (design choice).
const (
	fadeSeconds       = 0.02
	gentleRiseSeconds = 0.12
)

// faders are the listener's hands on the mix: one for each part, at 1 until
// something is wished. They glide inside every quantum.
type faders struct {
	smooth [score.PartCount]dsp.Smoother
	from   [score.PartCount]float32 // at the first frame of the quantum
	step   [score.PartCount]float32
	gliding,
	gentle bool
	most float64 // decibels
}

func newFaders(brief Brief) faders {
	f := faders{gentle: startles(brief.Goal), most: brief.MostLevel()}
	for part := range f.smooth {
		f.smooth[part] = dsp.NewSmoother(1, fadeSeconds)
		f.from[part] = 1
	}
	return f
}

// set lets every fader glide to what the wish asks.
func (f *faders) set(wish *Wish) {
	for part := range f.smooth {
		s := &f.smooth[part]
		target := f.gain(score.Part(part), wish)
		seconds := float32(fadeSeconds)
		if f.gentle && target > s.Value() {
			seconds = gentleRiseSeconds
		}
		*s = dsp.NewSmoother(s.Value(), seconds)
		s.SetTarget(target)
		f.gliding = f.gliding || s.Moving()
	}
}

// gain returns the amplitude that a wish asks of a part.
func (f *faders) gain(part score.Part, wish *Wish) float32 {
	level := wish.Levels[part]
	if level <= LeastLevel {
		return 0
	}
	decibels := level + fillDecibels*fills[part]*bounded(wish.Dials[journal.Density]) + driveDecibels*drives[part]*bounded(wish.Dials[journal.Tempo])
	if decibels = clamp(decibels, LeastLevel, f.most); decibels == 0 || math.IsNaN(decibels) {
		return 1
	}
	return linear(decibels)
}

// bounded holds what is wished of a dial to its range.
func bounded(by float64) float64 { return clamp(by, -1, 1) }

// fills says how much each part fills the picture, and drives how much it moves
// on: 0…1. What is struck drives most.
var (
	fills = [score.PartCount]float64{
		score.Strings: 1, score.Glass: 1, score.Choir: 1, score.Bowl: 0.6, score.Bell: 0.6, score.Cloud: 1,
		score.Bass: 0.4, score.UprightBass: 0.4, score.Kit: 0.4,
	}
	drives = [score.PartCount]float64{
		score.Kit: 1, score.Bass: 0.5, score.UprightBass: 0.7, score.Marimba: 0.7, score.Kalimba: 0.7,
		score.ElectricPiano: 0.6, score.Piano: 0.6, score.Harp: 0.6, score.Flute: 0.4,
		score.Strings: 0.4, score.Glass: 0.4, score.Choir: 0.4, score.Bowl: 0.4, score.Bell: 0.4,
	}
)

// next goes on by a quantum.
func (f *faders) next() {
	if !f.gliding {
		return
	}
	f.gliding = false
	for part := range f.smooth {
		s := &f.smooth[part]
		f.from[part], f.step[part] = s.Next()
		f.gliding = f.gliding || f.step[part] != 0
	}
}

// apply works in place on what a part plays in the quantum.
func (f *faders) apply(part score.Part, x *dsp.Bus) {
	if gain, step := f.from[part], f.step[part]; gain != 1 || step != 0 {
		x.Fade(gain, step)
	}
}
