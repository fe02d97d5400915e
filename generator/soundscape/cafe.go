package soundscape

import "dulcet/generator/dsp"

// Cafe is a café heard from a corner table: the murmur of the many, a few
// people near enough to have voices, cups, and now and then a chair. Nobody
// says a word. Character is how full it is: 0 a slow morning, 1 the afternoon.
//
// The many are noise in the spectrum of speech (highest near 500 Hz, falling
// above: Byrne et al. 1994, J. Acoust. Soc. Am. 96:2108), in a few groups that
// swell and sink with the four syllables a second of talk (Houtgast & Steeneken
// 1985, J. Acoust. Soc. Am. 77:1069).
type Cafe struct {
	stage
	pink    pinkSource
	throat  dsp.Biquad
	mouth   dsp.Biquad
	groups  [2]crowd
	people  [cafePeople]talker
	cups    poisson
	chairs  poisson
	scrape  float32
	dragged dsp.Smoother
	clinks  [6]ring
}

const cafePeople = 4

// A crowd is the many of one side.
type crowd struct {
	talk, turn dsp.Drift
	level      dsp.Smoother
}

// NewCafe returns a café, silent until it is set.
func NewCafe(seed uint64, weather *Weather) *Cafe {
	seed = dsp.Scramble(seed)
	c := &Cafe{
		stage:   newStage(weather, outlook{near: 5000, far: 1300, gentle: 1000}, &cafeTrims),
		pink:    newPinkSource(seed + 1),
		cups:    newPoisson(seed, 2),
		chairs:  newPoisson(seed, 3),
		dragged: dsp.NewSmoother(0, 0.08),
	}
	for i := range c.groups {
		c.groups[i] = crowd{
			talk:  dsp.NewDrift(seed+10+uint64(i), 2.2),
			turn:  dsp.NewDrift(seed+12+uint64(i), 0.15),
			level: dsp.NewSmoother(1, 0.03),
		}
	}
	for i := range c.people {
		c.people[i] = newTalker(seed, i)
	}
	c.throat.SetBandpass(atHalf*430, 0.75)
	c.mouth.SetBandpass(atHalf*1400, 0.8)
	return c
}

// Render adds the next quantum to out.
func (c *Cafe) Render(out *dsp.Bus) {
	if !c.next() {
		return
	}
	var bed dsp.HalfStereo
	c.renderMany(&bed)
	loud := c.between(0.75, 0.3, 0.14)
	present := c.kind(1.5, 3, cafePeople)
	for i := range c.people {
		may := min(max(present-float32(i), 0), 1)
		c.people[i].render(&bed, loud*may)
	}
	c.serve()
	renderRings(c.clinks[:], &bed)
	c.send(&bed, out)
}

// renderMany fills bed with the murmur.
func (c *Cafe) renderMany(bed *dsp.HalfStereo) {
	c.pink.render(bed)
	mouth := *bed
	c.throat.Process(bed.Left[:], bed.Right[:])
	c.mouth.Process(mouth.Left[:], mouth.Right[:])
	depth := c.between(1, 0.6, 0.3) * c.kind(1, 0.8, 0.6)
	for i := range c.groups {
		g := &c.groups[i]
		g.level.SetTarget(swell(0.42*depth, g.talk.Next()) * swell(0.25*depth, g.turn.Next()))
	}
	c.dragged.SetTarget(c.scrape)
	c.scrape -= c.scrape * quantumSeconds / 0.22
	left, right, drag := glide(&c.groups[0].level), glide(&c.groups[1].level), glide(&c.dragged)
	many := c.kind(0.042, 0.05, 0.06)
	for i := range bed.Left {
		bed.Left[i] = many*left.at*(bed.Left[i]+0.28*mouth.Left[i]) + drag.at*mouth.Left[i]
		bed.Right[i] = many*right.at*(bed.Right[i]+0.28*mouth.Right[i]) + 0.6*drag.at*mouth.Right[i]
		left.at += left.step
		right.at += right.step
		drag.at += drag.step
	}
}

// serve lets cups clink and chairs be moved.
func (c *Cafe) serve() {
	c.cups.next(c.kind(0.12, 0.25, 0.45))
	for c.cups.happens() {
		lot := &c.cups.lot
		loud := 0.05 * float64(c.between(1, 0.5, 0.05)) * (0.15 + 0.85*lot.Unit()*lot.Unit())
		hertz, pan := dsp.Geometric(1150, 2300, lot.Unit()), 0.8*lot.Signed()
		// China rings in a few partials that are no harmonics.
		for i, ratio := range [...]float64{1, 1.73, 2.41} {
			strike(c.clinks[:], note{
				hertz: hertz * ratio, seconds: (0.16 + 0.1*lot.Unit()) / ratio,
				gain: loud / (1 + 1.2*float64(i)), pan: pan,
			}, lot)
		}
	}
	c.chairs.next(c.kind(0.02, 0.04, 0.07))
	for c.chairs.happens() {
		c.scrape = 0.03 * c.between(1, 0.5, 0.1) * float32(0.3+0.7*c.chairs.lot.Unit())
	}
}
