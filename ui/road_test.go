package ui

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/teatest/v2"

	"dulcet/generator"
	"dulcet/journal"
)

func TestRoad_fourEntersFromTheFirstQuestionToMusic(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.mustShow("how is it right now?", "1 of 3")
	d.keys("enter", "enter", "enter")
	d.mustShow("what for?")
	d.keys("enter")
	if d.last() == nil {
		t.Fatalf("nothing plays:\n%s", d.screenText())
	}
	d.mustShow("space pause")
	if record := d.last().Sitting(); record.Before != nil || record.Goal == "" || record.Minutes <= 0 {
		t.Errorf("skipping everything started %+v", record)
	}
}

func TestRoad_answersReachTheJournalBeforeAndAfter(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("left", "enter", "3", "enter", "right", "shift+right")
	d.pick("tense")
	d.keys("n")
	d.write("the train was late")
	d.keys("esc", "enter", "enter")
	d.last().advance(30)
	d.keys("s")
	d.mustShow("and now?")
	d.keys("right", "enter", "enter", "left", "enter")
	d.settle()
	history, draft := in.kept()
	if len(history.CheckIns) != 2 || len(history.Sittings) != 1 {
		t.Fatalf("kept %d check-ins and %d sittings", len(history.CheckIns), len(history.Sittings))
	}
	before, after, sitting := history.CheckIns[0], history.CheckIns[1], history.Sittings[0]
	want := journal.Mood{Valence: journal.Rated(-0.1), Energy: journal.Rated(-0.4), Tension: journal.Rated(0.12)}
	if before.Mood != want || before.Note != "the train was late" || strings.Join(before.Words, ",") != "tense" || before.When != journal.Before {
		t.Errorf("before is %+v, want the mood %+v", before, want)
	}
	if after.When != journal.After || after.Mood.Energy.Given() || after.Mood.Valence != journal.Rated(0.1) {
		t.Errorf("after is %+v", after)
	}
	if sitting.Before == nil || *sitting.Before != before.ID || sitting.After == nil || *sitting.After != after.ID {
		t.Errorf("the sitting does not name its check-ins: %+v", sitting)
	}
	if *before.Sitting != sitting.ID || *after.Sitting != sitting.ID {
		t.Error("the check-ins do not name their sitting")
	}
	if sitting.Ended != journal.Stopped || sitting.Frames != 30*48000 {
		t.Errorf("the sitting ended as %s after %d frames", sitting.Ended, sitting.Frames)
	}
	if draft != nil {
		t.Errorf("a draft was left: %+v", draft)
	}
}

func TestRoad_savedIsShownOnlyWhenDurable(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "s", "right", "enter", "enter")
	d.hasty = true
	in.setSlow(150 * time.Millisecond)
	d.keys("enter")
	d.mustShow("saving…")
	d.wait("saved", func() bool {
		history, _ := in.kept()
		shown := d.shows("saved")
		if shown && (len(history.CheckIns) != 1 || history.Sittings[0].After == nil) {
			t.Fatalf("saved was shown with %d check-ins kept", len(history.CheckIns))
		}
		return shown
	})
}

func TestRoad_leavingWaitsForWhatIsBeingSaved(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "s", "right")
	d.hasty = true
	in.setSlow(100 * time.Millisecond)
	d.keys("q")
	if d.quit {
		t.Fatal("left at once")
	}
	d.wait("the end", func() bool { return d.quit })
	if history, _ := in.kept(); len(history.CheckIns) != 1 {
		t.Errorf("left with %d check-ins kept", len(history.CheckIns))
	}
}

func TestRoad_aFailedSaveIsSaidAndTheDraftStays(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "s", "right")
	d.wait("the draft", func() bool { _, draft := in.kept(); return draft != nil })
	in.setFail(errDisk)
	d.keys("enter", "enter", "enter")
	d.wait("the failure", func() bool { return d.shows("not saved: the disk is full") })
	if _, draft := in.kept(); draft == nil || draft.Mood.Valence != journal.Rated(0.1) {
		t.Errorf("the draft is %+v, want it kept", draft)
	}
	d.keys("q")
	d.wait("the word on leaving", func() bool { return d.shows("not saved: the disk is full") && !d.program.leaving })
	if d.quit {
		t.Error("left without a word")
	}
	in.setFail(nil)
	d.keys("q")
	d.wait("the end", func() bool { return d.quit })
}

func TestRoad_afterSleepNothingIsAsked(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	cfg.Goal = journal.Sleep
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	if goal := d.last().Sitting().Goal; goal != journal.Sleep {
		t.Fatalf("plays %s", goal)
	}
	d.last().end(journal.Landed)
	d.send(endedMsg{d.last()})
	d.mustShow("good night.")
	if text := d.screenText(); strings.Contains(text, "and now?") || strings.Contains(text, "unwell") {
		t.Errorf("asks after sleep:\n%s", text)
	}
}

func TestRoad_playAgainUsesSeedMoodAndDials(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	past := &in.history.Sittings[len(in.history.Sittings)-1]
	past.Mood = journal.Mood{Valence: journal.Rated(-0.3), Energy: journal.Rated(0.2), Tension: journal.Rated(0.5)}
	past.Dials[journal.Tempo], past.Seed = -0.25, 4711
	d := drive(t, in, 80, 24)
	d.keys("b", "enter")
	d.mustShow("p play again")
	d.keys("p")
	if d.last() == nil {
		t.Fatal("nothing plays")
	}
	got := d.last().Sitting()
	if got.Seed != past.Seed || got.Dials != past.Dials || got.Mood != past.Mood || got.Goal != past.Goal || got.Minutes != past.Minutes {
		t.Errorf("played %+v, want as %+v", got, *past)
	}
	if got.ID == past.ID || got.Varied != nil {
		t.Errorf("the second playing is not a sitting of its own: %+v", got)
	}
}

func TestRoad_musicThatDoesNotStartKeepsTheAnswers(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	play, broken := cfg.Play, true
	cfg.Play = func(b generator.Brief, r journal.Sitting) (Sitting, error) {
		if broken {
			return nil, errDisk
		}
		return play(b, r)
	}
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.keys("2", "enter", "enter", "enter", "enter")
	d.mustShow("it did not start: the disk is full", "what for?")
	d.settle()
	if history, _ := in.kept(); len(history.CheckIns) != 1 || history.CheckIns[0].When != journal.Alone || history.CheckIns[0].Sitting != nil {
		t.Errorf("kept %+v", history.CheckIns)
	}
	broken = false
	d.keys("enter")
	d.settle()
	history, _ := in.kept()
	if d.last() == nil || len(history.CheckIns) != 1 || history.CheckIns[0].When != journal.Before || history.CheckIns[0].Sitting == nil {
		t.Errorf("after the second try kept %+v", history.CheckIns)
	}
}

func TestRoad_aSittingShowsWhereverOneHasGoneMeanwhile(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	cfg, last := fakeConfig(in)
	play, starts := cfg.Play, 0
	gate := make(chan struct{})
	cfg.Play = func(b generator.Brief, r journal.Sitting) (Sitting, error) {
		starts++
		<-gate
		return play(b, r)
	}
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.hasty = true
	d.keys("b", "down", "p", "p", "esc")
	d.mustShow("how is it right now?")
	close(gate)
	d.wait("the music", func() bool { return d.shows("space pause") })
	if starts != 1 || d.program.visit.sitting == nil {
		t.Errorf("%d sittings were started", starts)
	}
}

func TestRoad_aCheckInWithoutMusic(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "s")
	d.mustShow("there is no answer to save yet")
	d.keys("esc", "9", "enter", "s")
	d.wait("saved", func() bool { return d.shows("saved") && d.shows("20:40  ╌╌╌") })
	history, draft := in.kept()
	if len(history.CheckIns) != 1 || history.CheckIns[0].When != journal.Alone || history.CheckIns[0].Sitting != nil || draft != nil {
		t.Errorf("kept %+v and the draft %+v", history.CheckIns, draft)
	}
	if d.last() != nil {
		t.Error("music plays")
	}
}

func TestRoad_keysPressedTogetherAreAllHeard(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter")
	if _, ok := d.program.screen.(*goalScreen); !ok {
		t.Fatal("the third key has not turned the page when the fourth arrives")
	}
	d.keys("enter", "w")
	d.mustShow("why it sounds like this")
	d.send(tea.KeyPressMsg{Code: 's', Mod: tea.ModAlt}) // esc and s in one breath
	d.mustShow("and now?")
}

func TestRoad_inATerminal(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	root := newProgram(cfg)
	tm := teatest.NewTestModel(t, root,
		teatest.WithInitialTermSize(80, 24),
		teatest.WithProgramOptions(tea.WithColorProfile(colorprofile.Ascii)))
	shows := func(text string) {
		t.Helper()
		teatest.WaitFor(t, tm.Output(), func(out []byte) bool { return bytes.Contains(out, []byte(text)) },
			teatest.WithDuration(10*time.Second), teatest.WithCheckInterval(10*time.Millisecond))
	}
	shows("how is it right now?")
	for range 3 {
		tm.Send(keyPress("enter"))
	}
	shows("what for?")
	tm.Send(keyPress("enter"))
	shows("pause")
	tm.Send(keyPress("s"))
	shows("and now?")
	for range 3 {
		tm.Send(keyPress("enter"))
	}
	shows("thank you for listening.")
	tm.Send(keyPress("q"))
	tm.WaitFinished(t, teatest.WithFinalTimeout(10*time.Second))
	if err := root.visit.close(); err != nil {
		t.Error(err)
	}
	if history, _ := in.kept(); len(history.Sittings) != 1 || history.Sittings[0].ID != last().Sitting().ID {
		t.Errorf("the journal holds %+v", history.Sittings)
	}
}

// TestRoad_theJourneyShownIsTheOneThatPlays looks at the journey before and
// compares its brief with that of the sitting, with seeds that never repeat.
func TestRoad_theJourneyShownIsTheOneThatPlays(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	cfg, last := fakeConfig(in)
	seed := uint32(100)
	cfg.Seed = func() uint32 { seed++; return seed }
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.keys("enter", "enter", "enter", "esc", "enter", "j")
	shown := d.program.screen.(*journeyScreen).planner.brief
	d.keys("enter")
	if played := d.last().brief; !reflect.DeepEqual(shown, played) {
		t.Errorf("shown was seed %d with dials %v, played is seed %d with dials %v", shown.Seed, shown.Dials, played.Seed, played.Dials)
	}
}
