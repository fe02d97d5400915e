package journal

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Generators of arbitrary records, of numbers that JSON carries exactly.

func ratingGenerator() *rapid.Generator[Rating] {
	return rapid.Custom(func(t *rapid.T) Rating {
		if rapid.Bool().Draw(t, "skipped") {
			return Rating{}
		}
		return Rated(float64(rapid.IntRange(-4, 4).Draw(t, "quarters")) / 4)
	})
}

func moodGenerator() *rapid.Generator[Mood] {
	return rapid.Custom(func(t *rapid.T) Mood {
		return Mood{ratingGenerator().Draw(t, "valence"), ratingGenerator().Draw(t, "energy"), ratingGenerator().Draw(t, "tension")}
	})
}

func stampGenerator() *rapid.Generator[Stamp] {
	return rapid.Custom(func(t *rapid.T) Stamp {
		zone := rapid.SampledFrom([]string{"UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "+05:45"}).Draw(t, "zone")
		return StampAt(time.UnixMilli(rapid.Int64Range(0, 4e12).Draw(t, "time")).In(location(zone)))
	})
}

func linkGenerator(ids ...string) *rapid.Generator[*string] {
	return rapid.Custom(func(t *rapid.T) *string {
		if rapid.Bool().Draw(t, "none") {
			return nil
		}
		id := rapid.SampledFrom(ids).Draw(t, "id")
		return &id
	})
}

var someIDs = []string{"01KAAAAAAAAAAAAAAAAAAAAAA0", "01KAAAAAAAAAAAAAAAAAAAAAA1", "01KAAAAAAAAAAAAAAAAAAAAAA2", "nobody"}

func checkInGenerator() *rapid.Generator[CheckIn] {
	return rapid.Custom(func(t *rapid.T) CheckIn {
		return CheckIn{
			ID:      rapid.SampledFrom(someIDs).Draw(t, "id"),
			Stamp:   stampGenerator().Draw(t, "stamp"),
			When:    rapid.SampledFrom([]When{Before, After, Alone}).Draw(t, "when"),
			Sitting: linkGenerator(someIDs...).Draw(t, "sitting"),
			Mood:    moodGenerator().Draw(t, "mood"),
			Words:   rapid.SliceOf(rapid.String()).Draw(t, "words"),
			Note:    rapid.String().Draw(t, "note"),
		}
	})
}

func dialsGenerator() *rapid.Generator[Dials] {
	return rapid.Custom(func(t *rapid.T) Dials {
		var dials Dials
		for d := range dials {
			dials[d] = rapid.Float64Range(-1, 1).Draw(t, Dial(d).String())
		}
		return dials
	})
}

func sittingGenerator() *rapid.Generator[Sitting] {
	return rapid.Custom(func(t *rapid.T) Sitting {
		s := Sitting{
			ID:         rapid.SampledFrom(someIDs).Draw(t, "id"),
			Stamp:      stampGenerator().Draw(t, "stamp"),
			Goal:       rapid.SampledFrom(Goals()).Draw(t, "goal"),
			Seed:       rapid.Uint32().Draw(t, "seed"),
			Engine:     rapid.IntRange(0, 9).Draw(t, "engine"),
			Code:       rapid.String().Draw(t, "code"),
			Minutes:    rapid.Float64Range(1, 720).Draw(t, "minutes"),
			Frames:     rapid.Int64Range(0, 1<<40).Draw(t, "frames"),
			Mood:       moodGenerator().Draw(t, "mood"),
			Dials:      dialsGenerator().Draw(t, "dials"),
			Propensity: rapid.Float64Range(0, 100).Draw(t, "propensity"),
			Steering:   []Steer{},
			Ended:      rapid.SampledFrom([]Ending{Landed, Stopped, Killed}).Draw(t, "ended"),
			Before:     linkGenerator(someIDs...).Draw(t, "before"),
			After:      linkGenerator(someIDs...).Draw(t, "after"),
		}
		if rapid.Bool().Draw(t, "is varied") {
			varied := dialsGenerator().Draw(t, "varied")
			s.Varied = &varied
		}
		for range rapid.IntRange(0, 3).Draw(t, "steers") {
			s.Kept = append(s.Kept, rapid.Int64Range(0, 1<<40).Draw(t, "kept"))
			s.Steering = append(s.Steering, Steer{rapid.Int64Range(0, 1<<40).Draw(t, "frame"), json.RawMessage(`{"brightness":0.5}`)})
		}
		return s
	})
}

func historyGenerator() *rapid.Generator[History] {
	return rapid.Custom(func(t *rapid.T) History {
		return History{
			CheckIns: rapid.SliceOfN(checkInGenerator(), 0, 20).Draw(t, "check-ins"),
			Sittings: rapid.SliceOfN(sittingGenerator(), 0, 20).Draw(t, "sittings"),
		}
	})
}

func TestRecord_RoundTrip(t *testing.T) {
	again := func(t *rapid.T, record Record) {
		line, err := EncodeRecord(record)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsRune(string(line), '\n') {
			t.Fatalf("more than one line: %s", line)
		}
		got, err := DecodeRecord(line)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, record) {
			t.Fatalf("got %+v\nwant %+v\nfrom %s", got, record, line)
		}
	}
	t.Run("a check-in", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { again(t, checkInGenerator().Draw(t, "check-in")) })
	})
	t.Run("a sitting", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { again(t, sittingGenerator().Draw(t, "sitting")) })
	})
	t.Run("a draft", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := checkInGenerator().Draw(t, "check-in")
			want := Draft{When: c.When, Sitting: c.ID, Mood: c.Mood, Words: c.Words, Note: c.Note, Updated: c.Stamp, Page: rapid.IntRange(0, 9).Draw(t, "page")}
			text, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got Draft
			if err := json.Unmarshal(text, &got); err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("got %+v, %v\nwant %+v", got, err, want)
			}
		})
	})
}

// TestEncodeRecord_Shape holds the shape that files of every later version are
// read by.
func TestEncodeRecord_Shape(t *testing.T) {
	stamp := Stamp{Time: time.Date(2026, 11, 21, 21, 40, 0, 0, time.UTC), Zone: "Europe/Berlin", Day: "2026-11-21"}
	id := "01KA"
	for name, c := range map[string]struct {
		record Record
		want   string
	}{
		"a check-in": {
			CheckIn{ID: id, Stamp: stamp, When: Alone, Mood: Mood{Valence: Rated(-0.2), Tension: Rated(0.6)}},
			`{"version":1,"kind":"checkin","id":"01KA","time":"2026-11-21T21:40:00Z","zone":"Europe/Berlin","day":"2026-11-21","when":"alone","sitting":null,"mood":{"valence":-20,"energy":null,"tension":60},"words":[],"note":""}`,
		},
		"a sitting": {
			Sitting{ID: id, Stamp: stamp, Goal: Calm, Seed: 7, Engine: 1, Minutes: 20, Frames: 57_600_000, Propensity: 1, Ended: Landed, Before: &id},
			`{"version":1,"kind":"sitting","id":"01KA","time":"2026-11-21T21:40:00Z","zone":"Europe/Berlin","day":"2026-11-21","goal":"calm","seed":7,"engine":1,"code":"","minutes":20,"frames":57600000,"mood":{"valence":null,"energy":null,"tension":null},"dials":{"brightness":0,"colour":0,"density":0,"directness":0,"nature":0,"pulse":0,"register":0,"tempo":0,"warmth":0},"varied":null,"propensity":1,"steering":[],"ended":"landed","before":"01KA","after":null}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := EncodeRecord(c.record)
			if err != nil || string(got) != c.want {
				t.Errorf("got  %s, %v\nwant %s", got, err, c.want)
			}
		})
	}
}

func TestEncodeRecord_Refuses(t *testing.T) {
	for name, record := range map[string]Record{
		"a number that is none":      Sitting{Minutes: math.NaN()},
		"an infinite number":         Sitting{Dials: Dials{Tempo: math.Inf(1)}},
		"a wish that is not JSON":    Sitting{Steering: []Steer{{Wish: []byte("{")}}},
		"a year that JSON cannot":    CheckIn{Stamp: Stamp{Time: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}},
		"a pointer instead of value": &CheckIn{},
	} {
		t.Run(name, func(t *testing.T) {
			if line, err := EncodeRecord(record); err == nil {
				t.Errorf("wrote %s", line)
			}
		})
	}
}

func TestDecodeRecord_Refuses(t *testing.T) {
	for name, c := range map[string]struct {
		line string
		want error
	}{
		"nothing":                   {``, ErrRecord},
		"half a record":             {`{"version":1,"kind":"checkin","id":"01K`, ErrRecord},
		"no version":                {`{"kind":"checkin"}`, ErrRecord},
		"a kind that is not known":  {`{"version":1,"kind":"recipe"}`, ErrRecord},
		"a newer version":           {`{"version":2,"kind":"checkin","mood":"in other words"}`, ErrRecordVersion},
		"a mood beyond the bounds":  {`{"version":1,"kind":"checkin","mood":{"valence":101}}`, ErrRating},
		"a dial that is not known":  {`{"version":1,"kind":"sitting","dials":{"volume":11}}`, ErrRecord},
		"a time that is none":       {`{"version":1,"kind":"sitting","time":"yesterday"}`, ErrRecord},
		"a list instead of a value": {`[]`, ErrRecord},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := DecodeRecord([]byte(c.line)); !errors.Is(err, c.want) {
				t.Errorf("got %+v, %v; want %v", got, err, c.want)
			}
		})
	}
	t.Run("but it passes over fields that it does not know", func(t *testing.T) {
		for _, line := range []string{
			`{"version":1,"kind":"checkin","id":"01K","weather":"rain"}`,
			` { "weather":"rain", "id":"01K", "kind":"checkin", "version":1 }`,
		} {
			got, err := DecodeRecord([]byte(line))
			if err != nil || got.RecordID() != "01K" || got.RecordKind() != KindCheckIn {
				t.Errorf("%s: got %+v, %v", line, got, err)
			}
		}
	})
}

// FuzzDecodeRecord looks for a line that is read and cannot be written again.
func FuzzDecodeRecord(f *testing.F) {
	f.Add([]byte(`{"version":1,"kind":"checkin","id":"01K","mood":{"valence":-20}}`))
	f.Add([]byte(`{"version":1,"kind":"sitting","steering":[{"frame":1,"wish":{"a":1}}],"dials":{"tempo":1e-9}}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		record, err := DecodeRecord(line)
		if err != nil {
			return
		}
		if _, err := EncodeRecord(record); err != nil {
			t.Errorf("%q was read and cannot be written: %v", line, err)
		}
	})
}
