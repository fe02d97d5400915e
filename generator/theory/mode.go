package theory

// A Mode is one of the diatonic modes, ordered by brightness.
type Mode uint8

// The modes, darkest first. Locrian is left out: its fifth is diminished, and
// nobody has tested how it is heard.
const (
	Phrygian Mode = iota
	Aeolian
	Dorian
	Mixolydian
	Ionian
	Lydian
	modeCount
)

var modeNames = [modeCount]string{"phrygian", "aeolian", "dorian", "mixolydian", "ionian", "lydian"}

// String returns the name of the mode.
func (m Mode) String() string { return modeNames[m] }

// happiness holds the percentage of listeners' judgements that found a mode
// the happier of a pair (Temperley & Tan 2013, Music Perception 30:237).
var happiness = [modeCount]Fixed{Phrygian: 21, Aeolian: 34, Dorian: 40, Mixolydian: 64, Ionian: 83, Lydian: 58}

// Happiness returns how happy the mode is heard, 0…One (Temperley & Tan
// 2013). It does not rise all the way with the sharps: Lydian is heard as
// less happy than Ionian.
func (m Mode) Happiness() Fixed { return happiness[m] * One / 100 }

// StepsPerOctave is the number of scale steps in an octave.
const StepsPerOctave = 7

var modeSemitones = [modeCount][StepsPerOctave]int{
	Phrygian:   {0, 1, 3, 5, 7, 8, 10},
	Aeolian:    {0, 2, 3, 5, 7, 8, 10},
	Dorian:     {0, 2, 3, 5, 7, 9, 10},
	Mixolydian: {0, 2, 4, 5, 7, 9, 10},
	Ionian:     {0, 2, 4, 5, 7, 9, 11},
	Lydian:     {0, 2, 4, 6, 7, 9, 11},
}

// Semitones returns the distance of a scale step from the tonic in semitones;
// steps below 0 and above 6 lie in the neighbouring octaves.
func (m Mode) Semitones(step int) int {
	octave, degree := floorDivide(step, StepsPerOctave)
	return SemitonesPerOctave*octave + modeSemitones[m][degree]
}

// sharps returns how many sharps the mode has more than the major scale on
// the same tonic.
func (m Mode) sharps() int {
	return [modeCount]int{Phrygian: -4, Aeolian: -3, Dorian: -2, Mixolydian: -1, Ionian: 0, Lydian: 1}[m]
}
