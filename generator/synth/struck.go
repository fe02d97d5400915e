package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// A struckVoice is a body that is struck or plucked once and rings: two sets
// of modes, one a little to the left, one a little to the right, and the soft
// noise of what touched it. The instruments differ in the modes that they give
// it; a harp adds a string.
//
// Modes below dsp.QuarterTop are rendered at a quarter of the rate, into low;
// the others, the noise and the string at the whole rate, straight to the
// output.
type struckVoice struct {
	low, high [2]dsp.Modes
	wire      *dsp.String // nil where there is none
	left      [2]float32  // gain of each side in the left channel
	right     [2]float32
	attack    float64 // seconds to 90 %
	softest   float64 // seconds that attack takes at least
	onsetLow  onset
	onsetHigh onset
	touch     touch
	lift      touch // of the damper, once let go
	lifted    bool
	damper    float64 // seconds to −60 dB once let go
	lowest    float64 // Hz, of the fundamental
	undamps   bool    // rings on when let go
}

// strike makes the voice ready. Its modes are added afterwards.
func (v *struckVoice) strike(attackSeconds float64) {
	for side := range v.low {
		v.low[side].AtQuarterRate()
		v.high[side].Clear()
	}
	attackSeconds = max(attackSeconds, v.softest)
	v.attack = attackSeconds
	v.onsetHigh = newOnset(attackSeconds * dsp.Rate)
	v.onsetLow = newOnset(attackSeconds * dsp.Rate / quarter)
	v.touch, v.lift, v.lifted = touch{}, touch{}, false
	v.undamps = false
}

// quarter is how many frames a sample at a quarter of the rate stands for.
const quarter = dsp.Quantum / dsp.QuarterQuantum

// add gives the voice a mode.
func (v *struckVoice) add(side int, hertz, amplitude, seconds float64) {
	if hertz < dsp.QuarterTop {
		v.low[side&1].Add(hertz, amplitude, seconds)
		return
	}
	v.high[side&1].Add(hertz, amplitude, seconds)
}

// stand places the two sides about a position, each the given width away.
func (v *struckVoice) stand(position, width float64) {
	v.left[0], v.right[0] = dsp.Pan(position - width)
	v.left[1], v.right[1] = dsp.Pan(position + width)
}

func (v *struckVoice) release() {
	if v.undamps {
		return
	}
	v.lifted = true
	for side := range v.low {
		v.low[side].Damp(v.damper, v.lowest)
		v.high[side].Damp(v.damper, v.lowest)
	}
	if v.wire != nil {
		v.wire.Damp(v.damper)
	}
}

func (v *struckVoice) level() float32 {
	level := v.low[0].Level() + v.low[1].Level() + v.high[0].Level() + v.high[1].Level()
	if v.wire != nil {
		level += v.wire.Level()
	}
	return level
}

func (v *struckVoice) quiet() bool {
	return v.touch.quiet() && (!v.lifted || v.lift.quiet()) && v.level() < faintest
}

// render adds the next quantum: to out what needs the whole rate, to low the
// rest.
func (v *struckVoice) render(out *dsp.Bus, low *[2]dsp.QuarterBlock, l *life) {
	level := v.level()
	for side := range v.low {
		v.low[side].Mask(level)
		v.high[side].Mask(level)
	}
	v.renderLow(low, l)
	if v.wire != nil || v.touches() || v.high[0].Count()+v.high[1].Count() > 0 {
		v.renderHigh(out.Whole(), l)
	}
}

// touches reports whether the noise of hammer or damper is heard.
func (v *struckVoice) touches() bool { return !v.touch.quiet() || v.lifted && !v.lift.quiet() }

func (v *struckVoice) renderLow(low *[2]dsp.QuarterBlock, l *life) {
	var a, b dsp.QuarterBlock
	first := (l.offset + quarter - 1) / quarter
	near, far := a[first:], b[first:]
	v.low[0].Render(near)
	v.low[1].Render(far)
	v.onsetLow.apply(near, far)
	if l.stolen {
		fadeOut(a[:], b[:], l.fade, quarter)
	}
	v.mix(&low[0], &low[1], &a, &b)
}

// mix adds the two sides to the channels.
func (v *struckVoice) mix(left, right, a, b *dsp.QuarterBlock) {
	l0, l1, r0, r1 := v.left[0], v.left[1], v.right[0], v.right[1]
	for i := range left {
		x, y := a[i], b[i]
		left[i] += l0*x + l1*y
		right[i] += r0*x + r1*y
	}
}

func (v *struckVoice) renderHigh(out *dsp.Stereo, l *life) {
	if v.onsetHigh.over() && !l.stolen {
		v.ring(out, l.offset)
		return
	}
	var own dsp.Stereo
	v.ring(&own, l.offset)
	v.onsetHigh.apply(own.Left[l.offset:], own.Right[l.offset:])
	if l.stolen {
		fadeOut(own.Left[:], own.Right[:], l.fade, 1)
	}
	for i := range out.Left {
		out.Left[i] += own.Left[i]
		out.Right[i] += own.Right[i]
	}
}

// ring adds what is rendered at the whole rate, without attack: noise and
// string in the middle of the voice, modes on its sides.
func (v *struckVoice) ring(out *dsp.Stereo, offset int) {
	l0, l1, r0, r1 := v.left[0], v.left[1], v.right[0], v.right[1]
	if v.wire != nil || v.touches() {
		var x dsp.Block
		v.touch.render(x[offset:])
		if v.lifted {
			v.lift.render(x[offset:])
		}
		if v.wire != nil {
			v.wire.Render(x[offset:])
		}
		left, right := l0+l1, r0+r1
		for i, sample := range x {
			out.Left[i] += left * sample
			out.Right[i] += right * sample
		}
	}
	if v.high[0].Count()+v.high[1].Count() > 0 {
		var a, b dsp.Block
		v.high[0].Render(a[offset:])
		v.high[1].Render(b[offset:])
		for i := range out.Left {
			x, y := a[i], b[i]
			out.Left[i] += l0*x + l1*y
			out.Right[i] += r0*x + r1*y
		}
	}
}

// fadeOut fades a quantum of a stolen voice that has so many frames left.
func fadeOut(a, b []float32, left, framesPerSample int) {
	for i := range a {
		gain := fadeFrom(left - i*framesPerSample)
		a[i] *= gain
		b[i] *= gain
	}
}

// A partial is one mode before it is given to a voice.
type partial struct {
	hertz, amplitude, seconds float64
	side                      int
}

// A partials is the modes of a note while it is being put together.
type partials struct {
	list  [2 * dsp.MaxModes]partial
	count int
}

func (p *partials) add(side int, hertz, amplitude, seconds float64) {
	if p.count < len(p.list) {
		p.list[p.count] = partial{hertz, amplitude, seconds, side}
		p.count++
	}
}

// sum returns what the amplitudes come to.
func (p *partials) sum() float64 {
	sum := 0.0
	for _, m := range p.list[:p.count] {
		sum += math.Abs(m.amplitude)
	}
	return sum
}

// give scales the partials so that together they peak near peak, and gives
// them to the voice. The peak of many sines lies between the root of the sum
// of their squares and their sum; the mean of the two is within 3 dB for the
// spectra used here (measured). What dies during the attack counts for less.
func (p *partials) give(v *struckVoice, peak float64) {
	sum, squares := 0.0, 0.0
	for _, m := range p.list[:p.count] {
		a := math.Abs(m.amplitude) * math.Exp(-3*v.attack/m.seconds)
		sum += a
		squares += a * a
	}
	scale := peak / (0.5*sum + 0.5*math.Sqrt(squares))
	faintest := max(3e-5, peak*1e-3) // 60 dB under the note: masked by what is louder
	for _, m := range p.list[:p.count] {
		if a := m.amplitude * scale; math.Abs(a) > faintest {
			v.add(m.side, m.hertz, a, m.seconds)
		}
	}
}
