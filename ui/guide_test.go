package ui

import (
	"math"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
)

// sittingOf starts a sitting of a goal.
func sittingOf(t *testing.T, goal journal.Goal, options generator.Options, width, height int) (*driver, *playingScreen) {
	t.Helper()
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	cfg.Goal = goal
	cfg.Minutes = 40
	d := driveConfig(t, cfg, in, last, width, height)
	d.keys("enter", "enter", "enter")
	d.program.screen.(*goalScreen).edits().options = options
	d.keys("enter")
	return d, playingOf(d)
}

// playTo plays on to a second of the sitting and looks at it.
func playTo(d *driver, p *playingScreen, seconds float64) {
	d.last().call("", func() { d.last().status.Frames = int64(seconds * generator.Rate) })
	d.last().advance(0)
	d.program.Update(pictureTickMsg{generation: p.generation, at: evening})
}

// filled is how many half cells of the pacer are full.
func filled(text string) int {
	halves := 0
	for line := range strings.SplitSeq(text, "\n") {
		if strings.Contains(line, "●") {
			continue // the playhead
		}
		for _, r := range line {
			halves += map[rune]int{'━': 2, '╺': 1, '╸': 1}[r]
		}
	}
	return halves
}

func TestPacer_followsTheBreathOfTheBriefInWordsAndInWidth(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		for _, named := range generator.Breaths() {
			d, p := sittingOf(t, journal.Breathe, generator.Options{Breath: named.Breath}, size[0], size[1])
			most, last := 0, 0
			for step := range 76 {
				seconds := 60 + float64(step)/4
				playTo(d, p, seconds)
				breathing := p.brief.BreathAt(seconds)
				text := d.screenText()
				if !strings.Contains(text, " "+breathing.Phase.String()+" ") {
					t.Fatalf("%s at %g s does not say %q:\n%s", named.Name, seconds, breathing.Phase, text)
				}
				now := filled(text)
				switch breathing.Phase {
				case generator.BreathIn, generator.BreathAgain:
					if breathing.Fraction > 0.15 && now < last {
						t.Fatalf("%s empties with a breath in at %g s", named.Name, seconds)
					}
				case generator.BreathOut:
					if breathing.Fraction > 0.15 && now > last {
						t.Fatalf("%s fills with a breath out at %g s", named.Name, seconds)
					}
				}
				most, last = max(most, now), now
			}
			if most < size[0] {
				t.Errorf("%s fills only %d half cells of a window of %d", named.Name, most, size[0])
			}
		}
	}
}

func TestPacer_isNotThereWhereNobodyFollowsNorInTheLanding(t *testing.T) {
	for name, options := range map[string]generator.Options{"no breath": {}, "by itself": {Breath: generator.PassiveBreath(14)}} {
		d, p := sittingOf(t, journal.Calm, options, 80, 24)
		playTo(d, p, 62)
		if filled(d.screenText()) > 0 || p.guides() || d.shows("g guide") {
			t.Errorf("%s is paced:\n%s", name, d.screenText())
		}
	}
	d, p := sittingOf(t, journal.Breathe, generator.Options{}, 80, 24)
	playTo(d, p, 62)
	before := strings.Count(d.screenText(), "⠀")
	d.last().Home()
	playTo(d, p, 72)
	if filled(d.screenText()) > 0 {
		t.Errorf("it is paced while it comes home:\n%s", d.screenText())
	}
	if after := strings.Count(d.screenText(), "⠀"); (before == 0) != (after == 0) {
		t.Error("the picture changes its size")
	}
}

func TestGuide_isOffByOneKeyAndStaysOffForTheVisit(t *testing.T) {
	d, p := sittingOf(t, journal.Breathe, generator.Options{}, 80, 24)
	playTo(d, p, 64)
	if filled(d.screenText()) == 0 {
		t.Fatalf("nothing paces:\n%s", d.screenText())
	}
	d.keys("g")
	if filled(d.screenText()) > 0 {
		t.Errorf("it is off and shown:\n%s", d.screenText())
	}
	d.keys("s", "enter", "enter", "enter", "enter") // the questions after it, and home
	d.keys("enter", "enter", "enter", "enter", "enter")
	playTo(d, playingOf(d), 64)
	if filled(d.screenText()) > 0 {
		t.Error("the next sitting shows it again")
	}
	d.keys("g")
	if filled(d.screenText()) == 0 {
		t.Error("it does not come back")
	}
}

func TestGuide_aBreathIsFollowedInTheBackgroundToo(t *testing.T) {
	d, p := sittingOf(t, journal.Breathe, generator.Options{}, 80, 24)
	d.timers = nil
	d.send(tea.BlurMsg{})
	if len(d.timers) != 1 || d.timers[0].after != pacerInterval {
		t.Errorf("in the background %v", d.timers)
	}
	d.keys("g")
	d.timers = nil
	d.program.visit.blurred = true
	d.do(p.tick())
	if len(d.timers) != 1 || d.timers[0].after != blurredInterval {
		t.Errorf("with nothing to follow %v", d.timers)
	}
}

func TestGuidance_comesAfterHalfAMinuteOneLineAtATimeByTheSeed(t *testing.T) {
	for goal, lines := range guidance {
		if len(lines) < 18 {
			t.Errorf("%s has only %d lines", goal, len(lines))
		}
		schedules := map[string]bool{}
		for seed := range uint32(40) {
			brief := generator.Brief{Goal: goal, Seed: seed}
			cues := cuesFor(brief)
			if !slices.Equal(cues, cuesFor(brief)) {
				t.Fatalf("%s, seed %d: the schedule changes", goal, seed)
			}
			if cues[0] != (cue{30, lines[0]}) {
				t.Errorf("%s, seed %d: the first is %+v", goal, seed, cues[0])
			}
			seen := map[string]bool{}
			for i, c := range cues[:len(cues)-1] {
				if stays := cues[i+1].seconds - c.seconds; stays < 40 || stays > 90 {
					t.Fatalf("%s, seed %d: line %d stays for %g s", goal, seed, i, stays)
				}
				if c.text == cues[i+1].text {
					t.Fatalf("%s, seed %d: line %d follows itself", goal, seed, i)
				}
				if i < len(lines) {
					seen[c.text] = true
				}
			}
			if len(seen) != len(lines) {
				t.Errorf("%s, seed %d: %d of %d lines come in the first round", goal, seed, len(seen), len(lines))
			}
			if end := cues[len(cues)-1].seconds; end < generator.MaxMinutes*60-longestGuidance {
				t.Errorf("%s, seed %d: the last line comes at %g s", goal, seed, end)
			}
			schedules[cues[1].text+cues[2].text] = true
		}
		if len(schedules) < 20 {
			t.Errorf("%s: 40 seeds give %d schedules", goal, len(schedules))
		}
	}
}

func TestGuidance_standsUnderThePictureOfMeditateAndListenAlone(t *testing.T) {
	for _, goal := range journal.Goals() {
		for _, silence := range []bool{false, true} {
			if silence && goal != journal.Meditate {
				continue
			}
			d, p := sittingOf(t, goal, generator.Options{Silence: silence}, 40, 12)
			playTo(d, p, 29)
			first := ""
			if lines := guidance[goal]; len(lines) > 0 {
				first, _, _ = strings.Cut(lines[0], " ")
				if d.shows(first + " ") {
					t.Errorf("%s is guided before half a minute", goal)
				}
			}
			playTo(d, p, 33)
			shown := first != "" && d.shows(first+" ")
			if want := (goal == journal.Meditate || goal == journal.Listen) && !silence; shown != want {
				t.Errorf("%s, silence %v: guided is %v, want %v:\n%s", goal, silence, shown, want, d.screenText())
			}
			d.last().Home()
			playTo(d, p, 34)
			if first != "" && d.shows(first+" ") {
				t.Errorf("%s is guided while it comes home", goal)
			}
			d.program.visit.unguided = false
		}
	}
}

func TestGuidance_everyLineFitsASmallWindowAndChangesNothingElse(t *testing.T) {
	for goal := range guidance {
		d, p := sittingOf(t, goal, generator.Options{}, 40, 12)
		place := -1
		for i := range 24 {
			playTo(d, p, p.cues[i].seconds+5)
			text := d.screenText()
			for _, word := range strings.Fields(p.cues[i].text) {
				if !strings.Contains(text, word) {
					t.Errorf("%s: %q is cut:\n%s", goal, p.cues[i].text, text)
				}
			}
			at := slices.IndexFunc(strings.Split(text, "\n"), func(line string) bool { return strings.Contains(line, "●") })
			if place >= 0 && at != place {
				t.Errorf("%s: the playhead moves from line %d to %d", goal, place, at)
			}
			place = at
		}
	}
}

func TestGuidance_isFainterWhereItComesAndGoes(t *testing.T) {
	cues := []cue{{30, "one"}, {80, "two"}}
	for seconds, want := range map[float64]float64{30: 0, 31: 1, 55: 25, 79: 1, 80: 0, 200: 120} {
		if _, edge := cueAt(cues, seconds); math.Abs(edge-want) > 1e-9 {
			t.Errorf("at %g s the edge is %g s away, want %g", seconds, edge, want)
		}
	}
}
