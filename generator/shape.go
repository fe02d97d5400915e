package generator

import (
	"fmt"
	"math"
)

// longestPause is how long in seconds the lungs may stand still without a word
// of caution (design choice).
const longestPause = 1.0

// shapeReasons says what a sitting is shaped by beyond mood and goal.
func (b Brief) shapeReasons() []Reason {
	var reasons []Reason
	if breath := b.Breath(); breath.Passive {
		reasons = append(reasons, Reason{"breath", "the sound swells " + breath.String() + ", slowing to six; there is nothing to follow"})
	} else if breath != (Breath{}) {
		reasons = append(reasons, Reason{"breath", fmt.Sprintf(
			"%s: %.1f breaths a minute; phrases begin and chords change with a breath in, and the sound swells with it", breath, 60/breath.Seconds())})
		if math.Max(breath.Hold, breath.Rest) > longestPause {
			reasons = append(reasons, Reason{"breath", lightHeaded})
		}
	}
	reasons = append(reasons, b.dawnReason()...)
	if turns := b.Options.Rounds.turns(b.Frames()); len(turns) > 0 {
		text := fmt.Sprintf("%g minutes of work and %g of rest in turn: a small figure and a new section say when", b.Options.Rounds.Work, b.Options.Rounds.Rest)
		if b.Options.Rounds.Rest <= 0 {
			text = fmt.Sprintf("a small figure and a new section every %g minutes", b.Options.Rounds.Work)
		}
		reasons = append(reasons, Reason{"rounds", text})
	}
	if bells := b.Options.Bells.frames(b.Frames()); len(bells) > 0 {
		text := fmt.Sprintf("%d, the first after %g minutes", len(bells), b.Options.Bells.WarmUp)
		if len(bells) == 1 {
			text = fmt.Sprintf("one, after %g minutes", b.Options.Bells.WarmUp)
		}
		reasons = append(reasons, Reason{"bells", text})
	}
	if b.Options.Silence {
		reasons = append(reasons, Reason{"silence", "no music, as you asked: only bells and the soundscape that you chose"})
	}
	return reasons
}
