package generator

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dulcet/journal"
)

// about returns what the reasons say about a thing, one line each.
func about(reasons []Reason, thing string) string {
	var lines []string
	for _, reason := range reasons {
		if reason.About == thing {
			lines = append(lines, reason.Text)
		}
	}
	return strings.Join(lines, "\n")
}

func TestReasons_Taste(t *testing.T) {
	for _, c := range []struct {
		name  string
		taste journal.Taste
		want  string
	}{
		{"nothing learned and nothing tried is not spoken of", journal.Taste{}, ""},
		{
			"what is tried out is told",
			journal.Taste{}.Trying(journal.Dials{journal.Tempo: -0.19, journal.Density: 0.12}),
			"a little slower and fuller this time, to learn from",
		},
		{"what nobody hears is not told", journal.Taste{}.Trying(journal.Dials{journal.Tempo: 0.03}), ""},
		{"dials set by hand are no taste", journal.Taste{}.SetTo(journal.Dials{journal.Tempo: -0.8}), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			brief, err := NewBrief(journal.Mood{}, journal.Calm, 20, c.taste, 1)
			if err != nil {
				t.Fatal(err)
			}
			if got := about(brief.Reasons, "taste"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	t.Run("what was learned and what is tried are two things", func(t *testing.T) {
		var taste journal.Taste
		taste.Offsets[journal.Tempo] = journal.Offset{Value: -0.1, SD: 0.2, Sittings: 6, Tried: 0.06}
		brief, err := NewBrief(journal.Mood{}, journal.Calm, 20, taste, 1)
		if err != nil {
			t.Fatal(err)
		}
		want := "a little slower: 6 sittings leaned that way, could be chance\na little faster this time, to learn from"
		if got := about(brief.Reasons, "taste"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

// TestReasons_Course holds what is said of a course against its numbers.
func TestReasons_Course(t *testing.T) {
	for _, goal := range journal.Goals() {
		for _, minutes := range []float64{1, 5, 20, 60} {
			for _, thing := range []struct{ about, falls, rises, stays string }{
				{"tempo", "slows down", "picks up", "keeps its pace"},
				{"density", "thins out", "fills out", "stays as full as it is"},
			} {
				text := about(mustBrief(t, goal, minutes, 1).Reasons, thing.about)
				want := thing.stays
				if strings.Contains(text, ", falling to ") {
					want = thing.falls
				} else if strings.Contains(text, ", rising to ") {
					want = thing.rises
				}
				if !strings.HasSuffix(text, want) {
					t.Errorf("%s for %v minutes: %q, want %q", goal, minutes, text, want)
				}
			}
		}
	}
}

// TestNewBrief_fromItsRecord makes a brief from what a record keeps of it: the
// mood in hundredths of −100…100.
func TestNewBrief_fromItsRecord(t *testing.T) {
	rating := rapid.Map(rapid.Float64Range(-1, 1), journal.Rated)
	rapid.Check(t, func(t *rapid.T) {
		usual := journal.Mood{Valence: rating.Draw(t, "valence"), Energy: rating.Draw(t, "energy"), Tension: rating.Draw(t, "tension")}
		goal := rapid.SampledFrom(journal.Goals()).Draw(t, "goal")
		first, err := NewBrief(journal.Mood{}, goal, 1, journal.Taste{Usual: usual}, 1)
		if err != nil {
			t.Fatal(err)
		}
		kept, err := json.Marshal(first.Mood)
		if err != nil {
			t.Fatal(err)
		}
		var mood journal.Mood
		if err := json.Unmarshal(kept, &mood); err != nil {
			t.Fatal(err)
		}
		again, err := NewBrief(mood, goal, 1, journal.Taste{}, 1)
		if err != nil {
			t.Fatal(err)
		}
		if again.Mood != first.Mood {
			t.Fatalf("the mood is %v, kept as %s, and then %v", first.Mood, kept, again.Mood)
		}
		var a, b bytes.Buffer
		if err := Compose(first).WriteJSON(&a); err != nil {
			t.Fatal(err)
		}
		if err := Compose(again).WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatalf("the mood %s makes another piece", kept)
		}
	})
}
