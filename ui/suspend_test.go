package ui

import (
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dulcet/player"
	"dulcet/ui/settings"
)

func TestSuspend_theMusicWaitsAndSaysSo(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no program can be suspended there")
	}
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "ctrl+z")
	if d.last().Status().State != player.Paused {
		t.Fatal("the music goes on")
	}
	d.send(tea.WindowSizeMsg{Width: 90, Height: 30})
	d.send(tea.ResumeMsg{})
	d.mustShow("the music has waited, paused. space goes on")
	if d.last().Status().State != player.Paused {
		t.Error("it starts by itself")
	}
	d.keys("space", "space", "ctrl+z") // paused by hand before
	d.send(tea.ResumeMsg{})
	if d.shows("the music has waited") {
		t.Error("it says that it has waited, and was paused by hand")
	}
}

func TestSuspend_whatIsWrittenIsOnDiskBefore(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no program can be suspended there")
	}
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("n")
	d.write("rain")
	_, cmd := d.program.Update(keyPress("ctrl+z"))
	if _, at := cmd().(tea.SuspendMsg); at {
		t.Fatal("it is suspended before the draft is written")
	}
	d.settle()
	if _, draft := in.kept(); draft == nil || draft.Note != "rain" {
		t.Errorf("the draft is %+v", draft)
	}
	d.program.visit.set("mouse", []string{"off"})
	if _, cmd = d.program.Update(keyPress("ctrl+z")); cmd == nil {
		t.Fatal("it does not suspend")
	}
	d.settle()
	if !strings.Contains(string(in.set[settings.StoredKey]), "mouse") {
		t.Errorf("the settings that are kept are %s", in.set[settings.StoredKey])
	}
	if _, cmd = d.program.Update(suspendMsg{}); cmd == nil {
		t.Fatal("it is never suspended")
	}
	found := false
	for _, cmd := range flat(cmd()) {
		_, suspends := cmd.(tea.SuspendMsg)
		found = found || suspends
	}
	if !found {
		t.Error("it is never suspended")
	}
}

// flat returns the messages of a batch.
func flat(msg tea.Msg) (all []tea.Msg) {
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	for _, cmd := range batch {
		if cmd != nil {
			all = append(all, flat(cmd())...)
		}
	}
	return all
}

func TestLeaving_losesNothingFromAnyScreen(t *testing.T) {
	for _, way := range []string{"ctrl+c", "q"} {
		for _, s := range scenes() {
			d := stage(t, s, 80, 24)
			if way == "q" && d.program.screen.typing() {
				continue
			}
			f := &fuzzer{driver: d}
			notes, _ := f.editors()
			want := strings.TrimSpace(textsOf(notes))
			d.keys(way)
			if way == "ctrl+c" && !d.quit {
				t.Errorf("%s: %s does not leave", s.name, way)
			}
			if err := d.program.visit.close(); err != nil {
				t.Errorf("%s, %s: %v", s.name, way, err)
			}
			history, draft := d.journal.kept()
			d.program.visit.saver = newSaver(d.journal) // that the end of the test closes
			kept := ""
			if draft != nil {
				kept = draft.Note
			}
			for _, c := range history.CheckIns {
				kept += "\n" + c.Note
			}
			if !strings.Contains(kept, want) {
				t.Errorf("%s: %s loses %q", s.name, way, want)
			}
			for _, sitting := range history.Sittings {
				if playing := d.last(); playing != nil && sitting.ID == playing.Sitting().ID && sitting.Ended == "killed" {
					t.Errorf("%s: %s leaves the sitting broken off", s.name, way)
				}
			}
		}
	}
}
