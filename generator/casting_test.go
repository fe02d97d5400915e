package generator

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// asking makes the brief of somebody without a mood who asks for options.
func asking(t testing.TB, goal journal.Goal, minutes float64, o Options, seed uint32) Brief {
	t.Helper()
	brief, err := o.NewBrief(journal.Mood{}, goal, minutes, journal.Taste{}, seed)
	if err != nil {
		t.Fatal(err)
	}
	return brief
}

// heardIn returns which parts the score of a brief has.
func heardIn(brief Brief) (heard Parts) {
	for _, e := range Compose(brief).Events {
		heard |= partSet(e.Part)
	}
	return heard
}

const everything = Parts(1)<<score.PartCount - 1

// What is refused never plays, what a goal never plays does not play for those
// who ask for it, and what is not built is not asked for.
func TestCast_plays_nothing_that_is_refused_or_barred(t *testing.T) {
	count := 40
	if testing.Short() {
		count = 5
	}
	for _, goal := range journal.Goals() {
		for seed := range uint32(count) {
			random := rand.New(rand.NewPCG(uint64(seed), 7))
			draw := func() Parts { return Parts(random.Uint32()) & everything }
			o := Options{Wanted: draw(), Refused: draw()}
			o.Wanted &= draw() // few
			brief := asking(t, goal, 6, o, seed)
			heard := heardIn(brief)
			if wrong := heard & (o.Refused | barredFrom(goal)); wrong != 0 {
				t.Errorf("%s, seed %d, wanted %v, refused %v: %v play", goal, seed, o.Wanted.Names(), o.Refused.Names(), wrong.Names())
			}
			if unbuilt := heard &^ partsOf(brief); unbuilt != 0 {
				t.Errorf("%s, seed %d: %v are asked for and not built", goal, seed, unbuilt.Names())
			}
		}
	}
}

// Every instrument and soundscape that somebody asks for, alone, is heard
// wherever the goal allows it.
func TestCast_plays_what_is_wanted(t *testing.T) {
	for _, goal := range journal.Goals() {
		for part := range score.PartCount {
			if barredFrom(goal).has(part) || testing.Short() && int(part)%5 != 0 {
				continue
			}
			brief := asking(t, goal, 12, Options{Wanted: partSet(part)}, 3)
			var notes int
			for _, e := range Compose(brief).Events {
				if e.Part == part {
					notes++
				}
			}
			least := map[bool]int{true: 10, false: 1}[part < score.Bowl]
			if notes < least {
				t.Errorf("%s: %v is wanted and has %d events", goal, part, notes)
			}
		}
	}
}

func TestCast_lets_a_wanted_instrument_lead(t *testing.T) {
	for _, name := range []string{"harp", "kalimba", "electric-piano"} {
		wanted, err := PartsOf(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range Compose(asking(t, journal.Uplift, 10, Options{Wanted: wanted}, 4)).Events {
			if e.Role == score.Melody && !wanted.has(e.Part) {
				t.Fatalf("%v leads where %s was wanted", e.Part, name)
			}
		}
	}
}

// A soundscape that was asked for is there from the first frame, at one level,
// and the landing takes it away; no other comes.
func TestCast_keeps_a_wanted_soundscape_from_start_to_landing(t *testing.T) {
	for _, goal := range []journal.Goal{journal.Calm, journal.Energise, journal.Sleep, journal.Drift} {
		brief := asking(t, goal, 15, Options{Wanted: partsIn(score.Rain)}, 5)
		sheet := Compose(brief)
		landing := sheet.Sections[len(sheet.Sections)-1].Frame
		var levels []float64
		for _, e := range sheet.Events {
			switch {
			case e.Part.Bed() && e.Part != score.Rain:
				t.Errorf("%s: %v sounds beside the rain that was asked for", goal, e.Part)
			case e.Part == score.Rain && e.Frame < landing:
				levels = append(levels, e.Velocity.Float())
				if len(levels) == 1 && e.Frame != 0 {
					t.Errorf("%s: the rain begins at %.1f s", goal, float64(e.Frame)/Rate)
				}
			}
		}
		if len(levels) != 1 || levels[0] < 0.2 {
			t.Errorf("%s: the rain has the levels %v before the landing, want one", goal, levels)
		}
	}
}

func TestCast_is_still_music_without_piano_strings_and_bass(t *testing.T) {
	refused, err := PartsOf("piano", "strings", "bass", "upright-bass")
	if err != nil {
		t.Fatal(err)
	}
	for _, goal := range journal.Goals() {
		var roles [score.Scenery + 1]int
		for _, e := range Compose(asking(t, goal, 12, Options{Refused: refused}, 6)).Events {
			roles[e.Role]++
		}
		if roles[score.Harmony] < 20 || roles[score.Melody] < 8 || roles[score.Ground] != 0 {
			t.Errorf("%s has %d notes of harmony, %d of melody and %d of a bass", goal, roles[score.Harmony], roles[score.Melody], roles[score.Ground])
		}
	}
}

// Who refuses everything gets silence of the length that was asked for.
func TestCast_of_nobody_is_silent(t *testing.T) {
	brief := asking(t, journal.Calm, 1, Options{Refused: everything}, 7)
	if heard := heardIn(brief); heard != 0 {
		t.Errorf("%v play", heard.Names())
	}
	out := stream(New(brief), 61*Rate, constant(4800))
	if len(out) != 60*Rate {
		t.Fatalf("%d frames, want a minute", len(out))
	}
	if peak := loudest(out); peak > 1e-4 {
		t.Errorf("it peaks at %g", peak)
	}
	if !slices.ContainsFunc(brief.Reasons, func(r Reason) bool { return strings.Contains(r.Text, "nothing is left") }) {
		t.Error("no reason says so")
	}
}

func TestOptions_within_says_what_is_left_out_and_why(t *testing.T) {
	brief := asking(t, journal.Ground, 15, Options{Wanted: partsIn(score.Bell, score.Choir, score.Rain), Refused: partsIn(score.Rain)}, 1)
	if brief.Options.Wanted != 0 {
		t.Errorf("%v are still wanted", brief.Options.Wanted.Names())
	}
	said := about(brief.Reasons, "parts")
	for _, want := range []string{
		"rain was both asked for and refused: it does not play",
		"bell: left out, nothing is struck or rings in ground",
		"choir: left out, nothing breathes, whispers or sings in ground",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("the reasons do not say %q:\n%s", want, said)
		}
	}
}
