package generator

import (
	"bytes"
	"encoding/json"
	"math"
	"regexp"
	"strconv"
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
				if purposes[goal].stay {
					want = "goes with you"
				}
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

// leadingNumbers returns the numbers that stand before the colon of a reason.
func leadingNumbers(t *testing.T, text string) []float64 {
	t.Helper()
	what, _, found := strings.Cut(strings.ReplaceAll(text, "−", "-"), ": ")
	if !found {
		t.Fatalf("%q gives no reason", text)
	}
	var numbers []float64
	for _, word := range regexp.MustCompile(`-?\d+(\.\d+)?`).FindAllString(regexp.MustCompile(`[A-G][b#]*-?\d+ `).ReplaceAllString(what, ""), -1) {
		number, err := strconv.ParseFloat(word, 64)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, number)
	}
	return numbers
}

// TestReasons_SayTheNumbersOfTheMusic compares what every reason says with
// what the composer is told at the start and at the end.
func TestReasons_SayTheNumbersOfTheMusic(t *testing.T) {
	for number := range uint64(200) {
		brief := drawnBrief(t, number+20000, 90)
		waypoints := brief.plan().Waypoints
		first, last := waypoints[0], waypoints[len(waypoints)-1]
		level := purposes[brief.Goal].loudness
		for _, c := range []struct {
			about     string
			from, to  float64
			precision float64
		}{
			{"tempo", first.BPM.Float(), last.BPM.Float(), 1},
			{"density", first.Density.Float(), last.Density.Float(), 0.1},
			{"register", first.Register.Float(), last.Register.Float(), 1},
			{"articulation", 100 * min(first.Articulation.Float(), 1), 100 * min(last.Articulation.Float(), 1), 1},
			{"attack", 1000 * first.Attack.Float(), 1000 * last.Attack.Float(), 1},
			{"brightness", first.Brightness.Float(), last.Brightness.Float(), 1},
			{"loudness", level + first.Level.Float(), level + last.Level.Float(), 1},
		} {
			said := leadingNumbers(t, about(brief.Reasons, c.about))
			if len(said) == 1 {
				said = append(said, said[0])
			}
			near := c.precision/2 + 0.13 // what the composer is told is rounded to 1/4096 of a second, too
			if len(said) != 2 || math.Abs(said[0]-c.from) > near || math.Abs(said[1]-c.to) > near {
				t.Errorf("%s: the music goes from %g to %g, and is said to: %q", caseOf(number+20000, brief), c.from, c.to, about(brief.Reasons, c.about))
			}
		}
		if opening := brief.opening(); !strings.HasPrefix(about(brief.Reasons, "mode"), opening.Tonic+" "+opening.Mode+": ") {
			t.Errorf("the piece begins in %s %s: %q", opening.Tonic, opening.Mode, about(brief.Reasons, "mode"))
		}
		if t.Failed() {
			return
		}
	}
}

// TestReasons_NameWhoPlays composes and looks for everybody who is heard.
func TestReasons_NameWhoPlays(t *testing.T) {
	for _, goal := range journal.Goals() {
		brief := mustBrief(t, goal, 12, 3)
		players, behind := about(brief.Reasons, "instruments"), about(brief.Reasons, "soundscapes")
		for _, e := range Compose(brief).Events {
			text := players
			if !e.Part.Plays() {
				text = behind
			}
			if name := strings.ReplaceAll(e.Part.String(), "-", " "); !strings.Contains(text, name) {
				t.Fatalf("%s: %s is heard, and it is said: %q", goal, name, text)
			}
		}
	}
}

// TestReasons_SayWhatTheJourneyDoes goes through the words about the way.
func TestReasons_SayWhatTheJourneyDoes(t *testing.T) {
	low, tense := rated(-0.8, -0.5, 0.3), rated(0, 0, 0.7)
	for _, c := range []struct {
		name    string
		goal    journal.Goal
		mood    journal.Mood
		minutes float64
		course  Course
		about   string
		want    string
	}{
		{"the usual way", journal.Calm, rated(0.2, 0, -0.3), 60, Course{}, "path", "starts close to you, then leads, then rests"},
		{"where you are", journal.Calm, rated(0.2, 0, -0.3), 60, Course{Start: StartHere}, "path", "starts where you are, then leads, then rests"},
		{"despair", journal.Listen, low, 90, Course{Start: StartHere}, "path", "starts where you are, as far as music should say it, then leads, then rests"},
		{"brighter", journal.Uplift, low, 90, Course{Start: StartBrighter}, "path", "starts on the brighter side of the way, then leads, then rests"},
		{"too short", journal.Uplift, low, 5, Course{}, "path", "starts close to you; 5 minutes are short for the distance, so it goes 14 % of the way and not too fast"},
		{"slowly", journal.Calm, rated(0.2, 0, -0.3), 60, Course{Slow: 1}, "slow", "it changes at 50 % of the usual rate: you asked for it"},
		{"nearer", journal.Calm, rated(0.2, 0, -0.3), 60, Course{Reach: -1}, "reach", "50 % less far than calm leads, inside its limits: you asked for it"},
		{"further", journal.Calm, rated(0.2, 0, -0.3), 60, Course{Reach: 0.5}, "reach", "25 % further than calm leads, inside its limits: you asked for it"},
		{"both starts are open to a low mood", journal.Uplift, low, 20, Course{}, "start", "you feel low: it could also start just where you are, or on the brighter side of the way"},
		{"and not spoken of when one was chosen", journal.Uplift, low, 20, Course{Start: StartBrighter}, "start", ""},
		{"stays", journal.Drift, tense, 20, Course{}, "path", "stays with how you feel, as far as music should say it"},
		{
			"sleep while tense", journal.Sleep, tense, 45,
			Course{Slow: 1},
			"path",
			"sleep goes straight to where it leads: you are tense, and tense music keeps awake\nanother course changes nothing here",
		},
		{"a skipped answer", journal.Calm, journal.Mood{Valence: journal.Rated(0.5), Tension: journal.Rated(0)}, 20, Course{}, "mood", "energy was skipped, and is taken from the middle"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := about(edited(t, c.mood, c.goal, c.minutes, c.course).Reasons, c.about); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestReasons_OfAWayThatIsNone has a listener who is where the goal leads, and
// one who wants no way at all.
func TestReasons_OfAWayThatIsNone(t *testing.T) {
	there := purposes[journal.Calm].target
	direct := journal.Taste{}.SetTo(journal.Dials{journal.Directness: 1})
	for _, c := range []struct {
		mood  journal.Mood
		taste journal.Taste
	}{
		{rated(there.valence, there.energy, there.tension), journal.Taste{}},
		{rated(-0.3, 0.2, 0.5), direct},
	} {
		brief, err := NewBrief(c.mood, journal.Calm, 20, c.taste, 1)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := about(brief.Reasons, "path"), "is where it leads from the first minute"; got != want {
			t.Errorf("from %+v: got %q, want %q", c.mood, got, want)
		}
	}
}

// TestReasons_OfWhatWasAskedFor says what plays, and does not, because
// somebody said so, and by how much dials are turned.
func TestReasons_OfWhatWasAskedFor(t *testing.T) {
	wanted, err := PartsOf("piano", "rain")
	if err != nil {
		t.Fatal(err)
	}
	refused, err := PartsOf("flute", "bell")
	if err != nil {
		t.Fatal(err)
	}
	taste := journal.Taste{}.SetTo(journal.Dials{journal.Tempo: -0.25, journal.Density: 0.5})
	brief, err := Options{Wanted: wanted, Refused: refused}.NewBrief(journal.Mood{}, journal.Calm, 20, taste, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := about(brief.Reasons, "wanted"), "piano and rain: you asked for it"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := about(brief.Reasons, "refused"), "no flute, no bell: you refused it"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := about(brief.Reasons, "dials"), "tempo −0.25, density +0.5, where ±1 is as far as calm allows"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if text := about(brief.Reasons, "instruments"); strings.Contains(text, "flute") || strings.Contains(text, "bell") {
		t.Errorf("what was refused is said to play: %q", text)
	}
}
