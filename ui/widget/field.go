package widget

import (
	"math"
)

// A Scene is what a picture is drawn from. Nothing in it jumps: what makes one
// follows the music with a time constant of its own.
type Scene struct {
	Seconds float64 // of the picture's own time, which stands while the music does
	Level   float64 // loudness of the music as it is felt, 0…1
	Tension float64 // of the mood that the music expresses, −1…1
	Energy  float64 // the same
	Lift    float64 // the light of the harmony, −1…1
	Home    float64 // where the key is: the place of its tonic on the circle of fifths, 0…1
	Tone    float64 // brightness of the sound, 0…1
	Breath  float64 // −1 with empty lungs, 1 with full ones, 0 where nothing breathes
	Rest    float64 // how far the piece has come home, 0…1
	Strikes []Strike
}

// A Strike is a note on its way out of the picture.
type Strike struct {
	Age      float64 // seconds since it was struck
	Pitch    int     // MIDI number
	Velocity float64 // 0…1
}

// strikeSeconds is how long a note is seen (design choice: about as long as a
// soft bell is heard).
const strikeSeconds = 6

// Seen reports whether the note still shows.
func (s Strike) Seen() bool { return s.Age >= 0 && s.Age < strikeSeconds }

// strength swells over a third of a second and fades away, so that no note
// flashes.
func (s Strike) strength() float64 {
	if !s.Seen() {
		return 0
	}
	rise := math.Min(s.Age/0.35, 1)
	return (0.4 + 0.6*s.Velocity) * rise * rise * math.Exp(-s.Age/1.8)
}

// place is where the note is from left to right, 0…1: low notes on the left,
// with the notes of one octave spread a little.
func (s Strike) place() float64 {
	place := (float64(s.Pitch) - 36) / 60
	_, spread := math.Modf(float64(s.Pitch) * 0.618033988749895)
	return math.Max(0.04, math.Min(0.96, 0.1+0.8*place+0.14*(spread-0.5)))
}

// aside is a second place of the note, 0…1, which has nothing to do with its
// height.
func (s Strike) aside() float64 {
	_, aside := math.Modf(float64(s.Pitch) * 0.5698402909980532)
	return aside
}

// A Field is one kind of picture. It draws the scene on the canvas, which is
// empty, and keeps nothing.
type Field func(canvas *Canvas, scene Scene)
