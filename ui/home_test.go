package ui

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
)

// firstStart is a start at which nothing has ever been kept.
func firstStart(sound string) func(*fakeJournal, *Config) {
	return func(_ *fakeJournal, cfg *Config) {
		cfg.Home, cfg.FirstRun = true, true
		cfg.Sound = func() string { return sound }
	}
}

// aFullDay adds a day with check-ins and sittings.
func aFullDay(in *fakeJournal) {
	mood := func(valence, energy, tension float64) journal.Mood {
		return journal.Mood{Valence: journal.Rated(valence), Energy: journal.Rated(energy), Tension: journal.Rated(tension)}
	}
	at := func(hour, minute int) journal.Stamp {
		return journal.StampAt(time.Date(2026, 11, 22, hour, minute, 0, 0, time.UTC))
	}
	add := func(c journal.CheckIn) { in.history.CheckIns = append(in.history.CheckIns, c) }
	focus, before, after := "focus", "before", "after"
	add(journal.CheckIn{ID: "morning", Stamp: at(8, 10), When: journal.Alone, Mood: mood(-0.2, -0.6, 0.1), Words: []string{"sleepy"}, Note: "slept badly, but the sun is out and there is nothing that has to be done before noon"})
	add(journal.CheckIn{ID: before, Stamp: at(9, 2), When: journal.Before, Sitting: &focus, Mood: mood(0, -0.2, 0.3)})
	add(journal.CheckIn{ID: after, Stamp: at(9, 50), When: journal.After, Sitting: &focus, Mood: mood(0.4, 0.3, -0.2)})
	add(journal.CheckIn{ID: "skipped", Stamp: at(13, 30), When: journal.Alone, Mood: journal.Mood{Tension: journal.Rated(0.5)}})
	add(journal.CheckIn{ID: "late", Stamp: at(18, 55), When: journal.Alone, Mood: mood(-0.1, -0.2, 0.8), Note: "日本語のメモ 👩‍👩‍👧‍👦"})
	in.history.Sittings = append(in.history.Sittings,
		journal.Sitting{ID: focus, Stamp: at(9, 2), Goal: journal.Focus, Minutes: 45, Frames: 45 * 60 * 48000, Ended: journal.Landed, Before: &before, After: &after},
		journal.Sitting{ID: "calm", Stamp: at(14, 5), Goal: journal.Calm, Minutes: 20, Frames: 12 * 60 * 48000, Ended: journal.Stopped},
	)
}

// aNight is a sitting of sleep, and the morning after it.
func aNight(in *fakeJournal, cfg *Config) {
	night := time.Date(2026, 11, 21, 23, 10, 0, 0, time.UTC)
	in.history = journal.History{Sittings: []journal.Sitting{{
		ID: "night", Stamp: journal.StampAt(night), Goal: journal.Sleep, Minutes: 45, Frames: 45 * 60 * 48000, Ended: journal.Landed,
	}}}
	cfg.Now = func() time.Time { return time.Date(2026, 11, 22, 7, 40, 0, 0, time.UTC) }
}

// driveHome returns a driver that has begun at home, and its configuration.
func driveHome(t *testing.T, in *fakeJournal, change func(*Config)) (*driver, Config) {
	t.Helper()
	cfg, last := fakeConfig(in)
	cfg.Home = true
	if change != nil {
		change(&cfg)
	}
	return driveConfig(t, cfg, in, last, 80, 24), cfg
}

// restart ends the program and starts it anew with the same journal.
func (d *driver) restart(cfg Config) *driver {
	d.t.Helper()
	if err := d.program.visit.close(); err != nil {
		d.t.Fatal(err)
	}
	d.program.visit.saver = newSaver(d.journal) // for the end of the test
	return driveConfig(d.t, cfg, d.journal, d.last, 80, 24)
}

func TestHome_standsBeforeTheJournalIsReadAndThenFillsIn(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	aFullDay(in)
	cfg, last := fakeConfig(in)
	cfg.Home = true
	d := newDriver(t, cfg, in, last)
	t.Cleanup(func() { _ = d.program.visit.close() })
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.mustShow("good evening", "how is it right now?", "enter check in")
	if d.shows("nothing here yet") || d.shows("today") {
		t.Errorf("it says what it cannot know yet:\n%s", d.screenText())
	}
	row := strings.Index(d.screenText(), "how is it")
	d.do(load(cfg.Journal))
	d.mustShow("again: calm, 20 min", "stopped after 12 min; from the start", "today", "08:10", "focus, 45 min", "slept badly")
	if strings.Index(d.screenText(), "how is it") != row {
		t.Errorf("the first door has moved:\n%s", d.screenText())
	}
}

func TestHome_isNotTheFirstScreenWhereSomethingWasAskedFor(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Config)
		home   bool
	}{
		{"dulcet alone", func(c *Config) { c.Home = true }, true},
		{"play", func(c *Config) { c.Goal = journal.Calm }, false},
		{"the first start", func(c *Config) { c.Home, c.FirstRun = true, true }, false},
	} {
		cfg, last := fakeConfig(&fakeJournal{})
		test.change(&cfg)
		d := driveConfig(t, cfg, &fakeJournal{}, last, 80, 24)
		if _, home := d.program.screen.(*homeScreen); home != test.home {
			t.Errorf("%s begins with %T", test.name, d.program.screen)
		}
	}
}

func TestHome_enterLeadsToTheQuestionsAndTheyBackHome(t *testing.T) {
	in := &fakeJournal{}
	d, _ := driveHome(t, in, nil)
	d.keys("enter")
	d.mustShow("how is it right now?", "1 of 3", "esc home")
	d.keys("3", "enter", "n")
	d.write("half a sen")
	d.keys("esc", "esc", "esc")
	d.mustShow("what you have begun waits", "enter go on")
	d.keys("enter")
	d.mustShow("1 of 3", "half a sen", "30 · 1 of 3")
}

func TestHome_whatWasLeftIsBackAndEnterGoesOn(t *testing.T) {
	for _, when := range []journal.When{journal.Before, journal.After} {
		in := &fakeJournal{history: oneSitting(3 * time.Hour), draft: &journal.Draft{
			When: when, Sitting: "old", Note: "half a sen", Updated: journal.StampAt(evening.Add(-2 * time.Hour)),
		}}
		d, _ := driveHome(t, in, nil)
		d.mustShow("what you had begun is back", "enter go on")
		d.keys("enter")
		d.mustShow("half a sen", map[journal.When]string{journal.Before: "how is it right now?", journal.After: "and after it?"}[when])
		d.keys("esc")
		d.mustShow("what you had begun is back")
	}
}

func TestHome_playsWhatIsSuggestedWithTheLatestAnswer(t *testing.T) {
	in := &fakeJournal{}
	aFullDay(in)
	d, _ := driveHome(t, in, nil)
	suggested := d.program.screen.(*homeScreen).next
	if !strings.Contains(suggested.Reason, "on edge") {
		t.Errorf("who said on edge is told %q", suggested.Reason)
	}
	d.keys("u")
	if d.last() == nil {
		t.Fatalf("nothing plays:\n%s", d.screenText())
	}
	got := d.last().Sitting()
	if got.Goal != suggested.Goal || got.Minutes != suggested.Minutes || got.Before != nil || got.Mood.Tension != journal.Rated(0.8) {
		t.Errorf("plays %+v, suggested was %+v", got, suggested)
	}
	d.keys("s", "enter", "enter", "enter", "enter")
	d.mustShow("how is it right now?", "today")
}

func TestHome_playsTheLastSittingAgain(t *testing.T) {
	_, past := aCode(t)
	past.Stamp, past.Frames = journal.StampAt(evening.Add(-26*time.Hour)), 25*60*48000
	d, _ := driveHome(t, &fakeJournal{history: journal.History{Sittings: []journal.Sitting{past}}}, nil)
	d.mustShow("again: listen, 25 min", "yesterday")
	d.keys("p")
	if d.last() == nil || d.last().Sitting().Code != past.Code {
		t.Fatalf("it does not play:\n%s", d.screenText())
	}
	d.keys("s", "enter", "enter", "enter", "p")
	d.mustShow("space pause")
	if d.last().Sitting().Code != past.Code {
		t.Error("after it the same piece does not play again")
	}
}

func TestHome_doesNotOfferWhatPlaysInAnotherWindow(t *testing.T) {
	d, _ := driveHome(t, &fakeJournal{history: oneSitting(time.Minute)}, nil)
	if d.shows("again") {
		t.Errorf("it does:\n%s", d.screenText())
	}
}

func TestHome_whatWasBegunGoesWithASittingFromElsewhere(t *testing.T) {
	for _, way := range []string{"u", "p", "b"} {
		in := &fakeJournal{history: oneSitting(26 * time.Hour)}
		d, _ := driveHome(t, in, nil)
		d.keys("enter", "1", "n")
		d.write("the rain")
		d.keys("esc", "t")
		d.write("a long day")
		d.keys("enter", "esc")
		d.mustShow("what you have begun waits")
		d.keys(way)
		if way == "b" {
			d.keys("p")
		}
		if d.last() == nil {
			t.Fatalf("%s: nothing plays:\n%s", way, d.screenText())
		}
		d.settle()
		history, _ := in.kept()
		if len(history.CheckIns) != 1 || !strings.Contains(history.CheckIns[0].Note, "the rain") || !strings.Contains(history.CheckIns[0].Note, "a long day") {
			t.Errorf("%s: kept %+v", way, history.CheckIns)
		}
		if before := d.last().Sitting().Before; before == nil || *before != history.CheckIns[0].ID {
			t.Errorf("%s: the sitting does not name it", way)
		}
		d.keys("s", "enter", "enter", "enter", "enter")
		d.mustShow("how is it right now?")
	}
}

func TestHome_answersThatWaitAfterASittingAreKeptWhenAnotherStarts(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "s", "n")
	d.write("lighter")
	d.keys("esc", "esc")
	d.mustShow("what you have begun waits")
	d.keys("u")
	d.mustShow("space pause")
	d.settle()
	history, _ := in.kept()
	if len(history.CheckIns) != 1 || history.CheckIns[0].Note != "lighter" || history.Sittings[0].After == nil {
		t.Errorf("kept %+v", history)
	}
}

func TestHome_aDayBeginsWhenThePersonSaysSo(t *testing.T) {
	night := time.Date(2026, 11, 22, 1, 30, 0, 0, time.UTC)
	late := journal.CheckIn{ID: "late", Stamp: journal.StampAt(night.Add(-3 * time.Hour)), When: journal.Alone, Note: "still up"}
	for start, want := range map[int]bool{4: true, 0: false} {
		in := &fakeJournal{history: journal.History{CheckIns: []journal.CheckIn{late}}}
		d, _ := driveHome(t, in, func(c *Config) { c.Now = func() time.Time { return night } })
		d.program.visit.settings.DayStart = start
		d.send(tea.FocusMsg{})
		if d.shows("still up") != want {
			t.Errorf("with days from %d h it is shown: %v", start, !want)
		}
	}
}

func TestHome_coversWordsAndNotesWhereThatIsSet(t *testing.T) {
	in := &fakeJournal{}
	aFullDay(in)
	d, _ := driveHome(t, in, nil)
	d.program.visit.settings.Discreet = true
	if d.shows("slept badly") || d.shows("sleepy") || !d.shows("focus, 45 min") {
		t.Errorf("shown is\n%s", d.screenText())
	}
}

func TestHome_saysWhereNotEverythingCanBeRead(t *testing.T) {
	in := &fakeJournal{}
	d, _ := driveHome(t, in, nil)
	d.send(historyMsg{err: errors.New("3 records are damaged")})
	d.mustShow("3 records are damaged", "not everything that was kept can be read just now")
	if d.shows("nothing here yet") {
		t.Error("and that there is nothing")
	}
}

func TestHome_ofALongDayShowsTheLatest(t *testing.T) {
	in := &fakeJournal{}
	for i := range 60 {
		at := time.Date(2026, 11, 22, 6, 5*i, 0, 0, time.UTC)
		in.history.CheckIns = append(in.history.CheckIns, journal.CheckIn{ID: fmt.Sprint(i), Stamp: journal.StampAt(at), When: journal.Alone, Note: fmt.Sprintf("number %d.", i)})
	}
	d, _ := driveHome(t, in, nil)
	d.mustShow("number 59.", "earlier", "how is it right now?")
	if d.shows("number 0.") {
		t.Error("the first is shown too")
	}
}

func TestNight_isAskedAboutAtTheNextStartAndOnce(t *testing.T) {
	for _, test := range []struct {
		name    string
		keys    []string
		answers int
	}{
		{"answered", []string{"m", "9", "enter", "enter", "enter"}, 1},
		{"opened and left", []string{"m", "esc"}, 0},
		{"not now", []string{"x"}, 0},
		{"something else is played", []string{"u"}, 0},
		{"left", []string{"q"}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := &fakeJournal{}
			d, cfg := driveHome(t, in, func(c *Config) { aNight(in, c) })
			d.mustShow("m  how was last night?", "x not now")
			d.keys(test.keys...)
			d.settle()
			history, _ := in.kept()
			if len(history.CheckIns) != test.answers {
				t.Fatalf("kept %+v", history.CheckIns)
			}
			if test.answers > 0 && (history.Sittings[0].After == nil || *history.CheckIns[0].Sitting != "night" || history.CheckIns[0].When != journal.After) {
				t.Errorf("the answer is %+v of %+v", history.CheckIns[0], history.Sittings[0])
			}
			again := d.restart(cfg)
			if again.shows("how was last night?") {
				t.Errorf("it is asked again:\n%s", again.screenText())
			}
		})
	}
}

func TestNight_theChangeIsThatOfTheNight(t *testing.T) {
	before := journal.CheckIn{ID: "evening", When: journal.Before, Mood: journal.Mood{Tension: journal.Rated(0.8)}}
	d, _ := driveHome(t, &fakeJournal{}, func(c *Config) {
		in := c.Journal.(*fakeJournal)
		aNight(in, c)
		before.Stamp = in.history.Sittings[0].Stamp
		in.history.Sittings[0].Before = &before.ID
		in.history.CheckIns = append(in.history.CheckIns, before)
	})
	d.keys("m", "enter", "enter", "1", "enter")
	d.mustShow("calmer than when you lay down.")
	d.keys("enter")
	d.mustShow("how is it right now?")
	if d.shows("how was last night?") {
		t.Errorf("it is asked again:\n%s", d.screenText())
	}
}

func TestNight_staysToBeAskedWhileOneLooksAround(t *testing.T) {
	in := &fakeJournal{}
	d, _ := driveHome(t, in, func(c *Config) { aNight(in, c) })
	d.keys("b", "esc", "f", "esc", "enter", "esc")
	d.mustShow("how was last night?")
}

func TestNight_isAskedOnlyWhereItMakesSense(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*journal.Sitting)
		after  time.Duration // of now after the start
		asked  bool
	}{
		{"in the morning", func(*journal.Sitting) {}, 8 * time.Hour, true},
		{"broken off by the battery", func(s *journal.Sitting) { s.Ended, s.Frames = journal.Killed, 0 }, 8 * time.Hour, true},
		{"still awake", func(*journal.Sitting) {}, time.Hour, false},
		{"the day after", func(*journal.Sitting) {}, 30 * time.Hour, false},
		{"another goal", func(s *journal.Sitting) { s.Goal = journal.Calm }, 8 * time.Hour, false},
		{"answered", func(s *journal.Sitting) { id := "x"; s.After = &id }, 8 * time.Hour, false},
		{"asked", func(s *journal.Sitting) { s.ID = "asked" }, 8 * time.Hour, false},
	} {
		sitting := journal.Sitting{ID: "night", Stamp: journal.StampAt(evening), Goal: journal.Sleep, Minutes: 45, Frames: 45 * 60 * 48000, Ended: journal.Landed}
		test.change(&sitting)
		history := journal.History{Sittings: []journal.Sitting{sitting}}
		if got := nightToAsk(history, "asked", evening.Add(test.after)); (got != nil) != test.asked {
			t.Errorf("%s: asked is %v", test.name, got != nil)
		}
	}
	id := "night"
	told := journal.History{
		Sittings: []journal.Sitting{{ID: id, Stamp: journal.StampAt(evening), Goal: journal.Sleep, Ended: journal.Landed}},
		CheckIns: []journal.CheckIn{{ID: "c", Stamp: journal.StampAt(evening), When: journal.After, Sitting: &id}},
	}
	if nightToAsk(told, "", evening.Add(8*time.Hour)) != nil {
		t.Error("an answer that the sitting does not name is none")
	}
}

func TestNight_isNotAskedAboutInTheVisitThatPlayedIt(t *testing.T) {
	in := &fakeJournal{}
	now := evening
	d, cfg := driveHome(t, in, func(c *Config) {
		c.Goal = journal.Sleep
		c.Now = func() time.Time { return now }
	})
	d.keys("enter", "enter", "enter", "enter", "enter")
	d.last().end(journal.Landed)
	d.send(endedMsg{d.last()})
	d.mustShow("good night.", "enter home")
	now = evening.Add(9 * time.Hour)
	d.keys("enter")
	if d.shows("how was last night?") {
		t.Errorf("it is asked:\n%s", d.screenText())
	}
	again := d.restart(cfg)
	again.mustShow("how was last night?")
}

func TestNight_aSettingThatCannotBeReadIsNone(t *testing.T) {
	in := &fakeJournal{set: map[string]json.RawMessage{nightSetting: json.RawMessage(`{"id":`)}}
	if id := nightAsked(in); id != "" {
		t.Errorf("it names %q", id)
	}
}

func TestAfter_keepsThePieceAsAFavouriteAndTakesThatBack(t *testing.T) {
	for _, when := range []string{"on the questions", "after the answers"} {
		in := &fakeJournal{}
		d := drive(t, in, 80, 24)
		d.keys("enter", "enter", "enter", "enter", "s")
		d.settle()
		if when == "after the answers" {
			d.keys("right", "enter", "enter", "enter")
		}
		for _, want := range []bool{true, false, true} {
			d.keys("f")
			d.wait("the word about it", func() bool {
				history, _ := in.kept()
				return history.Sittings[0].Favourite == want && d.shows(" · a favourite") == want
			})
		}
	}
}

func TestAfter_asksNothingOfWhoDoesNotWantToBeAsked(t *testing.T) {
	in := &fakeJournal{}
	d := drive(t, in, 80, 24)
	d.program.visit.settings.AskAfter = false
	d.keys("enter", "enter", "enter", "enter", "s")
	d.mustShow("thank you for listening.", "enter home", "f favourite")
	if d.shows("and now?") || d.shows("unwell") {
		t.Errorf("it asks:\n%s", d.screenText())
	}
}

func TestFirstStart_saysWhatThisIsAndWhetherItSounds(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	answered := make(chan string)
	firstStart("")(in, &cfg)
	cfg.Sound = func() string { return <-answered }
	d := newDriver(t, cfg, in, last)
	d.hasty = true
	t.Cleanup(func() { _ = d.program.visit.close() })
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.do(d.program.screen.Init())
	d.mustShow("how is it right now?", "it is not therapy", "/home/ada/.local/share/dulcet")
	answered <- "sound: a device answers"
	d.wait("the sound", func() bool { return d.shows("sound: a device answers") })
	d.keys("5")
	d.mustShow("it is not therapy") // while there is nothing to say of the person
}

func TestFavourites_areListedPlayedAndTakenAway(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	for _, i := range []int{3, 30} {
		in.history.Sittings[i].Favourite = true
	}
	d, _ := driveHome(t, in, nil)
	d.keys("f", "down", "f")
	d.wait("the word about it", func() bool { return d.shows("no longer a favourite") })
	d.mustShow("no favourite any more")
	d.keys("f")
	d.wait("the word about it", func() bool { return d.shows("saved as a favourite") })
	d.keys("enter")
	if d.last() == nil || d.last().Sitting().Seed != in.history.Sittings[3].Seed {
		t.Errorf("it does not play:\n%s", d.screenText())
	}
}

func BenchmarkHome_tenYears(b *testing.B) {
	in := &fakeJournal{}
	one := fullHistory()
	for block := range 90 { // of forty days, oldest first
		for _, s := range one.Sittings {
			s.Stamp = journal.StampAt(s.Time.AddDate(0, 0, 40*(block-90)))
			in.history.Sittings = append(in.history.Sittings, s)
		}
		for _, c := range one.CheckIns {
			c.Stamp = journal.StampAt(c.Time.AddDate(0, 0, 40*(block-90)))
			in.history.CheckIns = append(in.history.CheckIns, c)
		}
	}
	in.history.CheckIns = append(in.history.CheckIns, one.CheckIns...)
	in.history.Sittings = append(in.history.Sittings, one.Sittings...)
	cfg, _ := fakeConfig(in)
	cfg.Home = true
	p := newProgram(cfg)
	p.width, p.height = 80, 24
	p.Update(loadedMsg{history: in.history})
	home := p.screen.(*homeScreen)
	for b.Loop() {
		home.look()
		p.lines()
	}
}

func TestHome_anEndOfAQuestionThatTurnsTextIsDrawnHarmless(t *testing.T) {
	in := &fakeJournal{history: journal.History{CheckIns: []journal.CheckIn{{
		ID: "now", Stamp: journal.StampAt(evening.Add(-time.Minute)), When: journal.Alone, Mood: journal.Mood{Tension: journal.Rated(1)},
	}}}}
	d, _ := driveHome(t, in, nil)
	d.program.visit.setAll(map[string][]string{"questions.tension": {"at ease", "\u202eegde no"}})
	d.send(tea.FocusMsg{})
	d.mustShow("you said: ")
	checkFrame(t, d, "home")
}
