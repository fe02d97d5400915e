// Package theory is the arithmetic of pitch, scale, chord and voicing.
//
// Everything here is a value: no randomness, no time, no sound. Pitches are
// MIDI numbers (60 is middle C), pitch classes 0…11 with C at 0, intervals
// semitones, scale steps counted from the tonic.
package theory
