package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
)

func TestDraft_keysShareOneTimerAndTheLatestIsKept(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("n")
	d.write("the rain stopped")
	if len(d.timers) != 1 {
		t.Fatalf("%d timers for one burst of keys", len(d.timers))
	}
	if after := d.timers[0].after; after > 100*time.Millisecond {
		t.Errorf("text waits %v before it is handed on", after)
	}
	d.ring()
	d.settle()
	if _, draft := in.kept(); draft == nil || draft.Note != "the rain stopped" || in.drafts != 1 {
		t.Errorf("kept %+v in %d writes", draft, in.drafts)
	}
	d.write("!")
	if len(d.timers) != 1 {
		t.Error("the next key asks for no timer")
	}
}

func TestDraft_isOfferedAtTheNextStart(t *testing.T) {
	in := &fakeJournal{}
	first := drive(t, in, 80, 24)
	first.keys("3", "enter", "w", "space", "esc", "n")
	first.write("half a sen")
	first.keys("ctrl+c")
	if err := first.program.visit.close(); err != nil {
		t.Fatal(err)
	}
	second := drive(t, in, 80, 24)
	second.mustShow("2 of 3", "tense", "half a sen", "what you had begun is back")
}

func TestDraft_afterAnHourTheWordsStayAndTheMoodDoesNot(t *testing.T) {
	in := &fakeJournal{draft: &journal.Draft{
		When: journal.Before, Mood: journal.Mood{Valence: journal.Rated(-1)}, Note: "yesterday",
		Updated: journal.StampAt(evening.Add(-26 * time.Hour)), Page: 2,
	}}
	d := drive(t, in, 80, 24)
	d.mustShow("yesterday", "1 of 3")
	if mood := d.program.screen.(*checkInScreen).form.questions.answer(); !mood.Empty() {
		t.Errorf("the mood of yesterday is still %+v", mood)
	}
}

func TestDraft_ofAnAfterGoesBackToItsSitting(t *testing.T) {
	history := fullHistory()
	sitting := history.Sittings[39]
	in := &fakeJournal{history: history, draft: &journal.Draft{
		When: journal.After, Sitting: sitting.ID, Note: "lighter", Updated: journal.StampAt(evening),
	}}
	d := drive(t, in, 80, 24)
	d.mustShow("and after it?", "lighter")
	d.keys("enter", "enter", "enter")
	d.wait("saved", func() bool { return d.shows("saved") })
	kept, draft := in.kept()
	last := kept.CheckIns[len(kept.CheckIns)-1]
	if last.Note != "lighter" || *last.Sitting != sitting.ID || kept.Sittings[39].After == nil || *kept.Sittings[39].After != last.ID {
		t.Errorf("kept %+v for %+v", last, kept.Sittings[39])
	}
	if draft != nil {
		t.Errorf("the draft is still there: %+v", draft)
	}
}

func TestDraft_typingBeforeTheJournalIsReadLosesNothing(t *testing.T) {
	for _, when := range []journal.When{journal.Before, journal.After} {
		in := &fakeJournal{draft: &journal.Draft{When: when, Note: "old words", Updated: journal.StampAt(evening)}}
		cfg, last := fakeConfig(in)
		d := &driver{t: t, program: newProgram(cfg), journal: in, last: last}
		d.program.visit.tick = func(after time.Duration, message func(time.Time) tea.Msg) tea.Cmd {
			d.timers = append(d.timers, timer{after, message})
			return nil
		}
		d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		d.keys("n")
		d.write("new words")
		d.ring()
		d.settle()
		if _, draft := in.kept(); draft == nil || draft.Note != "old words" {
			t.Fatalf("%s: the old draft was overwritten: %+v", when, draft)
		}
		d.do(load(cfg.Journal))
		d.ring()
		if err := d.program.visit.close(); err != nil {
			t.Fatal(err)
		}
		history, draft := in.kept()
		all := ""
		for _, c := range history.CheckIns {
			all += c.Note + "\n"
		}
		if draft != nil {
			all += draft.Note
		}
		for _, words := range []string{"old words", "new words"} {
			if !strings.Contains(all, words) {
				t.Errorf("%s: %q is gone; kept is %q", when, words, all)
			}
		}
	}
}

func TestDraft_aNoteWrittenDuringTheMusicSurvivesTheEndOfTheProgram(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "n")
	d.write("it swells")
	d.keys("ctrl+c")
	if err := d.program.visit.close(); err != nil {
		t.Fatal(err)
	}
	_, draft := in.kept()
	if draft == nil || draft.Note != "it swells" || draft.When != journal.After || draft.Sitting != d.last().Sitting().ID {
		t.Errorf("kept %+v", draft)
	}
	if ended := d.last().Sitting().Ended; ended != journal.Stopped {
		t.Errorf("the sitting ended as %s", ended)
	}
}

func TestDraft_thatCannotBeKeptIsSaidOnceOnLeaving(t *testing.T) {
	in := &fakeJournal{noDraft: errDisk}
	d := drive(t, in, 80, 24)
	d.keys("n")
	d.write("words")
	d.keys("esc", "q")
	d.wait("a word about it", func() bool { return d.shows("not saved: the disk is full") })
	if d.quit {
		t.Error("left without a word")
	}
	d.keys("q")
	d.wait("the end", func() bool { return d.quit })
}

func TestVisit_closeWritesWhatStillWaits(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	v := newVisit(cfg)
	v.keep(journal.Draft{When: journal.Before, Note: "typed before it broke"})
	if err := v.close(); err != nil {
		t.Fatal(err)
	}
	if _, draft := in.kept(); draft == nil || draft.Note != "typed before it broke" {
		t.Errorf("kept %+v", draft)
	}
}

func TestSaver_keepsTheOrderAndTheLatestDraft(t *testing.T) {
	in := &fakeJournal{slow: 5 * time.Millisecond}
	s := newSaver(in)
	s.queue(func() error { return in.SaveCheckIn(journal.CheckIn{ID: "1"}) })
	for _, note := range []string{"a", "ab", "abc"} {
		s.saveDraft(journal.Draft{Note: note})
	}
	s.queue(in.ClearDraft)
	s.saveDraft(journal.Draft{Note: "next"})
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	if _, draft := in.kept(); draft == nil || draft.Note != "next" {
		t.Errorf("the draft after it was cleared is %+v", draft)
	}
	if in.drafts != 2 {
		t.Errorf("%d drafts were written, want the latest before and after the clearing", in.drafts)
	}
}

func TestSaver_aPanicInTheJournalIsAnError(t *testing.T) {
	s := newSaver(&fakeJournal{})
	s.queue(func() error { panic("broken page") })
	done := false
	s.queue(func() error { done = true; return nil })
	if err := s.close(); err == nil || !strings.Contains(err.Error(), "broken page") {
		t.Errorf("close says %v", err)
	}
	if !done {
		t.Error("what came after was not written")
	}
}
