package ui

import (
	"slices"
	"strings"
	"testing"

	"dulcet/generator/words"
	"dulcet/player"
	"dulcet/ui/settings"
)

func TestSupport_isOneKeyAwayFromEverywhereAndGoesWithoutATrace(t *testing.T) {
	for _, s := range scenes() {
		d := stage(t, s, 80, 24)
		if d.program.screen.typing() || d.program.support.open {
			continue
		}
		d.program.help, d.program.notice = false, ""
		before := d.screenText()
		kept, draft := d.journal.kept()
		d.keys("!")
		d.mustShow("988", "116 123", "13 11 14", "112, 911 or 999", "findahelpline.com", "the music can stay on", "esc close")
		d.keys("x", "5", "n", "e", "right", "tab") // nothing happens by accident
		d.mustShow("findahelpline.com")
		d.keys("esc")
		if after := d.screenText(); after != before {
			t.Errorf("%s: after it the screen is\n%s\nand was\n%s", s.name, after, before)
		}
		d.settle()
		if keptAfter, draftAfter := d.journal.kept(); len(keptAfter.CheckIns) != len(kept.CheckIns) || draftAfter != draft {
			t.Errorf("%s: something was kept: %+v, %+v", s.name, keptAfter, draftAfter)
		}
	}
}

func TestSupport_theMusicStaysOnAndCanBeStopped(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "!", "down", "s", "e")
	if d.last().Status().State != player.Playing || len(d.last().calls) != 0 {
		t.Errorf("the sitting was told %v", d.last().calls)
	}
	d.keys("space", "space")
	if got := d.last().calls; !slices.Equal(got, []string{"pause", "resume"}) {
		t.Errorf("the sitting was told %v", got)
	}
	d.mustShow("findahelpline.com")
}

func TestSupport_canBeReadToItsEndInASmallWindow(t *testing.T) {
	d := drive(t, &fakeJournal{}, 40, 12)
	d.keys("!")
	seen := ""
	for range 12 {
		seen += " " + d.screenText()
		d.keys("down")
	}
	for _, paragraph := range words.HelpLines() {
		for _, word := range strings.Fields(paragraph) {
			if !strings.Contains(seen, word) {
				t.Errorf("%q cannot be read", word)
			}
		}
	}
}

func TestSupport_isATypedSignWhereTextIsTyped(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("n", "!")
	if got := d.program.screen.(*checkInScreen).form.note.text(); got != "!" || d.program.support.open {
		t.Errorf("the note is %q", got)
	}
}

func TestSupport_answersANoteThatSpeaksOfACrisisOnce(t *testing.T) {
	for name, keys := range map[string][]string{
		"before":  {"n"},
		"playing": {"enter", "enter", "enter", "enter", "n"},
		"after":   {"enter", "enter", "enter", "enter", "s", "n"},
	} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, &fakeJournal{}, 80, 24)
			d.keys(keys...)
			d.write("i want to die")
			if d.program.support.open {
				t.Fatal("it comes between the words")
			}
			d.keys("esc")
			d.mustShow("988", "116 123")
			d.keys("esc")
			if d.shows("988") {
				t.Fatal("it does not close")
			}
			d.keys("n", "esc")
			if d.shows("988") {
				t.Error("the same note is answered twice")
			}
			d.ring()
			d.settle()
			if _, draft := d.journal.kept(); draft == nil || draft.Note != "i want to die" {
				t.Errorf("the note is kept as %+v", draft)
			}
		})
	}
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("n")
	d.write("the train was late and i am tired to death of it")
	d.keys("esc")
	if d.program.support.open {
		t.Error("an ordinary day is answered")
	}
}

func TestSupport_saysThePersonsOwnLinesWhereverHelpIs(t *testing.T) {
	own := []string{"call Ilse: 0761 12345", "  ", "harm: \x1b[2J\u202e and 日本語", strings.Repeat("breathe out slowly. ", 24)}
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		d := drive(t, &fakeJournal{}, size[0], size[1])
		d.program.visit.settings.HelpLines = own
		d.keys("!")
		d.mustShow("call Ilse: 0761 12345")
		if d.shows("988") {
			t.Errorf("%v: the built-in lines are among them:\n%s", size, d.screenText())
		}
		for range 30 {
			checkFrame(t, d, "own help lines")
			d.keys("down")
		}
		d.mustShow("breathe out slowly.")
	}
	d := drive(t, &fakeJournal{}, 80, 40)
	d.program.visit.settings.HelpLines = own
	d.keys("t")
	d.write("i want to die")
	d.mustShow("call Ilse")
	d.keys("enter")
	d.mustShow("call Ilse")
	if got := HelpLines(settings.Settings{HelpLines: []string{" ", "\n"}}); !slices.Equal(got, words.HelpLines()) {
		t.Errorf("lines without words are shown as %q", got)
	}
}
