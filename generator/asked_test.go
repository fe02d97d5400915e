package generator

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/words"
	"dulcet/journal"
)

func TestOptionsOf_isAllThatWasAskedFor(t *testing.T) {
	said := OptionsOf(words.Read("start where i am, no rush, rain and piano, no drums, box breathing"))
	if got := said.Wanted.Names(); !slices.Equal(got, []string{"piano", "rain"}) {
		t.Errorf("wanted are %v", got)
	}
	if got := said.Refused.Names(); !slices.Equal(got, []string{"kit"}) {
		t.Errorf("refused are %v", got)
	}
	if said.Course != (Course{Start: StartHere, Slow: 0.5}) {
		t.Errorf("the course is %+v", said.Course)
	}
	if said.Breath != (Breath{In: 4, Hold: 4, Out: 4, Rest: 4}) {
		t.Errorf("the breath is %+v", said.Breath)
	}
	if said := OptionsOf(words.Read("focus, 25/5, distract me")); said.Rounds != (Rounds{25, 5}) || said.Course.Start != StartBrighter {
		t.Errorf("asked for are %+v", said)
	}
	if said := OptionsOf(words.Read("meditate in silence, a bell every five minutes")); !said.Silence || said.Bells.Every != 5 {
		t.Errorf("asked for are %+v", said)
	}
	if none := OptionsOf(words.Read("")); none.Wanted|none.Refused != 0 || none.Course != (Course{}) || none.Breath != (Breath{}) {
		t.Errorf("nothing asks for %+v", none)
	}
}

// TestOptionsOf_canAlwaysBeAskedFor makes a brief of what a text can ask for at
// its most, for every goal.
func TestOptionsOf_canAlwaysBeAskedFor(t *testing.T) {
	for _, text := range []string{
		"cyclic sighing", "4-7-8", "box breathing", "120 minutes work, 60 minutes break", "a bell every 12 hours", "silence", "a bell every minute, 12 hours",
		"very slow, very dark, very sparse, very warm, no nature, no drums, no piano, no bells, no rain, start where i am, no rush",
	} {
		said := words.Read(text)
		for _, goal := range journal.Goals() {
			minutes := said.Minutes
			if minutes == 0 {
				minutes = DefaultMinutes(goal)
			}
			if _, err := OptionsOf(said).NewBrief(said.Mood, goal, minutes, journal.Taste{}.Asking(said.Dials), 7); err != nil {
				t.Errorf("%q for %s: %v", text, goal, err)
			}
		}
	}
}

// TestOptionsOf_everySentenceOfTheTableMakesABrief makes a brief of everything
// that the reader of words is tried on, for the goal it says and for another.
func TestOptionsOf_everySentenceOfTheTableMakesABrief(t *testing.T) {
	table, err := os.ReadFile(filepath.Join("words", "testdata", "sentences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	goals := journal.Goals()
	tried := 0
	for i, text := range strings.Split(string(table), "\n") {
		if text == "" || strings.HasPrefix(text, "\t") || strings.HasPrefix(text, "#") {
			continue
		}
		said := words.Read(text)
		for _, goal := range []journal.Goal{cmp.Or(said.Goal, journal.Drift), goals[i%len(goals)]} {
			taste := journal.Taste{Goal: goal}.Asking(said.Dials)
			brief, err := OptionsOf(said).NewBrief(said.Mood, goal, cmp.Or(said.Minutes, DefaultMinutes(goal)), taste, uint32(i))
			if err != nil {
				t.Errorf("%q for %s: %v", text, goal, err)
				continue
			}
			for _, share := range []float64{0, 0.5, 1} {
				m, to := brief.MusicAt(share*brief.Journey.Seconds), purposes[goal]
				if m.NotesPerSecond > to.density.high+1e-9 || m.BrightnessHz > to.brightness.high+1e-9 || m.AttackSeconds < to.attack.low-1e-9 {
					t.Errorf("%q for %s crosses a limit: %+v", text, goal, m)
				}
			}
			tried++
		}
	}
	if tried < 300 {
		t.Errorf("%d briefs were tried", tried)
	}
}
