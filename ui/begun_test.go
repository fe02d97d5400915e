package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/widget"
)

// TestBegun_noWordIsLostWhereverOneGoes writes notes wherever there is one to be
// written, goes about at random, leaves, and looks for every word.
func TestBegun_noWordIsLostWhereverOneGoes(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	ways := []string{"enter", "enter", "esc", "esc", "i", "u", "p", "m", "x", "b", "f", "s", "up", "5", "j"}
	for run := range 12 {
		in := &fakeJournal{history: oneSitting(26 * time.Hour)}
		d, _ := driveHome(t, in, nil)
		var written, walked []string
		for step := range 40 {
			if random.IntN(4) > 0 {
				way := ways[random.IntN(len(ways))]
				walked = append(walked, way)
				d.keys(way)
				continue
			}
			if note := noteOf(d.program.screen); note == nil {
				continue
			}
			word := fmt.Sprintf("word%dof%d.", step, run)
			written, walked = append(written, word), append(walked, word)
			d.keys("n")
			d.write(word + " ")
			d.keys("esc")
		}
		if err := d.program.visit.close(); err != nil {
			t.Fatal(err)
		}
		d.program.visit.saver = newSaver(in) // for the end of the test
		history, draft := in.kept()
		var kept strings.Builder
		for _, c := range history.CheckIns {
			kept.WriteString(c.Note)
		}
		if draft != nil {
			kept.WriteString(draft.Note)
		}
		for _, word := range written {
			if !strings.Contains(kept.String(), word) {
				t.Fatalf("seed %d, run %d: %s is gone after %v; kept is %q", seed, run, word, walked, kept.String())
			}
		}
	}
}

// noteOf is the note that n opens on a screen, or nil.
func noteOf(s screen) *noteEditor {
	switch s := s.(type) {
	case *checkInScreen:
		if s.form.door == noDoor {
			return s.form.note
		}
	case *afterScreen:
		if !s.finished && s.form.door == noDoor {
			return s.form.note
		}
	case *playingScreen:
		if s.panel == noPanel {
			return s.note
		}
	}
	return nil
}

func TestBegun_whatIsWrittenWhileAPieceStartsGoesWithIt(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	play, gate := cfg.Play, make(chan struct{})
	cfg.Home = true
	cfg.Play = func(b generator.Brief, r journal.Sitting) (Sitting, error) {
		<-gate
		return play(b, r)
	}
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.hasty = true
	d.keys("i", "n")
	d.write("before")
	d.keys("esc", "esc", "u")
	d.mustShow("composing…")
	d.keys("i", "n")
	d.write(" and after")
	close(gate)
	d.wait("the music", func() bool { return d.shows("space pause") })
	d.settle()
	if history, _ := in.kept(); len(history.CheckIns) != 1 || history.CheckIns[0].Note != "before and after" {
		t.Errorf("kept %+v", history.CheckIns)
	}
}

func TestHome_doorsCanBePointedAt(t *testing.T) {
	for index, want := range []string{"1 of 3", "space pause", "space pause"} {
		d, _ := driveHome(t, &fakeJournal{history: oneSitting(26 * time.Hour)}, nil)
		d.click(widget.Target{Kind: pointRow, Index: index}, 0.5)
		d.mustShow(want)
	}
}

// A sitting may take a moment to start. What is begun meanwhile is a check-in of
// its own and goes over none of the answers that the sitting was asked for with.
func TestServed_whatIsBegunWhileASittingStartsGoesOverNoAnswers(t *testing.T) {
	before := journal.CheckIn{ID: "BEFORE", Stamp: journal.StampAt(evening), When: journal.Before, Note: "what was written first"}
	in := &fakeJournal{history: journal.History{CheckIns: []journal.CheckIn{before}}}
	d := drive(t, in, 80, 24)
	begun := newCheckInScreen(d.program.visit)
	begun.form.note.setText("what was written next")
	d.program.visit.checkIn = begun
	d.do(d.program.visit.served(startedMsg{checkIn: before}))
	d.settle()
	notes := map[string]journal.CheckIn{}
	kept, _ := in.kept()
	for _, c := range kept.CheckIns {
		notes[c.Note] = c
	}
	if notes[before.Note].ID != before.ID || len(notes) != 2 {
		t.Fatalf("kept %+v", kept.CheckIns)
	}
	if next := notes["what was written next"]; next.ID == before.ID || next.When != journal.Alone || next.Sitting != nil {
		t.Errorf("what was begun is kept as %+v", next)
	}
}
