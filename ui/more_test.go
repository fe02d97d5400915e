package ui

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
)

// moreOf drives a program of a goal to what it can carry. The clock of the
// program can be moved.
func moreOf(t *testing.T, goal journal.Goal, width, height int) (d *driver, m *moreScreen, clock *time.Time) {
	t.Helper()
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	now := evening
	cfg.Goal, cfg.Now = goal, func() time.Time { return now }
	d = driveConfig(t, cfg, in, last, width, height)
	d.keys("enter", "enter", "enter", "o")
	return d, d.program.screen.(*moreScreen), &now
}

// goTo moves the focus to a choice.
func (m *moreScreen) goTo(t *testing.T, d *driver, name string) {
	t.Helper()
	at := slices.IndexFunc(m.choices, func(c choice) bool { return c.name == name })
	if at < 0 {
		t.Fatalf("there is no %q to choose", name)
	}
	for m.focus != at {
		d.keys("down")
	}
}

func TestMore_everySettingReachesTheMusicAndIsSaid(t *testing.T) {
	for _, goal := range journal.Goals() {
		for _, c := range choicesFor(goal, generator.Options{}) {
			for i, s := range c.settings {
				options := generator.Options{}
				s.set(&options)
				if got := c.at(options); got != i {
					t.Errorf("%s: %s set to %q shows %q", goal, c.name, s.text, c.settings[got].text)
				}
				if _, err := options.NewBrief(journal.Mood{}, goal, 20, journal.Taste{}, 1); err != nil {
					t.Errorf("%s: %s set to %q is refused: %v", goal, c.name, s.text, err)
				}
				e := edits{options: options}
				if said := e.text(goal); (said == "") != (i == 0) || i > 0 && !strings.Contains(said, c.name) {
					t.Errorf("%s: %s set to %q is said as %q", goal, c.name, s.text, said)
				}
				c.settings[0].set(&options)
				if text := (&edits{options: options}).text(goal); text != "" {
					t.Errorf("%s: %s set back is still said: %q", goal, c.name, text)
				}
			}
		}
	}
}

func TestMore_everyGoalOffersWhatBelongsToItAndOnlyThat(t *testing.T) {
	own := map[string]journal.Goal{
		"rounds": journal.Focus, "16 Hz texture": journal.Focus, "dawn": journal.Sleep,
		"warm-up": journal.Meditate, "bells": journal.Meditate, "between": journal.Meditate,
	}
	parts := len(generator.Instruments()) + len(generator.Soundscapes())
	for _, goal := range journal.Goals() {
		count := 0
		for _, c := range choicesFor(goal, generator.Options{}) {
			if owner, known := own[c.name]; known && owner != goal {
				t.Errorf("%s offers %s", goal, c.name)
			}
			if c.part {
				count++
			}
		}
		if count != parts {
			t.Errorf("%s offers %d of %d who play", goal, count, parts)
		}
	}
	for _, s := range breathChoice(journal.Ground, generator.Breath{}, "box").settings {
		options := generator.Options{}
		if s.set(&options); options.Breath.Hold > 0 || options.Breath.Rest > 0 {
			t.Errorf("ground offers to hold the breath: %s", s.text)
		}
	}
}

func TestMore_whatHoldsTheBreathIsTakenOnlyOnceItsCautionWasShown(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		for _, name := range []string{"box", "4-7-8"} {
			d, m, _ := moreOf(t, journal.Breathe, size[0], size[1])
			show := func() {
				for m.choices[0].settings[m.shown(0)].text != name {
					d.keys("right")
				}
			}
			show()
			if m.options().Breath.Hold > 0 {
				t.Fatalf("%s is taken unread", name)
			}
			d.mustShow("‹ "+name+"? ›", "space take it")
			if shown := strings.Join(strings.Fields(d.screenText()), " "); !strings.Contains(shown, "heart or lung condition") || !strings.Contains(shown, "breathe normally") {
				t.Errorf("at %v the caution of %s is not to be read:\n%s", size, name, d.screenText())
			}
			d.keys("down", "up")
			if m.options().Breath.Hold > 0 || d.shows("space takes it") {
				t.Errorf("%s is taken by leaving it", name)
			}
			show()
			d.keys("space")
			if m.options().Breath.Hold == 0 {
				t.Errorf("%s cannot be taken", name)
			}
			d.keys("enter")
			if got := d.last().brief.Options.Breath; got.Hold == 0 {
				t.Errorf("plays with the breath %+v", got)
			}
		}
	}
}

func TestMore_theBreathIsCountedWhereItGoesByItself(t *testing.T) {
	for _, test := range []struct {
		name    string
		between time.Duration // two taps
		taps    int
		want    float64 // breaths a minute; 0 where it is not counted yet
	}{
		{"twelve a minute", 5 * time.Second, 6, 12},
		{"five taps of a quick breath", 3 * time.Second, 5, 0},
		{"half a minute of a slow breath", 10 * time.Second, 4, 6},
		{"a key held down", 20 * time.Millisecond, 6, mostBreaths},
		{"once now and then", 40 * time.Second, 12, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, m, now := moreOf(t, journal.Calm, 80, 24)
			d.keys("right", "right", "right", "right", "right", "right", "right")
			usual := m.options().Breath
			d.mustShow("t tap a breath in", "by itself")
			for range test.taps {
				d.keys("t")
				*now = now.Add(test.between)
			}
			if math.Abs(m.counted-test.want) > 0.01 {
				t.Errorf("counted %.2f a minute, want %.2f", m.counted, test.want)
			}
			if want := usual; test.want == 0 && m.options().Breath != want {
				t.Errorf("the breath is %+v before it is counted", m.options().Breath)
			}
			if want := generator.PassiveBreath(test.want); test.want > 0 && m.options().Breath.Seconds()-want.Seconds() > 0.01 {
				t.Errorf("the breath is %+v, want %+v", m.options().Breath, want)
			}
		})
	}
}

func TestMore_wishesReachTheSittingAndStay(t *testing.T) {
	d, m, _ := moreOf(t, journal.Focus, 80, 24)
	d.keys("right", "down", "right")
	m.goTo(t, d, "rain")
	d.keys("+")
	m.goTo(t, d, "kit")
	d.keys("-")
	d.mustShow("› − kit", "+ rain")
	d.keys("esc")
	d.mustShow("rounds 25/5 · 16 Hz texture on · with rain · no kit")
	d.keys("o", "enter")
	got := d.last().brief.Options
	wanted, refused := strings.Join(got.Wanted.Names(), " "), strings.Join(got.Refused.Names(), " ")
	if got.Rounds != (generator.Rounds{Work: 25, Rest: 5}) || got.Modulation != textureDepth || wanted != "rain" || refused != "kit" {
		t.Errorf("plays with %+v, wanted %s, refused %s", got, wanted, refused)
	}
}

func TestMore_allAsUsualLeavesTheJourneyAsItWasEdited(t *testing.T) {
	d, _, _ := moreOf(t, journal.Meditate, 80, 24)
	d.keys("esc", "j", "left", "esc", "o", "right", "down", "right", "down", "right")
	m := d.program.screen.(*moreScreen)
	m.goTo(t, d, "sea")
	d.keys("right", "0", "esc")
	d.mustShow("starts where you are")
	if text := m.goal.edits().text(journal.Meditate); text != "starts where you are" {
		t.Errorf("left is %q", text)
	}
}

func TestMore_aGoalSaysWhatItLeavesOut(t *testing.T) {
	d, m, _ := moreOf(t, journal.Sleep, 80, 24)
	m.goTo(t, d, "bell")
	d.keys("right")
	d.mustShow("left out")
}

func TestMore_everyLineOfTheListComesIntoSight(t *testing.T) {
	d, m, _ := moreOf(t, journal.Meditate, 40, 12)
	for range m.choices {
		c := m.choices[m.focus]
		name := "› " + c.name
		if c.part {
			name = "› " + likedSign + " " + c.name
		}
		d.mustShow(name)
		d.keys("down")
	}
}

func TestMore_saysWhatBecomesOfASettingInTheTimeThereIs(t *testing.T) {
	for _, test := range []struct {
		goal    journal.Goal
		name    string
		steps   int
		minutes float64
		want    string
	}{
		{journal.Focus, "rounds", 2, 25, "25 min are too short for it"},
		{journal.Focus, "rounds", 1, 60, "25 minutes of work and 5 of rest"},
		{journal.Meditate, "bells", 2, 20, "the first after"},
		{journal.Meditate, "warm-up", 4, 3, "too short for it"},
		{journal.Sleep, "dawn", 2, 90, "minutes of music, then silence"},
	} {
		in := &fakeJournal{}
		cfg, last := fakeConfig(in)
		cfg.Goal, cfg.Minutes = test.goal, test.minutes
		d := driveConfig(t, cfg, in, last, 80, 24)
		d.keys("enter", "enter", "enter", "o")
		d.program.screen.(*moreScreen).goTo(t, d, test.name)
		for range test.steps {
			d.keys("right")
		}
		if shown := strings.Join(strings.Fields(d.screenText()), " "); !strings.Contains(shown, test.want) {
			t.Errorf("%s, %g minutes, %s: it does not say %q:\n%s", test.goal, test.minutes, test.name, test.want, d.screenText())
		}
	}
}

func TestMore_showsWhatWasAskedForInWordsAlsoWhereItIsNotUsual(t *testing.T) {
	for _, test := range []struct {
		goal    journal.Goal
		choice  string
		options generator.Options
		want    string
	}{
		{journal.Focus, "rounds", generator.Options{Rounds: generator.Rounds{Work: 40, Rest: 8}}, "40/8"},
		{journal.Meditate, "bells", generator.Options{Bells: generator.Bells{Every: 7}}, "every 7 min"},
		{journal.Sleep, "dawn", generator.Options{DawnMinutes: 15}, "15 min"},
		{journal.Calm, "breath", generator.Options{Breath: generator.Breath{In: 3, Out: 6}}, "3 s in, 6 s out"},
		{journal.Ground, "breath", generator.Options{Breath: generator.Breath{In: 4, Hold: 4, Out: 4, Rest: 4}}, "4 s held"},
	} {
		d, _, _ := moreOf(t, test.goal, 80, 24)
		d.keys("esc")
		d.program.screen.(*goalScreen).edits().options = test.options
		d.mustShow(test.want)
		d.keys("o")
		m := d.program.screen.(*moreScreen)
		m.goTo(t, d, test.choice)
		d.mustShow("› "+test.choice, test.want)
		d.keys("x")
		if text := m.goal.edits().text(test.goal); text != "" {
			t.Errorf("%s: set back it is still %q", test.goal, text)
		}
	}
}
