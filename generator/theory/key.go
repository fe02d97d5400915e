package theory

// A Key is a tonic pitch class, 0…11, with a mode.
type Key struct {
	Tonic int
	Mode  Mode
}

// Pitch returns the MIDI pitch of a scale step. Step 0 is the tonic of the
// lowest MIDI octave, step 7 the tonic above it.
func (k Key) Pitch(step int) int { return k.Tonic + k.Mode.Semitones(step) }

// Step returns the highest scale step that is not above the pitch, and
// whether it is the pitch itself.
func (k Key) Step(pitch int) (step int, exact bool) {
	octave, above := floorDivide(pitch-k.Tonic, SemitonesPerOctave)
	degree := StepsPerOctave - 1
	for modeSemitones[k.Mode][degree] > above {
		degree--
	}
	return octave*StepsPerOctave + degree, modeSemitones[k.Mode][degree] == above
}

// Set returns the seven pitch classes of the key.
func (k Key) Set() Set {
	var s Set
	for step := range StepsPerOctave {
		s |= SetOf(k.Pitch(step))
	}
	return s
}

// Signature returns the number of sharps in the key's signature, or of flats
// where it is negative: −6…6. Of six sharps and six flats it is what gives
// the tonic the plainer name: F# Ionian, B Lydian, but Db Mixolydian.
func (k Key) Signature() int {
	_, fifths := floorDivide(k.Tonic*7+k.Mode.sharps(), SemitonesPerOctave)
	if fifths > 6 || (fifths == 6 && k.Mode.sharps() < 0) {
		fifths -= SemitonesPerOctave
	}
	return fifths
}

// Changed returns the number of pitch classes that the other key has and this
// one has not. It is 0 for relative keys and 1 for keys a fifth apart.
func (k Key) Changed(other Key) int { return other.Set().Without(k.Set()).Size() }

// Name returns the name of the tonic as the key spells it: "Eb", "F#".
func (k Key) Name() string { return k.Spell(k.Tonic) }

// Spell returns the name of a pitch class as the key writes it. Notes of the
// key have one letter each; the others are written with the fewest
// accidentals around the signature.
func (k Key) Spell(pitch int) string {
	// Notes lie on the line of fifths … Bb F C G D A E B F# …, with C at 0. A
	// key owns seven neighbours, from one below its signature to five above;
	// twelve around them name every pitch class once.
	low := k.Signature() - 4
	_, offset := floorDivide(PitchClass(pitch)*7-low, SemitonesPerOctave)
	accidentals, letter := floorDivide(low+offset+1, StepsPerOctave)
	name := "FCGDAEB"[letter : letter+1]
	for ; accidentals > 0; accidentals-- {
		name += "#"
	}
	for ; accidentals < 0; accidentals++ {
		name += "b"
	}
	return name
}
