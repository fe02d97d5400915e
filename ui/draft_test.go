package ui

import (
	"errors"
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
	first.keys("3", "enter")
	first.pick("tense")
	first.keys("n")
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
	d.mustShow("enter go on") // to the sitting that this visit was started for
	d.keys("enter")
	d.mustShow("how is it right now?", "1 of 3")
}

func TestDraft_typingBeforeTheJournalIsReadLosesNothing(t *testing.T) {
	for _, when := range []journal.When{journal.Before, journal.After} {
		in := &fakeJournal{draft: &journal.Draft{When: when, Note: "old words", Updated: journal.StampAt(evening)}}
		cfg, last := fakeConfig(in)
		d := newDriver(t, cfg, in, last)
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

func TestDraft_leavingBeforeTheJournalIsReadLosesNothing(t *testing.T) {
	for _, when := range []journal.When{journal.Before, journal.After} {
		in := &fakeJournal{draft: &journal.Draft{When: when, Note: "old words", Said: "old wishes", Updated: journal.StampAt(evening)}}
		cfg, last := fakeConfig(in)
		d := newDriver(t, cfg, in, last)
		d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		d.keys("n")
		d.write("new words")
		d.keys("ctrl+c")
		if err := d.program.visit.close(); err != nil {
			t.Fatal(err)
		}
		if _, draft := in.kept(); draft == nil || draft.Note != "old words\nnew words" || draft.Said != "old wishes" {
			t.Errorf("%s: the draft is %+v", when, draft)
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

func TestDraft_thatCannotBeKeptIsSaidAtOnceAndOnce(t *testing.T) {
	in := &fakeJournal{noDraft: errDisk}
	d := drive(t, in, 80, 24)
	const said = "what you write is not saved: the disk is full"
	d.keys("enter", "enter", "enter", "enter", "n")
	d.write("lost?")
	d.wait("a word about it", func() bool { return d.shows(said) })
	d.write(" still")
	d.mustShow(said) // it is read while more is typed
	d.keys("esc", "w", "esc", "n")
	d.write("more")
	d.ring()
	d.settle()
	d.ring()
	if d.shows(said) {
		t.Errorf("it is said again for every key:\n%s", d.screenText())
	}
	in.mu.Lock()
	in.noDraft = nil
	in.mu.Unlock()
	d.write("!")
	d.wait("the draft", func() bool { _, draft := in.kept(); return draft != nil && !d.program.visit.draftFails })
	in.mu.Lock()
	in.noDraft = errDisk
	in.mu.Unlock()
	d.write("?")
	d.wait("a word about the next failure", func() bool { return d.shows(said) })
	in.mu.Lock()
	in.noDraft = nil
	in.mu.Unlock()
	d.write("!") // what is written now is kept
}

func TestDraft_thatFailedAndWasWrittenAfterAllIsNoFailure(t *testing.T) {
	in := &fakeJournal{noDraft: errDisk}
	s := newSaver(in)
	s.saveDraft(journal.Draft{Note: "a"})()
	in.noDraft = nil
	s.saveDraft(journal.Draft{Note: "ab"})
	if err := s.close(); err != nil {
		t.Errorf("close says %v", err)
	}
	in.noDraft = errDisk
	s = newSaver(in)
	s.saveDraft(journal.Draft{Note: "a"})()
	s.queue(s.checkIn(journal.CheckIn{ID: "1", Note: "a"}, s.draftClearer()))
	if err := s.close(); err != nil {
		t.Errorf("with its check-in kept close says %v", err)
	}
	s = newSaver(in)
	clearDraft := s.draftClearer()
	s.saveDraft(journal.Draft{Note: "later"})()
	s.queue(s.checkIn(journal.CheckIn{ID: "1", Note: "a"}, clearDraft))
	if err := s.close(); !errors.Is(err, errDisk) {
		t.Errorf("with an earlier check-in kept close says %v", err)
	}
}

func TestDraft_thatIsLaterThanTheCheckInStays(t *testing.T) {
	in := &fakeJournal{}
	s := newSaver(in)
	s.saveDraft(journal.Draft{Note: "a"})()
	taken := s.draftClearer()
	s.saveDraft(journal.Draft{Note: "ab"})()
	s.save(nil, s.checkIn(journal.CheckIn{ID: "1", Note: "a"}, taken))()
	if _, draft := in.kept(); draft == nil || draft.Note != "ab" {
		t.Errorf("the draft is %+v", draft)
	}
	s.save(nil, s.joinDraft(journal.Draft{Note: "c"}))()
	s.save(nil, s.checkIn(journal.CheckIn{ID: "1", Note: "a"}, taken))()
	if _, draft := in.kept(); draft == nil || draft.Note != "ab\nc" {
		t.Errorf("joined the draft is %+v", draft)
	}
	s.save(nil, s.checkIn(journal.CheckIn{ID: "1", Note: "ab\nc"}, s.draftClearer()))()
	if _, draft := in.kept(); draft != nil {
		t.Errorf("what has been kept is still the draft %+v", draft)
	}
	if err := s.close(); err != nil {
		t.Error(err)
	}
}

func TestDraft_thatWasKeptAsACheckInIsNotOfferedAgain(t *testing.T) {
	mood := journal.Mood{Valence: journal.Rated(0.2)}
	sitting := "s"
	for _, test := range []struct {
		name    string
		draft   journal.Draft
		checkIn journal.CheckIn
		offered bool
	}{
		{
			"the same before a sitting",
			journal.Draft{When: journal.Before, Mood: mood, Note: "x"},
			journal.CheckIn{When: journal.Before, Sitting: &sitting, Mood: mood, Note: "x"},
			false,
		},
		{
			"the same on its own",
			journal.Draft{When: journal.Before, Mood: mood, Words: []string{"tired"}},
			journal.CheckIn{When: journal.Alone, Mood: mood, Words: []string{"tired"}},
			false,
		},
		{
			"the same on its own, with what was said",
			journal.Draft{When: journal.Before, Mood: mood, Note: "x", Said: "y"},
			journal.CheckIn{When: journal.Alone, Mood: mood, Note: "x\ny"},
			false,
		},
		{
			"the same after a sitting",
			journal.Draft{When: journal.After, Sitting: sitting, Note: "x"},
			journal.CheckIn{When: journal.After, Sitting: &sitting, Note: "x"},
			false,
		},
		{
			"after another sitting",
			journal.Draft{When: journal.After, Sitting: "other", Note: "x"},
			journal.CheckIn{When: journal.After, Sitting: &sitting, Note: "x"},
			true,
		},
		{
			"one word more",
			journal.Draft{When: journal.Before, Mood: mood, Note: "x y"},
			journal.CheckIn{When: journal.Before, Mood: mood, Note: "x"},
			true,
		},
		{
			"another mood",
			journal.Draft{When: journal.Before, Note: "x"},
			journal.CheckIn{When: journal.Before, Mood: mood, Note: "x"},
			true,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.draft.Updated = journal.StampAt(evening.Add(-5 * time.Minute))
			test.checkIn.ID, test.checkIn.Stamp = "c", journal.StampAt(evening.Add(-4*time.Minute))
			in := &fakeJournal{draft: &test.draft, history: journal.History{CheckIns: []journal.CheckIn{test.checkIn}}}
			d := drive(t, in, 80, 24)
			d.settle()
			_, draft := in.kept()
			offered := d.shows("what you had begun is back") || d.shows("you had begun to say")
			if offered != test.offered || (draft != nil) != test.offered {
				t.Errorf("offered: %v, still there: %v", offered, draft)
			}
		})
	}
}

func TestDraft_olderThanTheSameWordsIsOffered(t *testing.T) {
	draft := journal.Draft{When: journal.Before, Note: "rain", Updated: journal.StampAt(evening)}
	earlier := journal.CheckIn{ID: "c", Stamp: journal.StampAt(evening.Add(-time.Minute)), When: journal.Alone, Note: "rain"}
	if alreadyKept(draft, journal.History{CheckIns: []journal.CheckIn{earlier}}) {
		t.Error("what was written after a check-in is taken for it")
	}
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
