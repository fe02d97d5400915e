package compose

import "dulcet/generator/score"

// longestHush is how long in frames a span of silence lasts at most, so that a
// wish is heard soon.
const longestHush = 10 * score.Rate

// hush writes silence after the piece has ended: until the one after it begins,
// or, where that was called off, until the listener wanted to be home. It
// reports whether there was any to write.
func (c *Composer) hush(dst *score.Span) bool {
	if !c.done || c.frame >= c.silentUntil {
		return false
	}
	dst.Frames, dst.Beats, dst.Meter = min(longestHush, c.silentUntil-c.frame), c.meter, c.meter
	dst.Controls = c.last
	c.frame += dst.Frames
	c.span++
	dst.Final = c.frame >= c.silentUntil && c.plan.Dawn == nil
	return true
}

// wake begins the piece after the silence, on the ideas of the one before: what
// somebody fell asleep to comes back in the morning.
func (c *Composer) wake() {
	dawn := *c.plan.Dawn
	dawn.Waypoints = c.plan.Waypoints
	motifs, appearances, steering := c.motifs, c.appearances, c.steering
	*c = *begin(dawn, motifs)
	c.appearances, c.steering = appearances, steering
	c.steering.prolonged = false
}

// callOff lets no piece follow: there is silence until a frame.
func (c *Composer) callOff(at int64) {
	if c.plan.Dawn == nil {
		return
	}
	c.plan.Dawn, c.silentUntil = nil, at
}
