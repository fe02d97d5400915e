package theory

import "testing"

func TestChord_Symbol(t *testing.T) {
	c, d, ebMinor := Key{0, Ionian}, Key{2, Dorian}, Key{3, Aeolian}
	for _, test := range []struct {
		key    Key
		degree int
		shape  Shape
		bass   int // scale step, or −1 for the root
		want   string
	}{
		{c, 0, Triad, -1, "C"},
		{c, 0, Seventh, -1, "Cmaj7"},
		{c, 0, Ninth, -1, "Cmaj9"},
		{c, 0, SixthNinth, -1, "C69"},
		{c, 4, Seventh, -1, "G7"},
		{c, 4, Ninth, 6, "G9/B"},
		{c, 4, SeventhSuspended, -1, "G7sus4"},
		{c, 1, Eleventh, -1, "Dm11"},
		{c, 3, AddNinth, -1, "Fadd9"},
		{c, 6, Seventh, -1, "Bm7b5"},
		{c, 6, Triad, -1, "Bdim"},
		{d, 0, Ninth, -1, "Dm9"},
		{d, 0, AddNinth, -1, "Dmadd9"},
		{d, 0, Quartal, -1, "D quartal"},
		{c, 1, Quartal, 4, "D quartal/G"},
		{c, 3, Cluster, -1, "Fadd2"},
		{c, 1, Cluster, -1, "Dmadd2"},
		{d, 3, SuspendedSecond, -1, "Gsus2"},
		{ebMinor, 5, Seventh, -1, "Cbmaj7"},
		{ebMinor, 0, Triad, 2, "Ebm/Gb"},
	} {
		chord := test.key.Chord(test.degree, test.shape)
		bass := chord.Root
		if test.bass >= 0 {
			bass = test.key.Pitch(test.bass)
		}
		if got := chord.Symbol(test.key, bass); got != test.want {
			t.Errorf("degree %d of %v is called %s, want %s", test.degree, test.key, got, test.want)
		}
	}
}

func TestChord_Sound(t *testing.T) {
	c := Key{0, Ionian}
	for _, test := range []struct {
		degree int
		shape  Shape
		want   bool
		why    string
	}{
		{0, Ninth, true, ""},
		{6, Triad, false, "its fifth is diminished"},
		{2, Ninth, false, "its ninth is minor"},
		{0, Eleventh, false, "a fourth over a major third"},
		{3, SuspendedFourth, false, "its fourth is augmented"},
		{0, SeventhSuspended, false, "a fourth beside a major seventh"},
		{2, Sixth, false, "a minor sixth"},
		{4, SeventhSuspended, true, ""},
		{1, Quartal, true, ""},
		{0, Quartal, false, "its second fourth is augmented"},
		{4, Cluster, true, ""},
		{1, Cluster, false, "a semitone between second and third"},
	} {
		if got := c.Chord(test.degree, test.shape).Sound(); got != test.want {
			t.Errorf("degree %d, shape %d: %v, want %v; %s", test.degree, test.shape, got, test.want, test.why)
		}
	}
}

func TestChord_EssentialIsPartOfTheSet(t *testing.T) {
	for _, key := range allKeys() {
		for degree := range StepsPerOctave {
			for shape := range ShapeCount {
				chord := key.Chord(degree, shape)
				if chord.Essential().Without(chord.Set()) != 0 || chord.Set().Without(key.Set()) != 0 {
					t.Errorf("%v, degree %d, shape %d: %v outside %v", key, degree, shape, chord.Essential(), chord.Set())
				}
			}
		}
	}
}
