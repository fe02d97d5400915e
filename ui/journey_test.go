package ui

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
)

// aJourney drives a program of a goal to its journey, with a mood that is far
// from it.
func aJourney(t *testing.T, goal journal.Goal, width, height int) (*driver, *journeyScreen) {
	t.Helper()
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	cfg.Goal = goal
	d := driveConfig(t, cfg, in, last, width, height)
	d.keys("1", "enter", "8", "enter", "9", "enter", "j")
	return d, d.program.screen.(*journeyScreen)
}

// controlKeysTo goes from the first control to one.
func controlKeysTo(control int) []string {
	keys := make([]string, control)
	for i := range keys {
		keys[i] = "down"
	}
	return keys
}

func TestJourney_whatIsTurnedIsDrawnAtOnceAndIsWhatPlays(t *testing.T) {
	d, j := aJourney(t, journal.Unwind, 80, 24)
	usual := j.planner.brief
	d.keys(controlKeysTo(dialControls + int(journal.Directness))...)
	d.keys("right", "right", "right", "right", "right", "right", "right", "right", "right", "right")
	if reflect.DeepEqual(usual.Journey, j.planner.brief.Journey) {
		t.Error("the most direct journey is drawn as the usual one")
	}
	d.keys(controlKeysTo(controlCount - int(journal.Directness) - dialControls)...) // round to the first
	d.keys("right", "down", "left", "left", "down", "right", "down", "left", "left", "left")
	shown := j.planner.brief
	course := generator.Course{Start: generator.StartBrighter, Reach: -0.2, Slow: 0.1}
	if shown.Options.Course != course || shown.Dials[journal.Directness] != 1 {
		t.Errorf("the course is %+v with a directness of %v, want %+v", shown.Options.Course, shown.Dials[journal.Directness], course)
	}
	d.keys("enter")
	if !reflect.DeepEqual(shown, d.last().brief) {
		t.Errorf("drawn with dials %v, played with %v", shown.Dials, d.last().brief.Dials)
	}
	if record := d.last().Sitting(); record.Dials != shown.Dials || record.Varied != nil || record.Propensity != 1 {
		t.Errorf("turned by hand to %v, recorded %+v", shown.Dials, record)
	}
}

func TestJourney_everyControlTurnsWithinItsLimitsAndBack(t *testing.T) {
	for control := range controlCount {
		t.Run(controlName(control), func(t *testing.T) {
			d, j := aJourney(t, journal.Calm, 80, 24)
			usual := j.planner.brief
			d.keys(controlKeysTo(control)...)
			d.mustShow("› " + controlName(control))
			for _, direction := range []string{"left", "right"} {
				for range 25 {
					d.keys(direction)
				}
				turned := j.planner.brief
				if reflect.DeepEqual(turned.Options.Course, usual.Options.Course) == reflect.DeepEqual(turned.Dials, usual.Dials) && !(control == slowControl && direction == "left") {
					t.Errorf("all the way %s gives %+v and %v", direction, turned.Options.Course, turned.Dials)
				}
				for dial, value := range turned.Dials {
					if math.Abs(value) > 1 {
						t.Errorf("%v stands at %v", journal.Dial(dial), value)
					}
				}
			}
			d.keys("x")
			if !reflect.DeepEqual(usual, j.planner.brief) {
				t.Errorf("set back it is not as usual: %+v, %v", j.planner.brief.Options.Course, j.planner.brief.Dials)
			}
		})
	}
}

func TestJourney_editsStayWhileGoingBackAndForth(t *testing.T) {
	d, _ := aJourney(t, journal.Unwind, 80, 24)
	d.keys("left", "down", "right", "down", "down", "left", "left", "left", "left", "left", "esc")
	d.mustShow("what for?", "starts where you are · goes further · slower")
	d.keys("esc", "esc", "enter", "enter")
	d.mustShow("what for?", "starts where you are · goes further · slower")
	d.keys("j", "0", "esc")
	if d.shows("starts where you are") || d.shows("slower") {
		t.Errorf("set back, and still said:\n%s", d.screenText())
	}
}

func TestJourney_theEditsOfOneCheckInAreNotThoseOfTheNext(t *testing.T) {
	d, _ := aJourney(t, journal.Unwind, 80, 24)
	d.keys("left", "enter", "s", "enter", "enter", "enter", "enter") // the questions after it, and home
	d.keys("enter", "enter", "enter", "enter")
	d.mustShow("what for?")
	if d.shows("starts where you are") {
		t.Errorf("the next check-in starts with the edits of the last:\n%s", d.screenText())
	}
}

func TestJourney_anAnswerThatWasOvertakenIsNotDrawn(t *testing.T) {
	d, j := aJourney(t, journal.Unwind, 80, 24)
	first := j.controls
	old := j.planner.plan(d.program.visit, j.goal.request())
	first.turn(-1, j.planner.brief)
	d.do(j.planner.plan(d.program.visit, j.goal.request()))
	newest := j.planner.brief.Options.Course
	d.do(old)
	if j.planner.brief.Options.Course != newest || newest.Start != generator.StartHere {
		t.Errorf("drawn is %+v, want %+v", j.planner.brief.Options.Course, newest)
	}
}

func TestJourney_theReasonOfWhatIsTurnedStandsFirst(t *testing.T) {
	_, j := aJourney(t, journal.Unwind, 80, 24)
	for control := range controlCount {
		j.controls.focus = control
		reasons := j.reasons()
		if len(reasons) != len(j.planner.brief.Reasons) {
			t.Fatalf("%d of %d reasons", len(reasons), len(j.planner.brief.Reasons))
		}
		if !slices.Contains(reasonsOf(control), reasons[0].About) {
			t.Errorf("%s: the first reason is about %s", controlName(control), reasons[0].About)
		}
	}
}

func TestJourney_whatGoesStraightHasNoCourseToTurn(t *testing.T) {
	for _, goal := range []journal.Goal{journal.Ground, journal.Focus, journal.Drift} {
		d, j := aJourney(t, goal, 40, 12)
		d.keys("left", "down", "right", "down", "right")
		if course := j.goal.edits().options.Course; course != (generator.Course{}) {
			t.Errorf("%s: turned to %+v", goal, course)
		}
		d.mustShow(string(goal) + " has no way to turn")
		d.keys("down", "left")
		if !j.goal.edits().dials.any() {
			t.Errorf("%s: the tempo cannot be turned", goal)
		}
	}
}

func TestJourney_allReasonsCanBeReadInASmallWindow(t *testing.T) {
	d, j := aJourney(t, journal.Unwind, 40, 12)
	d.keys("w")
	seen := ""
	for range 60 {
		seen += d.screenText()
		d.keys("down")
	}
	for _, reason := range j.planner.brief.Reasons {
		for _, word := range strings.Fields(strings.ReplaceAll(reason.Text, " -", " −")) {
			if !strings.Contains(seen, word) {
				t.Errorf("%q of the reason about %s cannot be scrolled to", word, reason.About)
			}
		}
	}
}

func TestJourney_whileItIsBeingStartedNothingIsTurned(t *testing.T) {
	d, j := aJourney(t, journal.Unwind, 80, 24)
	d.program.visit.starting = true
	d.program.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
	if j.goal.edits().text(journal.Unwind) != "" {
		t.Error("what is played and what is drawn fall apart")
	}
}

func BenchmarkPlanner_aTurnAfterTenYears(b *testing.B) {
	one := fullHistory()
	var history journal.History
	for range 10 * 365 / len(one.Sittings) {
		history.CheckIns = append(history.CheckIns, one.CheckIns...)
		history.Sittings = append(history.Sittings, one.Sittings...)
	}
	cfg, _ := fakeConfig(&fakeJournal{})
	request := request{goal: journal.Unwind, minutes: 25, mood: moodAt(-0.5, 0.2, 0.6), seed: 7}
	for b.Loop() {
		if _, _, err := request.compose(cfg, history); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProgram_moreFrame(b *testing.B) {
	cfg, _ := fakeConfig(&fakeJournal{})
	p := newProgram(cfg)
	p.width, p.height = 80, 24
	checkIn := p.screen.(*checkInScreen)
	p.screen = newMoreScreen(newGoalScreen(p.visit, checkIn))
	for b.Loop() {
		p.View()
	}
}
