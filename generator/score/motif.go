package score

import "dulcet/generator/theory"

// A Motif is a short idea: intervals from note to note in scale steps (one
// less than there are notes) and the length of each note in beats.
type Motif struct {
	ID        byte
	Intervals []int
	Beats     []theory.Fixed
}

// Length returns how many beats the motif lasts.
func (m Motif) Length() theory.Fixed {
	sum := theory.Fixed(0)
	for _, beats := range m.Beats {
		sum += beats
	}
	return sum
}

// An Operation is what was done to a motif to make a melody of it.
type Operation uint8

// The operations. None marks an event that comes from no motif.
const (
	None          Operation = iota
	Statement               // as it is
	Sequence                // as it is, from another step of the scale
	Inversion               // every interval the other way
	Retrograde              // from its last note to its first
	Augmentation            // every note twice as long
	Diminution              // every note half as long
	Fragmentation           // its beginning: half of its notes and one more
	Ornament                // the first note as a turn: itself, its upper neighbour, itself
	Answer                  // as it is, by another part
	Displacement            // its tail an octave away, against the way it was going
	OperationCount
)

var operationNames = [...]string{"", "statement", "sequence", "inversion", "retrograde", "augmentation", "diminution", "fragmentation", "ornament", "answer", "octave-displacement"}

// String returns the operation's name, empty for None.
func (o Operation) String() string { return operationNames[o] }

// Apply writes the intervals and lengths that the operation makes of the
// motif into the given slices, which are emptied first, and returns them. In
// the music the last note may be held longer than its length here, and rests
// may follow it; the intervals are exact.
func (m Motif) Apply(o Operation, intervals []int, beats []theory.Fixed) ([]int, []theory.Fixed) {
	intervals = append(intervals[:0], m.Intervals...)
	beats = append(beats[:0], m.Beats...)
	switch o {
	case Inversion:
		for i := range intervals {
			intervals[i] = -intervals[i]
		}
	case Retrograde:
		for i, last := 0, len(m.Intervals)-1; i <= last; i++ {
			intervals[i] = -m.Intervals[last-i]
		}
		for i, last := 0, len(m.Beats)-1; i <= last; i++ {
			beats[i] = m.Beats[last-i]
		}
	case Augmentation:
		for i := range beats {
			beats[i] *= 2
		}
	case Diminution:
		for i := range beats {
			beats[i] /= 2
		}
	case Fragmentation:
		kept := max(2, len(beats)/2+1)
		intervals, beats = intervals[:kept-1], beats[:kept]
	case Displacement:
		if len(intervals) > 0 {
			at := displaced(intervals)
			intervals[at] = complement(intervals[at])
		}
	case Ornament:
		quarter := m.Beats[0] / 4
		intervals = append(append(intervals[:0], 1, -1), m.Intervals...)
		beats = append(append(beats[:0], m.Beats[0]-2*quarter, quarter, quarter), m.Beats[1:]...)
	}
	return intervals, beats
}

// displaced returns the interval at which a displacement leaves the octave:
// the first one after which the line goes on the same way, so that what was
// two steps becomes a leap and a step back; else the last one.
func displaced(intervals []int) int {
	last := len(intervals) - 1
	for i := range last {
		if intervals[i]*intervals[i+1] > 0 {
			return i
		}
	}
	return last
}

// complement returns the interval to the same degree of the scale in the next
// octave on the other side: a step down becomes a seventh up.
func complement(interval int) int {
	if interval > 0 {
		return interval - theory.StepsPerOctave
	}
	return interval + theory.StepsPerOctave
}
