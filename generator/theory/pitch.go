package theory

import "math/bits"

// SemitonesPerOctave is the number of pitch classes.
const SemitonesPerOctave = 12

// PitchClass returns the pitch class 0…11 of a MIDI pitch, C being 0.
func PitchClass(pitch int) int {
	_, class := floorDivide(pitch, SemitonesPerOctave)
	return class
}

// A Set is a set of pitch classes: bit n stands for pitch class n.
type Set uint16

// SetOf returns the set of the pitch classes of the pitches.
func SetOf(pitches ...int) Set {
	var s Set
	for _, p := range pitches {
		s |= 1 << PitchClass(p)
	}
	return s
}

// Has reports whether the pitch's class is in the set.
func (s Set) Has(pitch int) bool { return s>>PitchClass(pitch)&1 == 1 }

// Size returns the number of pitch classes in the set.
func (s Set) Size() int { return bits.OnesCount16(uint16(s)) }

// Without returns the members of s that are not in other.
func (s Set) Without(other Set) Set { return s &^ other }

// Nearest returns the pitch closest to the given one whose class is in the
// set, the lower of two that are equally close. An empty set returns the
// pitch itself.
func (s Set) Nearest(pitch int) int {
	for distance := range SemitonesPerOctave {
		if s.Has(pitch - distance) {
			return pitch - distance
		}
		if s.Has(pitch + distance) {
			return pitch + distance
		}
	}
	return pitch
}

// floorDivide divides rounding down, so that the remainder is never negative.
func floorDivide(a, b int) (quotient, remainder int) {
	quotient, remainder = a/b, a%b
	if remainder < 0 {
		quotient, remainder = quotient-1, remainder+b
	}
	return quotient, remainder
}
