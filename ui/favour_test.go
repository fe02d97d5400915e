package ui

import (
	"testing"

	"dulcet/journal"
)

// favouriteOf is whether a sitting is kept as a favourite.
func favouriteOf(t *testing.T, in *fakeJournal, id string) bool {
	t.Helper()
	history, _ := in.kept()
	record, found := history.Sitting(id)
	if !found {
		t.Fatalf("there is no sitting %s", id)
	}
	return record.Favourite
}

func TestVisit_favourIsSaidWhenItIsKept(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	d := drive(t, in, 80, 24)
	id := in.history.Sittings[3].ID
	d.do(d.program.visit.favour(id, true))
	d.mustShow("saved as a favourite")
	if !favouriteOf(t, in, id) {
		t.Error("it is said to be saved and is not")
	}
	if len(in.history.Sittings) != 40 {
		t.Errorf("there are %d sittings now", len(in.history.Sittings))
	}
	d.do(d.program.visit.favour(id, false))
	d.mustShow("no longer a favourite")
	if favouriteOf(t, in, id) {
		t.Error("it cannot be taken back")
	}
}

func TestVisit_favourThatCannotBeKeptIsTakenBackAndSaid(t *testing.T) {
	in := &fakeJournal{history: fullHistory(), fail: errDisk}
	d := drive(t, in, 80, 24)
	record := in.history.Sittings[3]
	d.do(d.program.visit.favour(record.ID, true))
	d.mustShow("not saved as a favourite", "the disk is full")
	if d.program.visit.isFavourite(record) {
		t.Error("it is shown as a favourite and is none")
	}
	d.do(d.program.visit.favour("gone", true))
	d.mustShow("not saved as a favourite", "no longer in the journal")
}

func TestVisit_favourOfWhatPlaysIsKeptWithItsEndAndItsAnswers(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	id := d.last().Sitting().ID
	d.do(d.program.visit.favour(id, true))
	if favouriteOf(t, in, id) {
		t.Error("the record was written while it belonged to the player")
	}
	d.last().end(journal.Landed)
	d.wait("the end", func() bool { return d.shows("saved as a favourite") })
	d.keys("9", "enter", "9", "enter", "1", "enter")
	d.wait("saved", func() bool { history, _ := in.kept(); return history.Sittings[0].After != nil })
	if history, _ := in.kept(); !history.Sittings[0].Favourite || history.Sittings[0].Ended != journal.Landed {
		t.Errorf("kept as %+v", history.Sittings[0])
	}
}

func TestVisit_favourOfWhatPlaysIsKeptWhenThePersonLeavesBeforeItsEnd(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	id := d.last().Sitting().ID
	d.do(d.program.visit.favour(id, true))
	d.keys("ctrl+c")
	if err := d.program.visit.close(); err != nil {
		t.Fatal(err)
	}
	if !favouriteOf(t, in, id) {
		t.Error("it is no favourite")
	}
}
