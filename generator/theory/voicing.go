package theory

// LowestFifth and LowestThird are the pitches under which two neighbouring
// notes blur: an interval whose lower note lies under LowestFifth must be a
// fifth or wider, under LowestThird a third or wider. (The low-interval limits
// of arranging textbooks, taken a little strictly; design choice.)
const (
	LowestFifth = 48
	LowestThird = 52
)

// Clear reports whether two sounding pitches keep the low-interval limits.
// A unison does.
func Clear(a, b int) bool {
	low, high := min(a, b), max(a, b)
	switch {
	case low == high || low >= LowestThird:
		return true
	case low < LowestFifth:
		return high-low >= 7
	}
	return high-low >= 3
}

// roughness ranks how rough the interval of that many semitones sounds
// between two notes with a natural spectrum, 0 smooth. The order follows the
// roughness curve of Plomp & Levelt (1965) over harmonic tones; the whole
// numbers are a design choice.
var roughness = [2*SemitonesPerOctave + 1]int{
	0, 24, 10, 4, 3, 1, 6, 0, 4, 2, 4, 10, 0,
	14, 3, 1, 2, 0, 4, 0, 2, 1, 2, 4, 0,
}

// Roughness returns how rough the pitches sound together: the sum over all
// pairs that are at most two octaves apart. It is a rank, without unit.
func Roughness(pitches []int) int {
	sum := 0
	for i, low := range pitches {
		for _, high := range pitches[i+1:] {
			if distance := max(low-high, high-low); distance < len(roughness) {
				sum += roughness[distance]
			}
		}
	}
	return sum
}

// Parallel reports whether two voices move in the same direction from a
// perfect fifth or octave to the same interval.
func Parallel(low, high, nextLow, nextHigh int) bool {
	interval := PitchClass(high - low)
	return (interval == 0 || interval == 7) && interval == PitchClass(nextHigh-nextLow) &&
		(nextLow-low)*(nextHigh-high) > 0
}
