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
	for name, nearest := range map[string]string{"energize": "energise", "slep": "sleep", "foucs": "focus", "meditation": "meditate", "uplifting": "uplift"} {
		_, err := ParseGoal(name)
		if !errors.Is(err, ErrGoal) || !strings.Contains(err.Error(), "did you mean "+nearest+",") {
			t.Errorf("%q: got %v, want %s as the nearest", name, err, nearest)
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
	if _, err := ParseDial("volume"); err == nil || !strings.Contains(err.Error(), "tempo") {
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
