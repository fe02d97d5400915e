package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
)

func TestNote_aPasteKeepsItsLines(t *testing.T) {
	const want = "one\ntwo\n\nfour"
	for name, content := range map[string]string{
		"LF": want, "CR": "one\rtwo\r\rfour", "CRLF": "one\r\ntwo\r\n\r\nfour",
	} {
		for place, keys := range map[string][]string{
			"check-in": {"n"},
			"playing":  {"enter", "enter", "enter", "enter", "n"},
		} {
			in := &fakeJournal{}
			d := drive(t, in, 80, 24)
			d.keys(keys...)
			d.send(tea.PasteMsg{Content: content})
			d.ring()
			d.settle()
			if _, draft := in.kept(); draft == nil || draft.Note != want {
				t.Errorf("%s, %s: kept %+v", place, name, draft)
			}
			if shown := strings.Join(strings.Fields(d.screenText()), " "); !strings.Contains(shown, "one two four") || d.shows("onetwo") {
				t.Errorf("%s, %s: shows\n%s", place, name, d.screenText())
			}
		}
	}
}

func TestNote_unbracketedLineFeedsAreLines(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("n")
	d.write("one")
	d.send(tea.KeyPressMsg{Code: 'j', Mod: tea.ModCtrl})
	d.write("two")
	if got := d.program.screen.(*checkInScreen).form.note.text(); got != "one\ntwo" {
		t.Errorf("the note is %q", got)
	}
}

func TestNote_selectingAndDeletingDoesNotBreakIt(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("n", "a", "enter", "shift+right", "backspace", "shift+left", "backspace")
	if got := d.program.screen.(*checkInScreen).form.note.text(); got != "" {
		t.Errorf("the note is %q", got)
	}
}

// twoEscapes is how esc pressed twice arrives when both are read at once.
var twoEscapes = tea.KeyPressMsg{Code: tea.KeyEscape, Mod: tea.ModAlt}

func TestProgram_twoEscapesInOneBreathAreBothHeard(t *testing.T) {
	start := []string{"enter", "enter", "enter", "enter"}
	for _, test := range []struct {
		name string
		keys []string
		want string
	}{
		{"the note", []string{"n", "h", "i"}, "what you have begun waits"},
		{"the words", []string{"w"}, "enter check in"},
		{"the goal", []string{"enter", "enter", "enter"}, "2 of 3"},
		{"the journey", []string{"enter", "enter", "enter", "j"}, "3 of 3"},
		{"the log", []string{"b"}, "enter check in"},
		{"the help", []string{"?"}, "enter check in"},
		{"the note while it plays", append(start, "n", "h", "i"), "v steer"},
		{"the reasons", append(start, "w"), "v steer"},
		{"only the picture", append(start, "z"), "v steer"},
		{"after it", append(start, "s", "n", "h", "i"), "what you have begun waits"},
		{"saved", append(start, "s", "enter", "enter", "enter"), "how is it right now?"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := drive(t, &fakeJournal{}, 80, 24)
			d.keys(test.keys...)
			d.send(twoEscapes)
			d.mustShow(test.want)
			if d.quit || d.program.screen.typing() {
				t.Error("the next keys go to the wrong place")
			}
		})
	}
}

func TestProgram_aNoticeGoesWithItsScreenAndAFailureStays(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "e")
	d.mustShow("coming home within a minute")
	d.last().end(journal.Landed)
	d.send(endedMsg{d.last()})
	d.mustShow("and now?")
	if d.shows("coming home within a minute") {
		t.Errorf("the music is over and still comes home:\n%s", d.screenText())
	}
	d = drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	d.program.warn("something failed")
	d.last().end(journal.Landed)
	d.send(endedMsg{d.last()})
	d.mustShow("and now?", "something failed")
}

func TestFooter_showsEveryKeyThatMattersAt80Columns(t *testing.T) {
	start := []string{"enter", "enter", "enter", "enter"}
	for _, test := range []struct {
		name string
		keys []string
		want []string
	}{
		{"check-in", nil, []string{"w words", "n note", "esc home", "q leave"}},
		{"goal", []string{"enter", "enter", "enter"}, []string{"s save", "j journey", "esc back"}},
		{"playing", start, []string{"e ending", "s stop", "v steer"}},
		{"after", append(start, "s"), []string{"w words", "n note", "q leave"}},
		{"saved", append(start, "s", "enter", "enter", "enter"), []string{"enter home", "p play again", "f favourite", "b log", "q leave"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := drive(t, &fakeJournal{}, 80, 24)
			d.keys(test.keys...)
			d.mustShow(append(test.want, "? help")...)
			lines := strings.Split(d.screenText(), "\n")
			if last := lines[len(lines)-1]; strings.Contains(last, "…") {
				t.Errorf("keys are left out: %q", last)
			}
		})
	}
}

func TestHelp_listsTheProgramsKeysOnce(t *testing.T) {
	for _, s := range scenes() {
		d := stage(t, s, 80, 40)
		if d.program.screen.typing() || d.program.help || d.program.support.open {
			continue
		}
		d.keys("?")
		for _, name := range []string{"ctrl+z", "ctrl+c", "people to talk to"} {
			if count := strings.Count(d.screenText(), name); count != 1 && (name != "ctrl+z" || usualKeys().sleep.Enabled()) {
				t.Errorf("%s lists %s %d times:\n%s", s.name, name, count, d.screenText())
			}
		}
	}
}

func TestProgram_waitsForASizeItIsNotTold(t *testing.T) {
	d := drive(t, &fakeJournal{}, 0, 0)
	if text := d.screenText(); text != "" {
		t.Errorf("without a size it says %q", text)
	}
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.mustShow("how is it right now?")
	d.send(tea.WindowSizeMsg{})
	if d.shows("needs") {
		t.Errorf("it asks for a larger window:\n%s", d.screenText())
	}
}
