package ui

import (
	"testing"
	"time"

	"dulcet/journal"
)

func TestEnding_thatCouldNotBeSavedIsSavedOnLeaving(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string // on the questions after it
	}{
		{"with an answer", []string{"right"}},
		{"without one", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := &fakeJournal{}
			d := drive(t, in, 80, 24)
			d.keys("enter", "enter", "enter", "enter")
			in.setFail(errDisk)
			d.keys("s")
			d.keys(test.keys...)
			d.keys("q")
			d.wait("the failure", func() bool { return d.shows("tries again") })
			if history, _ := in.kept(); history.Sittings[0].Ended != journal.Killed {
				t.Fatalf("the journal holds %+v", history.Sittings[0])
			}
			in.setFail(nil)
			d.keys("q")
			d.wait("the end", func() bool { return d.quit })
			history, draft := in.kept()
			sitting := history.Sittings[0]
			if sitting.Ended != journal.Stopped {
				t.Errorf("the sitting ended as %s", sitting.Ended)
			}
			if answered := test.keys != nil; answered != (sitting.After != nil) || answered != (len(history.CheckIns) == 1) {
				t.Errorf("the sitting names %v of %d answers", sitting.After, len(history.CheckIns))
			}
			if draft != nil {
				t.Errorf("a draft was left: %+v", draft)
			}
		})
	}
}

func TestEnding_isTriedAgainWhenThePersonGoesOn(t *testing.T) {
	for _, onward := range []string{"enter", "esc", "b"} {
		in := &fakeJournal{}
		d := drive(t, in, 80, 24)
		d.keys("enter", "enter", "enter", "enter")
		in.setFail(errDisk)
		d.keys("s", "right", "enter", "enter", "enter")
		d.wait("the failure", func() bool { return d.shows("not saved: the disk is full") })
		in.setFail(nil)
		d.keys(onward)
		d.settle()
		if history, _ := in.kept(); history.Sittings[0].After == nil || history.Sittings[0].Ended != journal.Stopped {
			t.Errorf("%s: the journal holds %+v", onward, history.Sittings[0])
		}
	}
}

func TestEnding_isTriedAgainWhenTheProgramIsLeftAtOnce(t *testing.T) {
	for _, when := range []string{"while it plays", "on the questions", "after the answers"} {
		t.Run(when, func(t *testing.T) {
			in := &fakeJournal{}
			d := drive(t, in, 80, 24)
			d.keys("enter", "enter", "enter", "enter")
			in.setFail(errDisk)
			switch when {
			case "while it plays":
				d.last().end(journal.Landed) // the player has tried in vain
			case "on the questions":
				d.keys("s", "right")
			case "after the answers":
				d.keys("s", "right", "enter", "enter", "enter")
				d.wait("the failure", func() bool { return d.shows("not saved") })
			}
			d.keys("ctrl+c")
			in.setFail(nil)
			_ = d.program.visit.close()
			history, _ := in.kept()
			if history.Sittings[0].Ended == journal.Killed {
				t.Errorf("the sitting is still broken off: %+v", history.Sittings[0])
			}
			if when == "after the answers" && (history.Sittings[0].After == nil || len(history.CheckIns) != 1) {
				t.Errorf("the answers were not kept: %+v", history)
			}
		})
	}
}

func TestEnding_ofASittingWithAnswersIsWrittenOnce(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "s", "right", "enter", "enter", "enter")
	d.wait("saved", func() bool { return d.shows("saved") })
	in.mu.Lock()
	in.history.Sittings[0].Code = "written elsewhere"
	in.mu.Unlock()
	if err := d.program.visit.close(); err != nil {
		t.Fatal(err)
	}
	if history, _ := in.kept(); history.Sittings[0].Code != "written elsewhere" {
		t.Error("leaving has written a record that was durable already")
	}
}

// oneSitting is a history with a sitting that was begun a while ago and has no
// ending of its own.
func oneSitting(ago time.Duration) journal.History {
	return journal.History{Sittings: []journal.Sitting{{
		ID: "old", Stamp: journal.StampAt(evening.Add(-ago)), Goal: journal.Calm, Minutes: 20, Ended: journal.Killed,
	}}}
}

func TestLog_callsOnlyBrokenOffWhatIsBrokenOff(t *testing.T) {
	for _, test := range []struct {
		name string
		ago  time.Duration
		want string
	}{
		{"a moment ago", time.Minute, "playing or broken off"},
		{"yesterday", 26 * time.Hour, "broken off"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := drive(t, &fakeJournal{history: oneSitting(test.ago)}, 80, 24)
			d.keys("b")
			if got := d.program.screen.(*logScreen).entries[0].how; got != test.want {
				t.Errorf("the log says %q, want %q", got, test.want)
			}
			d.mustShow(test.want)
			d.keys("enter")
			d.mustShow(test.want)
		})
	}
}

func TestHome_saysBrieflyWhatMayBePlaying(t *testing.T) {
	history := oneSitting(time.Minute)
	history.Sittings[0].Goal = journal.Meditate
	d, _ := driveHome(t, &fakeJournal{history: history}, nil)
	d.mustShow("meditate, 20 min · playing?")
}

func TestLog_onlyTheNewestSittingMayBePlaying(t *testing.T) {
	history := oneSitting(10 * time.Minute)
	newer := history.Sittings[0]
	newer.ID, newer.Stamp, newer.Ended = "new", journal.StampAt(evening.Add(-time.Minute)), journal.Stopped
	history.Sittings = append(history.Sittings, newer)
	d := drive(t, &fakeJournal{history: history}, 80, 24)
	d.keys("b")
	if got := d.program.screen.(*logScreen).entries[1].how; got != "broken off" {
		t.Errorf("the log says %q of the older one", got)
	}
}

func TestLog_knowsWhatThisProgramPlays(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	d.settle()
	history, _ := in.kept()
	if got := d.program.visit.entries(history)[0].how; got != "playing" {
		t.Errorf("while it plays the log says %q", got)
	}
	in.setFail(errDisk)
	d.keys("s", "q")
	d.wait("the failure", func() bool { return d.shows("not saved") && d.program.visit.sitting == nil })
	if history, _ = in.kept(); history.Sittings[0].Ended != journal.Killed {
		t.Fatalf("the journal holds %+v", history.Sittings[0])
	}
	if got := d.program.visit.entries(history)[0].how; got != "stopped" {
		t.Errorf("after it was stopped the log says %q", got)
	}
}

func TestEntries_findAnAnswerThatItsSittingDoesNotName(t *testing.T) {
	history := oneSitting(time.Hour)
	id := "old"
	history.CheckIns = []journal.CheckIn{{ID: "a", Stamp: journal.StampAt(evening), When: journal.After, Sitting: &id, Note: "lighter"}}
	all := entries(history)
	if len(all) != 1 || all[0].after.Note != "lighter" {
		t.Errorf("the entries are %+v", all)
	}
}
