package generator

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dulcet/generator/code"
	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/journal"
)

// drawOptions draws anything that may be asked for, most of it seldom.
func drawOptions(t *rapid.T) Options {
	number := func(name string, low, high float64) float64 {
		if rapid.Bool().Draw(t, "no "+name) {
			return 0
		}
		return rapid.Float64Range(low, high).Draw(t, name)
	}
	o := Options{
		Wanted:  Parts(rapid.Uint32().Draw(t, "wanted") & rapid.Uint32().Draw(t, "fewer wanted")),
		Refused: Parts(rapid.Uint32().Draw(t, "refused") & rapid.Uint32().Draw(t, "fewer refused")),
		Course:  Course{Start(rapid.IntRange(0, 2).Draw(t, "start")), number("reach", -1, 1), number("slow", 0, 1)},
		Rounds:  Rounds{number("work", 0, maxWorkMinutes), number("break", 0, maxBreakMinutes)},
		Bells: Bells{
			WarmUp: number("warm-up", 0, maxWarmUpMinutes), Every: number("every", 0, maxBellsMinutes),
			At: rapid.SliceOfN(rapid.Float64Range(0, 60), 0, 1).Draw(t, "bells"),
		},
		Silence:     rapid.Bool().Draw(t, "silence"),
		DawnMinutes: number("dawn", 0, MaxMinutes),
		Modulation:  number("modulation", 0, maxModulation),
	}
	if rapid.Bool().Draw(t, "breathes") {
		o.Breath = Breath{
			number("in", 0, maxBreathSeconds), number("hold", 0, maxBreathSeconds), number("out", 0, maxBreathSeconds),
			number("rest", 0, maxBreathSeconds), number("again", 0, maxAgainSeconds), rapid.Bool().Draw(t, "passive"),
		}
	}
	return o
}

// drawBrief draws any brief.
func drawBrief(t *rapid.T) Brief {
	var taste journal.Taste
	for dial := range taste.Offsets[:rapid.SampledFrom([]int{0, 1, 3, 9}).Draw(t, "dials")] {
		taste.Offsets[dial].Value = rapid.Float64Range(-1, 1).Draw(t, journal.Dial(dial).String())
	}
	minutes := rapid.Float64Range(MinMinutes, 40).Draw(t, "minutes")
	if rapid.Bool().Draw(t, "whole") {
		minutes = math.Round(minutes)
	}
	mood := drawMood(t)
	brief, err := drawOptions(t).NewBrief(rated(mood.valence, mood.energy, mood.tension), drawGoal(t), minutes, taste, rapid.Uint32().Draw(t, "seed"))
	if err != nil {
		t.Fatal(err)
	}
	return brief
}

// unreasoned is a brief without its reasons and what they are drawn from: they
// know what was learned and skipped, and a code does not.
func unreasoned(b Brief) Brief {
	return Brief{Seed: b.Seed, Goal: b.Goal, Minutes: b.Minutes, Mood: b.Mood, Dials: b.Dials, Options: b.Options, Journey: b.Journey}
}

func TestBrief_Code_gives_the_very_same_brief(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		brief := drawBrief(t)
		text := brief.Code()
		if len(text) == 0 || len(text) > code.MaxText {
			t.Fatalf("the code is %q", text)
		}
		recipe, err := ParseCode(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		again, err := recipe.Brief()
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if !reflect.DeepEqual(unreasoned(brief), unreasoned(again)) {
			t.Fatalf("%s of a brief with %+v gives one with %+v", text, brief.Options, again.Options)
		}
		if recipe.Engine != Engine || recipe.Difference() != "" {
			t.Fatalf("%s is of engine %d: %s", text, recipe.Engine, recipe.Difference())
		}
		if again.Code() != text || recipe.Code() != text {
			t.Fatalf("%s gives %s", text, again.Code())
		}
	})
}

func TestBrief_Code_gives_the_same_opening(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		brief := drawBrief(t)
		recipe, err := ParseCode(brief.Code())
		if err != nil {
			t.Fatal(err)
		}
		again, err := recipe.Brief()
		if err != nil {
			t.Fatal(err)
		}
		var first, second score.Span
		compose.New(brief.plan()).Next(&first)
		compose.New(again.plan()).Next(&second)
		if !reflect.DeepEqual(first, second) {
			t.Fatalf("%s begins differently", brief.Code())
		}
	})
}

// A record says what a brief was made from: made from it again, it is the same.
func TestNewBrief_of_what_it_keeps_is_the_same_brief(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		brief := drawBrief(t)
		var taste journal.Taste
		again, err := brief.Options.NewBrief(brief.Mood, brief.Goal, brief.Minutes, taste.SetTo(brief.Dials), brief.Seed)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(unreasoned(brief), unreasoned(again)) {
			t.Fatalf("a brief with %+v becomes one with %+v", brief.Options, again.Options)
		}
	})
}

func TestParseCode_refuses_any_one_wrong_sign(t *testing.T) {
	const signs = "0123456789abcdefghjkmnpqrstvwxyz"
	rapid.Check(t, func(t *rapid.T) {
		text := drawBrief(t).Code()
		at := rapid.IntRange(0, len(text)-1).Filter(func(i int) bool { return text[i] != '-' }).Draw(t, "place")
		wrong := rapid.SampledFrom([]byte(strings.ReplaceAll(signs, text[at:at+1], ""))).Draw(t, "sign")
		typed := text[:at] + string(wrong) + text[at+1:]
		_, err := ParseCode(typed)
		var mistake *code.MistakeError
		if !errors.As(err, &mistake) || mistake.Want != text[at:at+1] {
			t.Fatalf("%s for %s: %v", typed, text, err)
		}
	})
}

// longestRecipe is the recipe of a goal whose every number is as large in a code as it
// can be.
func longestRecipe(goal journal.Goal) Recipe {
	r := Recipe{
		Engine: 63, Goal: goal, Minutes: MaxMinutes - 1.0/minuteSteps, Seed: math.MaxUint32,
		Mood: rated(-0.01, -0.01, -0.01),
		Options: Options{
			Refused: 1<<score.PartCount - 1,
			Course:  Course{Start: StartBrighter, Reach: -1.0 / courseSteps, Slow: 1},
			Breath:  Breath{In: maxBreathSeconds, Hold: maxBreathSeconds, Out: maxBreathSeconds, Rest: maxBreathSeconds, Again: maxAgainSeconds},
		},
	}
	for dial := range r.Dials {
		r.Dials[dial] = -1.0 / journal.DialSteps
	}
	switch goal {
	case journal.Focus:
		r.Options.Rounds, r.Options.Modulation = Rounds{maxWorkMinutes, maxBreakMinutes}, maxModulation
	case journal.Sleep:
		r.Options.DawnMinutes = MaxMinutes
	case journal.Meditate:
		r.Options.Silence, r.Options.Bells = true, Bells{WarmUp: maxWarmUpMinutes, Every: maxBellsMinutes}
	}
	return r
}

func TestCode_of_the_worst_sitting_of_every_goal_fits(t *testing.T) {
	longest := 0
	for _, goal := range journal.Goals() {
		recipe := longestRecipe(goal)
		text, err := recipe.text()
		if err != nil || len(text) > code.MaxText {
			t.Errorf("%s: %q has %d characters, %v", goal, text, len(text), err)
			continue
		}
		longest = max(longest, len(text))
		parsed, err := ParseCode(text)
		if err != nil || !reflect.DeepEqual(parsed, recipe) {
			t.Errorf("%s: %s is read as %+v, %v", goal, text, parsed, err)
		}
		brief, err := parsed.Brief()
		if err != nil || !reflect.DeepEqual(brief.Options, recipe.Options) || brief.Dials != recipe.Dials || brief.Mood != recipe.Mood || brief.Minutes != recipe.Minutes {
			t.Errorf("%s: the worst is no brief: %+v, %v", goal, brief, err)
		}
	}
	if longest < code.MaxText-3 {
		t.Errorf("the longest has %d characters: this is not the worst", longest)
	}
}

func TestNewBrief_refuses_only_bells_for_want_of_room_in_the_code(t *testing.T) {
	bells := func(count int) Options {
		o := Options{Bells: Bells{WarmUp: 1}}
		for i := range count {
			o.Bells.At = append(o.Bells.At, float64(7*i+5))
		}
		return o
	}
	brief, err := bells(12).NewBrief(rated(0.2, -0.4, 0.6), journal.Meditate, 90, journal.Taste{}, math.MaxUint32)
	if err != nil || len(brief.Options.Bells.At) != 12 || len(brief.Code()) > code.MaxText {
		t.Errorf("a dozen bells: %q, %v", brief.Code(), err)
	}
	_, err = bells(60).NewBrief(rated(0.2, -0.4, 0.6), journal.Meditate, 600, journal.Taste{}, 1)
	if !errors.Is(err, ErrOptions) || !strings.HasPrefix(err.Error(), "60 bells cannot be asked for: ") {
		t.Errorf("sixty bells: %v", err)
	}
}

func TestParseCode_reads_codes_that_are_written_down_somewhere(t *testing.T) {
	taste := journal.Taste{}
	taste.Offsets[journal.Tempo].Value, taste.Offsets[journal.Brightness].Value = -0.25, 0.1
	wanted, _ := PartsOf("rain", "piano")
	refused, _ := PartsOf("kit")
	plain, err := NewBrief(rated(-0.2, 0.3, 0.6), journal.Calm, 20, journal.Taste{}, 7)
	if err != nil {
		t.Fatal(err)
	}
	learned, err := NewBrief(rated(0, -0.65, 0.4), journal.Sleep, 45.5, taste, 3_000_000_000)
	if err != nil {
		t.Fatal(err)
	}
	rich, err := Options{
		Wanted: wanted, Refused: refused, Course: Course{StartHere, -0.5, 0.3},
		Breath: Breath{In: 4, Out: 6}, Rounds: Rounds{25, 5}, Modulation: 0.25,
	}.NewBrief(rated(0.1, 0.2, 0.3), journal.Focus, 120, journal.Taste{}, 12345)
	if err != nil {
		t.Fatal(err)
	}
	for text, brief := range map[string]Brief{
		"90w00-000gs-c9ke2-mg6r":                    plain,
		"9g00y-2m5bv-jys3y-hccap-7s666":             learned,
		"9r47g-1000z-pj4h3-pq8ms-1b0dd-2h5md-4cmw9": rich,
	} {
		recipe, err := ParseCode(text)
		if err != nil {
			t.Errorf("%s (%s now): %v", text, brief.Code(), err)
			continue
		}
		again, err := recipe.Brief()
		if err != nil || recipe.Engine != 2 || !reflect.DeepEqual(unreasoned(again), unreasoned(brief)) {
			t.Errorf("%s, %s now, is read as %+v, %v", text, brief.Code(), recipe, err)
		}
	}
}

func TestParseCode_says_what_it_cannot_read(t *testing.T) {
	of := func(numbers ...uint64) string {
		var w code.Writer
		for i := 0; i < len(numbers); i += 2 {
			w.Put(numbers[i], numbers[i+1])
		}
		text, err := w.Text()
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	sitting := []uint64{codeFormat, 4, Engine, 64, 0, 16, 7, 1 << 32, 0, 201, 0, 201, 0, 201}
	for text, want := range map[string]error{
		of(2, 4, 1, 1<<40):                    ErrCodeFormat,
		of(0, 4):                              ErrCodeFormat,
		of(codeFormat, 4, Engine, 64, 14, 16): ErrCodeContent, // no goal
		of(sitting...):                        ErrCodeContent, // no minutes
		of(append(slices.Clone(sitting), 720, 721, 1, 2, 5, 600)...):                        ErrCodeContent, // too many
		of(append(slices.Clone(sitting), 20, 721, 0, 2, 0, 3, 0, 2, 0, 2, 1<<60, 1<<61)...): ErrCodeContent, // more parts than there are
		"hullo": code.ErrSign,
	} {
		if _, err := ParseCode(text); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
	recipe, err := ParseCode(of(append(slices.Clone(sitting), 20, 721)...))
	if err != nil || recipe.Minutes != 20 || recipe.Seed != 7 || recipe.Goal != journal.Calm {
		t.Errorf("a plain sitting is read as %+v, %v", recipe, err)
	}
}

// Whatever is typed right is a sitting or is refused, and nothing panics.
func TestParseCode_of_anything_gives_a_brief_or_an_error(t *testing.T) {
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		var w code.Writer
		w.Put(codeFormat, 4)
		w.Put(rapid.Uint64Range(0, 63).Draw(t, "engine"), 64)
		w.Put(rapid.Uint64Range(0, 15).Draw(t, "goal"), 16)
		for range rapid.IntRange(0, 20).Draw(t, "numbers") {
			w.Put(rapid.Uint64Range(0, 2400).Draw(t, "number"), 2401)
		}
		text, err := w.Text()
		if err != nil {
			t.Fatal(err)
		}
		recipe, err := ParseCode(text)
		if errors.Is(err, ErrCodeContent) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		read++
		if brief, err := recipe.Brief(); err != nil || brief.Goal != recipe.Goal {
			t.Fatalf("%s: %+v: %v", text, recipe, err)
		}
	})
	if read == 0 {
		t.Error("nothing was read: this tests nothing")
	}
}

func TestRecipe_Difference_names_both_engines(t *testing.T) {
	for engine, want := range map[int]string{Engine - 1: "and this is", Engine + 1: "newer than"} {
		if text := (Recipe{Engine: engine}).Difference(); !strings.Contains(text, want) || !strings.Contains(text, "may differ") {
			t.Errorf("engine %d: %q", engine, text)
		}
	}
}

func TestBrief_Code_is_empty_for_what_NewBrief_did_not_make(t *testing.T) {
	for _, brief := range []Brief{{}, {Minutes: 20}, {Goal: "clam", Minutes: 20}, {Goal: journal.Calm}, {Goal: journal.Calm, Minutes: math.NaN()}} {
		if text := brief.Code(); text != "" {
			t.Errorf("%+v has the code %s", brief, text)
		}
	}
}

// Every goal and every part has a number of its own in codes.
func TestCode_has_room_for_every_goal_and_part(t *testing.T) {
	for _, goal := range journal.Goals() {
		if !slices.Contains(codeGoals[:], goal) {
			t.Errorf("%s has no number in codes: add it at the end", goal)
		}
	}
	known := map[score.Part]bool{}
	for _, part := range codeParts {
		known[part] = true
	}
	if len(known) != int(score.PartCount) {
		t.Errorf("%d of %d parts have a number in codes: add what is missing at the end", len(known), score.PartCount)
	}
	if len(codeParts) != len(known) {
		t.Error("a part has two numbers in codes")
	}
}

func BenchmarkBrief_Code(b *testing.B) {
	brief := mustBrief(b, journal.Calm, 20, 7)
	for b.Loop() {
		if _, err := ParseCode(brief.Code()); err != nil {
			b.Fatal(err)
		}
	}
}
