package synth

import (
	"math"
	"sync"

	"dulcet/generator/dsp"
)

// swishTable is a loop of 1.4 s of noise in a band about swishCentre, which
// every drum reads from a place of its own at a pace of its own: faster is
// higher and wider. It costs a fifth of what noise and filters would.
//
// The noise is bent under a ceiling of 1 as the tape did on which such kits
// were recorded: chance makes one burst of noise three times as high as
// another, and no ear wants to hear that.
type swishTable [1<<swishBits + 1]float32

const (
	swishBits   = 16
	swishCentre = 4000.0 // Hz
	swishRMS    = 0.49
)

var swishNoise = sync.OnceValue(func() *swishTable {
	table := new(swishTable)
	loop := table[:1<<swishBits]
	noise := dsp.NewNoise(1)
	noise.Render(loop)
	var band dsp.StateVariable
	var roof dsp.DoublePole
	band.Set(swishCentre, 0.7)
	roof.Set(1.5 * swishCentre)
	filterLoop(loop, band.Bandpass)
	filterLoop(loop, roof.Lowpass)
	level(loop)
	for i, x := range loop {
		loop[i] = bent(x)
	}
	filterLoop(loop, roof.Lowpass) // once more, for what bending adds
	level(loop)
	table[len(loop)] = loop[0]
	return table
})

// level gives a loop the RMS at which bending keeps its peaks near 1.
func level(loop []float32) {
	power := 0.0
	for _, x := range loop {
		power += float64(x) * float64(x)
	}
	gain := float32(swishRMS / math.Sqrt(power/float64(len(loop))))
	for i := range loop {
		loop[i] *= gain
	}
}

// filterLoop sends a loop through a filter as if it had always been going
// round: twice, and the second time from what the first left behind.
func filterLoop(loop []float32, filter func(left, right []float32)) {
	dry := append([]float32(nil), loop...)
	for range 2 {
		copy(loop, dry)
		for at := 0; at < len(loop); at += dsp.Quantum {
			var other dsp.Block
			filter(loop[at:at+dsp.Quantum], other[:])
		}
	}
}

// A swish is the noise of a hit: strokes of brush, stick or hand. Its level
// is worked out every segment frames and goes in a straight line between.
type swish struct {
	strokes     [2]stroke
	noise       dsp.Noise // chooses places and heights
	at, step    uint32    // in the table, in frames of 2¹⁶
	aside       uint32    // how far away what makes the sides differ is read
	shared      float32   // share of the noise that both sides have in common
	apart       float32   // share in which they differ
	level       float32   // now
	depth       float32   // 0…1: how grainy it is
	every, left int       // segments from one height to the next, and until then
	height      float32   // of the grain
	climb       float32   // of the height, a segment
}

// swishCeiling is the most that a swish reaches in one ear in the middle, so
// that every drum keeps what an Instrument promises of its peak.
const swishCeiling = 0.5

// segment is the number of frames between two values of the level: a third of
// a millisecond.
const segment = 16

// colour chooses where the noise is read, and centres it at hertz.
func (s *swish) colour(hertz float64) {
	s.at, s.aside = s.noise.Bits(), s.noise.Bits()&^0xffff
	s.step = uint32(hertz / swishCentre * (1 << (32 - swishBits)))
}

// roughen makes the level grainy: bristles let go one by one, beads meet the
// wall in swarms. It goes from one random height to the next in seconds.
func (s *swish) roughen(seconds, depth float64) {
	s.depth, s.every = float32(depth), max(1, int(seconds*dsp.Rate/segment))
}

func (s *swish) quiet() bool { return s.level == 0 && s.strokes[0].quiet() && s.strokes[1].quiet() }

// render adds the next quantum from frame offset on.
func (s *swish) render(out *dsp.Stereo, offset int, left, right float32) {
	table := swishNoise()
	at, step, aside := s.at, s.step, s.aside
	shared, apart := s.shared, s.apart
	level := s.level
	for start := offset; start < dsp.Quantum; {
		end := (start/segment + 1) * segment
		to := s.next(end - start)
		climb := (to - level) / float32(end-start)
		l, r := out.Left[start:end], out.Right[start:end]
		r = r[:len(l)]
		for i := range l {
			fraction := float32(int32(at&0xffff)) * (1.0 / 0x10000)
			near, far := at>>(32-swishBits), (at+aside)>>(32-swishBits)
			x, y := table[near], table[far]
			x = level * shared * (x + fraction*(table[near+1]-x))
			y = level * apart * (y + fraction*(table[far+1]-y))
			l[i] += left * (x + y)
			r[i] += right * (x - y)
			at += step
			level += climb
		}
		level = to
		start = end
	}
	s.at, s.level = at, level
}

// next goes on by the given frames, at most a segment, and returns the level
// there. The square of an even number is mostly small and sometimes large;
// three times it is 1 on average. What they add up to bends under a ceiling.
func (s *swish) next(frames int) float32 {
	if s.left == 0 {
		s.left = s.every
		u := s.noise.Unit()
		s.climb = (1 + s.depth*(3*u*u-1) - s.height) / float32(max(s.every, 1))
	}
	s.left--
	s.height += s.climb
	level := s.height * (s.strokes[0].next(frames) + s.strokes[1].next(frames))
	return swishCeiling * bent(level*(1/swishCeiling))
}

// A stroke is one movement: it swells and dies away.
type stroke struct {
	wait   int // frames until it begins
	onset  swell
	gain   float32
	shrink float32 // a segment
}

// newStroke returns a stroke that begins after wait seconds, swells for rise
// seconds, and then falls by 60 dB in decay seconds.
func newStroke(gain, wait, rise, decay float64) stroke {
	return stroke{
		wait:   int(wait * dsp.Rate),
		onset:  newSwell(rise),
		gain:   float32(gain),
		shrink: segmentFactor(decay),
	}
}

// segmentFactor returns the factor a segment of a fall by 60 dB in seconds.
func segmentFactor(seconds float64) float32 {
	return float32(math.Exp(-3 * math.Ln10 * segment / (seconds * dsp.Rate)))
}

func (s *stroke) quiet() bool { return s.gain == 0 }

// strokeFloor is where a stroke is taken for silent: 86 dB under full scale,
// since the table has an RMS of half.
const strokeFloor = 1e-4

// next goes on by the given frames and returns the level there.
func (s *stroke) next(frames int) float32 {
	if s.wait > 0 {
		s.wait -= frames
		return 0
	}
	if s.onset.age < s.onset.frames {
		s.onset.age += frames
		return s.gain * s.onset.value()
	}
	s.gain *= s.shrink
	if s.gain < strokeFloor {
		s.gain = 0
	}
	return s.gain
}
