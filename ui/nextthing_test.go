package ui

import (
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/settings"
)

func TestNextThing_followsTheHourTheMoodAndTheHabit(t *testing.T) {
	evenings := func(goal journal.Goal, minutes float64, times int, hour int) (history journal.History) {
		for i := range times {
			day := time.Date(2026, 11, 21-times+i, hour, 30, 0, 0, time.UTC)
			history.Sittings = append(history.Sittings, journal.Sitting{Stamp: journal.StampAt(day), Goal: goal, Minutes: minutes + float64(i%3), Ended: journal.Landed})
		}
		return history
	}
	low, tense := journal.Mood{Valence: journal.Rated(-0.9)}, journal.Mood{Tension: journal.Rated(0.5)}
	for _, test := range []struct {
		name    string
		history journal.History
		mood    journal.Mood
		want    Suggestion
	}{
		{"nothing is known", journal.History{}, journal.Mood{}, Suggestion{journal.Unwind, generator.DefaultMinutes(journal.Unwind), "for the evening"}},
		{"on edge in the evening", journal.History{}, tense, Suggestion{journal.Unwind, generator.DefaultMinutes(journal.Unwind), "you said: on edge"}},
		{"unwell", journal.History{}, low, Suggestion{journal.Uplift, generator.DefaultMinutes(journal.Uplift), "you said: unwell"}},
		{"a habit of this hour", evenings(journal.Reflect, 30, 12, 20), journal.Mood{}, Suggestion{journal.Reflect, 31, "often at this hour"}},
		{"a habit of another hour", evenings(journal.Focus, 50, 12, 9), journal.Mood{}, Suggestion{journal.Unwind, generator.DefaultMinutes(journal.Unwind), "for the evening"}},
		{"twice is no habit", evenings(journal.Reflect, 30, 2, 20), journal.Mood{}, Suggestion{journal.Unwind, generator.DefaultMinutes(journal.Unwind), "for the evening"}},
		{"unwell against the habit", evenings(journal.Focus, 30, 12, 20), low, Suggestion{journal.Uplift, generator.DefaultMinutes(journal.Uplift), "you said: unwell"}},
	} {
		if got := nextThing(test.history, test.mood, evening, settings.Usual().Questions); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}

func TestNextThing_countsTheHoursAroundTheClock(t *testing.T) {
	midnight := time.Date(2026, 11, 22, 0, 20, 0, 0, time.UTC)
	late := journal.Sitting{Stamp: journal.StampAt(time.Date(2026, 11, 20, 23, 30, 0, 0, time.UTC)), Goal: journal.Sleep}
	late.Ended = journal.Landed
	if habit := habitsAt([]journal.Sitting{late}, midnight); habit[journal.Sleep] == 0 {
		t.Error("half past eleven is far from twenty past midnight")
	}
	late.Ended, late.Frames = journal.Stopped, 20*48000
	if habit := habitsAt([]journal.Sitting{late}, midnight); habit[journal.Sleep] != 0 {
		t.Error("what was stopped after twenty seconds is a habit")
	}
}

func TestDayText_goesByThePersonsDays(t *testing.T) {
	now := time.Date(2026, 3, 30, 2, 0, 0, 0, time.UTC) // still the 29th
	for _, test := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 3, 29, 5, 0, 0, 0, time.UTC), "today"},
		{time.Date(2026, 3, 29, 3, 0, 0, 0, time.UTC), "yesterday"},
		{time.Date(2026, 3, 24, 12, 0, 0, 0, time.UTC), "on tuesday"},
		{time.Date(2026, 3, 20, 12, 0, 0, 0, time.UTC), "20 mar"},
		{time.Date(2025, 3, 20, 12, 0, 0, 0, time.UTC), "20 mar 2025"},
	} {
		if got := dayText(test.at, now, 4); got != test.want {
			t.Errorf("%v is %q, want %q", test.at, got, test.want)
		}
	}
}
