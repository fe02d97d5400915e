package ui

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
)

// checkInsWith finds the check-ins with a note.
func checkInsWith(in *fakeJournal, note string) (found []journal.CheckIn) {
	history, _ := in.kept()
	for _, c := range history.CheckIns {
		if c.Note == note {
			found = append(found, c)
		}
	}
	return found
}

// writesWhileASittingStarts writes a note, asks for a sitting, and writes on
// before it has begun: a draft by then. What it returns starts the sitting.
func writesWhileASittingStarts(d *driver, before, meanwhile string) (starting tea.Cmd) {
	d.keys("n")
	d.write(before)
	d.keys("esc", "b")
	_, starting = d.program.Update(keyPress("p"))
	d.keys("esc", "n")
	d.write(meanwhile)
	d.ring()
	d.settle()
	return starting
}

func TestServed_whatIsWrittenWhileASittingStartsIsKept(t *testing.T) {
	for _, test := range []struct {
		name   string
		before string // written before it is asked for
		when   journal.When
	}{
		{"nothing before", "", journal.Alone},
		{"after something", "rain ", journal.Before},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := &fakeJournal{history: fullHistory()}
			d := drive(t, in, 80, 24)
			starting := writesWhileASittingStarts(d, test.before, "and sun")
			d.do(starting)
			playingOf(d)
			d.keys("n")
			d.write("while it plays")
			d.ring()
			d.settle()
			found := checkInsWith(in, test.before+"and sun")
			if len(found) != 1 || found[0].When != test.when {
				t.Fatalf("kept %+v", found)
			}
			if record := d.last().Sitting(); test.before != "" && (record.Before == nil || *record.Before != found[0].ID) {
				t.Errorf("the sitting names %v", record.Before)
			}
			if test.before != "" && len(checkInsWith(in, test.before)) != 0 {
				t.Error("it is kept twice")
			}
		})
	}
}

func TestServed_whatIsWrittenWhileASittingStartsIsKeptWhenTheProgramEndsThen(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	d := drive(t, in, 80, 24)
	starting := writesWhileASittingStarts(d, "rain ", "and sun")
	var unheard func(cmd tea.Cmd)
	unheard = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		if batch, ok := cmd().(tea.BatchMsg); ok {
			for _, cmd := range batch {
				unheard(cmd)
			}
		}
	}
	unheard(starting)
	d.last().Stop()
	if err := d.program.visit.close(); err != nil {
		t.Fatal(err)
	}
	d.program.visit.saver = newSaver(in) // for the end of the test
	if found := checkInsWith(in, "rain "); len(found) != 1 {
		t.Errorf("kept %+v", found)
	}
	if _, draft := in.kept(); draft == nil || draft.Note != "rain and sun" {
		t.Errorf("the draft is %+v", draft)
	}
}

func TestServed_whatIsWrittenWhileASittingDoesNotStartIsADraft(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	cfg, last := fakeConfig(in)
	cfg.Play = func(generator.Brief, journal.Sitting) (Sitting, error) { return nil, errors.New("no") }
	d := driveConfig(t, cfg, in, last, 80, 24)
	starting := writesWhileASittingStarts(d, "rain", " and sun")
	d.do(starting)
	d.settle()
	if _, draft := in.kept(); draft == nil || draft.Note != "rain and sun" {
		t.Errorf("the draft is %+v", draft)
	}
}

func TestKeepBegun_whatWaitsIsKeptWhenTheNightIsTold(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	aNight(in, &cfg)
	cfg.Home = true
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.keys("i", "n")
	d.write("before breakfast")
	d.keys("esc", "esc", "m")
	if _, asks := d.program.screen.(*afterScreen); !asks {
		t.Fatalf("the screen is %T:\n%s", d.program.screen, d.screenText())
	}
	d.keys("7")
	d.ring()
	d.settle()
	found := checkInsWith(in, "before breakfast")
	if len(found) != 1 || found[0].When != journal.Alone {
		t.Fatalf("kept %+v", found)
	}
	d.keys("enter", "enter", "enter")
	d.settle()
	if d.program.visit.checkIn == nil || d.program.visit.checkIn.id != found[0].ID {
		t.Error("it no longer waits")
	}
}

func TestKeep_whatWaitsAfterASittingIsKeptWhenSomethingElseIsWritten(t *testing.T) {
	// The person was faster than the disk: the goals are open when the questions of
	// the last visit come back.
	in := &fakeJournal{history: fullHistory()}
	sitting := in.history.Sittings[39]
	in.draft = &journal.Draft{When: journal.After, Sitting: sitting.ID, Note: "lighter", Updated: journal.StampAt(evening)}
	cfg, last := fakeConfig(in)
	d := newDriver(t, cfg, in, last)
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.keys("enter", "enter", "enter")
	d.do(load(cfg.Journal))
	d.keys("esc", "n")
	d.write("new words")
	d.ring()
	if err := d.program.visit.close(); err != nil {
		t.Fatal(err)
	}
	if found := checkInsWith(in, "lighter"); len(found) != 1 || found[0].Sitting == nil || *found[0].Sitting != sitting.ID {
		t.Errorf("kept %+v", found)
	}
	if _, draft := in.kept(); draft == nil || draft.Note != "new words" {
		t.Errorf("the draft is %+v", draft)
	}
}

func TestStarted_whatIsAnsweredAboutTheNightMeanwhileIsKept(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	aNight(in, &cfg)
	cfg.Home = true
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.keys("b")
	_, starting := d.program.Update(keyPress("p"))
	d.keys("esc", "m", "n")
	d.write("woke up twice")
	d.ring()
	d.do(starting)
	playingOf(d)
	d.keys("n")
	d.write("while it plays")
	d.ring()
	d.settle()
	if found := checkInsWith(in, "woke up twice"); len(found) != 1 || found[0].When != journal.After || *found[0].Sitting != "night" {
		t.Errorf("kept %+v", found)
	}
}

func TestPlaying_theEndOfAnEarlierSittingIsNotItsOwn(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	earlier := d.last()
	d.keys("s", "q")
	d.program.visit.sitting = nil
	d.program.leaving = false
	other := newFakeSitting(in, earlier.brief, journal.Sitting{ID: "other", Goal: journal.Calm, Minutes: 20})
	d.program.visit.play(startedMsg{sitting: other, brief: earlier.brief})
	d.program.turn()
	d.send(endedMsg{earlier})
	if _, plays := d.program.screen.(*playingScreen); !plays {
		t.Errorf("the screen is %T while it plays", d.program.screen)
	}
	other.Stop()
}
