package generator

import (
	"encoding/json"
	"fmt"
	"math"

	"dulcet/generator/score"
	"dulcet/journal"
)

// A Wish is the whole state that the listener wishes for, never a change of
// it: the latest wins. One-shot wishes are counters, so that none is lost or
// heard twice. The zero Wish asks for nothing. Whatever it asks, no limit of the
// goal is crossed.
type Wish struct {
	Home       uint32        `json:"home,omitzero"`       // times that the listener asked to bring the piece home now
	Deadline   int64         `json:"deadline,omitzero"`   // frame at which the piece should have ended; 0 leaves it where it is
	Hold       bool          `json:"hold,omitzero"`       // the present section goes on, varied
	MoveOn     uint32        `json:"move_on,omitzero"`    // times asked for the next section
	Soundscape uint32        `json:"soundscape,omitzero"` // times asked for another soundscape
	Dials      journal.Dials `json:"dials,omitzero"`      // by how much each dial is turned from where the brief has it
	Levels     Levels        `json:"levels,omitzero"`     // of single instruments and soundscapes
}

// Turn moves a dial by a distance, held to −1…1 of where the brief has it. What
// is not a number moves nothing.
func (w *Wish) Turn(dial journal.Dial, by float64) {
	if by == by {
		w.Dials[dial] = clamp(w.Dials[dial]+by, -1, 1)
	}
}

// HomeSeconds is the longest that a piece takes to come home when asked.
const HomeSeconds = 60

// Bounds of a level in decibels. At LeastLevel a part is silent. MostLevel is
// less where nothing may startle: see Brief.MostLevel.
const (
	LeastLevel = -24.0
	MostLevel  = 6.0
)

// mostGentleLevel is how many decibels a part may be turned up where nothing may
// startle (design choice: half of what is possible elsewhere; SCIENCE's goals of
// rest bound every rise).
const mostGentleLevel = 3.0

// Levels are the decibels by which each part is turned up or down from where
// the piece has it.
type Levels [score.PartCount]float64

// Move turns parts up or down by decibels, held to LeastLevel…MostLevel. Parts
// that are not equally loud yet stay apart. What is not a number moves nothing.
func (l *Levels) Move(parts Parts, decibels float64) {
	for part := range l {
		if parts.has(score.Part(part)) && decibels == decibels {
			l[part] = clamp(l[part]+decibels, LeastLevel, MostLevel)
		}
	}
}

// Of returns the level in decibels of the part among these that is turned
// furthest from where the piece has it: 0 where none is.
func (l Levels) Of(parts Parts) float64 {
	furthest := 0.0
	for part, level := range l {
		if parts.has(score.Part(part)) && math.Abs(level) > math.Abs(furthest) {
			furthest = level
		}
	}
	return furthest
}

// MarshalJSON writes the decibels of the parts that are turned, by name.
func (l Levels) MarshalJSON() ([]byte, error) {
	named := map[string]float64{}
	for part, level := range l {
		if level != 0 {
			named[score.Part(part).String()] = level
		}
	}
	return json.Marshal(named)
}

// UnmarshalJSON reads decibels by name; the error names what is no part.
func (l *Levels) UnmarshalJSON(data []byte) error {
	var named map[string]float64
	if err := json.Unmarshal(data, &named); err != nil {
		return fmt.Errorf("read levels: %w", err)
	}
	*l = Levels{}
	for name, level := range named {
		part, known := score.Named(name)
		if !known {
			return fmt.Errorf("read levels: no instrument or soundscape is called %q", name)
		}
		l[part] = level
	}
	return nil
}
