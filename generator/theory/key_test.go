package theory

import "testing"

func TestKey_Name(t *testing.T) {
	for _, test := range []struct {
		key       Key
		want      string
		signature int
	}{
		{Key{0, Ionian}, "C", 0},
		{Key{2, Dorian}, "D", 0},
		{Key{3, Ionian}, "Eb", -3},
		{Key{3, Aeolian}, "Eb", -6},
		{Key{6, Ionian}, "F#", 6},
		{Key{6, Phrygian}, "F#", 2},
		{Key{11, Lydian}, "B", 6},
		{Key{1, Mixolydian}, "Db", -6},
		{Key{8, Lydian}, "Ab", -3},
		{Key{8, Dorian}, "Ab", -6},
		{Key{1, Aeolian}, "C#", 4},
		{Key{10, Phrygian}, "Bb", -6},
	} {
		if got := test.key.Name(); got != test.want {
			t.Errorf("the tonic of %v is called %s, want %s", test.key, got, test.want)
		}
		if got := test.key.Signature(); got != test.signature {
			t.Errorf("the signature of %v is %d, want %d", test.key, got, test.signature)
		}
	}
}

func TestKey_Spell(t *testing.T) {
	t.Run("gives every step of a key a letter of its own", func(t *testing.T) {
		for _, key := range allKeys() {
			letters := map[byte]bool{}
			for step := range StepsPerOctave {
				letters[key.Spell(key.Pitch(step))[0]] = true
			}
			if len(letters) != StepsPerOctave {
				t.Errorf("%v uses %d letters", key, len(letters))
			}
		}
	})
	t.Run("names twelve pitch classes apart", func(t *testing.T) {
		for _, key := range allKeys() {
			names := map[string]bool{}
			for pitch := range SemitonesPerOctave {
				names[key.Spell(pitch)] = true
			}
			if len(names) != SemitonesPerOctave {
				t.Errorf("%v has %d names", key, len(names))
			}
		}
	})
}

func allKeys() []Key {
	var keys []Key
	for mode := range modeCount {
		for tonic := range SemitonesPerOctave {
			keys = append(keys, Key{tonic, mode})
		}
	}
	return keys
}

func TestKey_StepUndoesPitch(t *testing.T) {
	for _, key := range allKeys() {
		for step := range 70 {
			if got, exact := key.Step(key.Pitch(step)); got != step || !exact {
				t.Fatalf("%v: step %d became %d, %v", key, step, got, exact)
			}
		}
		for pitch := range 128 {
			step, exact := key.Step(pitch)
			if key.Pitch(step) > pitch || key.Pitch(step+1) <= pitch || exact != key.Set().Has(pitch) {
				t.Fatalf("%v: pitch %d lies at step %d, %v", key, pitch, step, exact)
			}
		}
	}
}

func TestKey_Changed(t *testing.T) {
	for _, test := range []struct {
		from, to Key
		want     int
	}{
		{Key{0, Ionian}, Key{9, Aeolian}, 0},
		{Key{0, Ionian}, Key{2, Dorian}, 0},
		{Key{0, Ionian}, Key{7, Ionian}, 1},
		{Key{0, Ionian}, Key{0, Mixolydian}, 1},
		{Key{0, Ionian}, Key{0, Aeolian}, 3},
		{Key{0, Ionian}, Key{6, Ionian}, 5},
	} {
		if got := test.from.Changed(test.to); got != test.want {
			t.Errorf("%v to %v changes %d, want %d", test.from, test.to, got, test.want)
		}
	}
}
