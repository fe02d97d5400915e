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
	return reasons
}
