package score_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dulcet/generator"
	"dulcet/generator/score"
	"dulcet/generator/theory"
	"dulcet/journal"
)

func written(t *testing.T, sheet *score.Sheet) midiFile {
	t.Helper()
	var out bytes.Buffer
	if err := sheet.WriteMIDI(&out); err != nil {
		t.Fatal(err)
	}
	return readMIDI(t, out.Bytes())
}

// checkMIDI holds a file against its sheet: every note at its time, in the
// track of its part.
func checkMIDI(t *testing.T, sheet *score.Sheet, what string) {
	t.Helper()
	file := written(t, sheet)
	if file.format != 1 {
		t.Errorf("%s: format %d", what, file.format)
	}
	const tolerance = 0.001 // seconds
	channels := map[int]string{}
	events := map[string][]score.Event{}
	for _, e := range sheet.Events {
		if e.Part.Plays() {
			events[e.Part.String()] = append(events[e.Part.String()], e)
		}
	}
	if len(file.tracks) != 1+len(events) {
		t.Errorf("%s: %d tracks for %d parts", what, len(file.tracks), len(events))
	}
	for _, track := range file.tracks[1:] {
		if track.program < 0 || len(track.notes) == 0 {
			t.Errorf("%s: track %q has program %d and %d notes", what, track.name, track.program, len(track.notes))
			continue
		}
		channel := track.notes[0].channel
		if other, taken := channels[channel]; taken || (channel == 9) != (track.name == "kit") {
			t.Errorf("%s: %s is on channel %d, like %q", what, track.name, channel+1, other)
		}
		channels[channel] = track.name
		checkNotes(t, fmt.Sprintf("%s, %s", what, track.name), events[track.name], track.notes, tolerance)
	}
}

// checkNotes looks for the note of every event, and the other way round.
func checkNotes(t *testing.T, what string, events []score.Event, notes []midiNote, tolerance float64) {
	t.Helper()
	matched := make([]bool, len(notes))
	for i, e := range events {
		from, to, tolerance := float64(e.Frame)/score.Rate, endOf(events, i), tolerance
		if shared := i > 0 && e.Frame-events[i-1].Frame <= together && e.Pitch == events[i-1].Pitch; shared {
			tolerance *= 2
		}
		first, _ := slices.BinarySearchFunc(notes, from-tolerance, func(n midiNote, at float64) int {
			if n.from < at {
				return -1
			}
			return 1
		})
		nearest := -1
		for k := first; k < len(notes) && notes[k].from <= from+tolerance; k++ {
			if notes[k].pitch == e.Pitch && (nearest < 0 || math.Abs(notes[k].from-from) < math.Abs(notes[nearest].from-from)) {
				nearest = k
			}
		}
		if nearest < 0 {
			t.Errorf("%s: pitch %d at %.4f s is missing", what, e.Pitch, from)
			return
		}
		matched[nearest] = true
		if math.Abs(notes[nearest].to-to) > 2*tolerance {
			t.Errorf("%s: pitch %d at %.3f s ends at %.3f s, want %.3f", what, e.Pitch, from, notes[nearest].to, to)
		}
	}
	if i := slices.Index(matched, false); i >= 0 {
		t.Errorf("%s: %+v is in no event", what, notes[i])
	}
}

// together is how close, in frames, two strokes of one pitch are one note.
const together = score.Rate / 1000

// endOf returns when the note of the i-th event should end, in seconds: where
// the event does, or where the same pitch is struck again before. Events that
// begin together share a note, which lasts as long as the longest.
func endOf(events []score.Event, i int) float64 {
	e := events[i]
	end := float64(e.Frame+e.Frames) / score.Rate
	for k := i - 1; k >= 0 && e.Frame-events[k].Frame <= together; k-- {
		if events[k].Pitch == e.Pitch {
			end = math.Max(end, float64(events[k].Frame+events[k].Frames)/score.Rate)
		}
	}
	for _, n := range events[i+1:] {
		switch {
		case n.Pitch != e.Pitch:
		case n.Frame-e.Frame <= together:
			end = math.Max(end, float64(n.Frame+n.Frames)/score.Rate)
		default:
			return math.Min(end, float64(n.Frame)/score.Rate)
		}
	}
	return end
}

func TestSheet_WriteMIDI(t *testing.T) {
	t.Run("has every note of a piece in its place", func(t *testing.T) {
		for _, goal := range journal.Goals() {
			minutes := 10.0
			if goal == journal.Focus && !testing.Short() {
				minutes = 480 // nothing adds up over hours
			}
			brief, err := generator.NewBrief(journal.Mood{}, goal, minutes, journal.Taste{Goal: goal}, 3)
			if err != nil {
				t.Fatal(err)
			}
			sheet := generator.Compose(brief)
			checkMIDI(t, sheet, string(goal))
		}
	})
	t.Run("has every note of any sheet", func(t *testing.T) {
		for seed := range uint64(200) {
			checkMIDI(t, anySheet(seed), fmt.Sprintf("seed %d", seed))
		}
	})
	t.Run("says what a musician wants to know", func(t *testing.T) {
		key := theory.Key{Tonic: 3, Mode: theory.Dorian}
		sheet := &score.Sheet{Seed: 7, Goal: "calm"}
		sheet.Add(&score.Span{
			Frames: 8 * score.Rate, Beats: 6, Meter: 3,
			Sections: []score.Section{{Name: "meet", Form: "A'", Tonic: "Eb", Mode: "dorian", Key: key}},
			Chords:   []score.Chord{{Symbol: "Ebm9", Pitches: []int{39}}},
			Events: []score.Event{
				{Part: score.Rain, Velocity: theory.One / 4},
				{Frame: 4 * score.Rate, Frames: score.Rate, Part: score.Flute, Pitch: 70, Velocity: theory.One / 2},
			},
		})
		file := written(t, sheet)
		if len(file.tracks) != 2 || file.tracks[0].name != "Dulcet calm, seed 7" || file.tracks[1].name != "flute" {
			t.Fatalf("the tracks are %+v", file.tracks)
		}
		for _, test := range []struct {
			kind byte
			want string
		}{
			{0x58, "\x03\x02\x18\x08"}, // three quarters
			{0x59, "\xfb\x01"},         // five flats, minor
			{0x06, "meet (A') Eb dorian"},
			{0x01, "Ebm9"},
			{0x07, "rain 25%"},
		} {
			at := slices.IndexFunc(file.tracks[0].metas, func(m midiMeta) bool { return m.kind == test.kind })
			if at < 0 || string(file.tracks[0].metas[at].data) != test.want {
				t.Errorf("meta event %x is not %q in %+v", test.kind, test.want, file.tracks[0].metas)
			}
		}
		flute := file.tracks[1]
		if flute.program != 73 || flute.notes[0].velocity != 64 || math.Abs(flute.end-8) > 0.001 {
			t.Errorf("the flute has program %d, velocity %d and ends at %.3f s", flute.program, flute.notes[0].velocity, flute.end)
		}
	})
	t.Run("writes nothing to play as a file without tracks", func(t *testing.T) {
		if file := written(t, new(score.Sheet)); len(file.tracks) != 1 || file.tracks[0].end != 0 {
			t.Errorf("an empty sheet has %+v", file.tracks)
		}
	})
	t.Run("reports what goes wrong", func(t *testing.T) {
		if err := new(score.Sheet).WriteMIDI(full{}); !errors.Is(err, errFull) {
			t.Errorf("the error is %v", err)
		}
	})
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

// anySheet returns a sheet of spans at odd tempos, with notes that overlap,
// touch and repeat.
func anySheet(seed uint64) *score.Sheet {
	random := rand.New(rand.NewPCG(seed, 1))
	sheet := &score.Sheet{Seed: seed, Goal: "any"}
	at := int64(0)
	for range 1 + random.IntN(12) {
		meter := 2 + random.IntN(3)
		span := score.Span{Frame: at, Beats: meter * (1 + random.IntN(60)), Meter: meter}
		span.Frames = int64(span.Beats) * (14400 + random.Int64N(81600)) // 30…200 beats a minute
		for range random.IntN(40) {
			part := score.Part(random.IntN(int(score.PartCount)))
			span.Events = append(span.Events, score.Event{
				Frame: at + random.Int64N(span.Frames), Frames: 1 + random.Int64N(10*score.Rate), Part: part,
				Pitch: 58 + random.IntN(4), Velocity: theory.Fixed(random.Int64N(int64(theory.One) + 1)),
			})
		}
		slices.SortFunc(span.Events, func(a, b score.Event) int { return int(a.Frame - b.Frame) })
		at += span.Frames
		sheet.Add(&span)
	}
	return sheet
}
