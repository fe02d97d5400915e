package generator

import (
	"math"
	"slices"

	"dulcet/generator/score"
)

// chimeMix is how loud in LUFS a chime comes out of the bowl, in the mean over
// its first six seconds, some 3 LU over the truth so that it stays under what
// music would be (measured: TestSilence).
const chimeMix = -37.0

// lastBell is how many seconds before the end of a sitting the last bell may
// ring: a later one would be cut off (design choice).
const lastBell = 10

// none reports whether no bell is asked for.
func (b Bells) none() bool { return b.WarmUp <= 0 && b.Every <= 0 && len(b.At) == 0 }

// frames returns when the bells of a sitting of so many frames ring, earliest
// first: one when the meditation begins, and those in it.
func (b Bells) frames(whole int64) []int64 {
	if b.none() {
		return nil
	}
	var frames []int64
	add := func(minutes float64) bool {
		frame := int64(math.Round(minutes * 60 * Rate))
		if frame > whole-lastBell*Rate {
			return false
		}
		frames = append(frames, frame)
		return true
	}
	add(b.WarmUp)
	if b.Every > 0 {
		for n := 1; add(b.WarmUp + float64(n)*b.Every); {
			n++
		}
	}
	for _, minute := range b.At {
		if b.Every <= 0 {
			add(b.WarmUp + minute)
		}
	}
	slices.Sort(frames)
	return slices.Compact(frames)
}

// chime returns what marks the time where it is not refused: a bowl, or else a
// bell, both touched so softly that they take 30 ms and more to speak.
func chime(barred Parts) (part score.Part, allowed bool) {
	for _, part := range chiming {
		if !barred.has(part) {
			return part, true
		}
	}
	return 0, false
}
