package widget

import (
	"math"

	"dulcet/ui/theme"
)

// A Scene is what a picture is drawn from.
type Scene struct {
	Seconds float64 // of the picture's own time, which stands while the music does
	Level   float64 // loudness of the music as it is felt, 0…1
	Tension float64 // of the mood that the music expresses, −1…1
	Energy  float64 // the same
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

// A Field is one kind of picture. It draws the scene on the canvas.
type Field func(canvas *Canvas, scene Scene)

// Draw returns the picture as height lines, one colour a line.
func Draw(field Field, width, height int, scene Scene, st theme.Styles) []string {
	canvas := NewCanvas(width, height)
	if width > 0 && height > 0 {
		field(canvas, scene)
	}
	lines := make([]string, max(0, height))
	for y := range lines {
		up := 1 - (float64(y)+0.5)/float64(height)
		lines[y] = st.Field(up).Render(canvas.Row(y))
	}
	return lines
}

// noise is a smooth value noise over a line, −1…1, made from a hash of the
// whole numbers on either side.
func noise(x float64, seed uint32) float64 {
	floor := math.Floor(x)
	t := x - floor
	t = t * t * (3 - 2*t)
	cell := int64(floor)
	return lattice(cell, seed)*(1-t) + lattice(cell+1, seed)*t
}

// lattice is the hash of one whole number, −1…1.
func lattice(cell int64, seed uint32) float64 {
	h := uint32(cell)*0x9e3779b1 ^ seed*0x85ebca6b
	h = (h ^ h>>16) * 0x7feb352d
	h = (h ^ h>>15) * 0x846ca68b
	h ^= h >> 16
	return float64(h)/math.MaxUint32*2 - 1
}

// bell is a bump of height 1 and the given half width around 0.
func bell(x, halfWidth float64) float64 {
	x /= halfWidth
	return math.Exp(-x * x)
}
