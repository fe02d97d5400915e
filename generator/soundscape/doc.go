// Package soundscape holds the beds: rain, sea and the rest of what sounds
// without playing notes.
//
// A Soundscape is told a Scene, how loud, how far and of what kind, and
// renders a quantum at a time, adding to what is there. All of a piece share
// one Weather. Nothing is recorded and nothing loops.
package soundscape
