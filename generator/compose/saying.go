package compose

import "dulcet/generator/score"

// A saying is what one appearance of an idea was, so that the same is not said
// again too soon.
type saying struct {
	motif     int
	operation score.Operation
	pitch     int // of its first note
	frame     int64
}

// sayings are the latest, in a ring.
type sayings struct {
	list [24]saying
	next int
}

func (s *sayings) add(x saying) {
	s.list[s.next%len(s.list)] = x
	s.next++
}

const (
	// fresh is for how many frames a listener has what was said in the ear
	// (design choice).
	fresh = 60 * score.Rate
	// wearying is what it costs each time that the same notes were said while
	// they are fresh: about what a held note outside the chord costs (design
	// choice).
	wearying = 24
)

// weary returns what it costs that the same notes have been said a moment ago.
// A form that repeats, and what one drifts off to, mind only what was said last.
func (c *Composer) weary(st *stretch, a *appearance) int {
	s, pitch, cost := &c.melody.said, st.section.key.Pitch(a.step), 0
	familiar := c.plan.Style.Repeat || c.plan.Style.Pulse == Free
	for back := 1; back <= min(s.next, len(s.list)); back++ {
		x := &s.list[(s.next-back)%len(s.list)]
		if st.frame-x.frame > fresh || (familiar && back > 1) {
			break
		}
		if x.motif == a.motif && x.operation == a.operation && x.pitch == pitch {
			cost += wearying
		}
	}
	return cost
}
