package theme

import "math"

// themes are all there are, the usual one first. Their hues and chromas are
// design choices.
var themes = []Theme{
	usual,
	{Name: "ember", About: "the colours of a fire that burns low", inks: around(48, 16, 0.13, -34)},
	{Name: "forest", About: "moss, and light through leaves", inks: around(145, 20, 0.11, 42)},
	{Name: "sea", About: "shallow water above, deep water below", inks: around(222, 22, 0.11, 48)},
	{Name: "dusk", About: "the hour after the sun, violet and rose", inks: around(312, 22, 0.12, -48)},
	{Name: "paper", About: "sepia, as an old book", inks: sepia()},
	{Name: "high-contrast", About: "seven to one, for eyes that need it", inks: &inks{
		dark: darkHighLevels, light: lightHighLevels, neutral: neutralHighLevels,
		accentChroma: 0.125, hue: Affect.hue, turn: skyTurn,
	}},
	{Name: "terminal", About: "the sixteen colours that are your terminal's own"},
	{Name: "plain", About: "no colours, only weight", bare: true},
}

// usual is the theme of somebody who has chosen none.
var usual = Theme{Name: "dulcet", About: "one colour, and it follows the mood", inks: &inks{
	dark: darkLevels, light: lightLevels, neutral: neutralLevels,
	// The greys are without any hue: a terminal of 256 colours has a fine ramp of
	// just those.
	accentChroma: 0.125, hue: Affect.hue, turn: skyTurn,
}}

// Names returns the names of the themes, the usual one first.
func Names() []string {
	names := make([]string, len(themes))
	for i, t := range themes {
		names[i] = t.Name
	}
	return names
}

// Named returns the theme of a name and whether there is one; without one it
// returns the usual theme.
func Named(name string) (theme Theme, found bool) {
	for _, t := range themes {
		if t.Name == name {
			return t, true
		}
	}
	return usual, false
}

// around returns inks with a hue of their own, from which a mood moves the
// accent by no more than sway. Over the height of the picture the hue goes on by
// turn. All are degrees of Oklch.
func around(hue, sway, chroma, turn float64) *inks {
	return &inks{
		dark: darkLevels, light: lightLevels, neutral: neutralLevels, accentChroma: chroma,
		hue:  func(mood Affect) float64 { return math.Mod(hue+sway*mood.sway()+360, 360) },
		turn: func(float64) float64 { return turn },
	}
}

// sepia returns inks whose greys are brown as well.
func sepia() *inks {
	k := around(62, 12, 0.085, 24)
	k.greyChroma, k.greyHue = 0.028, 78
	return k
}

// skyTurn is how far the hue goes over the height of a picture where any hue can
// be at its bottom, in degrees: cool colours go on towards violet, as a night
// sky does, and warm ones back towards red, as a fire does.
func skyTurn(hue float64) float64 {
	const cool, warm = 75, -55
	switch {
	case hue < 110:
		return warm
	case hue < 160:
		return warm + (cool-warm)*(hue-110)/50
	case hue < 300:
		return cool
	case hue < 350:
		return cool + (warm-cool)*(hue-300)/50
	}
	return warm
}
