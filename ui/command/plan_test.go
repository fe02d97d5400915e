package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dulcet/generator"
	"dulcet/journal"
)

// plannedFor returns the brief of somebody tense, for a goal.
func plannedFor(t *testing.T, goal journal.Goal, minutes float64, course generator.Course) generator.Brief {
	t.Helper()
	mood := journal.Mood{Valence: journal.Rated(-0.4), Energy: journal.Rated(0.3), Tension: journal.Rated(0.35)}
	brief, err := generator.Options{Course: course}.NewBrief(mood, goal, minutes, journal.Taste{}, 7)
	if err != nil {
		t.Fatal(err)
	}
	return brief
}

// TestPlan_ReasonsSayTheNumbersOfTheJSON reads both as a script would and
// compares every number that stands in both.
func TestPlan_ReasonsSayTheNumbersOfTheJSON(t *testing.T) {
	number := regexp.MustCompile(`-?\d+(\.\d+)?`)
	for _, goal := range journal.Goals() {
		brief := plannedFor(t, goal, 20, generator.Course{})
		var out bytes.Buffer
		if err := writeJSON(&out, planOf(brief, brief.Mood)); err != nil {
			t.Fatal(err)
		}
		var got plan
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		for about, want := range map[string][]float64{
			"tempo": got.Music.BPM[:], "density": got.Music.NotesPerSecond[:], "loudness": got.Music.LoudnessLUFS[:],
			"register": {got.Music.Register}, "articulation": {100 * got.Music.Articulation},
			"attack": {got.Music.AttackMS}, "brightness": {got.Music.BrightnessHz},
		} {
			text := ""
			for _, reason := range got.Why {
				if reason.About == about {
					text, _, _ = strings.Cut(strings.ReplaceAll(reason.Text, "−", "-"), ": ")
				}
			}
			if about == "register" {
				_, text, _ = strings.Cut(text, "(") // after the name of the note
			}
			said := number.FindAllString(text, -1)
			if len(said) == 0 {
				t.Fatalf("%s: nothing is said of %s", goal, about)
			}
			for i, value := range want {
				word := said[min(i, len(said)-1)]
				spoken, err := strconv.ParseFloat(word, 64)
				if err != nil {
					t.Fatal(err)
				}
				precision := 1.0
				if strings.Contains(word, ".") {
					precision = 0.1
				}
				if math.Abs(spoken-value) > 0.56*precision { // both have been rounded
					t.Errorf("%s: %s is %g, and is said to be %s: %q", goal, about, value, word, text)
				}
			}
		}
		for _, point := range got.Journey {
			if math.Abs(point.Valence) > 100 || math.Abs(point.Energy) > 100 || math.Abs(point.Tension) > 100 {
				t.Errorf("%s: a mood of %+v", goal, point)
			}
		}
	}
}

// TestPlan_JSONHasItsShape holds the names that scripts rely on.
func TestPlan_JSONHasItsShape(t *testing.T) {
	brief := plannedFor(t, journal.Calm, 20, generator.Course{})
	var out bytes.Buffer
	if err := writeJSON(&out, planOf(brief, brief.Mood)); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	has := func(where any, names ...string) {
		t.Helper()
		object, ok := where.(map[string]any)
		if !ok {
			t.Fatalf("%v has no names", where)
		}
		for _, name := range names {
			if object[name] == nil {
				t.Errorf("there is no %s in %v", name, object)
			}
		}
	}
	has(got, "goal", "minutes", "seed", "mood", "journey", "music", "dials", "why")
	has(got["mood"], "valence", "energy", "tension")
	has(got["music"], "bpm", "notes_per_second", "mode", "tonic", "register", "articulation", "attack_ms", "brightness_hz", "loudness_lufs", "instruments", "soundscapes")
	has(got["dials"], "tempo", "density", "brightness", "warmth", "register", "colour", "nature", "pulse", "directness")
	for _, point := range got["journey"].([]any) {
		has(point, "minute", "valence", "energy", "tension", "phase")
	}
	for _, reason := range got["why"].([]any) {
		has(reason, "about", "text")
	}
}

func TestDrawing_FitsItsColumns(t *testing.T) {
	for _, goal := range journal.Goals() {
		for _, minutes := range []float64{1, 5, 20, 720} {
			journey := plannedFor(t, goal, minutes, generator.Course{Start: generator.StartHere}).Journey
			for columns := range 161 {
				lines := drawing(journey, columns)
				if columns >= 40 && len(lines) != 3*drawingRows+1 {
					t.Fatalf("%s in %d columns: %d lines", goal, columns, len(lines))
				}
				for _, line := range lines {
					if width := ansi.StringWidth(line); columns > 0 && width > columns || width > widestDrawing {
						t.Fatalf("%s, %g minutes, in %d columns: %d wide: %q", goal, minutes, columns, width, line)
					}
				}
			}
		}
	}
}

func TestDrawing_NamesThePhasesInTheirOrder(t *testing.T) {
	lines := drawing(plannedFor(t, journal.Calm, 20, generator.Course{}).Journey, 80)
	if got, want := strings.Fields(lines[len(lines)-1]), "[meet travel rest land]"; fmt.Sprint(got) != want {
		t.Errorf("the phases are %v, want %v", got, want)
	}
}

func TestDrawing_FallsWhereTheTensionFalls(t *testing.T) {
	brief := plannedFor(t, journal.Calm, 60, generator.Course{Start: generator.StartHere})
	lines := drawing(brief.Journey, 72)
	tension := lines[2*drawingRows : 3*drawingRows]
	left, right := ansi.Strip(ansi.Cut(tension[0], drawingLabel, drawingLabel+4)), ansi.StringWidth(tension[0])
	if strings.Trim(left, " ⠀") == "" || right > 60 {
		t.Errorf("the tension does not begin high and end low:\n%s", strings.Join(tension, "\n"))
	}
}
