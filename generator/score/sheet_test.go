package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/theory"
)

// small is a sheet of two spans with one of everything.
func small() *Sheet {
	key := theory.Key{Tonic: 3, Mode: theory.Ionian}
	sheet := &Sheet{
		Seed: 7, Goal: "calm", Engine: 1,
		Journey: []Moment{{Frame: 0, Valence: -theory.One / 5, Energy: theory.One * 3 / 10, Tension: theory.One * 2 / 5, Phase: "meet"}},
		Motifs:  []Motif{{ID: 'a', Intervals: []int{2, -1}, Beats: []theory.Fixed{theory.One, theory.One / 2, theory.One * 3 / 2}}},
	}
	pitches := []int{39, 55, 58, 63}
	sheet.Add(&Span{
		Frames: 10 * Rate, Beats: 12, Meter: 4,
		Events: []Event{
			{Frame: 0, Frames: 5 * Rate, Part: Rain, Role: Scenery, Velocity: theory.One / 4},
			{Frame: Rate / 3, Frames: Rate / 2, Part: Piano, Role: Melody, Pitch: 70, Velocity: theory.One / 2, Motif: 'a', Operation: Inversion, Appearance: 1},
		},
		Chords:   []Chord{{Frames: 20 * Rate, Symbol: "Eb", Pitches: pitches}},
		Sections: []Section{{Frames: 100 * Rate, Name: "meet", Form: "A", Tonic: "Eb", Mode: "ionian", Key: key, BPM: 66 * theory.One, Tension: theory.One / 5}},
	})
	pitches[0] = 0 // the composer uses its memory again
	sheet.Add(&Span{
		Frame: 10 * Rate, Frames: 5 * Rate, Beats: 4, Meter: 4, Final: true,
		Chords:   []Chord{{Frame: 10 * Rate, Frames: 5 * Rate, Symbol: "Ab/Eb", Pitches: []int{39, 56, 60, 63}}},
		Sections: []Section{{Frame: 10 * Rate, Frames: 5 * Rate, Name: "land", Form: "A'", Tonic: "Eb", Mode: "ionian", Key: key, BPM: 60 * theory.One}},
		Events:   []Event{{Frame: 10 * Rate, Frames: Rate, Part: Bell, Role: Colour, Pitch: 75, Velocity: theory.One / 3}},
	})
	return sheet
}

func TestSheet_Add(t *testing.T) {
	sheet := small()
	if sheet.Frames != 15*Rate {
		t.Errorf("the sheet lasts %d frames", sheet.Frames)
	}
	if got := sheet.Sections[0].Frames; got != 10*Rate {
		t.Errorf("a section that was left early lasts %d frames", got)
	}
	if got := sheet.Chords[0].Frames; got != 10*Rate {
		t.Errorf("a chord that was left early lasts %d frames", got)
	}
	if !slices.Equal(sheet.Chords[0].Pitches, []int{39, 55, 58, 63}) {
		t.Errorf("the sheet shares its pitches with the span: %v", sheet.Chords[0].Pitches)
	}
}

func TestSheet_WriteJSON(t *testing.T) {
	var out bytes.Buffer
	if err := small().WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	want := `{"version":1,"engine":1,"rate":48000,"seed":7,"goal":"calm","seconds":15,"frames":720000,` +
		`"journey":[{"t":0,"valence":-0.2,"energy":0.2998,"tension":0.3999,"phase":"meet"}],` +
		`"tempos":[{"t":0,"seconds":10,"bar":0,"beats":12,"meter":4,"bpm":72},{"t":10,"seconds":5,"bar":3,"beats":4,"meter":4,"bpm":48}],` +
		`"sections":[{"t":0,"seconds":10,"name":"meet","form":"A","tonic":"Eb","mode":"ionian","bpm":66,"tension":0.2},` +
		`{"t":10,"seconds":5,"name":"land","form":"A'","tonic":"Eb","mode":"ionian","bpm":60,"tension":0}],` +
		`"chords":[{"t":0,"seconds":10,"symbol":"Eb","pitches":[39,55,58,63]},{"t":10,"seconds":5,"symbol":"Ab/Eb","pitches":[39,56,60,63]}],` +
		`"motifs":[{"id":"a","intervals":[2,-1],"beats":[1,0.5,1.5]}],` +
		`"events":[{"t":0,"seconds":5,"part":"rain","role":"scenery","velocity":0.25},` +
		`{"t":0.3333,"seconds":0.5,"part":"piano","role":"melody","pitch":70,"velocity":0.5,"motif":"a/inversion","appearance":1},` +
		`{"t":10,"seconds":1,"part":"bell","role":"colour","pitch":75,"velocity":0.3333}]}` + "\n"
	if got := out.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSheet_WriteJSONNamesDrumsAndLevels(t *testing.T) {
	sheet := &Sheet{Events: []Event{
		{Part: Kit, Role: Accompaniment, Pitch: Kick, Velocity: theory.One},
		{Part: Kit, Role: Accompaniment, Pitch: 50, Velocity: theory.One},
		{Part: Cloud, Role: Scenery, Pitch: 12, Velocity: theory.One / 2},
	}}
	var out bytes.Buffer
	if err := sheet.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	want := `"events":[{"t":0,"seconds":0,"part":"kit","role":"accompaniment","drum":"kick","velocity":1},` +
		`{"t":0,"seconds":0,"part":"kit","role":"accompaniment","drum":"drum-50","velocity":1},` +
		`{"t":0,"seconds":0,"part":"cloud","role":"scenery","velocity":0.5}]`
	if got := out.String(); !strings.Contains(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSheet_WriteJSONOfNothingIsNotNull(t *testing.T) {
	var out bytes.Buffer
	if err := new(Sheet).WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var read map[string]any
	if err := json.Unmarshal(out.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"journey", "tempos", "sections", "chords", "motifs", "events"} {
		if _, ok := read[name].([]any); !ok {
			t.Errorf("%s is %v", name, read[name])
		}
	}
}

type broken struct{}

var errBroken = errors.New("disk full")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestSheet_WritersReportErrors(t *testing.T) {
	if err := small().WriteJSON(broken{}); !errors.Is(err, errBroken) {
		t.Errorf("WriteJSON: %v", err)
	}
	if err := small().WriteText(broken{}, 0, Rate); !errors.Is(err, errBroken) {
		t.Errorf("WriteText: %v", err)
	}
}

func TestSheet_WriteText(t *testing.T) {
	var out strings.Builder
	if err := small().WriteText(&out, 0, 10*Rate); err != nil {
		t.Fatal(err)
	}
	want := `motif a  steps [2 -1]  beats 1 0.5 1.5

0:00.00  == meet (A)  Eb ionian  66.0 bpm  0:10.00 long
0:00.00  -- Eb  Eb2 G3 Bb3 Eb4
0:00.00  rain          0:05.00  v25  scenery
0:00.33  piano    Bb4  0:00.50  v50  melody a/inversion #1
`
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPitchName(t *testing.T) {
	for _, test := range []struct {
		key   theory.Key
		pitch int
		want  string
	}{
		{theory.Key{Tonic: 0, Mode: theory.Ionian}, 60, "C4"},
		{theory.Key{Tonic: 6, Mode: theory.Ionian}, 60, "B#3"},
		{theory.Key{Tonic: 3, Mode: theory.Aeolian}, 59, "Cb4"},
		{theory.Key{Tonic: 0, Mode: theory.Ionian}, 0, "C-1"},
		{theory.Key{Tonic: 5, Mode: theory.Ionian}, 70, "Bb4"},
	} {
		if got := PitchName(test.key, test.pitch); got != test.want {
			t.Errorf("%d in %v is called %s, want %s", test.pitch, test.key, got, test.want)
		}
	}
}
