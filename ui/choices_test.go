package ui

import (
	"math"
	"slices"
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
)

// mood makes a mood of three ratings.
func moodAt(valence, energy, tension float64) journal.Mood {
	return journal.Mood{Valence: journal.Rated(valence), Energy: journal.Rated(energy), Tension: journal.Rated(tension)}
}

func TestSuggest_fitsTheMoodAndTheHour(t *testing.T) {
	for _, test := range []struct {
		name string
		mood journal.Mood
		hour int
		want []journal.Goal // any of these first
	}{
		{"nothing said at noon", journal.Mood{}, 12, []journal.Goal{journal.Focus}},
		{"nothing said in the evening", journal.Mood{}, 19, []journal.Goal{journal.Unwind}},
		{"nothing said at night", journal.Mood{}, 23, []journal.Goal{journal.Sleep}},
		{"tense and tired at night", moodAt(-0.2, -0.7, 0.7), 22, []journal.Goal{journal.Sleep, journal.Unwind}},
		{"tense by day", moodAt(0.1, 0.2, 0.8), 11, []journal.Goal{journal.Calm, journal.Breathe}},
		{"in a bad way and on edge", moodAt(-0.9, 0.1, 0.9), 15, []journal.Goal{journal.Ground}},
		{"low by day", moodAt(-0.8, -0.3, -0.3), 14, []journal.Goal{journal.Uplift}},
		{"no energy in the evening", moodAt(0.1, -0.9, -0.4), 20, []journal.Goal{journal.Unwind}},
		{"no energy in the morning", moodAt(0.1, -0.9, -0.4), 8, []journal.Goal{journal.Energise}},
	} {
		t.Run(test.name, func(t *testing.T) {
			at := time.Date(2026, 11, 22, test.hour, 10, 0, 0, time.UTC)
			if got := suggest(test.mood, at, ""); !slices.Contains(test.want, got[0]) {
				t.Errorf("%v comes first, want one of %v; all: %v", got[0], test.want, got)
			}
		})
	}
}

func TestSuggest_nothingStirringFirstAfterNine(t *testing.T) {
	for hour := range 24 {
		if hour >= lateUntil && hour < lateFrom {
			continue
		}
		at := time.Date(2026, 11, 22, hour, 0, 0, 0, time.UTC)
		for v := -1.0; v <= 1; v += 0.5 {
			for e := -1.0; e <= 1; e += 0.5 {
				for te := -1.0; te <= 1; te += 0.5 {
					if first := suggest(moodAt(v, e, te), at, "")[0]; first == journal.Energise || first == journal.Move {
						t.Errorf("%s comes first at %d o'clock for %v %v %v", first, hour, v, e, te)
					}
				}
			}
		}
	}
}

func TestSuggest_listsEveryGoalOnceAndTheWishedOneFirst(t *testing.T) {
	for _, first := range append(journal.Goals(), "") {
		got := suggest(journal.Mood{}, evening, first)
		if first != "" && got[0] != first {
			t.Errorf("%s was wished and %s comes first", first, got[0])
		}
		sorted := slices.Sorted(slices.Values(got))
		if want := slices.Sorted(slices.Values(journal.Goals())); !slices.Equal(sorted, want) {
			t.Errorf("the goals are %v", got)
		}
	}
}

func TestStepMinutes_goesOverRoundNumbersWithinTheLimits(t *testing.T) {
	for _, test := range []struct{ from, direction, want float64 }{
		{20, 1, 25},
		{20, -1, 15},
		{18, 1, 20},
		{18, -1, 15},
		{10, -1, 9},
		{9, 1, 10},
		{10, 1, 15},
		{55, 1, 60},
		{60, 1, 75},
		{60, -1, 55},
		{180, 1, 210},
		{180, -1, 165},
		{1, -1, 1},
		{720, 1, 720},
		{2.5, 1, 3},
	} {
		if got := stepMinutes(test.from, test.direction); got != test.want {
			t.Errorf("from %g by %g to %g, want %g", test.from, test.direction, got, test.want)
		}
	}
	up, minutes := 0, 1.0
	for ; minutes < generator.MaxMinutes && up < 200; up++ {
		minutes = stepMinutes(minutes, 1)
	}
	if minutes != generator.MaxMinutes {
		t.Errorf("the way up ends at %g", minutes)
	}
}

func TestGoal_wordsStandInForSkippedQuestions(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.pick("tense", "anxious")
	d.keys("0", "enter", "enter", "enter")
	request := d.program.screen.(*goalScreen).request()
	if got, _ := request.mood.Valence.Value(); got != -1 {
		t.Errorf("the answer was overruled by a word: %v", got)
	}
	if request.mood.Tension.Or(0) < 0.8 {
		t.Errorf("tense and anxious give a tension of %v", request.mood.Tension.Or(0))
	}
	if request.checkIn.Mood.Tension.Given() {
		t.Error("the check-in holds an answer that was not given")
	}
}

func TestQuestions_keysMoveAndJump(t *testing.T) {
	for _, test := range []struct {
		keys []string
		want int // percent; -1 for no answer
	}{
		{nil, -1},
		{[]string{"right"}, 55},
		{[]string{"h"}, 45},
		{[]string{"l", "l", "H"}, 59},
		{[]string{"shift+right"}, 51},
		{[]string{"0"}, 0},
		{[]string{"9"}, 90},
		{[]string{"9", "right", "right", "right", "right"}, 100},
		{[]string{"0", "left"}, 0},
		{[]string{"5", "x"}, -1},
	} {
		d := drive(t, &fakeJournal{}, 80, 24)
		d.keys(test.keys...)
		value, given := d.program.screen.(*checkInScreen).form.questions.ratings[0].Value()
		got := -1
		if given {
			got = int(math.Round((value + 1) * 50))
		}
		if got != test.want {
			t.Errorf("%v gives %d, want %d", test.keys, got, test.want)
		}
	}
}

func TestQuestions_goingBackChangesNothing(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("3", "enter", "7", "tab", "1", "enter")
	d.mustShow("what for?")
	d.keys("esc", "shift+tab", "esc", "up", "esc")
	d.mustShow("what you have begun waits")
	d.keys("enter")
	got := d.program.screen.(*checkInScreen).form.questions.answer()
	if want := moodAt(-0.4, 0.4, -0.8); got != want {
		t.Errorf("the answers are %+v, want %+v", got, want)
	}
}

func TestPicture_standsWhilePausedAndTakesEachNoteOnce(t *testing.T) {
	p := newPicture(journal.Calm)
	full, none := pace{look: pictureInterval, move: pictureInterval, speed: 1}, generator.Breathing{}
	status := player.Status{State: player.Playing}
	status.Piece.Level = 0.1
	status.Piece.Struck[0] = generator.Struck{Frame: 100, Part: "piano", Pitch: 60, Velocity: 0.5}
	at := evening
	for range 10 {
		at = at.Add(66 * time.Millisecond)
		p.move(at, full, status, none)
	}
	if len(p.strikes) != 1 {
		t.Errorf("one note was taken in %d times", len(p.strikes))
	}
	seconds := p.seconds
	status.State = player.Paused
	p.move(at.Add(time.Hour), full, status, none)
	if p.seconds != seconds {
		t.Error("the picture moves while the music is paused")
	}
	status.State = player.Playing
	p.move(at.Add(2*time.Hour), full, status, none)
	if p.seconds-seconds > lateTick*pictureInterval.Seconds()+1e-9 {
		t.Errorf("after two hours the picture jumps by %.1f s", p.seconds-seconds)
	}
	for range 200 {
		at = at.Add(66 * time.Millisecond)
		p.move(at.Add(3*time.Hour), full, status, none)
	}
	if len(p.strikes) != 0 {
		t.Error("a note never leaves the picture")
	}
}

func TestPlaying_keysReachTheSitting(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "space", "space", "up", "down", "down", "e")
	want := []string{"pause", "resume", "volume", "volume", "volume", "home"}
	if got := d.last().calls; !slices.Equal(got, want) {
		t.Errorf("the sitting was told %v, want %v", got, want)
	}
	if got := d.last().Status().Volume; got != -8 {
		t.Errorf("the volume is %g dB, want −8", got)
	}
	d.mustShow("volume −8 dB")
}

func TestPlaying_ticksOfAnOldGenerationStop(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	if len(d.timers) != 1 || d.timers[0].after != pictureInterval {
		t.Fatalf("playing asks for %d timers", len(d.timers))
	}
	d.keys("space") // a new generation with its own, slower tick
	d.ring()
	if len(d.timers) != 1 || d.timers[0].after != pausedInterval {
		t.Errorf("after a pause %d timers run: %v", len(d.timers), d.timers)
	}
	d.program.visit.blurred = true
	d.ring()
	if len(d.timers) != 1 || d.timers[0].after != blurredInterval {
		t.Errorf("in the background %d timers run: %v", len(d.timers), d.timers)
	}
	d.keys("s")
	d.ring()
	for _, timer := range d.timers {
		if _, ok := timer.message(evening).(pictureTickMsg); ok {
			t.Error("the picture ticks on after the music")
		}
	}
}

func TestEntries_newestFirstAndEachOnce(t *testing.T) {
	history := fullHistory()
	alone := journal.CheckIn{ID: "alone", Stamp: journal.StampAt(evening), When: journal.Alone, Note: "only this"}
	orphan := journal.CheckIn{ID: "orphan", Stamp: journal.StampAt(evening.Add(-1000 * time.Hour)), When: journal.Before}
	history.CheckIns = append(history.CheckIns, alone, orphan)
	all := entries(history)
	if len(all) != len(history.Sittings)+2 {
		t.Fatalf("%d entries for %d sittings and two check-ins on their own", len(all), len(history.Sittings))
	}
	if all[0].before.ID != "alone" || all[len(all)-1].before.ID != "orphan" {
		t.Error("the check-ins on their own stand in the wrong place")
	}
	if !slices.IsSortedFunc(all, func(a, b entry) int { return b.at.Compare(a.at) }) {
		t.Error("the entries are not newest first")
	}
}

func BenchmarkEntries_tenYears(b *testing.B) {
	one := fullHistory()
	var history journal.History
	for range 10 * 365 / len(one.Sittings) {
		history.CheckIns = append(history.CheckIns, one.CheckIns...)
		history.Sittings = append(history.Sittings, one.Sittings...)
	}
	for b.Loop() {
		entries(history)
	}
}

func BenchmarkProgram_playingFrame(b *testing.B) {
	cfg, last := fakeConfig(&fakeJournal{})
	p := newProgram(cfg)
	p.width, p.height = 80, 24
	started := p.visit.start(request{goal: journal.Calm, minutes: 20})().(startedMsg)
	p.visit.play(started)
	playing := &playingScreen{visit: p.visit, sitting: last(), brief: started.brief, note: newNoteEditor(), picture: newPicture(journal.Calm)}
	p.screen = playing
	at := evening
	for b.Loop() {
		at = at.Add(pictureInterval)
		last().advance(1.0 / 15)
		p.Update(pictureTickMsg{at: at})
		p.View()
	}
}
