package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// fullness is how full the textures of neighbouring materials are against
// each other: what returns is in the middle, what is new is fuller or barer
// (design choice; the mean is One).
var fullness = [...]theory.Fixed{theory.One, theory.One * 114 / 100, theory.One * 86 / 100}

// The arch of the whole piece, highest at two thirds as that of a section:
// how much fuller, louder and higher its height is than its ends (design
// choice; the mean is no change).
const (
	wholeFull = theory.One * 20 / 100
	wholeLoud = theory.One * 10 / 100
	wholeHigh = 2 * theory.One // semitones
)

// shape makes the stretch fuller or barer with its material, and raises it
// towards the height of the piece. Music without a beat has no height: it
// leads nowhere that one would have to follow.
func (c *Composer) shape(st *stretch) {
	if c.plan.Style.Repeat {
		return
	}
	st.full = fullness[st.section.material%len(fullness)].Mul(theory.One*92/100 + st.rise*16/100)
	if c.plan.Style.Pulse == Free {
		return
	}
	height := c.height(st.frame) - half
	st.full = st.full.Mul(theory.One + height.Mul(wholeFull))
	st.soft = st.soft.Mul(theory.One + height.Mul(wholeLoud))
	st.lift = height.Mul(wholeHigh)
}

// height returns how high the arch of the piece stands at a frame, 0…One.
func (c *Composer) height(frame int64) theory.Fixed {
	whole := max(c.landingFrame()-c.plan.Start, 1)
	return archAt(theory.Fixed((frame-c.plan.Start)*int64(theory.One)/whole).Clamp(0, theory.One))
}

// melodyVelocity shapes the phrase: it grows to its middle and falls, and
// leans a little on strong beats.
func (c *Composer) melodyVelocity(st *stretch, p *phraseLine, at theory.Fixed) theory.Fixed {
	u := (at - p.from).Div(max(p.to-p.from, theory.One)).Clamp(0, theory.One)
	swell := theory.One * 25 / 100
	switch c.plan.Style.Pulse {
	case Free:
		swell = theory.One * 10 / 100 // nothing stands out where one drifts off
	case Steady:
		swell = theory.One * 15 / 100 // the beat carries it
	}
	shape := theory.One - swell*6/10 + (4 * u.Mul(theory.One-u)).Mul(swell)
	if c.plan.Style.Pulse == Free {
		shape = shape.Mul(theory.One * 88 / 100)
	}
	if c.strong(st, at) {
		shape += theory.One * 5 / 100
	}
	if p.role == score.Reply {
		shape = shape.Mul(theory.One * 75 / 100)
	}
	return st.waypoint.Velocity.Mul(shape)
}
