package ui

import (
	"encoding/json"
	"reflect"
	"testing"

	"dulcet/generator"
	"dulcet/journal"
)

// aCode is the code of a sitting, and the sitting as it was kept.
func aCode(t *testing.T) (generator.Recipe, journal.Sitting) {
	t.Helper()
	mood := journal.Mood{Valence: journal.Rated(-0.3), Energy: journal.Rated(0.2), Tension: journal.Rated(0.5)}
	var taste journal.Taste
	taste.Offsets[journal.Tempo].Value = -0.25
	brief, err := generator.Options{Course: generator.Course{Slow: 0.5}}.NewBrief(mood, journal.Listen, 25, taste, 4711)
	if err != nil {
		t.Fatal(err)
	}
	recipe, err := generator.ParseCode(brief.Code())
	if err != nil {
		t.Fatal(err)
	}
	return recipe, journal.Sitting{
		ID: "earlier", Stamp: journal.StampAt(evening), Goal: brief.Goal, Minutes: brief.Minutes, Seed: brief.Seed, Code: brief.Code(),
		Mood: brief.Mood, Dials: brief.Dials, Ended: journal.Landed,
		Steering: []journal.Steer{{Frame: 64000, Wish: json.RawMessage(`{"home":1}`)}},
	}
}

func TestRoad_playAgainUsesTheCodeAndTheSteering(t *testing.T) {
	_, past := aCode(t)
	in := &fakeJournal{history: journal.History{Sittings: []journal.Sitting{past}}}
	d := drive(t, in, 80, 24)
	d.keys("b", "enter")
	d.mustShow("code "+past.Code, "p play again")
	d.keys("p")
	if d.last() == nil {
		t.Fatal("nothing plays")
	}
	got := d.last().Sitting()
	if got.Code != past.Code || got.Seed != past.Seed || got.Dials != past.Dials || got.Mood != past.Mood || got.Goal != past.Goal || got.Minutes != past.Minutes {
		t.Errorf("played %+v, want as %+v", got, past)
	}
	if !reflect.DeepEqual(got.Steering, past.Steering) || got.ID == past.ID || got.Varied != nil || got.Propensity != 1 {
		t.Errorf("the second playing is not a sitting of its own that is steered as the first was: %+v", got)
	}
}

func TestRoad_theSittingOfACodePlaysAfterTheFirstCheckIn(t *testing.T) {
	recipe, past := aCode(t)
	for _, test := range []struct {
		unsteered bool
		steering  []journal.Steer
	}{{false, past.Steering}, {true, nil}} {
		in := &fakeJournal{history: journal.History{Sittings: []journal.Sitting{past}}}
		cfg, last := fakeConfig(in)
		cfg.Recipe, cfg.Unsteered = &recipe, test.unsteered
		d := driveConfig(t, cfg, in, last, 80, 24)
		d.mustShow("how is it right now?")
		d.keys("2", "enter", "enter", "enter")
		if d.last() == nil {
			t.Fatalf("nothing plays:\n%s", d.screenText())
		}
		got := d.last().Sitting()
		if got.Code != recipe.Code() || got.Before == nil || !reflect.DeepEqual(got.Steering, test.steering) {
			t.Errorf("unsteered %v: plays %+v", test.unsteered, got)
		}
		d.last().end(journal.Landed)
		d.send(endedMsg{d.last()})
		d.keys("enter", "enter", "enter", "enter") // the questions after it, and home
		d.keys("enter", "enter", "enter", "enter")
		d.mustShow("what for?")
	}
}

func TestRoad_aCodeThatDoesNotStartKeepsTheAnswersOnce(t *testing.T) {
	recipe, _ := aCode(t)
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	play, broken := cfg.Play, true
	cfg.Play = func(b generator.Brief, r journal.Sitting) (Sitting, error) {
		if broken {
			return nil, errDisk
		}
		return play(b, r)
	}
	cfg.Recipe = &recipe
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.keys("2", "enter", "enter", "enter")
	d.mustShow("it did not start: the disk is full", "how is it right now?")
	broken = false
	d.keys("enter")
	if d.last() == nil || d.last().Sitting().Code != recipe.Code() {
		t.Fatalf("nothing plays:\n%s", d.screenText())
	}
	if history, _ := in.kept(); len(history.CheckIns) != 1 {
		t.Errorf("%d check-ins are kept", len(history.CheckIns))
	}
}
