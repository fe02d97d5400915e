package ui

import (
	"encoding/json"
	"testing"

	"dulcet/generator"
	"dulcet/journal"
)

// everythingKept adds to the newest sitting all that can be kept about one.
func everythingKept(in *fakeJournal) {
	s := &in.history.Sittings[len(in.history.Sittings)-1]
	after := journal.CheckIn{
		ID: "last", Stamp: s.Stamp, When: journal.After, Sitting: &s.ID, Words: []string{"calm", "a bit sleepy"},
		Note: "the rain came just when the strings went home.",
		Mood: journal.Mood{Valence: journal.Rated(0.6), Energy: journal.Rated(-0.3), Tension: journal.Rated(-0.5)},
	}
	in.history.CheckIns = append(in.history.CheckIns, after)
	s.After, s.Favourite, s.Kept = &after.ID, true, []int64{200 * generator.Rate, 700 * generator.Rate}
	s.Goal, s.Ended = journal.Unwind, journal.Landed
	var wish generator.Wish
	steer := func(second int64, change func(*generator.Wish)) {
		change(&wish)
		text, err := json.Marshal(wish)
		if err != nil {
			panic(err)
		}
		s.Steering = append(s.Steering, journal.Steer{Frame: second * generator.Rate, Wish: text})
	}
	steer(100, func(w *generator.Wish) { w.Turn(journal.Brightness, 0.25) })
	steer(102, func(w *generator.Wish) { w.Turn(journal.Brightness, 0.25) })
	steer(200, func(w *generator.Wish) { w.Hold = true })
	steer(320, func(w *generator.Wish) { w.Hold = false; w.MoveOn++ })
	steer(600, func(w *generator.Wish) { w.Deadline = 1500 * generator.Rate })
	steer(700, func(w *generator.Wish) { w.Home++; w.Turn(journal.Tempo, -0.25) })
}

func TestSteeredText_tellsWhatWasAskedForInItsOrder(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	everythingKept(in)
	s := in.history.Sittings[len(in.history.Sittings)-1]
	want := "1:40 brighter ×2 · 3:20 held · 5:20 let go, moved on · 10:00 to end at 25:00 · 11:40 slower, brought home"
	if got := steeredText(s.Steering); got != want {
		t.Errorf("it was steered %q, want %q", got, want)
	}
	s.Steering = append(s.Steering, journal.Steer{Frame: 1, Wish: json.RawMessage(`{"hold": "no`)})
	if got := steeredText(s.Steering); got != want {
		t.Errorf("with a broken record it is %q", got)
	}
	if got := steeredText(nil); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

func TestEntry_showsEverythingThatIsKept(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	everythingKept(in)
	d := drive(t, in, 80, 60)
	d.keys("b", "enter")
	d.mustShow(
		"unwind 20 min  ★", "played to its end", "kept: 3:20, 11:40", "steered: 1:40 brighter ×2",
		"○ before", "tired · hopeful", "calm · a bit sleepy", "the rain came", "the journey as it was planned", "▴", "tempo",
	)
	d.keys("f")
	d.mustShow("no longer a favourite")
	if d.shows("★") || favouriteOf(t, in, in.history.Sittings[39].ID) {
		t.Error("it is still a favourite")
	}
}

func TestEntry_goesToItsEndAndBack(t *testing.T) {
	d := drive(t, &fakeJournal{history: fullHistory()}, 80, 16)
	d.keys("b", "down", "enter")
	d.mustShow("drift 20 min")
	d.keys("G")
	d.mustShow("path")
	if d.shows("drift 20 min") {
		t.Error("it begins where it ends")
	}
	d.keys("k", "g")
	d.mustShow("drift 20 min")
}

func TestEntry_arrowsLeadToTheEntriesBesideIt(t *testing.T) {
	d := drive(t, &fakeJournal{history: fullHistory()}, 80, 24)
	d.keys("b", "enter")
	entry := d.program.screen.(*entryScreen)
	newest := entry.entry
	d.keys("right")
	if !entry.entry.same(newest) {
		t.Error("there is something after the newest entry")
	}
	d.keys("left", "h")
	if entry.log.at != 2 || !entry.entry.same(entry.log.entries[2]) || entry.brief == nil {
		t.Errorf("two entries back it is at %d, with a brief: %v", entry.log.at, entry.brief != nil)
	}
	d.keys("l", "esc")
	if log, ok := d.program.screen.(*logScreen); !ok || log.at != 1 {
		t.Errorf("back in the log %T", d.program.screen)
	}
}

func TestReplanned_isTheBriefOfTheCode(t *testing.T) {
	brief, err := generator.NewBrief(journal.Mood{Tension: journal.Rated(0.5)}, journal.Calm, 20, journal.Taste{Goal: journal.Calm}, 7)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []journal.Sitting{
		{ID: "coded", Code: brief.Code()},
		{ID: "plain", Goal: journal.Calm, Minutes: 20, Mood: brief.Mood, Dials: brief.Dials, Seed: 7},
	} {
		msg := replanned(s)().(replannedMsg)
		if msg.err != nil || msg.sitting != s.ID || msg.brief.Code() != brief.Code() || len(msg.brief.Journey.Points) == 0 {
			t.Errorf("%s: %v, %s", s.ID, msg.err, msg.brief.Code())
		}
	}
}
