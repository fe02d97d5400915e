package surprise

import (
	"slices"

	"dulcet/generator/theory"
)

// motion is the kind of an interval: what is remembered of it.
type motion uint8

const (
	unheard  motion = iota // there has been no interval yet
	leapDown               // more than a third down
	down                   // a second or third down
	same
	up
	leapUp
)

// counts says how often each motion follows in a hundred, from a leap down to
// a leap up.
type counts [leapUp]int

func (c counts) of(m motion) int { return c[m-leapDown] }

// octave is the largest interval in scale steps that the model tells apart;
// wider ones count as one.
const octave = theory.StepsPerOctave

// motionOf returns the kind of an interval in scale steps.
func motionOf(steps int) motion {
	switch {
	case steps <= -3:
		return leapDown
	case steps < 0:
		return down
	case steps == 0:
		return same
	case steps < 3:
		return up
	}
	return leapUp
}

// following holds what follows the last motion but one and the last. Only
// what follows a repetition, a move up or a leap up is written down; what
// follows the others is its mirror image.
var following = [leapUp + 1][leapUp + 1]counts{
	leapDown: {
		same:   {5, 24, 22, 43, 6},
		up:     {6, 30, 14, 44, 6}, // the leap is being filled
		leapUp: {14, 52, 16, 14, 4},
	},
	down: {
		same:   {6, 38, 22, 28, 6},
		up:     {7, 42, 12, 34, 5},
		leapUp: {10, 58, 16, 13, 3},
	},
	same: {
		same:   {6, 28, 36, 24, 6},
		up:     {6, 34, 16, 38, 6},
		leapUp: {10, 56, 18, 13, 3},
	},
	up: {
		same:   {6, 28, 22, 38, 6},
		up:     {6, 30, 10, 48, 6}, // a run goes on
		leapUp: {12, 60, 14, 11, 3},
	},
	leapUp: {
		same:   {6, 43, 22, 24, 5},
		up:     {8, 46, 14, 27, 5},
		leapUp: {18, 62, 12, 7, 1}, // further up is hardly thought of
	},
}

// beginning is what follows where nothing has been heard.
var beginning = counts{8, 34, 16, 34, 8}

// sizes shares the count of a motion among its intervals, by scale steps, in
// 144ths: a second is three times as frequent as a third, and of the leaps the
// fourth leads.
var sizes = [octave + 1]int{144, 108, 36, 64, 40, 16, 8, 16}

// stability ranks the steps of the scale by how well they fit after a key has
// been heard: the ratings of the major key, in halves of a point, used for
// every mode (design choice).
var stability = [theory.StepsPerOctave]int{13, 7, 9, 8, 10, 7, 6}

// smoothing is added to every count, so that nothing is impossible: about a
// thousandth of all counts together.
const smoothing = 150

// pitchBits returns the information of an interval in scale steps that leads
// to the given degree of the key, after two motions.
func pitchBits(before, latest motion, steps, degree int) theory.Fixed {
	steps = max(-octave, min(steps, octave))
	after := countsAfter(before, latest)
	from := degree - steps + 2*theory.StepsPerOctave // never negative
	total, count := 0, 0
	for interval := -octave; interval <= octave; interval++ {
		c := after.of(motionOf(interval))*sizes[max(interval, -interval)]*stability[(from+interval)%theory.StepsPerOctave] + smoothing
		total += c
		if interval == steps {
			count = c
		}
	}
	return information(count, total)
}

// countsAfter returns what follows two motions.
func countsAfter(before, latest motion) counts {
	switch {
	case latest == unheard:
		return beginning
	case before == unheard:
		before = same
	}
	if latest >= same {
		return following[before][latest]
	}
	row := following[mirrored(before)][mirrored(latest)]
	slices.Reverse(row[:])
	return row
}

// mirrored returns the motion the other way.
func mirrored(m motion) motion { return leapDown + leapUp - m }
