package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
)

// tells drives a program in which somebody has said something in their own
// words, and gone back to the questions.
func tells(t *testing.T, text string) *driver {
	t.Helper()
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("t")
	d.write(text)
	d.keys("enter")
	return d
}

func formOf(d *driver) *form { return d.program.screen.(*checkInScreen).form }

func editsOf(d *driver) *edits { return &d.program.screen.(*checkInScreen).edits }

func TestTell_fillsWhatWasNotAnsweredByHand(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("9", "t")
	d.write("sad, tired and tense")
	d.keys("enter")
	answer := formOf(d).questions.answer()
	if v, _ := answer.Valence.Value(); v != 0.8 {
		t.Errorf("what was answered by hand became %v", v)
	}
	if answer.Energy.Or(0) > -0.5 || answer.Tension.Or(0) < 0.5 {
		t.Errorf("the rest is %+v", answer)
	}
	d.mustShow("sad · tired · tense")
	d.keys("enter", "9") // the energy, by hand
	d.keys("t")
	for range len("sad, tired and tense") {
		d.keys("backspace")
	}
	d.write("calm")
	d.keys("enter")
	answer = formOf(d).questions.answer()
	if v, _ := answer.Energy.Value(); v != 0.8 || answer.Tension.Or(0) > -0.5 || answer.Valence.Or(0) != 0.8 {
		t.Errorf("after other words it is %+v", answer)
	}
	if got := strings.Join(formOf(d).words.picked, ","); got != "calm" {
		t.Errorf("the feeling words are %s", got)
	}
}

func TestTell_saysTheCautionOfABreathThatIsHeld(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("t")
	d.write("box breathing")
	d.mustShow("light-headed")
	for range len("box breathing") {
		d.keys("backspace")
	}
	d.write("breathe slowly")
	if d.shows("light-headed") {
		t.Errorf("a breath that is not held has a caution:\n%s", d.screenText())
	}
}

func TestTell_isKeptInTheNoteWhereNoMusicHeedsIt(t *testing.T) {
	d := tells(t, "sad since noon")
	d.keys("n")
	d.write("rain")
	d.keys("esc", "enter", "enter", "enter")
	if _, ok := d.program.screen.(*goalScreen); !ok {
		t.Fatalf("the screen is %T", d.program.screen)
	}
	d.keys("s")
	d.settle()
	if found := checkInsWith(d.journal, "rain\nsad since noon"); len(found) != 1 || found[0].When != journal.Alone {
		t.Errorf("kept %+v", d.journal.history.CheckIns)
	}
	if _, draft := d.journal.kept(); draft != nil {
		t.Errorf("the draft is %+v", draft)
	}
}

func TestTell_wordsPickedByHandStay(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.pick("tense")
	d.keys("t")
	d.write("tense and tired")
	d.keys("enter")
	if got := strings.Join(formOf(d).words.picked, ","); got != "tense,tired" {
		t.Fatalf("the feeling words are %s", got)
	}
	d.keys("t")
	for range len("tense and tired") {
		d.keys("backspace")
	}
	d.keys("enter")
	if got := strings.Join(formOf(d).words.picked, ","); got != "tense" {
		t.Errorf("without what was said they are %s", got)
	}
	if !formOf(d).questions.answer().Empty() {
		t.Errorf("the answers are still %+v", formOf(d).questions.answer())
	}
}

func TestTell_asksForGoalMinutesAndMusic(t *testing.T) {
	d := tells(t, "wired, can't sleep, rain and soft piano, no drums, half an hour, start where i am")
	d.mustShow("sleep · rain · softer · piano · no drums · 30 min · start where I am")
	d.keys("enter", "enter", "enter")
	request := d.program.screen.(*goalScreen).request()
	if request.goal != journal.Sleep || request.minutes != 30 {
		t.Errorf("asked for are %v, %v minutes", request.goal, request.minutes)
	}
	if got := request.options.Wanted.Names(); !slices.Equal(got, []string{"piano", "rain"}) {
		t.Errorf("wanted are %v", got)
	}
	if got := request.options.Refused.Names(); !slices.Equal(got, []string{"kit"}) {
		t.Errorf("refused are %v", got)
	}
	if value, _ := request.dials[journal.Brightness].Value(); value >= 0 || request.options.Course.Start != generator.StartHere {
		t.Errorf("the music is asked to be %+v, %+v", request.dials, request.options.Course)
	}
}

func TestTell_aChipCanBeTakenAwayAndStaysAway(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("t")
	d.write("tired, rain, sea")
	d.keys("tab", "right", "x")
	if got := editsOf(d).options.Wanted.Names(); !slices.Equal(got, []string{"sea"}) {
		t.Errorf("wanted are %v", got)
	}
	d.keys("tab")
	d.write(" and birds")
	if got := editsOf(d).options.Wanted.Names(); !slices.Equal(got, []string{"sea", "birds"}) {
		t.Errorf("after more words wanted are %v", got)
	}
	d.keys("tab", "left", "left", "left", "x", "x", "x")
	if !formOf(d).questions.answer().Empty() || editsOf(d).options.Wanted != 0 || formOf(d).tell.onChips {
		t.Errorf("without any chip it is %+v, %+v", formOf(d).questions.answer(), editsOf(d).options)
	}
	d.write("!")
	if got := formOf(d).tell.editor.text(); got != "tired, rain, sea and birds!" {
		t.Errorf("the text became %q", got)
	}
}

func TestTell_whatWasSetByHandStays(t *testing.T) {
	d := tells(t, "rain, no drums, slow, box breathing")
	e := editsOf(d)
	e.options.Course.Start = generator.StartBrighter
	e.dials[journal.Warmth] = journal.Rated(0.3)
	e.options.Breath = generator.Breath{In: 5, Out: 5}
	d.keys("t")
	for range len("rain, no drums, slow, box breathing") {
		d.keys("backspace")
	}
	d.keys("enter")
	if e.options.Wanted|e.options.Refused != 0 || e.dials[journal.Tempo].Given() {
		t.Errorf("what was said is still asked for: %+v, %+v", e.options, e.dials)
	}
	if e.options.Course.Start != generator.StartBrighter || !e.dials[journal.Warmth].Given() || e.options.Breath.In != 5 {
		t.Errorf("what was set by hand is gone: %+v, %+v", e.options, e.dials)
	}
}

func TestTell_wordsOfCrisisShowWhereHelpIsAndTheMusicStays(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("t")
	d.write("i want to die")
	d.mustShow("988", "116 123", "findahelpline.com")
	d.keys("enter")
	d.mustShow("988", "how is it right now?")
	d.keys("enter", "enter", "enter")
	if goal := d.program.screen.(*goalScreen).request().goal; goal != journal.Ground {
		t.Errorf("the first goal is %s", goal)
	}
	d.keys("enter")
	if d.last() == nil {
		t.Error("nothing plays")
	}
	d = drive(t, &fakeJournal{}, 80, 24)
	d.keys("n")
	d.send(tea.PasteMsg{Content: strings.Repeat("a long day. ", 500)}) // a key each takes the editor seconds
	d.write("i want to end it all")
	d.keys("esc")
	d.mustShow("988")
	if d = drive(t, &fakeJournal{}, 40, 12); true {
		d.keys("t")
		d.write("suicidal")
		d.keys("enter")
		d.mustShow("press ! for")
	}
}

func TestTell_isKeptWhileItIsTypedAndBroughtBack(t *testing.T) {
	in := &fakeJournal{}
	first := drive(t, in, 80, 24)
	first.keys("t")
	first.write("tired, rain, 20 min")
	first.keys("ctrl+c")
	if err := first.program.visit.close(); err != nil {
		t.Fatal(err)
	}
	second := drive(t, in, 80, 24)
	second.mustShow("what you had begun is back", "rain · 20 min", "tired")
	if got := editsOf(second).options.Wanted.Names(); !slices.Equal(got, []string{"rain"}) {
		t.Errorf("wanted are %v", got)
	}
	second.keys("t", "tab", "x", "enter") // not tired
	if !formOf(second).questions.answer().Empty() || len(formOf(second).words.picked) > 0 {
		t.Errorf("it is still %+v, %v", formOf(second).questions.answer(), formOf(second).words.picked)
	}
}

func TestTell_servesOneSittingAndIsNotKept(t *testing.T) {
	for _, text := range []string{"rain, 20 min", "tired, rain"} {
		in := &fakeJournal{}
		d := drive(t, in, 80, 24)
		d.keys("t")
		d.write(text)
		d.keys("enter", "enter", "enter", "enter")
		d.settle()
		d.keys("enter")
		d.wait("an empty draft", func() bool { _, draft := in.kept(); return draft == nil })
		kept, _ := in.kept()
		for _, c := range kept.CheckIns {
			if strings.Contains(c.Note, "rain") || slices.Contains(c.Words, "rain") {
				t.Errorf("%q is kept: %+v", text, c)
			}
		}
		if again := newCheckInScreen(d.program.visit); !again.form.untouched() {
			t.Error("the next check-in begins with it")
		}
	}
}

func TestTell_isNotAskedAfterASitting(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "s", "t")
	d.mustShow("and now?")
	if d.shows("t tell") || d.program.screen.typing() {
		t.Errorf("it is:\n%s", d.screenText())
	}
}

func TestTell_beginsWithWhatTheProgramWasStartedWith(t *testing.T) {
	for _, test := range []struct {
		name    string
		goal    journal.Goal
		minutes float64
		typed   string
		want    journal.Goal
		length  float64
	}{
		{"alone", "", 0, "", journal.Sleep, 20},
		{"what was set goes first", journal.Calm, 45, "", journal.Calm, 45},
		{"what is typed goes before both", journal.Calm, 45, ", no: focus", journal.Focus, 20},
	} {
		in := &fakeJournal{}
		cfg, last := fakeConfig(in)
		cfg.Said, cfg.Goal, cfg.Minutes = "tired, nap", test.goal, test.minutes
		d := driveConfig(t, cfg, in, last, 80, 24)
		d.mustShow("tired")
		if test.typed != "" {
			d.keys("t")
			d.keys("tab", "right", "x", "tab") // not the nap
			d.write(test.typed)
			d.keys("enter")
		}
		d.keys("enter", "enter", "enter")
		request := d.program.screen.(*goalScreen).request()
		if request.goal != test.want {
			t.Errorf("%s: the first goal is %s, want %s", test.name, request.goal, test.want)
		}
		if test.typed == "" && request.minutes != test.length {
			t.Errorf("%s: for %g minutes, want %g", test.name, request.minutes, test.length)
		}
	}
}

func TestTell_aLongTextStaysQuickAndInsideTheWindow(t *testing.T) {
	text := strings.Repeat("wired, rain, piano, no drums, slow, half an hour, a spaceship, ", 60)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		d := drive(t, &fakeJournal{}, size[0], size[1])
		d.keys("t")
		formOf(d).tell.editor.setText(text)
		start := time.Now()
		d.write("x")
		t.Logf("a key in %d characters took %v", len(text), time.Since(start))
		for number, line := range strings.Split(d.screenText(), "\n") {
			if len([]rune(line)) > size[0] || number >= size[1] {
				t.Errorf("%v: line %d is %q", size, number, line)
			}
		}
	}
}

func TestTell_anyTextStaysAsItWasTypedAtAnySize(t *testing.T) {
	for _, text := range []string{
		"a", strings.Repeat("wired and tired, no drums, rain, half an hour, ", 40), strings.Repeat("長い一日でした", 60),
		"היום היה ארוך מאוד ואני עייף", "كان يوما طويلا \u202eجدا", "👩‍👩‍👧‍👦 tired 😴 e\u0301 \u200b piano", strings.Repeat("x", 300),
	} {
		d := drive(t, &fakeJournal{}, 80, 24)
		d.keys("t")
		d.send(tea.PasteMsg{Content: text})
		typed, picked := formOf(d).tell.editor.text(), pickedOf(d)
		for _, size := range [][2]int{{40, 12}, {41, 13}, {60, 16}, {80, 24}, {300, 100}} {
			d.program.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, d, "own words")
		}
		d.keys("enter", "n", "esc", "w", "esc", "t")
		checkFrame(t, d, "own words again")
		if got := formOf(d).tell.editor.text(); got != typed || pickedOf(d) != picked {
			t.Errorf("%.20q became %.20q, and %s became %s", typed, got, picked, pickedOf(d))
		}
	}
}

func TestTell_theThingWithTheCursorIsAlwaysInSight(t *testing.T) {
	d := drive(t, &fakeJournal{}, 40, 12)
	d.keys("t")
	d.write("wired, sad, tired, rain, piano, no drums, strings, slow, dark, half an hour, birds, bells, soft")
	d.keys("tab")
	tell := formOf(d).tell
	for range tell.reading.Chips {
		if !d.shows("› ") {
			t.Fatalf("thing %d of %d is out of sight:\n%s", tell.at, len(tell.reading.Chips), d.screenText())
		}
		d.keys("right")
	}
}
