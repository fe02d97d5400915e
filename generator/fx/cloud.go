package fx

import (
	"math"

	"dulcet/generator/dsp"
)

const (
	cloudFrames = 1 << 17 // that the ring remembers at half the sample rate: 5.5 s
	cloudGrains = 24      // at once, at the most
	cloudGlide  = 1.5     // seconds from one level to another
	cloudMost   = 3.0     // seconds ago, where grains are taken from, chance aside
	cloudLeast  = 0.4
	cloudThin   = 3.0 // grains at once, on average, where the cloud is thin
	cloudThick  = 8.0
	cloudRoof   = 5200.0 // Hz: what an octave up would make sharp stays out
	cloudFloor  = 180.0  // Hz: the low end belongs to the middle, grains are anywhere
	cloudGain   = 2.6    // brings n grains over √n to the RMS of what they are taken from (measured)
)

// A Cloud is made of the music itself: it remembers the last seconds and lets
// up to 24 short grains of them float about, each 80 to 400 ms long under a
// window without corners, at the pitch it had, an octave down or an octave
// up, wherever in the room. How dense it is, how far back it reaches and how
// high it floats wander slowly and never repeat. The sum is divided by the
// root of the number of grains, so that a dense cloud is no louder than a
// thin one.
//
// It runs at half the sample rate: its roof lies far below what that can carry.
// At a level of 0 only the memory goes on.
type Cloud struct {
	level                  dsp.Ramp
	fifth                  float32 // share of the grains that sound a fifth up
	density, place, height dsp.Drift
	chance                 dsp.Lot
	memory                 cloudMemory
	grains                 [cloudGrains]grain
	wait                   float32 // quanta until the next grain
	norm                   float32 // gain of the sum, at the end of the last quantum
	roof                   dsp.DoublePole
	low                    [4]float32 // of the highpass, two stages a side
}

// NewCloud returns a cloud, silent until it is given a level.
func NewCloud(seed uint64) *Cloud {
	drift := func(number uint64, hertz float32) dsp.Drift {
		return dsp.NewDrift(dsp.Scramble(seed)+number, hertz)
	}
	c := &Cloud{
		level:   dsp.NewRamp(0, cloudGlide),
		density: drift(1, 0.03),
		place:   drift(2, 0.02),
		height:  drift(3, 0.015),
		chance:  dsp.DrawLot(seed, 4),
		memory:  newCloudMemory(),
		norm:    cloudGain,
	}
	c.roof.Set(cloudRoof * dsp.Rate / dsp.HalfRate)
	return c
}

// SetLevel goes to a level of 0…1 within 1.5 seconds. At 1 the cloud is about
// as loud as the music that it is made of.
func (c *Cloud) SetLevel(level float32) { c.level.SetTarget(within(level, 0, 1)) }

// SetFifth lets a share of the new grains, 0…1, sound a fifth up. Only a
// composer can know whether the harmony bears it; at first none do.
func (c *Cloud) SetFifth(share float32) { c.fifth = within(share, 0, 1) }

// Process remembers in and adds the cloud to out.
func (c *Cloud) Process(in, out *dsp.HalfStereo) {
	c.memory.write(in)
	level, step := halved(c.level.Next())
	if level == 0 && step == 0 {
		c.grains = [cloudGrains]grain{} // all were silent
		return
	}
	c.sow()
	var bus dsp.HalfStereo
	c.float(&bus)
	c.roof.Lowpass(bus.Left[:], bus.Right[:])
	keep, pass := cloudKeepLow, 1-cloudKeepLow
	l1, l2, r1, r2 := c.low[0], c.low[1], c.low[2], c.low[3]
	for i, left := range bus.Left {
		right := bus.Right[i]
		l1 = keep*l1 + pass*left
		r1 = keep*r1 + pass*right
		left -= l1
		right -= r1
		l2 = keep*l2 + pass*left
		r2 = keep*r2 + pass*right
		out.Left[i] += level * (left - l2)
		out.Right[i] += level * (right - r2)
		level += step
	}
	c.low = [4]float32{settled(l1), settled(l2), settled(r1), settled(r2)}
}

var cloudKeepLow = lastingHalf(cloudFloor / 1.554) // 1.5 dB a stage at the corner

// float renders all grains, two at a time.
func (c *Cloud) float(bus *dsp.HalfStereo) {
	count := 0
	for i := range c.grains {
		if c.grains[i].quanta > 0 {
			count++
		}
	}
	const pace = 0.03 // a quantum: 44 ms
	from := c.norm
	c.norm += pace * (cloudGain/sqrtOf(max(count, 1)) - from)
	var first, second dsp.HalfBlock
	var waiting *grain
	for i := range c.grains {
		g := &c.grains[i]
		if g.quanta == 0 {
			continue
		}
		if waiting == nil {
			waiting = g
			c.memory.read(&first, g)
			continue
		}
		c.memory.read(&second, g)
		lay(bus, &first, &second, waiting.next(from, c.norm), g.next(from, c.norm))
		waiting = nil
	}
	if waiting != nil {
		second = dsp.HalfBlock{}
		lay(bus, &first, &second, waiting.next(from, c.norm), [4]float32{})
	}
}

// lay adds two grains to the bus. Each comes with its gains left and right
// and what they grow by in the quantum.
func lay(bus *dsp.HalfStereo, first, second *dsp.HalfBlock, a, b [4]float32) {
	al, ar, alStep, arStep := a[0], a[1], a[2], a[3]
	bl, br, blStep, brStep := b[0], b[1], b[2], b[3]
	for i, x := range first {
		y, way := second[i], wayThrough[i]
		bus.Left[i] += x*(al+way*alStep) + y*(bl+way*blStep)
		bus.Right[i] += x*(ar+way*arStep) + y*(br+way*brStep)
	}
}

// wayThrough is how much of a quantum has passed at each sample.
var wayThrough = func() (way dsp.HalfBlock) {
	for i := range way {
		way[i] = float32(i) / hop
	}
	return way
}()

func sqrtOf(n int) float32 { return float32(math.Sqrt(float64(n))) }

// sow lets new grains begin. They follow one another neither evenly nor in
// heaps: a wait is between a third and one and two thirds of the mean.
func (c *Cloud) sow() {
	density := c.density.Next()
	place, height := c.place.Next(), c.height.Next()
	c.wait--
	if c.wait > 0 {
		return
	}
	quanta := int(dsp.Geometric(0.08, 0.4, c.chance.Unit()) * dsp.Rate / dsp.Quantum)
	atOnce := within((cloudThin+cloudThick)/2+2.2*density, cloudThin, cloudThick)
	const mean = 0.2 * dsp.Rate / dsp.Quantum // length of a grain in quanta
	c.wait = mean / atOnce * float32(1+0.67*c.chance.Signed())
	for i := range c.grains {
		if g := &c.grains[i]; g.quanta == 0 {
			c.begin(g, quanta, place, height)
			return
		}
	}
}

// begin starts a grain. Drifts of place and height lead where it is taken
// from and how likely it is to float up or down.
func (c *Cloud) begin(g *grain, quanta int, place, height float32) {
	pitch := asItWas
	up := within(0.2+0.15*height, 0.04, 0.45)
	switch u := float32(c.chance.Unit()); {
	case u < up:
		pitch = octaveUp
	case u > 0.72+0.15*height:
		pitch = octaveDown
	}
	if c.fifth > 0 && float32(c.chance.Unit()) < c.fifth {
		pitch = fifthUp
	}
	ago := within((cloudLeast+cloudMost)/2+0.7*place+0.5*float32(c.chance.Signed()), cloudLeast, cloudMost)
	samples := int(ago * dsp.HalfRate)
	left, right := dsp.Pan(0.85 * c.chance.Signed())
	*g = grain{
		at:     c.memory.ago(max(samples, (quanta+2)*hop)),
		side:   int(c.chance.Phase() & 1),
		pitch:  pitch,
		quanta: quanta,
		turn:   uint32(1<<31) / uint32(quanta),
		left:   left,
		right:  right,
	}
}
