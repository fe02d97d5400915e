package journal

import (
	"errors"
	"strings"
	"testing"
)

func TestParseGoal(t *testing.T) {
	for _, goal := range Goals() {
		for _, name := range []string{string(goal), " " + strings.ToUpper(string(goal)) + "\n"} {
			if got, err := ParseGoal(name); err != nil || got != goal {
				t.Errorf("%q: got %q, %v", name, got, err)
			}
		}
		if goal.About() == "" {
			t.Errorf("%s says nothing about itself", goal)
		}
	}
	for name, advice := range map[string]string{
		"energize":   "did you mean energise?",
		"slep":       "did you mean sleep?",
		"foucs":      "did you mean focus?",
		"meditation": "did you mean meditate?",
		"uplifting":  "did you mean uplift?",
		"clam":       "did you mean calm?",
		"unlift":     "did you mean uplift, unwind or drift?",
		"zebra":      "the goals are calm, unwind, sleep, focus, uplift, energise, meditate, breathe, move, listen, ground, reflect and drift",
		"":           "the goals are calm, ",
	} {
		_, err := ParseGoal(name)
		if !errors.Is(err, ErrGoal) || !strings.Contains(err.Error(), advice) {
			t.Errorf("%q: got %v, want %q", name, err, advice)
		}
	}
	if _, err := ParseGoal("\x1b[31m"); err == nil || strings.ContainsRune(err.Error(), '\x1b') {
		t.Errorf("got %q, want no control characters", err)
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "calm", 4}, {"calm", "calm", 0}, {"kitten", "sitting", 3}, {"flaw", "lawn", 2}} {
		if got := editDistance(c.a, c.b); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := editDistance(c.b, c.a); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestDials_JSON(t *testing.T) {
	for d := range dialCount {
		if got, err := ParseDial(d.String()); err != nil || got != d {
			t.Errorf("%v: got %v, %v", d, got, err)
		}
	}
	if _, err := ParseDial("volume"); err == nil || !strings.HasSuffix(err.Error(), "the dials are tempo, density, brightness, warmth, register, colour, nature, pulse and directness") {
		t.Errorf("got %v, want an error that names the dials", err)
	}
	dials := Dials{Warmth: 1}
	if err := dials.UnmarshalJSON([]byte(`{"tempo":-0.3}`)); err != nil || dials != (Dials{Tempo: -0.3}) {
		t.Errorf("got %v, %v", dials, err)
	}
	if err := dials.UnmarshalJSON([]byte(`{"volume":11}`)); err == nil {
		t.Error("a dial that there is not was read")
	}
	if err := dials.UnmarshalJSON([]byte(`[1]`)); err == nil {
		t.Error("a list was read")
	}
}
