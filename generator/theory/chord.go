package theory

// A Shape says which scale steps above its root a chord is built from.
type Shape uint8

// The shapes.
const (
	Triad Shape = iota
	AddNinth
	SuspendedSecond
	SuspendedFourth
	Sixth
	SixthNinth
	Seventh
	SeventhSuspended
	Ninth
	Eleventh
	Quartal // fourths on fourths
	Cluster // the second beside the third
	ShapeCount
)

var shapeSteps = [ShapeCount][]int{
	Triad:            {0, 2, 4},
	AddNinth:         {0, 2, 4, 8},
	SuspendedSecond:  {0, 1, 4},
	SuspendedFourth:  {0, 3, 4},
	Sixth:            {0, 2, 4, 5},
	SixthNinth:       {0, 2, 4, 5, 8},
	Seventh:          {0, 2, 4, 6},
	SeventhSuspended: {0, 3, 4, 6},
	Ninth:            {0, 2, 4, 6, 8},
	Eleventh:         {0, 2, 4, 6, 8, 10},
	Quartal:          {0, 3, 6, 9},
	Cluster:          {0, 1, 2, 4},
}

// Intervals is a set of distances from a root: bit n stands for n semitones.
type Intervals uint32

func (v Intervals) has(semitones int) bool { return v>>semitones&1 == 1 }

// A Chord is a root and the intervals over it.
type Chord struct {
	Root      int // pitch class
	Intervals Intervals
}

// Chord returns the chord of a shape on a degree of the key, 0 being the
// tonic.
func (k Key) Chord(degree int, shape Shape) Chord {
	root := k.Pitch(degree)
	chord := Chord{Root: PitchClass(root)}
	for _, step := range shapeSteps[shape] {
		chord.Intervals |= 1 << (k.Pitch(degree+step) - root)
	}
	return chord
}

// Set returns the chord's pitch classes.
func (c Chord) Set() Set {
	var s Set
	for semitones := range 2 * SemitonesPerOctave {
		if c.Intervals.has(semitones) {
			s |= SetOf(c.Root + semitones)
		}
	}
	return s
}

// Essential returns the pitch classes without which the chord is not heard as
// what it is: everything but the root, which the bass has, and, where there
// are tones enough without it, a perfect fifth over a third.
func (c Chord) Essential() Set {
	s := c.Set() &^ SetOf(c.Root)
	if s.Size() > 2 && c.Intervals.has(7) && (c.Intervals.has(3) || c.Intervals.has(4)) {
		s &^= SetOf(c.Root + 7)
	}
	return s
}

// Sound reports whether the intervals over the root are ones that a chord of
// the shape is known by: a perfect fifth, a suspended fourth that is perfect
// and has no major seventh beside it, no minor second or ninth, no minor sixth, no
// eleventh over a major third; or else three perfect fourths. The seconds of
// a cluster are whole tones.
func (c Chord) Sound() bool {
	v := c.Intervals
	if c.Quartal() {
		return true
	}
	if v.has(2) && v.has(3) {
		return false
	}
	if !v.has(7) || v.has(6) || v.has(1) || v.has(13) || v.has(8) {
		return false
	}
	if v.has(5) && v.has(11) {
		return false
	}
	minorSixth := v.has(9) && v.has(3)
	return !minorSixth && !(v.has(17) && v.has(4)) && !v.has(18)
}

// Third reports whether the chord has a minor or major third.
func (c Chord) Third() bool { return c.Intervals.has(3) || c.Intervals.has(4) }

// Quartal reports whether the chord is a stack of three perfect fourths.
func (c Chord) Quartal() bool { return c.Intervals == 1<<0|1<<5|1<<10|1<<15 }

// Cluster reports whether the chord has its second beside its third.
func (c Chord) Cluster() bool { return c.Intervals.has(2) && c.Third() }

// spacing returns the interval in semitones at which the chord wants its
// voices to lie, or 0 where any will do.
func (c Chord) spacing() int {
	switch {
	case c.Quartal():
		return 5
	case c.Cluster():
		return 2
	}
	return 0
}

// Dominant reports whether the chord has the tritone of a dominant seventh.
func (c Chord) Dominant() bool { return c.Intervals.has(4) && c.Intervals.has(10) }

// Symbol returns the chord's name as lead sheets write it, spelled for the
// key: "Dm9", "Bbmaj7", "A7sus4", "Fadd2" for a cluster and "G quartal" for
// stacked fourths, for which lead sheets have no one sign. A bass pitch class
// other than the root is added after a slash.
func (c Chord) Symbol(key Key, bass int) string {
	symbol := key.Spell(c.Root) + c.quality()
	if PitchClass(bass) != c.Root {
		symbol += "/" + key.Spell(bass)
	}
	return symbol
}

func (c Chord) quality() string {
	v := c.Intervals
	third := ""
	if v.has(3) {
		third = "m"
	}
	extension := c.extension()
	switch {
	case c.Quartal():
		return " quartal"
	case c.Cluster():
		return third + extension + "add2"
	case v.has(3) || v.has(4):
		if v.has(6) && !v.has(7) {
			if extension == "" {
				return "dim"
			}
			return third + extension + "b5"
		}
		return third + extension
	case v.has(5):
		return extension + "sus4"
	case v.has(2):
		return extension + "sus2"
	}
	return extension
}

// extension returns the part of the symbol that names sixths, sevenths and
// what lies above.
func (c Chord) extension() string {
	v := c.Intervals
	top := ""
	switch {
	case v.has(17):
		top = "11"
	case v.has(14):
		top = "9"
	}
	switch {
	case v.has(11) && top == "":
		return "maj7"
	case v.has(11):
		return "maj" + top
	case v.has(10) && top == "":
		return "7"
	case v.has(10):
		return top
	case v.has(9):
		return "6" + top
	case top != "":
		return "add" + top
	}
	return ""
}
