// Package theme holds the colours and text styles of the terminal program.
//
// There are few styles and they are named by what they mean: Text, Soft,
// Faint, Accent, Strong, Warn. Screens name a meaning and never a colour. A
// theme, chosen by its name, says which colours those are.
//
// The accent follows the mood. In the usual theme its hue runs round the circle
// of affect: teal for at ease, amber for awake and well, rose for tense,
// periwinkle for low. In a theme with a hue of its own it sways a little around
// it. Colours are chosen in Oklch, where equal steps look equal and a change of
// hue leaves the lightness alone.
//
// The terminal keeps its own background. Until it has said whether that is
// dark or light, the neutral levels are used, whose colours have a contrast of
// at least 4.5 to 1 on black and on white alike. Meaning never hangs on colour
// alone, so every screen also reads without any.
//
// Where a terminal has 256 colours or sixteen, the theme picks among them
// itself (palette.go, sixteen.go): the nearest colour is not always one that can
// be read.
package theme
