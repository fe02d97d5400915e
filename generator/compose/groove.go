package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// grooveNote is a note of a groove: where in the bar, in half beats, and
// whether it is the note that answers the bass rather than the bass itself.
type grooveNote struct {
	at      int
	answers bool
}

// grooves are bass rhythms of four beats that push against the beat: three,
// three and two, and relatives of it (design choice).
var grooves = [...][]grooveNote{
	{{0, false}, {3, false}},
	{{0, false}, {3, true}},
	{{0, false}, {5, true}},
	{{0, false}, {3, false}, {6, true}},
}

// turnaround is the bar that ends four: it fills up what the others leave.
var turnaround = []grooveNote{{0, false}, {3, false}, {6, true}, {7, true}}

const (
	// grooveBPM is the tempo from which on the bass moves the body rather
	// than carries the chord (design choice: where a walk becomes brisk).
	grooveBPM = 98 * theory.One
	// grooveOnsets is how many onsets a bar has at least, all parts together,
	// where the bass may take more than one or two (design choice).
	grooveOnsets = 15 * theory.One / 2
)

// grooves reports whether the bass plays a groove under the chord: the
// section has a quick pulse and onsets enough for all.
func (c *Composer) grooves(st *stretch, now *sounding) bool {
	if c.plan.Style.Pulse != Steady || c.meter != 4 || now.beats%(4*theory.One) != 0 || st.section.phase == Land {
		return false
	}
	w := c.plan.at(st.section.start)
	return w.BPM >= grooveBPM && w.Density.Mul(secondsOf(4*beatFrames(w.BPM))) >= grooveOnsets
}

// groove plays the rhythm of the section bar by bar.
func (c *Composer) groove(dst *score.Span, st *stretch, now *sounding) {
	own := c.ask(groundThread, pair(st.section.material, st.section.visit), askRhythm).Below(len(grooves))
	bars := int(now.beats / (4 * theory.One))
	for bar := range bars {
		from := now.start + theory.Fixed(bar)*4*theory.One
		number := (st.beatAt + int(from/theory.One)) / 4
		pattern := grooves[own]
		if number%4 == 3 {
			pattern = turnaround
		}
		for i, n := range pattern {
			at, until := theory.Fixed(n.at)*half, theory.Fixed(4*theory.One)
			if i+1 < len(pattern) {
				until = theory.Fixed(pattern[i+1].at) * half
			}
			pitch, weight := now.bass, theory.One*85/100
			if n.answers {
				pitch, weight = c.otherBass(now), theory.One*72/100
			}
			if n.at%2 == 1 {
				weight += theory.One * 5 / 100 // the push is leaned on
			}
			c.bassNote(dst, st, pitch, from+at, (until - at).Mul(st.waypoint.Articulation), weight)
		}
	}
}
