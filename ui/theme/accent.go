package theme

import "math"

// Affect is the mood that the accent follows: each −1…1.
type Affect struct {
	Valence, Energy, Tension float64
}

// Round returns the affect on a grid of eighths, so that the accent changes in
// steps too small to notice and the screen is not redrawn for less.
func (a Affect) Round() Affect {
	step := func(x float64) float64 { return math.Round(math.Max(-1, math.Min(1, x))*8) / 8 }
	return Affect{step(a.Valence), step(a.Energy), step(a.Tension)}
}

// The hues of the four corners of affect, in degrees of Oklch, and of its
// middle (design choice: warm where it is lively, cool where it is quiet).
const (
	hueLively = 66  // well and awake: amber
	hueTense  = 18  // unwell and awake: rose
	hueLow    = 285 // unwell and quiet: periwinkle
	hueAtEase = 178 // well and quiet: teal
	hueMiddle = 225 // neither: a clear blue
)

// hue returns the hue of the accent. Each corner pulls on it with the square
// of its weight, so that the strongest wins and the hue still turns smoothly.
func (a Affect) hue() float64 {
	positive := func(x float64) float64 { return math.Max(x, 0) }
	well, unwell := positive(a.Valence), positive(-a.Valence)
	x, y := 0.0, 0.0
	pull := func(hue, weight float64) {
		sin, cos := math.Sincos(hue * math.Pi / 180)
		x, y = x+weight*weight*cos, y+weight*weight*sin
	}
	pull(hueMiddle, 0.4)
	pull(hueLively, positive(a.Energy)*(0.5+well))
	pull(hueTense, positive(a.Tension)*(0.5+unwell))
	pull(hueLow, positive(-a.Energy)*(0.25+unwell)+0.4*unwell)
	pull(hueAtEase, positive(-a.Tension)*(0.5+well)+0.2*well)
	return math.Mod(math.Atan2(y, x)*180/math.Pi+360, 360)
}

// sway is how far a mood moves a hue that a theme has for its own, −1…1: down,
// which is towards red for most, where it is awake, on edge or well, and up at
// rest.
func (a Affect) sway() float64 {
	return math.Max(-1, math.Min(1, -0.6*a.Energy-0.25*a.Tension-0.15*a.Valence))
}
