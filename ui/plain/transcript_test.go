package plain

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dulcet/journal"
	"dulcet/ui"
)

var update = flag.Bool("update", false, "write the transcripts of testdata anew")

// said runs the plain mode over the lines, after which its input ends, and
// returns what it said.
func said(t *testing.T, cfg ui.Config, lines ...string) string {
	t.Helper()
	var out strings.Builder
	in := strings.Join(lines, "\n")
	if len(lines) > 0 {
		in += "\n"
	}
	if err := Run(context.Background(), cfg, strings.NewReader(in), &out); err != nil {
		t.Fatalf("after %q: %v", lines, err)
	}
	checkSpoken(t, out.String())
	return out.String()
}

// leaving are the lines that an end of the input has said.
var leaving = []string{"fading out.\n", "all is saved. take care.\n", "what you had begun is saved, and offered again at the next start.\n", ""}

// transcript is what is said line for line, with what was typed between. It runs
// the plain mode once for every line, so that the input also ends at every
// prompt.
func transcript(t *testing.T, made func() ui.Config, lines []string) string {
	t.Helper()
	var text strings.Builder
	before := strings.SplitAfter(said(t, made()), "\n")
	at := 0 // lines of before that are in the text
	for i, line := range lines {
		after := strings.SplitAfter(said(t, made(), lines[:i+1]...), "\n")
		same := len(before)
		for same > 0 && slices.Contains(leaving, before[same-1]) {
			same--
		}
		text.WriteString(strings.Join(before[at:max(at, same)], ""))
		text.WriteString("> " + line + "\n")
		before, at = after, max(at, same)
	}
	text.WriteString(strings.Join(before[at:], ""))
	return text.String()
}

// aWeek is a journal with a few days in it.
func aWeek() *fakeJournal {
	in := &fakeJournal{}
	for day := range 6 {
		at := evening.AddDate(0, 0, day-6)
		before := journal.CheckIn{ID: in.NewID(at), Stamp: journal.StampAt(at), When: journal.Before, Mood: mood(40, 60, 70), Words: []string{"wired"}}
		after := journal.CheckIn{ID: in.NewID(at), Stamp: journal.StampAt(at.Add(20 * time.Minute)), When: journal.After, Mood: mood(60, 50, 30), Note: "better\nthan it was"}
		sitting := journal.Sitting{
			ID: in.NewID(at), Stamp: journal.StampAt(at), Goal: journal.Calm, Minutes: 20, Seed: uint32(day), Ended: journal.Landed,
			Frames: 20 * 60 * 48000, Before: &before.ID, After: &after.ID, Favourite: day == 3, Kept: []int64{100 * 48000},
		}
		before.Sitting, after.Sitting = &sitting.ID, &sitting.ID
		in.history.CheckIns = append(in.history.CheckIns, before, after)
		in.history.Sittings = append(in.history.Sittings, sitting)
	}
	at := evening.Add(-12 * time.Hour)
	in.history.CheckIns = append(in.history.CheckIns, journal.CheckIn{
		ID: in.NewID(at), Stamp: journal.StampAt(at), When: journal.Alone, Mood: journal.Mood{Energy: journal.Rated(-0.4)},
	})
	return in
}

// mood is one in points of 0 to 100.
func mood(valence, energy, tension float64) journal.Mood {
	rated := func(points float64) journal.Rating { return journal.Rated((points - 50) / 50) }
	return journal.Mood{Valence: rated(valence), Energy: rated(energy), Tension: rated(tension)}
}

func TestTranscripts(t *testing.T) {
	for name, test := range map[string]struct {
		in    func() *fakeJournal
		setup func(*ui.Config)
		lines []string
	}{
		"the first time, answering everything": {lines: []string{
			"60", "warm", "30", "80", "?", "anx, sad", "wired, can't sleep, rain and soft piano", "take away rain", "",
			"a note for later", "with a second line", "", "?", "unw", "half an hour", "journey", "more", "warmer", "start here",
			"rounds 25/5", "breath box", "yes", "with bass", "no piano", "", "brighter", "more bass", "why", "note it carries",
			"time", "sing", "hard", "note", "many", "lines", "", "stop", "70", "40", "50", "calm", "", "yes", "log", "quit",
		}},
		"skipping everything": {lines: []string{"", "", "", "", "", "", "", "", "", "home", "", "", "", "", "", "", "quit"}},
		"going back loses nothing": {lines: []string{
			"60", "30", "back", "back", "", "40", "20", "tense", "back", "no tense, calm", "", "one", "", "one", "back", "clear", "two", "",
			"9", "back", "med", "45", "box breathing", "softer", "focus", "15", "rounds 25/5", "usual", "home", "quit",
		}},
		"straight to the music": {in: aWeek, lines: []string{"play", "pause", "time", "resume", "quiet", "help", "home", "play", "quit"}},
		"looking back and setting things": {in: aWeek, lines: []string{
			"log", "log 2", "show 1", "show 99", "favourites", "favourite 2", "trend", "trend 12", "trend 0", "set motion", "set motion none",
			"set motion fast", "set discreet on", "log 3", "set", "help", "again 7", "again 2", "stop", "", "", "", "", "", "", "quit",
		}},
		"changing it in words": {lines: []string{
			"", "", "", "", "", "", "", "", "start brighter", "start there", "further", "less far", "less far", "take your time", "darker",
			"a little slower", "sigh", "breath", "breath holotropic", "breath box", "no", "breath box", "yes", "breath usual", "rain as usual",
			"with rain and wind", "no drums", "rounds 25/5", "focus", "rounds 50", "90 minutes", "721", "sleep", "dawn 20", "longer", "why", "home", "quit",
		}},
		"meditating with guidance": {
			setup: func(cfg *ui.Config) { cfg.Goal, cfg.Minutes = journal.Meditate, 20 },
			lines: []string{"play", "guide", "guide", "note", "a", "b", "", "journey", "quiet", "quit"},
		},
		"looking at one sitting":            {in: aWeek, lines: []string{"show 4", "favourite 4", "favourites", "favourite 1", "log x", "log 0", "back", "quit"}},
		"keeping the answers without music": {in: aWeek, lines: []string{"", "70", "", "", "", "", "", "", "", "keep", "log 1", "quit"}},
		"a goal and words from the command line": {
			setup: func(cfg *ui.Config) { cfg.Goal, cfg.Minutes, cfg.Said = journal.Sleep, 45, "exhausted, rain please" },
			lines: []string{"", "", "", "", "", "", "", "", "", "time", "home", "quit"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			made := func() ui.Config {
				in := &fakeJournal{}
				if test.in != nil {
					in = test.in()
				}
				cfg, _ := fakeConfig(in)
				if test.setup != nil {
					test.setup(&cfg)
				}
				return cfg
			}
			got := transcript(t, made, test.lines)
			path := filepath.Join("testdata", strings.ReplaceAll(strings.ReplaceAll(name, ",", ""), " ", "_")+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the transcript differs from %s (-update writes it anew):\n%s", path, difference(string(want), got))
			}
		})
	}
}

// difference shows the first lines in which two texts differ.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	shown := func(lines []string) string {
		return strings.Join(slices.Clone(lines[max(0, at-2):min(len(lines), at+6)]), "\n")
	}
	return "want\n" + shown(a) + "\ngot\n" + shown(b)
}
