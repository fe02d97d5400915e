package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui/settings"
	"dulcet/ui/widget"
)

// settingsOf is the screen of the settings.
func settingsOf(d *driver) *settingScreen { return d.program.screen.(*settingScreen) }

// goTo opens the settings where they are not open, and walks to one of them.
func goTo(d *driver, name string) {
	d.t.Helper()
	if _, open := d.program.screen.(*settingScreen); !open {
		d.keys("c")
	}
	s := settingsOf(d)
	to := slices.IndexFunc(s.rows, func(r settingRow) bool { return r.set.Name == name })
	if to < 0 {
		d.t.Fatalf("there is no setting %s", name)
	}
	for s.at != to {
		d.keys(map[bool]string{true: "down", false: "up"}[s.at < to])
	}
}

// storedSettings is what the journal keeps once all that was set is written.
func storedSettings(d *driver) settings.Values {
	d.t.Helper()
	d.ring()
	d.settle()
	return keptSettings(d.t, d.journal)
}

func TestSettings_openFromEveryScreenAndGoBackToIt(t *testing.T) {
	for _, s := range scenes() {
		d := stage(t, s, 80, 24)
		d.program.help, d.program.notice, d.program.support = false, "", supportPanel{}
		if !d.program.opensSettings() {
			continue
		}
		before, from := d.screenText(), d.program.screen
		for _, closing := range []string{"esc", "c"} {
			d.keys("c")
			settingsOf(d)
			d.mustShow("settings", "volume", "esc back")
			d.keys("down", "tab", "pgdown", closing)
			if d.program.screen != from {
				t.Errorf("%s: it goes back to %T", s.name, d.program.screen)
			}
		}
		if after := d.screenText(); after != before {
			t.Errorf("%s: after it the screen is\n%s\nand was\n%s", s.name, after, before)
		}
	}
}

func TestSettings_everyOneIsChangedByAKeyHoldsAtOnceAndIsKept(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("c")
	for i, row := range settingsOf(d).rows {
		if !row.stepped() {
			continue
		}
		goTo(d, row.set.Name)
		d.keys("right")
		if row.set.Usual(d.program.visit.settings) {
			d.keys("left") // it was at its end
		}
		if row.set.Usual(d.program.visit.settings) {
			t.Errorf("%s stays at %q", row.set.Name, row.set.Get(d.program.visit.settings))
		}
		if got, want := storedSettings(d)[row.set.Name], row.set.Get(d.program.visit.settings); !slices.Equal(got, want) {
			t.Errorf("%s is kept as %q, want %q", row.set.Name, got, want)
		}
		if settingsOf(d).at != i {
			t.Errorf("%s moves the focus", row.set.Name)
		}
		d.keys("x")
		if _, kept := storedSettings(d)[row.set.Name]; kept || !row.set.Usual(d.program.visit.settings) {
			t.Errorf("%s is not as usual again", row.set.Name)
		}
	}
}

func TestSettings_canBeReadToTheirEndsInASmallWindow(t *testing.T) {
	d := drive(t, &fakeJournal{}, 40, 12)
	d.keys("c")
	for i, row := range settingsOf(d).rows {
		if i > 0 {
			d.keys("j")
		}
		d.mustShow("› " + row.label)
		shown := strings.Join(strings.Fields(d.screenText()), " ")
		for _, word := range strings.Fields(row.about) {
			if !strings.Contains(shown, word) && row.changeable() {
				t.Errorf("%s: %q cannot be read:\n%s", row.label, word, d.screenText())
				break
			}
		}
	}
	d.keys("g")
	d.mustShow("› volume")
	d.keys("G", "tab")
	d.mustShow("› volume") // round
}

func TestSettings_sayWhereTheDataLives(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	goTo(d, "day-start")
	d.keys("down")
	d.mustShow("/home/ada/.local/share/dulcet", "nothing leaves this machine")
}

func TestSettings_theVolumeOfWhatPlaysFollows(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	goTo(d, "volume")
	d.mustShow("the music plays on")
	d.keys("left")
	if got := d.last().Status().Volume; got != d.program.visit.settings.Volume || got == 0 {
		t.Errorf("it plays at %g dB and is set to %g", got, d.program.visit.settings.Volume)
	}
	set := d.program.visit.settings.Volume
	d.keys("esc", "down")
	if got := d.last().Status().Volume; got != set-volumeStep {
		t.Errorf("from %g dB the volume key goes to %g", set, got)
	}
}

func TestSettings_theMusicGoesOnBehindThemAndEndsBehindThem(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	playing := playingOf(d)
	goTo(d, "help-lines")
	d.keys("enter")
	d.write("x")
	d.last().advance(5)
	d.ring()
	if playing.status.Frames != d.last().Status().Frames {
		t.Error("the screen of the music does not look at it any more")
	}
	d.last().end(journal.Landed)
	d.send(endedMsg{d.last()})
	d.write("y")
	if editor := settingsOf(d).editor; editor == nil || !strings.HasSuffix(strings.Split(editor.fields[0].text(), "\n")[0], "xy") && !strings.Contains(editor.fields[0].text(), "xy") {
		t.Errorf("what is being written is gone:\n%s", d.screenText())
	}
	d.keys("esc", "esc")
	d.mustShow("and now?")
}

func TestSettings_whatAFileOrAFlagSetsIsToldAndStays(t *testing.T) {
	for _, test := range []struct {
		layers settings.Layers
		want   string
	}{
		{settings.Layers{File: settings.Values{"motion": {"calm"}, "keys.pause": {"P"}, "help-lines": {"call Ilse"}}, FileName: "config.toml"}, "comes from config.toml: change it there"},
		{settings.Layers{Flags: settings.Values{"motion": {"calm"}, "keys.pause": {"P"}, "help-lines": {"call Ilse"}}}, "on the command line"},
	} {
		cfg, last := fakeConfig(&fakeJournal{})
		cfg.Layers = test.layers
		d := driveConfig(t, cfg, &fakeJournal{}, last, 80, 24)
		for _, name := range []string{"motion", "keys.pause", "help-lines"} {
			goTo(d, name)
			d.mustShow(test.want)
			before := d.program.visit.settings
			d.keys("right", "x", "enter")
			d.mustShow(test.want)
			if fmt.Sprint(d.program.visit.settings) != fmt.Sprint(before) || d.program.screen.typing() {
				t.Errorf("%s is changed", name)
			}
		}
	}
}

func TestSettings_theWordsOfAQuestionAreWrittenAndShowAsTheyAreTyped(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	goTo(d, "questions.valence")
	d.keys("enter")
	for range len("unwell") {
		d.keys("backspace")
	}
	d.mustShow("give both")
	d.write("müde")
	d.keys("tab")
	d.write(" sehr")
	if got := d.program.visit.settings.Questions[0]; got != [2]string{"müde", "well sehr"} {
		t.Fatalf("it holds %q", got)
	}
	d.keys("enter")
	d.mustShow("in your own words")
	if got := storedSettings(d)["questions.valence"]; !slices.Equal(got, []string{"müde", "well sehr"}) {
		t.Errorf("it is kept as %q", got)
	}
	d.keys("esc")
	d.mustShow("müde", "well sehr", "1 of 3")

	goTo(d, "questions.valence")
	d.keys("enter", "tab")
	for range len("well sehr") {
		d.keys("backspace")
	}
	d.keys("esc")
	d.mustShow("it stays as it was")
	if got := d.program.visit.settings.Questions[0]; got != [2]string{"müde", "well sehr"} {
		t.Errorf("it holds %q", got)
	}
	d.keys("x")
	if got := d.program.visit.settings.Questions; got != settings.Usual().Questions {
		t.Errorf("it holds %q", got)
	}
}

// emptyField takes away what is written in the open field, word by word.
func emptyField(d *driver) {
	d.t.Helper()
	area := &settingsOf(d).editor.fields[0].area
	area.MoveToEnd()
	for range 1000 {
		if area.Value() == "" {
			return
		}
		d.keys("ctrl+w", "backspace")
	}
	d.t.Fatalf("it keeps %q", area.Value())
}

func TestSettings_theHelpLinesAreWrittenFromThePanelAndEmptiedToTheBuiltInOnes(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "!")
	d.mustShow("c edit")
	d.keys("c")
	d.mustShow("› help lines")
	d.keys("enter")
	if got := settingsOf(d).editor.fields[0].text(); got != strings.Join(words.HelpLines(), "\n") {
		t.Errorf("it begins with %q", got)
	}
	if d.program.visit.settings.HelpLines != nil {
		t.Error("opening it changes it")
	}
	emptyField(d)
	d.write("call Ilse: 0761 12345")
	d.keys("enter")
	d.write("the music can stay on?!")
	if got, want := d.program.visit.settings.HelpLines, []string{"call Ilse: 0761 12345", "the music can stay on?!"}; !slices.Equal(got, want) {
		t.Errorf("it holds %q", got)
	}
	d.keys("esc", "!")
	d.mustShow("call Ilse", "stay on?!")
	if d.shows("988") {
		t.Error("the built-in lines are there as well")
	}
	d.keys("esc", "enter")
	emptyField(d)
	d.keys("esc", "!")
	d.mustShow("988")
	d.keys("esc", "esc")
	playingOf(d)
}

func TestSettings_aKeyIsPressedForAnAction(t *testing.T) {
	own := func(d *driver, name string) []string {
		a, _ := actionNamed(name)
		return a.of(d.program.visit.keys).Keys()
	}
	for _, test := range []struct {
		name   string
		action string
		keys   []string
		says   string
		want   map[string][]string
	}{
		{"a free key", "pause", []string{"enter", "P"}, "P", map[string][]string{"pause": {"P"}}},
		{"one more", "pause", []string{"+", "P"}, "space, p, P", map[string][]string{"pause": {"space", "p", "P"}}},
		{"a second thought", "pause", []string{"enter", "esc"}, "space, p", map[string][]string{"pause": {"space", "p"}}},
		{"one that is needed everywhere", "pause", []string{"enter", "?"}, "? means the same everywhere", map[string][]string{"pause": {"space", "p"}}},
		{"enter", "pause", []string{"enter", "enter"}, "enter means the same everywhere", map[string][]string{"pause": {"space", "p"}}},
		{"one that is taken", "pause", []string{"enter", "b"}, "b is taken: brighter (while it plays)", map[string][]string{"pause": {"space", "p"}, "brighter": {"b"}}},
		{"and then one that is free", "pause", []string{"enter", "b", "P"}, "P", map[string][]string{"pause": {"P"}, "brighter": {"b"}}},
		{"a swap", "pause", []string{"enter", "b", "enter"}, "b", map[string][]string{"pause": {"b"}, "brighter": {"space"}}},
		{"a swap with one of several", "hold", []string{"enter", "p", "enter"}, "p", map[string][]string{"hold": {"p"}, "pause": {"h", "space"}}},
		{"one more that another gives up", "hold", []string{"+", "p", "enter"}, "h, p", map[string][]string{"hold": {"h", "p"}, "pause": {"space"}}},
		{"one more that another cannot give up", "hold", []string{"+", "b", "enter"}, "would have no key left", map[string][]string{"hold": {"h"}, "brighter": {"b"}}},
		{"an arrow stays", "down", []string{"enter", "n"}, "n is taken: write a note", map[string][]string{"down": {"down", "j"}}},
		{"as usual again", "pause", []string{"enter", "P", "x"}, "space, p", map[string][]string{"pause": {"space", "p"}}},
		{"a usual key that another has by now", "hold", []string{"enter", "P", "up"}, "", map[string][]string{"hold": {"P"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := drive(t, &fakeJournal{}, 80, 24)
			goTo(d, "keys."+test.action)
			d.keys(test.keys...)
			d.mustShow(test.says)
			kept := storedSettings(d)
			for name, want := range test.want {
				if got := own(d, name); !slices.Equal(got, want) {
					t.Errorf("%s has the keys %q, want %q", name, got, want)
				}
				usual, _ := actionNamed(name)
				if got, any := kept["keys."+name]; any && !slices.Equal(got, want) || !any && !slices.Equal(want, usual.of(usualKeys()).Keys()) {
					t.Errorf("%s is kept as %q", name, got)
				}
			}
		})
	}
}

func TestSettings_theMouseChoosesChangesAndOpens(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 40)
	d.keys("c")
	s := settingsOf(d)
	motion := slices.IndexFunc(s.rows, func(r settingRow) bool { return r.set.Name == "motion" })
	click := func(kind, index int, share float64, again bool) {
		d.send(pointedMsg{Target: widget.Target{Kind: kind, Index: index}, share: share, again: again})
	}
	click(pointRow, motion, 0, false)
	d.mustShow("› motion")
	click(pointDial, motion, 0.9, false)
	if got := d.program.visit.settings.Motion; got != settings.CalmMotion {
		t.Errorf("the right half of the value leads to %q", got)
	}
	click(pointDial, motion, 0.1, false)
	if got := d.program.visit.settings.Motion; got != settings.FullMotion {
		t.Errorf("the left half of the value leads to %q", got)
	}
	pause := slices.IndexFunc(s.rows, func(r settingRow) bool { return r.action == "pause" })
	click(pointRow, pause, 0, false)
	click(pointRow, pause, 0, true)
	d.mustShow("press the key for")
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	if s.capture == nil || s.capture.taken.text != "" {
		t.Error("the wheel is taken for a key")
	}
	click(pointRow, motion, 0, false)
	if s.at != pause {
		t.Error("a click moves the focus while a key is waited for")
	}
}

func TestSettings_theUsualKeysAreRefusedWhileAnotherActionHasThem(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	goTo(d, "keys.hold")
	d.keys("enter", "P")
	goTo(d, "keys.brighter")
	d.keys("enter", "h")
	goTo(d, "keys.hold")
	d.keys("x")
	d.mustShow("h is taken: brighter")
	if got := d.program.visit.keys.hold.Keys(); !slices.Equal(got, []string{"P"}) {
		t.Errorf("hold has %q", got)
	}
}

func TestSettings_noKeysPressedLeaveAnActionWithoutOne(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 3))
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("c")
	s := settingsOf(d)
	names := []string{"a", "b", "e", "h", "j", "k", "p", "q", "s", "w", "x", "P", "é", "space", "up", "left", "tab", "?", "0", "ctrl+w", "pgup", "+", "enter", "esc"}
	for range 400 {
		s.focusOn(random.IntN(len(s.rows)))
		for s.rows[s.at].action == "" {
			s.focusOn(random.IntN(len(s.rows)))
		}
		for _, name := range []string{[]string{"enter", "+", "x"}[random.IntN(3)], names[random.IntN(len(names))], "enter"} {
			if d.program.screen != s {
				break
			}
			d.timers = nil
			d.send(keyPress(name))
		}
		if d.program.screen == s && s.capture != nil {
			d.send(keyPress("esc"))
		}
		d.program.screen, d.quit = s, false
		for _, a := range actions {
			if found, any := conflictOf(a, d.program.visit.keys); any || len(a.of(d.program.visit.keys).Keys()) == 0 {
				t.Fatalf("seed %d: %s, keys %q", seed, found, a.of(d.program.visit.keys).Keys())
			}
		}
	}
}

func TestSettings_aStripOfThePictureShowsWhatIsChosen(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	goTo(d, "motion")
	at := evening
	moves := func() bool {
		before := d.screenText()
		for range 30 {
			due := d.timers
			d.timers = nil
			at = at.Add(400 * time.Millisecond)
			for _, timer := range due {
				d.send(timer.message(at))
			}
		}
		return d.screenText() != before
	}
	if !moves() {
		t.Errorf("nothing moves:\n%s", d.screenText())
	}
	for d.program.visit.settings.Motion != settings.NoMotion {
		d.keys("right")
	}
	if moves() || len(d.timers) > 0 {
		t.Errorf("%d timers run where nothing is to move:\n%s", len(d.timers), d.screenText())
	}
	d.keys("right")
	if !moves() {
		t.Error("nothing moves again")
	}
	goTo(d, "theme")
	before := strings.Join(d.program.lines(), "\n")
	d.keys("right")
	if strings.Join(d.program.lines(), "\n") == before {
		t.Error("the colours stay")
	}
	goTo(d, "volume")
	if moves() || len(d.timers) > 0 {
		t.Error("it runs on where it is not shown")
	}
}

func TestSettings_theHelpPanelOverThemLeadsToItsLines(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("c", "!")
	d.mustShow("988", "c edit")
	d.keys("c")
	d.mustShow("› help lines")
	d.keys("esc", "w", "!")
	if d.program.support.open && d.shows("c edit") {
		t.Error("it offers to edit where it cannot")
	}
}
