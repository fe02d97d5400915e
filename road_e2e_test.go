//go:build e2e

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// soon is how long a screen may take to come on a busy machine.
const soon = 15 * time.Second

// A road is the way of somebody through the real program: keys, and what the
// screen must show after them.
type road []struct {
	keys  []string
	shows string // several, with bars between them: any
}

func (r road) walk(t *testing.T, screen *terminal) {
	t.Helper()
	for _, step := range r {
		screen.send(t, step.keys...)
		screen.waitFor(t, step.shows, soon)
	}
}

// TestRoad_OnTheScreens goes the whole road of the first day, and comes back for
// the second time.
func TestRoad_OnTheScreens(t *testing.T) {
	binary := build(t)
	data := filepath.Join(t.TempDir(), "data")
	screen := startTerminal(t, os.Environ(), binary+" --silent --data "+data)
	road{
		{nil, "not therapy"},
		{nil, "how is it right now?"},
		// Words, a note, and one's own words on the way through the questions.
		{[]string{"3", "Enter", "w"}, "words for it"},
		{[]string{"Space", "Right", "Space", "Enter"}, " · "},
		{[]string{"2", "Enter", "n"}, "a note"},
		{[]string{"long", "Space", "day", "Escape"}, "“long day”"},
		{[]string{"t"}, "in your own words"},
		{[]string{"rain,", "Space", "10", "Space", "minutes"}, "· rain"},
		{[]string{"Enter", "8", "Enter"}, "what for?"},
		{[]string{"j"}, "the journey"},
		{[]string{"Down", "Right", "Right"}, "+0.2"},
		{[]string{"Enter"}, "pause"},
		// The music, and what can be asked of it.
		{[]string{"b"}, "brighter"},
		{[]string{"v"}, "rain"},
		{[]string{"Escape", "w"}, "why it sounds like this"},
		{[]string{"Escape", "n"}, "a note"},
		{[]string{"a", "Space", "good", "Space", "bar", "Escape", "Space"}, "paused"},
		{[]string{"Space", "s"}, "and now?"},
		{[]string{"6", "Enter", "5", "Enter", "3", "Enter"}, "saved"},
		{[]string{"f"}, "favourite"},
		{[]string{"Enter"}, "today"},
		// Looking back, and what can be set.
		{[]string{"b"}, "looking back"},
		{[]string{"Enter"}, "long day"},
		{[]string{"Escape", "Tab"}, "after music|days"},
		{[]string{"Escape", "c"}, "settings"},
		{[]string{"Down", "Right", "Escape"}, "today"},
		{[]string{"!"}, "findahelpline"},
		{[]string{"Escape", "?"}, "keys"},
	}.walk(t, screen)
	screen.send(t, "Escape", "q")
	screen.waitForEnd(t, soon)

	again := startTerminal(t, os.Environ(), binary+" --silent --data "+data)
	road{{nil, "today"}, {[]string{"b"}, "calm|unwind|ground|breathe"}}.walk(t, again)
	again.send(t, "q")
	again.waitForEnd(t, soon)
	checkKept(t, binary, data)
	if theme := run(t, exec.Command(binary, "settings", "--json", "--data", data)); !strings.Contains(theme, "theme") {
		t.Errorf("the settings are %s", theme)
	}
}

// TestRoad_InSentences goes the same road without a screen.
func TestRoad_InSentences(t *testing.T) {
	binary := build(t)
	data := filepath.Join(t.TempDir(), "data")
	screen := startTerminal(t, os.Environ(), binary+" --plain --silent --data "+data)
	say := func(text, shows string) {
		t.Helper()
		run(t, screen.tmux("send-keys", "-t", "main", "-l", text))
		screen.send(t, "Enter")
		screen.waitFor(t, shows, soon)
	}
	screen.waitFor(t, "how is it right now", soon)
	say("30", "no energy")
	say("20", "at ease")
	say("80", "which words fit")
	say("wired", "own words")
	say("rain, 10 minutes", "understood: ")
	say("", "a note for yourself")
	say("long day", "long day")
	say("", "what for?")
	say("calm", "for how long?")
	say("", "enter plays")
	say("journey", "enter plays")
	say("", "playing calm")
	say("brighter", "brighter")
	say("note a good bar", "a good bar")
	say("stop", "how is it now|and now")
	say("60", "energy")
	say("50", "at ease")
	say("30", "which words fit|a note")
	for range 3 { // what can be left out
		if strings.Contains(screen.text(), "what now?") {
			break
		}
		screen.send(t, "Enter")
	}
	screen.waitFor(t, "what now?", soon)
	say("log", "stopped")
	run(t, screen.tmux("send-keys", "-t", "main", "-l", "quit"))
	screen.send(t, "Enter")
	screen.waitForEnd(t, soon)
	checkKept(t, binary, data)
}

// build makes the program.
func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "dulcet")
	run(t, exec.Command("go", "build", "-o", binary, "."))
	return binary
}

// checkKept expects one stopped sitting with its answers before and after, and
// every word that was written.
func checkKept(t *testing.T, binary, data string) {
	t.Helper()
	out := run(t, exec.Command(binary, "log", "--json", "--data", data))
	var notes []string
	sittings := 0
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var record struct {
			Kind, Ended, Note, Code string
			Before, After           *string
		}
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatalf("log line %q: %v", line, err)
		}
		if record.Note != "" {
			notes = append(notes, record.Note)
		}
		if record.Kind == "sitting" {
			sittings++
			if record.Ended != "stopped" || record.Before == nil || record.After == nil || record.Code == "" {
				t.Errorf("the sitting is kept as %s", line)
			}
		}
	}
	written := strings.Join(notes, " ")
	if sittings != 1 || !strings.Contains(written, "long day") || !strings.Contains(written, "good bar") {
		t.Errorf("%d sittings and the notes %q are kept:\n%s", sittings, notes, out)
	}
}
