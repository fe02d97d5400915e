package soundscape

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
)

// A talker is somebody who talks without words: a voice with a melody of its
// own, through two formants that wander from vowel to vowel, in phrases with
// pauses. It has no consonants to make words of.
type talker struct {
	lot         dsp.Lot
	pitch       float64 // hertz, usual
	size        float64 // of the throat: what formants are multiplied by
	left, right float32
	loud        float32

	source    *dsp.Wavetable // one cycle of the voice before the throat
	phase     uint32
	hertz     float32 // of the voice now
	aim       float32 // hertz
	formants  [2]formant
	syllables int     // still to come in the phrase
	clock     float32 // seconds of the syllable
	length    float32 // seconds
	stress    float32
	level     dsp.Smoother
	wait      float32 // seconds until the next phrase
}

// A formant is one resonance of the throat.
type formant struct {
	hertz, aim float32
	keep       float32 // radius of the poles, squared
	twice      float32 // the radius, twice
	one, two   float32 // the last two samples
}

// vowels are the first two formants of men's vowels in hertz (Peterson &
// Barney 1952, J. Acoust. Soc. Am. 24:175).
var vowels = [...][2]float64{
	{270, 2290},
	{390, 1990},
	{530, 1840},
	{660, 1720},
	{730, 1090},
	{570, 840},
	{440, 1020},
	{300, 870},
	{640, 1190},
	{490, 1350},
}

// glottis is one cycle of a voice before the throat: 22 harmonics that fall by
// 1 dB an octave, so that none lies above 5 kHz. It is made when it is first
// needed: its milliseconds would be felt at every start of the program.
var glottis = sync.OnceValue(func() *dsp.Wavetable {
	table := new(dsp.Wavetable)
	for i := range table {
		sum := 0.0
		for k := 1.0; k <= 22; k++ {
			sum += math.Sin(2*math.Pi*k*float64(i)/float64(len(table)-1)) / math.Pow(k, 0.2)
		}
		table[i] = float32(sum)
	}
	return table
})

func newTalker(seed uint64, number int) talker {
	t := talker{lot: dsp.DrawLot(seed, uint64(60+number)), level: dsp.NewSmoother(0, 0.02), source: glottis()}
	l := &t.lot
	// Men and women in turn.
	if number%2 == 0 {
		t.pitch, t.size = 95+35*l.Unit(), 0.96+0.1*l.Unit()
	} else {
		t.pitch, t.size = 175+45*l.Unit(), 1.12+0.1*l.Unit()
	}
	t.left, t.right = dsp.Pan(seat(l, number/2+number))
	t.loud = float32(0.75 + 0.25*l.Unit())
	t.wait = float32(4 * l.Unit())
	t.hertz = float32(t.pitch)
	for i, width := range [2]float64{90, 130} {
		radius := math.Exp(-math.Pi * width / halfRate)
		t.formants[i].keep = float32(radius * radius)
		t.formants[i].twice = float32(2 * radius)
		t.formants[i].hertz = 500
	}
	t.vowel()
	return t
}

// vowel turns the throat to another vowel.
func (t *talker) vowel() {
	v := vowels[int(float64(len(vowels))*0.9999*t.lot.Unit())]
	for i := range t.formants {
		t.formants[i].aim = float32(v[i] * t.size * (1 + 0.06*t.lot.Signed()))
	}
}

// live takes the talk on by one quantum.
func (t *talker) live() {
	if t.syllables == 0 {
		t.level.SetTarget(0)
		t.wait -= quantumSeconds
		if t.wait > 0 {
			return
		}
		t.syllables = 4 + int(14*t.lot.Unit())
		t.length = 0
	}
	t.clock += quantumSeconds
	if t.clock >= t.length {
		t.syllables--
		if t.syllables == 0 {
			// The pause of somebody who listens, or only draws breath.
			t.wait = float32(0.4 + 5*t.lot.Unit()*t.lot.Unit())
			return
		}
		t.clock, t.length = 0, float32(dsp.Geometric(0.12, 0.34, t.lot.Unit()))
		t.stress = float32(0.4 + 0.6*t.lot.Unit())
		t.vowel()
		// The melody falls to the end of the phrase, and stress lifts it.
		end := math.Min(float64(t.syllables), 6) / 6
		t.aim = float32(t.pitch * (0.88 + 0.12*end + 0.3*float64(t.stress-0.7) + 0.08*t.lot.Signed()))
	}
	x := t.clock / t.length
	t.level.SetTarget(t.stress * (0.22 + 0.78*4*x*(1-x)))
	t.hertz += (t.aim - t.hertz) * quantumSeconds / 0.07
	for i := range t.formants {
		f := &t.formants[i]
		f.hertz += (f.aim - f.hertz) * quantumSeconds / 0.045
	}
}

// render adds a quantum of talk to bed.
func (t *talker) render(bed *dsp.HalfStereo, loud float32) {
	t.live()
	level := glide(&t.level)
	if level.at < 1e-4 && level.step == 0 || loud == 0 {
		return
	}
	f, g := &t.formants[0], &t.formants[1]
	a, b := f.turn(), g.turn()
	phase, step := t.phase, dsp.PhaseStep(atHalf*t.hertz)
	keep, hold := f.keep, g.keep
	f1, f2, g1, g2 := f.one, f.two, g.one, g.two
	left, right := loud*t.loud*t.left, loud*t.loud*t.right
	cycle := t.source
	for i := range bed.Left {
		source := level.at * cycle[phase>>tableShift]
		f1, f2 = (source-keep*f2)+a*f1, f1
		g1, g2 = (source-hold*g2)+b*g1, g1
		x := 0.0009*f1 + 0.0007*g1
		bed.Left[i] += left * x
		bed.Right[i] += right * x
		phase += step
		level.at += level.step
	}
	t.phase = phase
	f.one, f.two, g.one, g.two = f1, f2, g1, g2
}

// turn returns the coefficient that tunes the resonance: 2r·cos ω.
func (f *formant) turn() float32 {
	return f.twice * dsp.Sine(dsp.PhaseStep(atHalf*f.hertz)+1<<30)
}
