package command

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"pgregory.net/rapid"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/store"
)

// TestAgainCommand composes sittings of somebody whose usual mood is known,
// and what "dulcet show" names to hear them again, in an empty journal.
func TestAgainCommand(t *testing.T) {
	now := time.Date(2026, 11, 21, 22, 0, 0, 0, time.UTC)
	rating := rapid.Map(rapid.Float64Range(-1, 1), journal.Rated)
	skippable := rapid.OneOf(rating, rapid.Just(journal.Rating{}))
	rapid.Check(t, func(t *rapid.T) {
		var history journal.History
		for range 5 {
			history.CheckIns = append(history.CheckIns, journal.CheckIn{Stamp: journal.StampAt(now), When: journal.Alone, Mood: journal.Mood{
				Valence: rating.Draw(t, "usual valence"), Energy: rating.Draw(t, "usual energy"), Tension: rating.Draw(t, "usual tension"),
			}})
		}
		asked := request{
			goal:    rapid.SampledFrom(journal.Goals()).Draw(t, "goal"),
			minutes: minutesFlag{rapid.Float64Range(1, 2).Draw(t, "minutes")},
			seed:    seedFlag{rapid.Uint32().Draw(t, "seed"), true},
			mood:    moodFlag{journal.Mood{Valence: skippable.Draw(t, "valence"), Energy: skippable.Draw(t, "energy"), Tension: skippable.Draw(t, "tension")}},
		}
		made, err := asked.fill(history, now)
		if err != nil {
			t.Fatal(err)
		}
		kept := journal.Sitting{
			Goal: made.brief.Goal, Minutes: made.brief.Minutes, Seed: made.brief.Seed,
			Mood: made.brief.Mood, Dials: made.brief.Dials,
		}
		if rapid.Bool().Draw(t, "with a code") {
			kept.Code = made.brief.Code()
		}
		line := againCommand(kept)
		again, err := requestOf(strings.TrimPrefix(line, "dulcet play ")).fill(journal.History{}, now)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(scoreOf(t, again.brief), scoreOf(t, made.brief)) {
			t.Fatalf("%q plays another piece", line)
		}
	})
}

// requestOf parses the words behind "dulcet play".
func requestOf(line string) *request {
	var asked request
	cmd := &cobra.Command{Use: "play", RunE: func(*cobra.Command, []string) error { return nil }}
	asked.register(cmd)
	cmd.SetArgs(strings.Fields(line))
	must(cmd.Execute())
	return &asked
}

// scoreOf returns the whole piece as text.
func scoreOf(t *rapid.T, brief generator.Brief) []byte {
	var score bytes.Buffer
	if err := generator.Compose(brief).WriteJSON(&score); err != nil {
		t.Fatal(err)
	}
	return score.Bytes()
}

func TestShow_brokenOff(t *testing.T) {
	t.Run("a sitting of yesterday without an end was broken off", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		kept, err := store.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now().Add(-24 * time.Hour)
		sitting := journal.Sitting{
			ID: kept.NewID(began), Stamp: journal.StampAt(began), Goal: journal.Calm, Minutes: 20,
			Frames: 5 * 60 * generator.Rate, Propensity: 1, Ended: journal.Killed,
		}
		if err := kept.SaveSitting(sitting); err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct{ args, want string }{
			{"log", "calm, 5 of 20 minutes, broken off\n"},
			{"show " + sitting.ID, "heard    5 of 20 minutes, broken off\n"},
			{"show --json " + sitting.ID, `"ended":"killed"`},
		} {
			out, err := exec.Command("dulcet", append([]string{"--data", dir}, strings.Fields(c.args)...)...).CombinedOutput()
			if err != nil || !strings.Contains(string(out), c.want) {
				t.Errorf("dulcet %s says %q (%v), want %q", c.args, out, err, c.want)
			}
		}
	})
}
