package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// A struckVoice is a body that is struck or plucked once and rings: two sets
// of modes, one a little to the left, one a little to the right, and the soft
// noise of what touched it. Piano, bell and pluck are such bodies; they differ
// in the modes that they give it.
type struckVoice struct {
	sides   [2]dsp.Modes
	left    [2]float32 // gain of each side in the left channel
	right   [2]float32
	attack  float64 // seconds to 90 %
	swell   float32 // 0…1: how far the attack has come
	pace    float32 // of the swell, a frame
	touch   touch
	damper  float64 // seconds to −60 dB once let go
	lowest  float64 // Hz, of the fundamental
	undamps bool    // rings on when let go
}

// A touch is the noise of felt, finger or mallet: noise through a lowpass,
// dying away.
type touch struct {
	noise  dsp.Noise
	filter dsp.OnePole
	gain   float32
	shrink float32 // a frame
}

func newTouch(noise dsp.Noise, gain, corner, seconds float64) touch {
	return touch{
		noise:  noise,
		filter: dsp.NewOnePole(float32(corner)),
		gain:   float32(gain),
		shrink: float32(math.Exp(-3 * math.Ln10 / (seconds * dsp.Rate))),
	}
}

// render adds the noise to both sides.
func (t *touch) render(a, b []float32) {
	if t.gain < 1e-5 {
		return
	}
	for i := range a {
		x := t.gain * t.filter.Next(t.noise.Next())
		t.gain *= t.shrink
		a[i] += x
		b[i] += x
	}
}

// strike makes the voice ready. Its modes are added afterwards.
func (v *struckVoice) strike(attackSeconds float64) {
	v.sides[0].Clear()
	v.sides[1].Clear()
	v.swell = 0
	v.attack = attackSeconds
	v.pace = float32(1 - math.Exp(-2.3/(attackSeconds*dsp.Rate)))
	v.undamps = false
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
	v.sides[0].Damp(v.damper, v.lowest)
	v.sides[1].Damp(v.damper, v.lowest)
}

func (v *struckVoice) level() float32 { return v.sides[0].Level() + v.sides[1].Level() }

func (v *struckVoice) quiet() bool { return v.level() == 0 && v.touch.gain < 1e-5 }

func (v *struckVoice) render(out *dsp.Stereo, offset int) {
	var a, b dsp.Block
	near, far := a[offset:], b[offset:]
	v.sides[0].Render(near)
	v.sides[1].Render(far)
	v.touch.render(near, far)
	v.rise(near, far)
	l0, l1, r0, r1 := v.left[0], v.left[1], v.right[0], v.right[1]
	for i := range out.Left {
		x, y := a[i], b[i]
		out.Left[i] += l0*x + l1*y
		out.Right[i] += r0*x + r1*y
	}
}

// rise lets the attack swell. A mode starts as a sine from zero, so that
// sound and slope both begin at nothing.
func (v *struckVoice) rise(a, b []float32) {
	if v.swell > 0.9999 {
		return
	}
	swell, pace := v.swell, v.pace
	for i := range a {
		swell += pace * (1 - swell)
		a[i] *= swell
		b[i] *= swell
	}
	v.swell = swell
}

// A struck is the instrument around such voices.
type struck struct {
	pool[struckVoice, *struckVoice]
	patch Patch
	seed  uint64
	count uint64  // notes so far
	lot   dsp.Lot // of the latest note
	build func(v *struckVoice, n Note, p Patch, l *dsp.Lot)
}

func newStruck(seed uint64, voices int, build func(*struckVoice, Note, Patch, *dsp.Lot)) *struck {
	return &struck{pool: newPool[struckVoice](voices), patch: middle, seed: seed, build: build}
}

// Set takes effect with the next note: a body that rings cannot change.
func (s *struck) Set(p Patch) { s.patch = p.held() }

// Play strikes a note.
func (s *struck) Play(n Note) {
	s.count++
	n, audible := n.held()
	if !audible {
		return
	}
	s.lot = dsp.DrawLot(s.seed, s.count)
	s.build(s.take(n), n, s.patch, &s.lot)
}

// Render adds the next quantum to out.
func (s *struck) Render(out *dsp.Stereo) { s.render(out) }

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
		p.list[p.count] = partial{hertz, amplitude, seconds, side & 1}
		p.count++
	}
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
	faintest := max(3e-5, peak*6e-4) // 64 dB under the note: masked by what is louder
	for _, m := range p.list[:p.count] {
		if a := m.amplitude * scale; math.Abs(a) > faintest {
			v.sides[m.side].Add(m.hertz, a, m.seconds)
		}
	}
}
