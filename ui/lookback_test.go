package ui

import (
	"math"
	"strings"
	"testing"
	"time"

	"dulcet/journal"
	"dulcet/ui/settings"
)

// someWeeks adds check-ins of many days, most of them answered more than once,
// and some favourites.
func someWeeks(in *fakeJournal) {
	for i := range 40 {
		if i%7 == 3 || i > 20 && i < 26 {
			continue // days without an answer
		}
		for hour := range 1 + i%3 {
			at := evening.AddDate(0, 0, -i).Add(-time.Duration(hour) * 3 * time.Hour)
			swing := math.Sin(float64(i)/4) * 0.6
			in.history.CheckIns = append(in.history.CheckIns, journal.CheckIn{
				ID: "w" + at.Format("0102150405"), Stamp: journal.StampAt(at), When: journal.Alone,
				Mood: journal.Mood{
					Valence: journal.Rated(swing + float64(hour)*0.15), Energy: journal.Rated(float64(i%9)/6 - 0.7), Tension: journal.Rated(-swing/2 - float64(hour)*0.1),
				},
				Words: []string{"restless", "curious"},
			})
		}
	}
	for i := range in.history.Sittings {
		in.history.Sittings[i].Favourite = i%9 == 1
	}
}

// discreet covers what was written.
func discreet(_ *fakeJournal, cfg *Config) {
	cfg.Layers = settings.Layers{Flags: settings.Values{"discreet": {"on"}}}
}

// fewDays is a history of three days.
func fewDays(in *fakeJournal) {
	for i, valence := range []float64{0.4, -0.2, 0.6} {
		in.history.CheckIns = append(in.history.CheckIns, journal.CheckIn{
			ID: string(rune('a' + i)), Stamp: journal.StampAt(evening.AddDate(0, 0, -4*i)), When: journal.Alone,
			Mood: journal.Mood{Valence: journal.Rated(valence), Tension: journal.Rated(-valence)},
		})
	}
}

func trendOf(d *driver) *trendScreen { return d.program.screen.(*trendScreen) }

func TestLookBack_tabGoesThroughTheViewsAndBack(t *testing.T) {
	d := drive(t, &fakeJournal{history: fullHistory()}, 80, 24)
	d.keys("b", "down")
	for _, name := range []string{"› log", "› trend", "› favourites", "› log"} {
		d.mustShow("looking back", name)
		d.keys("tab")
	}
	d.mustShow("› trend")
	d.keys("esc")
	d.mustShow("how is it right now?")
	d.keys("b", "tab", "tab", "b")
	d.mustShow("how is it right now?")
}

func TestLog_goesByDaysAndListsOnlyOneGoal(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	someWeeks(in)
	d := drive(t, in, 80, 24)
	d.keys("b")
	log := d.program.screen.(*logScreen)
	days := map[string]bool{}
	for last := -1; log.at != last; {
		last = log.at
		day := log.entries[log.at].day()
		if log.at > 0 && log.entries[log.at-1].day() == day {
			t.Fatalf("the cursor is on the %dth entry of %s, which is not its first", log.at, day)
		}
		days[day] = true
		d.keys("left")
	}
	for _, e := range log.entries {
		if !days[e.day()] {
			t.Errorf("%s was passed over", e.day())
		}
	}
	for range len(log.entries) {
		d.keys("right")
	}
	if log.at != 0 {
		t.Errorf("the newest day is left at %d", log.at)
	}

	for log.entries[log.at].sitting == nil {
		d.keys("down")
	}
	under := log.entries[log.at]
	d.keys("o")
	d.mustShow("only " + under.kind())
	for _, e := range log.entries {
		if e.kind() != under.kind() {
			t.Errorf("only %s lists %s", under.kind(), e.kind())
		}
	}
	if !log.entries[log.at].same(under) {
		t.Error("the cursor has left its entry")
	}
	d.keys("esc")
	if len(log.entries) != len(log.all) || !log.entries[log.at].same(under) || d.program.screen != screen(log) {
		t.Error("esc does not list all again")
	}
}

func TestLog_favouritesAndGlimpses(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	d := drive(t, in, 80, 24)
	d.keys("b")
	log := d.program.screen.(*logScreen)
	id := log.chosen().ID
	d.keys("f")
	d.mustShow("★", "saved as a favourite")
	if !favouriteOf(t, in, id) {
		t.Error("it is said to be saved and is not")
	}
	d.keys("tab", "tab")
	d.mustShow("› favourites", string(log.chosen().Goal))
	d.keys("tab", "f")
	d.mustShow("no longer a favourite")
	d.mustShow("“harm", "tired, hopeful")
	d.program.visit.settings.Discreet = true
	if d.shows("harm") || d.shows("tired, hopeful") {
		t.Errorf("somebody discreet is shown words:\n%s", d.screenText())
	}
	d.mustShow("note")
}

func TestTrend_stepsThroughTimeAndBack(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	someWeeks(in)
	d := drive(t, in, 80, 24)
	d.keys("b", "tab")
	d.mustShow("4 weeks", "26 oct – 22 nov 2026", "of 28 days", "half of them")
	d.keys("+")
	d.mustShow("12 weeks", "31 aug – 22 nov 2026")
	d.keys("+", "+")
	d.mustShow("a year", "a week, by the mean of its days")
	d.keys("-", "-", "-", "-")
	d.mustShow("2 weeks", "9 nov – 22 nov 2026")
	d.keys("h")
	d.mustShow("2 nov – 15 nov 2026")
	d.keys("j", "k", "l", "l", "right")
	d.mustShow("9 nov – 22 nov 2026")
	d.keys("pgdown")
	d.mustShow("26 oct – 8 nov 2026")
	d.keys("G")
	if first := trendOf(d).trend; first.Earlier || first.Usual[0].Days == 0 {
		t.Errorf("the first answers are not in %v – %v", first.First, first.Last)
	}
	back := trendOf(d).back
	d.keys("h", "pgdown")
	if trendOf(d).back != back {
		t.Error("it goes on beyond the first answer")
	}
	d.keys("g")
	if trendOf(d).back != 0 {
		t.Error("g does not lead to today")
	}
}

func TestTrend_daysWithoutAnswersAreGapsAndFewDaysAreSaidToBeFew(t *testing.T) {
	in := &fakeJournal{}
	fewDays(in)
	d := drive(t, in, 80, 24)
	d.keys("b", "tab")
	d.mustShow("3 of 28 days", "0 of 28 days", "3 days have an answer: too little to say more")
	if d.shows("half of them") {
		t.Errorf("three days are summed up:\n%s", d.screenText())
	}
	plot := trendPlot{trend: trendOf(d).trend, width: 56, height: 4}
	marks := 0
	for _, line := range plot.lines(d.program.styles) {
		for _, r := range line {
			if r > braille && r < braille+256 {
				marks++
			}
		}
	}
	if marks == 0 || marks > 2*3 {
		t.Errorf("three days take %d cells", marks)
	}
	plot.question = 1
	if text := strings.TrimSpace(strings.Join(plot.lines(d.program.styles), "")); text != "" {
		t.Errorf("without an answer there is %q", text)
	}
}

func TestTrend_saysWhereAnswersAreIfThereAreNone(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("b", "tab")
	d.mustShow("no answers in this time", "each day with a check-in becomes a point here")
	in := &fakeJournal{}
	fewDays(in)
	in.history.CheckIns[0].Stamp = journal.StampAt(evening.AddDate(0, 0, -90))
	in.history.CheckIns = in.history.CheckIns[:1]
	d = drive(t, in, 80, 24)
	d.keys("b", "tab")
	d.mustShow("there are earlier ones")
	d.keys("G")
	d.mustShow("one day has an answer")
	d.keys("l", "l")
	d.keys("g")
	d.mustShow("there are earlier ones")
}

func BenchmarkTrend_tenYears(b *testing.B) {
	in := &fakeJournal{}
	for i := range 36500 {
		at := evening.Add(-time.Duration(36500-i) * 144 * time.Minute)
		in.history.CheckIns = append(in.history.CheckIns, journal.CheckIn{
			ID: at.Format(time.RFC3339), Stamp: journal.StampAt(at), When: journal.Alone, Mood: journal.Mood{Valence: journal.Rated(float64(i%21)/10 - 1)},
		})
	}
	cfg, _ := fakeConfig(in)
	v := newVisit(cfg)
	v.history, v.loaded = in.history, true
	styles := newProgram(cfg).styles
	for b.Loop() {
		log := newLogScreen(v, nil)
		log.View(80, 22, styles)
		log.views.trend.look()
		log.views.trend.View(80, 22, styles)
	}
}
