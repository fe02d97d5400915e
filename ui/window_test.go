package ui

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A scene brings a fresh program to one of its screens.
type scene struct {
	name string
	full bool         // with a full history
	goal journal.Goal // wished for, or empty
	home bool         // it begins at home
	with func(*fakeJournal, *Config)
	keys []string
	then func(*driver)
}

// scenes are all screens and what covers them.
func scenes() []scene {
	ticks := func(d *driver) {
		steady(d)
		at := evening
		for range 40 {
			d.last().advance(9)
			at = at.Add(300 * time.Millisecond)
			d.program.Update(pictureTickMsg{generation: playingOf(d).generation, at: at})
		}
	}
	toJourney := []string{"1", "enter", "2", "enter", "8", "enter", "j"}
	return []scene{
		{name: "first", with: firstStart("sound: a device answers")},
		{name: "firstsilent", with: firstStart("no sound device: the sitting runs silently; dulcet doctor says more")},
		{name: "homeempty", home: true},
		{name: "home", home: true, full: true, with: func(in *fakeJournal, _ *Config) { aFullDay(in) }},
		{name: "homedraft", home: true, full: true, with: func(in *fakeJournal, _ *Config) {
			in.draft = &journal.Draft{When: journal.Before, Note: "half a sen", Updated: journal.StampAt(evening.Add(-time.Hour))}
		}},
		{name: "homenight", home: true, with: func(in *fakeJournal, cfg *Config) { aNight(in, cfg) }, keys: []string{"down", "down", "down"}},
		{name: "night", home: true, with: func(in *fakeJournal, cfg *Config) { aNight(in, cfg) }, keys: []string{"m", "right"}},
		{name: "favourites", home: true, full: true, keys: []string{"f", "down", "f"}, with: func(in *fakeJournal, _ *Config) {
			for _, i := range []int{12, 20, 36} {
				in.history.Sittings[i].Favourite = true
			}
		}},
		{name: "nofavourites", home: true, keys: []string{"f"}},
		{name: "checkin", full: true, keys: []string{"left", "left", "enter", "7"}},
		{name: "words", full: true, keys: []string{"3", "enter", "7", "enter", "8", "w", "space", "right", "down", "space", "up"}},
		{name: "find", full: true, keys: []string{"8", "enter", "w", "space", "/"}, then: func(d *driver) {
			d.write("kn")
			d.keys("down")
		}},
		{name: "tell", full: true, keys: []string{"t"}, then: func(d *driver) {
			d.write("wired after a long day, can't sleep, rain and soft piano please, no drums, half an hour, on a spaceship")
			d.keys("tab", "right", "right")
		}},
		{name: "told", full: true, keys: []string{"t"}, then: func(d *driver) {
			d.write("tired but wired, focus, no drums")
			d.keys("enter")
		}},
		{name: "heard", full: true, keys: []string{"t"}, then: func(d *driver) {
			d.write("i want to die")
			d.keys("enter")
		}},
		{name: "note", full: true, keys: []string{"n", "r", "a", "i", "n"}},
		{name: "goal", full: true, keys: []string{"enter", "enter", "9", "enter"}},
		{name: "journey", full: true, keys: []string{"1", "enter", "2", "enter", "8", "enter", "j"}, then: steady},
		{name: "turned", full: true, goal: journal.Unwind, keys: append(slices.Clone(toJourney), "left", "down", "right", "right", "down", "down", "left", "left", "left"), then: steady},
		{name: "edited", full: true, goal: journal.Unwind, keys: append(slices.Clone(toJourney), "left", "down", "right", "right", "down", "down", "left", "left", "left", "esc")},
		{name: "more", keys: []string{"enter", "enter", "enter", "o"}},
		{name: "caution", keys: []string{"enter", "enter", "enter", "o", "right", "right", "right", "right"}},
		{name: "wishes", keys: []string{"enter", "enter", "enter", "o", "down", "down", "+", "down", "-", "pgdown", "down", "+"}},
		{name: "playing", full: true, keys: []string{"1", "enter", "2", "enter", "8", "enter", "enter"}, then: ticks},
		{name: "paused", keys: []string{"enter", "enter", "enter", "enter", "space"}, then: steady},
		{name: "still", keys: []string{"enter", "enter", "enter", "enter"}, then: func(d *driver) {
			d.program.visit.settings.Motion = settings.NoMotion
			ticks(d)
		}},
		{name: "silent", keys: []string{"enter", "enter", "enter", "enter"}, then: func(d *driver) {
			d.last().call("silent", func() {
				d.last().status.Sound = player.Silent
				d.last().status.Message = "no sound device answers; the sitting goes on silently. start PipeWire or PulseAudio"
			})
			ticks(d)
		}},
		{name: "why", keys: []string{"enter", "enter", "enter", "enter", "w"}, then: ticks},
		{name: "picture", keys: []string{"enter", "enter", "enter", "enter", "z"}, then: ticks},
		{name: "steer", keys: []string{"enter", "enter", "enter", "enter", "v", "down", "down", "down", "left", "left", "b"}, then: ticks},
		{name: "homeat", keys: []string{"enter", "enter", "enter", "enter", "a", "2", "1", ":"}, then: ticks},
		{name: "held", keys: []string{"enter", "enter", "enter", "enter", "h"}, then: ticks},
		{name: "playinghelp", keys: []string{"enter", "enter", "enter", "enter", "?"}},
		{name: "breathing", goal: journal.Breathe, keys: []string{"enter", "enter", "enter", "enter"}, then: func(d *driver) {
			ticks(d)
			d.last().advance(2.6) // into a breath
			playingOf(d).status = d.last().Status()
		}},
		{name: "guided", goal: journal.Meditate, keys: []string{"enter", "enter", "enter", "enter"}, then: ticks},
		{name: "desk", goal: journal.Reflect, keys: []string{"enter", "enter", "enter", "enter"}, then: ticks},
		{name: "writing", goal: journal.Reflect, keys: []string{"enter", "enter", "enter", "enter", "n", "r", "a", "i", "n"}, then: ticks},
		{name: "written", goal: journal.Reflect, keys: []string{"enter", "enter", "enter", "enter", "n", "r", "a", "i", "n", "esc"}, then: ticks},
		{name: "after", keys: []string{"left", "enter", "enter", "enter", "enter", "s", "right"}},
		{name: "thanks", keys: []string{"1", "enter", "enter", "9", "enter", "enter", "s", "9", "enter", "enter", "1", "enter"}, then: func(d *driver) {
			d.wait("saved", func() bool { return d.shows("saved") })
		}},
		{name: "emptylog", keys: []string{"b"}},
		{name: "log", full: true, keys: []string{"b", "down", "down"}, with: func(in *fakeJournal, _ *Config) { someWeeks(in) }},
		{name: "onlylog", full: true, keys: []string{"b", "down", "o"}},
		{name: "discreetlog", full: true, keys: []string{"b", "down", "down"}, with: discreet},
		{name: "trend", full: true, keys: []string{"b", "tab"}, with: func(in *fakeJournal, _ *Config) { someWeeks(in) }},
		{name: "trendyear", full: true, keys: []string{"b", "tab", "+", "+"}, with: func(in *fakeJournal, _ *Config) { someWeeks(in) }},
		{name: "fewtrend", keys: []string{"b", "tab"}, with: func(in *fakeJournal, _ *Config) { fewDays(in) }},
		{name: "emptytrend", keys: []string{"b", "tab"}},
		{name: "entry", full: true, keys: []string{"b", "down", "enter"}, then: steady},
		{name: "fullentry", full: true, keys: []string{"b", "enter"}, with: func(in *fakeJournal, _ *Config) { everythingKept(in) }, then: steady},
		{name: "help", full: true, keys: []string{"?"}},
		{name: "support", keys: []string{"!"}},
		{name: "settings", keys: []string{"c", "down"}, then: func(d *driver) { settingsOf(d).preview.picture.field = checkered }},
		{name: "capture", keys: []string{"enter", "enter", "enter", "enter"}, then: func(d *driver) {
			goTo(d, "keys.pause")
			d.keys("enter")
		}},
		{name: "conflict", keys: []string{"enter", "enter", "enter", "enter"}, then: func(d *driver) {
			goTo(d, "keys.pause")
			d.keys("enter", "b")
		}},
		{name: "ownkeys", then: func(d *driver) {
			goTo(d, "keys.pause")
			d.keys("enter", "P", "down", "down")
		}},
		{name: "ownquestion", then: func(d *driver) {
			goTo(d, "questions.energy")
			d.keys("enter")
			d.write("!")
			d.keys("tab")
			d.write("!!")
		}},
		{name: "ownlines", then: func(d *driver) {
			goTo(d, "help-lines")
			d.keys("enter")
			d.write("call Ilse")
			d.keys("enter")
		}},
	}
}

// steady puts a brief of the tests' own in the place of the one that was
// composed, so that the views do not change with the music.
func steady(d *driver) {
	brief := generator.Brief{
		Goal: journal.Unwind, Minutes: 25,
		Journey: generator.Journey{Seconds: 1500, Points: []generator.Point{
			{Seconds: 0, Valence: -0.3, Energy: 0.1, Tension: 0.5, Phase: "meet"},
			{Seconds: 220, Valence: -0.3, Energy: 0.1, Tension: 0.5, Phase: "travel"},
			{Seconds: 900, Valence: 0.4, Energy: -0.4, Tension: -0.6, Phase: "rest"},
			{Seconds: 1400, Valence: 0.4, Energy: -0.5, Tension: -0.6, Phase: "land"},
			{Seconds: 1500, Valence: 0.4, Energy: -0.6, Tension: -0.7, Phase: "land"},
		}},
		Reasons: []generator.Reason{
			{About: "tempo", Text: "72 beats a minute, falling to 56: you said on edge, and unwind slows down"},
			{About: "mode", Text: "D dorian: between dark and bright"},
			{About: "taste", Text: "a little slower: 6 sittings leaned that way, could be chance"},
		},
	}
	switch s := d.program.screen.(type) {
	case *journeyScreen:
		s.planner.brief = brief
	case *entryScreen:
		s.brief = &brief
	case *playingScreen:
		if goal := s.brief.Goal; guidance[goal] != nil || goal == journal.Reflect || paces(s.brief) {
			brief.Goal = goal
		}
		s.brief = brief
		d.last().call("steady", func() { d.last().brief, d.last().status.Length = brief, brief.Frames() })
		d.last().advance(0)
		s.status = d.last().Status()
		s.picture.field = checkered
	}
}

// checkered is a picture that every processor draws in the same way.
func checkered(canvas *widget.Canvas, _ widget.Scene) {
	width, height := canvas.Dots()
	for y := 0; y < height; y += 4 {
		for x := y / 4 % 2 * 2; x < width; x += 4 {
			canvas.Set(x, y)
		}
	}
}

func playingOf(d *driver) *playingScreen { return d.program.screen.(*playingScreen) }

// stage brings a program to a scene.
func stage(t *testing.T, s scene, width, height int) *driver {
	t.Helper()
	in := &fakeJournal{}
	if s.full {
		in.history = fullHistory()
	}
	cfg, last := fakeConfig(in)
	cfg.Goal, cfg.Home = s.goal, s.home
	if s.with != nil {
		s.with(in, &cfg)
	}
	d := driveConfig(t, cfg, in, last, width, height)
	d.keys(s.keys...)
	if s.then != nil {
		s.then(d)
	}
	return d
}

func TestProgram_viewsAreAsTheyWere(t *testing.T) {
	t.Parallel() // with the other long ones, after all that take the time
	sizes := [][2]int{{40, 12}, {80, 24}, {120, 40}}
	for _, s := range scenes() {
		var styles []string // at every size, see colour_test.go
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s_%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				d := stage(t, s, size[0], size[1])
				words := d.screenText()
				golden.RequireEqual(t, words+"\n")
				drawn := styleMap(t, d)
				styles = append(styles, fmt.Sprintf("%d×%d\n%s", size[0], size[1], drawn))
				checkLights(t, d, words, drawn)
			})
		}
		t.Run(s.name+"_styles", func(t *testing.T) {
			if len(styles) < len(sizes) {
				t.Skip("not every size was drawn")
			}
			golden.RequireEqual(t, strings.Join(styles, "\n"))
		})
	}
}

// checkFrame fails for a frame that is not as high as the window, or has a
// line that is wider, or holds a control character other than our own styles.
func checkFrame(t *testing.T, d *driver, what string) {
	t.Helper()
	width, height := d.program.width, d.program.height
	lines := d.program.lines()
	if len(lines) != max(0, height) && width > 0 {
		t.Fatalf("%s: %d lines in a window of %d×%d", what, len(lines), width, height)
	}
	for i, line := range lines {
		if wide := ansi.StringWidth(line); wide > width {
			t.Fatalf("%s: line %d is %d cells wide in a window of %d×%d: %q", what, i, wide, width, height, line)
		}
		for _, r := range ansi.Strip(line) {
			if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e {
				t.Fatalf("%s: line %d holds %U: %q", what, i, r, line)
			}
		}
	}
}

// sweptSizes are the sizes in which scene i of n is drawn: every width in the
// lowest window, every height in the narrowest, and its share of all others, so
// that the scenes together meet every size.
func sweptSizes(i, n int) [][2]int {
	const widest, highest = 130, 45
	var sizes [][2]int
	for width := 1; width <= widest; width++ {
		for height := 1; height <= highest; height++ {
			whole := height == minHeight || width == minWidth
			share := (width*highest+height)%n == i
			if testing.Short() {
				whole = whole && (width+height+i)%5 == 0
				share = share && (width+height+i)%3 == 0
			}
			if whole || share {
				sizes = append(sizes, [2]int{width, height})
			}
		}
	}
	return sizes
}

func TestProgram_everyScreenFitsEverySize(t *testing.T) {
	t.Parallel() // with the other long ones, after all that take the time
	all := scenes()
	for i, s := range all {
		d := stage(t, s, 80, 24)
		for _, size := range sweptSizes(i, len(all)) {
			d.program.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, d, s.name)
		}
		for _, size := range [][2]int{{39, 12}, {40, 11}, {40, 12}, {300, 100}} {
			d.program.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, d, s.name)
			needs := strings.Contains(strings.Join(strings.Fields(d.screenText()), " "), "dulcet needs 40×12")
			if small := size[0] < 40 || size[1] < 12; needs != small {
				t.Errorf("%s at %v says what size it needs: %v", s.name, size, needs)
			}
		}
	}
}

func TestProgram_keysAreAlwaysInSight(t *testing.T) {
	for _, s := range scenes() {
		if s.name == "picture" {
			continue // only the picture was asked for
		}
		d := stage(t, s, 40, 12)
		lines := strings.Split(d.screenText(), "\n")
		last := lines[len(lines)-1]
		if strings.TrimSpace(last) == "" {
			t.Errorf("%s shows no keys", s.name)
		}
		if !d.program.screen.typing() && !d.program.help && !d.program.support.open && !strings.Contains(last, "? help") {
			t.Errorf("%s shows %q and not the way to the help", s.name, last)
		}
		for _, group := range d.program.screen.FullHelp() {
			for _, binding := range group {
				if len(binding.Keys()) == 0 || binding.Help().Desc == "" {
					t.Errorf("%s lists a key without a name: %v", s.name, binding)
				}
			}
		}
	}
}

func TestProgram_stylesFollowTheBackgroundAndTheMood(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	neutral := strings.Join(d.program.lines(), "\n")
	d.send(tea.BackgroundColorMsg{Color: color.Black})
	dark := strings.Join(d.program.lines(), "\n")
	d.send(tea.BackgroundColorMsg{Color: color.White})
	light := strings.Join(d.program.lines(), "\n")
	if neutral == dark || dark == light || neutral == light {
		t.Error("the styles do not follow the background")
	}
	if ansi.Strip(dark) != ansi.Strip(light) || ansi.Strip(dark) != ansi.Strip(neutral) {
		t.Error("the text follows the background")
	}
	before := d.program.worn.affect
	d.keys("9", "enter", "9", "enter", "0")
	if now := d.program.worn.affect; now == before || now == (theme.Affect{}) {
		t.Errorf("the accent stays at %v", now)
	}
}

func TestProgram_noColourIsNeededToRead(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter")
	first := d.screenText()
	d.keys("down")
	if d.screenText() == first {
		t.Error("which goal is chosen shows by colour alone")
	}
	if goal := suggest(journal.Mood{}, evening, "")[1]; !strings.Contains(d.screenText(), "› "+string(goal)) {
		t.Errorf("%s is not marked:\n%s", goal, d.screenText())
	}
}
