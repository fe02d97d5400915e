package compose

import "dulcet/generator/theory"

// A Phase is a stretch of the journey.
type Phase uint8

// The phases, in order.
const (
	Meet Phase = iota
	Travel
	Rest
	Land
)

// String returns the phase's name as scores and screens have it.
func (p Phase) String() string { return [...]string{"meet", "travel", "rest", "land"}[p] }

// A Waypoint is what the music should be like at one moment. Between two
// waypoints every number moves in a straight line.
type Waypoint struct {
	Frame        int64
	Phase        Phase
	BPM          theory.Fixed // beats a minute of the pulse, sounding or not
	Density      theory.Fixed // onsets a second over all pitched parts; notes of one part struck together are one
	Register     theory.Fixed // mean MIDI pitch of the melody
	Articulation theory.Fixed // note length as a share of the time to the next onset
	Velocity     theory.Fixed // centre of the melody's velocities, 0…One
	Happiness    theory.Fixed // how happy the mode should be heard, 0…One (Temperley & Tan 2013)
	Tension      theory.Fixed // 0…One: dissonance, span
	Brightness   theory.Fixed // Hz, passed on to the controls
	Attack       theory.Fixed // seconds, passed on to the controls
	Level        theory.Fixed // decibels over the goal's own level, passed on
	Scenery      theory.Fixed // factor of the level of the soundscapes: One as the style has it
}
