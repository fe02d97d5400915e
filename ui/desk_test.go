package ui

import (
	"strings"
	"testing"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
)

func TestDesk_nothingMovesWhileSomebodyWrites(t *testing.T) {
	d, p := sittingOf(t, journal.Reflect, generator.Options{}, 80, 24)
	playTo(d, p, 60)
	d.mustShow("n to write", "1:00", "n note  space pause")
	d.keys("n")
	d.write("a line")
	before, mood := d.screenText(), p.mood()
	for second := range 300 {
		d.last().advance(1)
		d.program.Update(pictureTickMsg{generation: p.generation, at: evening.AddDate(0, 0, second)})
	}
	if after := d.screenText(); after != before || p.mood() != mood {
		t.Errorf("the screen has changed from\n%s\nto\n%s", before, after)
	}
	d.keys("esc")
	playTo(d, p, 400)
	d.mustShow("a line", "n to go on writing", "6:40")
}

func TestDesk_theEndOfTheMusicDoesNotTurnThePage(t *testing.T) {
	d, p := sittingOf(t, journal.Reflect, generator.Options{}, 80, 24)
	d.keys("n")
	d.write("half a sen")
	d.last().end(journal.Landed)
	d.send(endedMsg{d.last()})
	d.program.Update(pictureTickMsg{generation: p.generation, at: evening})
	d.write("tence")
	d.mustShow("half a sentence")
	if d.program.screen != screen(p) {
		t.Fatal("the page was turned")
	}
	d.keys("esc")
	d.mustShow("and now?", "“half a sentence”")
	d.keys("enter", "enter", "enter")
	d.settle()
	if history, _ := d.journal.kept(); len(history.CheckIns) != 1 || history.CheckIns[0].Note != "half a sentence" {
		t.Errorf("kept %+v", history.CheckIns)
	}
}

func TestDesk_saysWhatGoesWrongAllTheSame(t *testing.T) {
	d, p := sittingOf(t, journal.Reflect, generator.Options{}, 40, 12)
	d.keys("n")
	d.last().call("", func() {
		d.last().status.Sound, d.last().status.Message = player.Silent, "no sound device answers"
	})
	d.program.Update(pictureTickMsg{generation: p.generation, at: evening})
	d.mustShow("no sound device answers", "esc done")
}

func TestDesk_aLongNoteShowsItsEnd(t *testing.T) {
	d, _ := sittingOf(t, journal.Reflect, generator.Options{}, 40, 12)
	d.keys("n")
	d.write(strings.Repeat("word ", 100) + "last")
	d.mustShow("last")
	d.keys("esc")
	d.mustShow("last", "n to go on writing")
	checkFrame(t, d, "a long note")
}

func TestDesk_theOtherGoalsKeepTheirClockBesideTheNote(t *testing.T) {
	d, p := sittingOf(t, journal.Calm, generator.Options{}, 80, 24)
	d.keys("n")
	playTo(d, p, 75)
	d.mustShow("1:15")
}
