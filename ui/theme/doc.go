// Package theme holds the colours and text styles of the terminal program.
//
// There are few styles and they are named by what they mean: Text, Soft,
// Faint, Accent, Strong, Warn. Screens name a meaning and never a colour.
//
// The accent follows the mood: its hue runs round the circle of affect, teal
// for at ease, amber for awake and well, rose for tense, periwinkle for low.
// Colours are chosen in Oklch, where equal steps look equal and a change of
// hue leaves the lightness alone.
//
// The terminal keeps its own background. Until it has said whether that is
// dark or light, the neutral palette is used, whose colours have a contrast of
// at least 4.5 to 1 on black and on white alike. Meaning never hangs on colour
// alone, so every screen also reads without any.
package theme
