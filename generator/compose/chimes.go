package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// Chimes are strokes that mark the time, each at its exact frame, whatever the
// music does there. No chimes are none.
type Chimes struct {
	Part   score.Part
	Frames []int64 // rising
}

// chimeVelocity is how firmly a chime is struck: a padded mallet leaves the bowl
// slowly however firm, so that it is heard through the music and startles
// nobody (design choice).
const chimeVelocity = theory.One * 90 / 100

// chimeFrames is how long a chime is held; it rings on by itself.
const chimeFrames = 4 * score.Rate

// writeChimes strikes the chimes of the span on the tonic of the key, so that
// they belong to the music and are always the same.
func (c *Composer) writeChimes(dst *score.Span, st *stretch) {
	chimes := &c.plan.Style.Chimes
	for _, frame := range chimes.Frames {
		if frame < dst.Frame || frame >= dst.Frame+dst.Frames {
			continue
		}
		pitch := theory.SetOf(st.section.key.Tonic).Nearest(chimePitch(chimes.Part))
		dst.Events = append(dst.Events, score.Event{
			Frame: frame, Frames: chimeFrames, Part: chimes.Part, Role: score.Colour,
			Pitch: playable(chimes.Part, pitch), Velocity: chimeVelocity,
		})
	}
}

// chimePitch is the pitch near which a chime is tuned: where a bowl of 20 cm
// sounds, and a bell an octave over it (design choice).
func chimePitch(part score.Part) int {
	if part == score.Bell {
		return 72
	}
	return 60
}
