package dsp

// A HalfStereo is one quantum of two channels at half the sample rate.
type HalfStereo struct {
	Left, Right HalfBlock
}

// Clear sets every sample to zero.
func (s *HalfStereo) Clear() { *s = HalfStereo{} }

// Add adds the quantum to another, at a gain.
func (s *HalfStereo) Add(to *HalfStereo, gain float32) {
	for i, left := range s.Left {
		to.Left[i] += gain * left
		to.Right[i] += gain * s.Right[i]
	}
}

// A Bus carries one quantum of sound at two rates: what reaches far up at the
// whole rate, what ends below 8 kHz at half of it, for half the price. The two
// are brought together once, when everything has been added, by a Confluence.
//
// Each half of a bus is cleared when it is first asked for, so that nobody
// pays for what nobody uses.
type Bus struct {
	whole     Stereo
	half      HalfStereo
	usesWhole bool
	usesHalf  bool
}

// Clear makes the bus empty.
func (b *Bus) Clear() { b.usesWhole, b.usesHalf = false, false }

// Whole returns what is carried at the whole rate, to be added to.
func (b *Bus) Whole() *Stereo {
	if !b.usesWhole {
		b.whole.Clear()
		b.usesWhole = true
	}
	return &b.whole
}

// Half returns what is carried at half the rate, to be added to.
func (b *Bus) Half() *HalfStereo {
	if !b.usesHalf {
		b.half.Clear()
		b.usesHalf = true
	}
	return &b.half
}

// Mix adds what the bus carries to two others, at a gain each: to one that is
// heard as it is, and to one that goes on to an effect.
func (b *Bus) Mix(dry, send *Bus, dryGain, sendGain float32) {
	if b.usesWhole {
		x, y, z := &b.whole, dry.Whole(), send.Whole()
		for i, left := range x.Left {
			right := x.Right[i]
			y.Left[i] += dryGain * left
			y.Right[i] += dryGain * right
			z.Left[i] += sendGain * left
			z.Right[i] += sendGain * right
		}
	}
	if b.usesHalf {
		x, y, z := &b.half, dry.Half(), send.Half()
		for i, left := range x.Left {
			right := x.Right[i]
			y.Left[i] += dryGain * left
			y.Right[i] += dryGain * right
			z.Left[i] += sendGain * left
			z.Right[i] += sendGain * right
		}
	}
}

// Add adds what the bus carries to another, at a gain.
func (b *Bus) Add(to *Bus, gain float32) {
	if b.usesWhole {
		x, y := &b.whole, to.Whole()
		for i, left := range x.Left {
			y.Left[i] += gain * left
			y.Right[i] += gain * x.Right[i]
		}
	}
	if b.usesHalf {
		b.half.Add(to.Half(), gain)
	}
}

// Fade multiplies all that the bus carries by a gain that starts at from and
// goes on by step with every frame of the whole rate.
func (b *Bus) Fade(from, step float32) {
	if b.usesWhole {
		gain := from
		for i := range b.whole.Left {
			b.whole.Left[i] *= gain
			b.whole.Right[i] *= gain
			gain += step
		}
	}
	if b.usesHalf {
		gain := from
		for i := range b.half.Left {
			b.half.Left[i] *= gain
			b.half.Right[i] *= gain
			gain += step * (Rate / HalfRate)
		}
	}
}

// A Confluence brings what a bus carries together, at the one rate or the
// other.
type Confluence struct {
	up   [2]Interpolator
	down [2]Decimator
	low  bool // half the rate is still on its way up
	high bool // the whole rate is still on its way down
}

// Up writes all that the bus carries to out, at the whole rate.
func (c *Confluence) Up(b *Bus, out *Stereo) {
	if !b.usesHalf && !c.low {
		*out = *b.Whole()
		return
	}
	c.low = b.usesHalf // a quantum is longer than the filters
	half := b.Half()
	if !b.usesWhole {
		c.up[0].Process(&half.Left, &out.Left)
		c.up[1].Process(&half.Right, &out.Right)
		return
	}
	var risen Stereo
	c.up[0].Process(&half.Left, &risen.Left)
	c.up[1].Process(&half.Right, &risen.Right)
	for i := range out.Left {
		out.Left[i] = b.whole.Left[i] + risen.Left[i]
		out.Right[i] = b.whole.Right[i] + risen.Right[i]
	}
}

// Down writes all that the bus carries to out, at half the rate.
func (c *Confluence) Down(b *Bus, out *HalfStereo) {
	if !b.usesWhole && !c.high {
		*out = *b.Half()
		return
	}
	c.high = b.usesWhole
	whole := b.Whole()
	c.down[0].Process(&whole.Left, &out.Left)
	c.down[1].Process(&whole.Right, &out.Right)
	if b.usesHalf {
		for i := range out.Left {
			out.Left[i] += b.half.Left[i]
			out.Right[i] += b.half.Right[i]
		}
	}
}
