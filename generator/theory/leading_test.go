package theory

import (
	"testing"

	"pgregory.net/rapid"
)

func TestClear(t *testing.T) {
	for _, test := range []struct {
		a, b int
		want bool
	}{
		{47, 53, false},
		{47, 54, true},
		{54, 47, true},
		{40, 40, true},
		{48, 50, false},
		{48, 51, true},
		{51, 53, false},
		{52, 53, true},
	} {
		if got := Clear(test.a, test.b); got != test.want {
			t.Errorf("Clear(%d, %d) is %v", test.a, test.b, got)
		}
	}
}

func TestParallel(t *testing.T) {
	for _, test := range []struct {
		name                     string
		low, high, toLow, toHigh int
		want                     bool
	}{
		{"fifths upwards", 48, 55, 50, 57, true},
		{"octaves downwards over two octaves", 48, 72, 46, 70, true},
		{"held fifth", 48, 55, 48, 55, false},
		{"fifth to octave", 48, 55, 50, 62, false},
		{"fifths in contrary motion", 48, 67, 50, 57, false},
		{"sixths", 48, 57, 50, 59, false},
	} {
		if got := Parallel(test.low, test.high, test.toLow, test.toHigh); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestRoughness(t *testing.T) {
	fifth, third, second := Roughness([]int{60, 67}), Roughness([]int{60, 64}), Roughness([]int{60, 61})
	if fifth >= third || third >= second {
		t.Errorf("fifth %d, third %d and semitone %d are not in order", fifth, third, second)
	}
}

func TestLeading_KeepsCommonTones(t *testing.T) {
	c := Key{0, Ionian}
	leading := Leading{Low: 48, High: 76, Centre: 60}
	voices := []int{55, 60, 64, 67} // C major
	if !leading.Lead(voices, []int{55, 60, 64, 67}, c.Chord(5, Triad), 45, 48) {
		t.Fatal("no way from C to A minor")
	}
	moved := 0
	for i, before := range []int{55, 60, 64, 67} {
		moved += max(voices[i]-before, before-voices[i])
	}
	if voices[1] != 60 || voices[2] != 64 || moved > 4 {
		t.Errorf("C to A minor went to %v", voices)
	}
}

func TestLeading_LaysOpenChordsAsTheyAreMeant(t *testing.T) {
	c := Key{0, Ionian}
	for _, test := range []struct {
		name          string
		chord         Chord
		before        []int
		bass, spacing int
		least         int // pairs of neighbours
	}{
		{"fourths from the sixth degree", c.Chord(1, Quartal), []int{57, 60, 64, 69}, 38, 5, 2},
		{"fourths from the tonic", c.Chord(5, Quartal), []int{55, 60, 64, 67}, 45, 5, 2},
		{"a cluster from the fifth degree", c.Chord(0, Cluster), []int{55, 59, 62, 67}, 36, 2, 2},
		{"a cluster from the second degree", c.Chord(3, Cluster), []int{53, 57, 62, 65}, 41, 2, 1},
	} {
		leading := Leading{Low: 48, High: 74, Centre: 60, Smooth: 12}
		voices := make([]int, len(test.before))
		if !leading.Lead(voices, test.before, test.chord, test.bass, 0) {
			t.Errorf("%s: no way from %v", test.name, test.before)
			continue
		}
		found, moved := 0, 0
		for i, pitch := range voices {
			moved += max(pitch-test.before[i], test.before[i]-pitch)
			if i > 0 && pitch-voices[i-1] == test.spacing {
				found++
			}
		}
		if found < test.least || moved > 3*len(voices) {
			t.Errorf("%s: %v to %v has %d of the intervals and moves by %d", test.name, test.before, voices, found, moved)
		}
	}
}

func TestLeading_Lead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := Key{rapid.IntRange(0, 11).Draw(t, "tonic"), Mode(rapid.IntRange(0, int(modeCount)-1).Draw(t, "mode"))}
		leading := Leading{Low: 48, High: 76, Centre: rapid.IntRange(56, 62).Draw(t, "centre"), Smooth: rapid.IntRange(0, 16).Draw(t, "smooth")}
		bass, voices := 0, make([]int, rapid.IntRange(3, 5).Draw(t, "voices"))
		started := false
		for range rapid.IntRange(2, 12).Draw(t, "chords") {
			chord := key.Chord(rapid.IntRange(0, 6).Draw(t, "degree"), Shape(rapid.IntRange(0, int(ShapeCount)-1).Draw(t, "shape")))
			if !chord.Sound() {
				continue
			}
			before, bassBefore := append([]int(nil), voices...), bass
			bass = SetOf(chord.Root).Nearest(42)
			if !started || !leading.Lead(voices, before, chord, bass, bassBefore) {
				if started = leading.Open(voices, chord, bass); !started {
					continue
				}
				checkVoicing(t, voices, chord, bass)
				continue
			}
			checkVoicing(t, voices, chord, bass)
			if top := len(voices) - 1; Parallel(bassBefore, before[top], bass, voices[top]) {
				t.Fatalf("parallels from %d %v to %d %v", bassBefore, before, bass, voices)
			}
		}
	})
}

func checkVoicing(t *rapid.T, voices []int, chord Chord, bass int) {
	if !Clear(bass, voices[0]) || voices[0] <= bass {
		t.Fatalf("bass %d is too near to %v", bass, voices)
	}
	for i, pitch := range voices {
		if !chord.Set().Has(pitch) {
			t.Fatalf("%d of %v is no tone of %v", pitch, voices, chord)
		}
		if i > 0 && (pitch <= voices[i-1] || !Clear(voices[i-1], pitch)) {
			t.Fatalf("%v is crossed or muddy", voices)
		}
	}
	if chord.Essential().Size() <= len(voices) && chord.Essential().Without(SetOf(voices...)) != 0 {
		t.Fatalf("%v lacks an essential tone of %v", voices, chord)
	}
}

func BenchmarkLeading_Lead(b *testing.B) {
	c := Key{0, Ionian}
	leading := Leading{Low: 48, High: 76, Centre: 60, Smooth: 8}
	chords := []Chord{c.Chord(0, Ninth), c.Chord(3, Seventh), c.Chord(4, SeventhSuspended), c.Chord(5, Ninth)}
	voices, before := []int{52, 55, 59, 62}, make([]int, 4)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		copy(before, voices)
		leading.Lead(voices, before, chords[i%len(chords)], 0, 0)
	}
}
