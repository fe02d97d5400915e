package soundscape

import "dulcet/generator/dsp"

// Stream is water that runs over stones. Character is how much: 0 a trickle of
// clear single notes, 1 a brook whose notes drown in its own rush.
//
// Running water sounds by the air that it drags under: every bubble rings at a
// pitch that falls with its size, f = 3.3/r in metres and hertz, and rises a
// little as it comes up (Minnaert 1933, Phil. Mag. 16:235; Van den Doel 2005,
// ACM Trans. Appl. Percept. 2:534). Here bubbles are born where the water
// falls over one of a few stones: each has a place, a usual size, and runs now
// fuller, now thinner.
type Stream struct {
	stage
	pink    pinkSource
	patter  patter
	rush    dsp.Biquad
	flow    dsp.Smoother
	stones  [streamStones]stone
	bubbles [streamBubbles]ring
}

const (
	streamStones  = 4
	streamBubbles = 11
)

// A stone is one place where bubbles are born.
type stone struct {
	born  poisson
	run   dsp.Drift
	hertz float64 // of its usual bubble
	pan   float64
}

// NewStream returns a stream, silent until it is set.
func NewStream(seed uint64, weather *Weather) *Stream {
	seed = dsp.Scramble(seed)
	s := &Stream{
		stage:  newStage(weather, outlook{near: 5500, far: 2200, gentle: 1050}, &streamTrims),
		pink:   newPinkSource(seed + 1),
		patter: newPatter(seed, 2),
		flow:   dsp.NewSmoother(1, 0.5),
	}
	lot := dsp.DrawLot(seed, 3)
	for i := range s.stones {
		number := uint64(10 + 2*i)
		s.stones[i] = stone{
			born:  newPoisson(seed, number),
			run:   dsp.NewDrift(seed+number+1, 0.25),
			hertz: dsp.Geometric(480, 1500, (float64(i)+lot.Unit())/streamStones),
			pan:   seat(&lot, i),
		}
	}
	return s
}

// Render adds the next quantum to out.
func (s *Stream) Render(out *dsp.Bus) {
	if !s.next() {
		return
	}
	s.flow.SetTarget(0.9 + 0.2*s.weather.Wetness())
	var bed dsp.HalfStereo
	s.renderRush(&bed)
	for i := range s.stones {
		s.spring(&s.stones[i])
	}
	renderRings(s.bubbles[:], &bed)
	s.send(&bed, out)
}

// renderRush fills bed with the water that is too much to hear singly.
func (s *Stream) renderRush(bed *dsp.HalfStereo) {
	s.pink.render(bed)
	s.patter.scatter(bed, s.kind(150, 500, 1200), s.between(40, 25, 6))
	s.rush.SetBandpass(atHalf*s.kind(1100, 850, 620), 0.5)
	s.rush.Process(bed.Left[:], bed.Right[:])
	flow := glide(&s.flow)
	rush := mix(s.kind(0.016, 0.027, 0.05), 0.045, max(0.6*s.distance.Value(), s.gentle.Value()))
	for i := range bed.Left {
		bed.Left[i] *= rush * flow.at
		bed.Right[i] *= rush * flow.at
		flow.at += flow.step
	}
}

// spring lets bubbles come up behind a stone.
func (s *Stream) spring(at *stone) {
	run := swell(1, 0.8*at.run.Next())
	at.born.next(s.kind(15, 25, 32) * run * s.flow.Value())
	for at.born.happens() {
		lot := &at.born.lot
		size, hidden := lot.Signed()+lot.Signed(), lot.Unit()
		hertz := at.hertz * dsp.Geometric(1, 1.7, size)
		n := note{
			hertz: hertz,
			rise:  0.1 + 0.5*lot.Unit()*lot.Unit(),
			// Small bubbles are damped sooner: about 14 cycles for 60 dB here.
			seconds: min(0.03+22/hertz, 0.1),
			gain:    float64(s.between(0.045, 0.036, 0.024)*run) * (0.15 + 0.85*hidden*hidden),
			pan:     at.pan + 0.2*lot.Signed(),
		}
		strike(s.bubbles[:], n, lot)
	}
}
