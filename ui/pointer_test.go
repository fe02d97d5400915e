package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/widget"
)

// zone returns where a target has been drawn.
func (d *driver) zone(target widget.Target) widget.Zone {
	d.t.Helper()
	d.program.lines()
	at := slices.IndexFunc(d.program.pointer.zones, func(z widget.Zone) bool { return z.Target == target })
	if at < 0 {
		d.t.Fatalf("%v cannot be pointed at:\n%s", target, d.screenText())
	}
	return d.program.pointer.zones[at]
}

// mouse is a button or the wheel at a share of a target.
func (d *driver) mouse(target widget.Target, share float64, button tea.MouseButton) tea.Mouse {
	d.t.Helper()
	zone := d.zone(target)
	return tea.Mouse{X: zone.Column + int(share*float64(zone.Width-1)+0.5), Y: zone.Row, Button: button}
}

// click presses the button and lets it go.
func (d *driver) click(target widget.Target, share float64) {
	d.t.Helper()
	mouse := d.mouse(target, share, tea.MouseLeft)
	d.send(tea.MouseClickMsg(mouse))
	d.send(tea.MouseReleaseMsg(mouse))
}

func (d *driver) turnWheel(target widget.Target, button tea.MouseButton) {
	d.t.Helper()
	d.send(tea.MouseWheelMsg(d.mouse(target, 0.5, button)))
}

// keyTargetOf is the target of a key by its name.
func keyTargetOf(t *testing.T, name string) widget.Target {
	t.Helper()
	press, known := keyNamed(name)
	if !known {
		t.Fatalf("no key is called %q", name)
	}
	return keyTarget(press)
}

func TestPointer_everyKeyInSightIsAKeyOfTheScreen(t *testing.T) {
	for _, s := range scenes() {
		for _, size := range [][2]int{{40, 12}, {80, 24}} {
			d := stage(t, s, size[0], size[1])
			lines := d.program.lines()
			keys := d.program.visit.keys
			known := append(slices.Clone(d.program.screen.ShortHelp()), slices.Concat(d.program.screen.FullHelp()...)...)
			known = append(known, keys.help, keys.hard, keys.set, keys.leave, keys.sleep, keys.away, keys.scroll, keys.note, keys.words, keys.tell, keys.take)
			known = append(known, keys.moreOf, keys.moreFine, keys.extend, keys.darker, keys.gentler, keys.sparser)
			found := 0
			for _, zone := range d.program.pointer.zones {
				if zone.Row < 0 || zone.Row >= len(lines) || zone.Column < 0 || zone.Column+zone.Width > size[0] {
					t.Errorf("%s: %+v lies outside of the window", s.name, zone)
				}
				if zone.Kind != pointKey {
					continue
				}
				found++
				if !key.Matches(keyOf(zone.Target), known...) {
					t.Errorf("%s: pointing at %+v presses %q, which is no key here", s.name, zone, keyOf(zone.Target))
				}
			}
			if found == 0 && s.name != "picture" {
				t.Errorf("%s at %v has no key that can be pointed at", s.name, size)
			}
		}
	}
}

func TestPointer_aClickOnAKeyIsThatKey(t *testing.T) {
	for _, test := range []struct {
		scene, key string
	}{
		{"checkin", "enter"},
		{"checkin", "left"},
		{"checkin", "right"},
		{"checkin", "?"},
		{"goal", "down"},
		{"goal", "j"},
		{"note", "esc"},
		{"help", "w"},
		{"playinghelp", "down"},
		{"help", "?"},
		{"support", "esc"},
		{"log", "enter"},
		{"playing", "space"},
		{"playing", "w"},
	} {
		t.Run(test.scene+" "+test.key, func(t *testing.T) {
			at := slices.IndexFunc(scenes(), func(s scene) bool { return s.name == test.scene })
			clicked, pressed := stage(t, scenes()[at], 80, 24), stage(t, scenes()[at], 80, 24)
			if test.scene == "help" && test.key == "w" {
				pressed.keys("esc") // a click on a key in the list closes the list first
			}
			before := clicked.screenText()
			clicked.click(keyTargetOf(t, test.key), 0)
			pressed.keys(test.key)
			if got, want := clicked.screenText(), pressed.screenText(); got != want {
				t.Errorf("the click shows\n%s\nthe key shows\n%s", got, want)
			}
			if clicked.screenText() == before && test.key != "down" {
				t.Error("nothing has happened")
			}
		})
	}
}

func TestPointer_aQuestionIsAnsweredWhereItIsHit(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	form := d.program.screen.(*checkInScreen).form
	energy := widget.Target{Kind: pointScale, Index: 1}
	d.click(energy, 1)
	if got := form.questions.answer(); got != (journal.Mood{Energy: journal.Rated(1)}) {
		t.Errorf("the right end answers %v", got)
	}
	d.turnWheel(energy, tea.MouseWheelDown)
	if got := form.questions.ratings[1]; got != journal.Rated(0.9) {
		t.Errorf("the wheel makes it %v", got)
	}
	d.send(tea.MouseClickMsg(d.mouse(energy, 0.5, tea.MouseLeft)))
	middle := form.questions.ratings[1].Or(9)
	d.send(tea.MouseMotionMsg{X: 0, Y: 0, Button: tea.MouseLeft})
	if got := form.questions.ratings[1]; middle < -0.1 || middle > 0.1 || got != journal.Rated(-1) {
		t.Errorf("drawn from the middle, %v, to the far left it is %v", middle, got)
	}
	d.send(tea.MouseReleaseMsg{})
	d.send(tea.MouseMotionMsg{X: 79, Y: 0})
	if got := form.questions.ratings[1]; got != journal.Rated(-1) {
		t.Errorf("let go it still moves, to %v", got)
	}
	d.ring()
	d.settle()
	if _, draft := d.journal.kept(); draft == nil || draft.Mood.Energy != journal.Rated(-1) {
		t.Errorf("the draft is %+v", draft)
	}
}

func TestPointer_listsAreChosenAndOpened(t *testing.T) {
	t.Run("goal", func(t *testing.T) {
		d := drive(t, &fakeJournal{}, 80, 24)
		d.keys("enter", "enter", "enter")
		goal := d.program.screen.(*goalScreen)
		d.click(widget.Target{Kind: pointRow, Index: 3}, 0.9)
		if goal.at != 3 || d.program.screen != goal {
			t.Fatalf("the click chose %d", goal.at)
		}
		minutes := goal.length()
		d.turnWheel(widget.Target{Kind: pointMinutes}, tea.MouseWheelDown)
		if goal.length() >= minutes {
			t.Errorf("the wheel over %v minutes makes them %v", minutes, goal.length())
		}
		d.turnWheel(widget.Target{Kind: pointRow, Index: 3}, tea.MouseWheelDown)
		if goal.at != 4 {
			t.Errorf("the wheel chose %d", goal.at)
		}
		d.click(widget.Target{Kind: pointRow, Index: 4}, 0)
		if d.program.screen != goal {
			t.Fatal("one click plays")
		}
		d.click(widget.Target{Kind: pointRow, Index: 4}, 0)
		if _, plays := d.program.screen.(*playingScreen); !plays {
			t.Errorf("the second click shows %T", d.program.screen)
		}
	})
	t.Run("log", func(t *testing.T) {
		d := drive(t, &fakeJournal{history: fullHistory()}, 80, 24)
		d.keys("b")
		d.click(widget.Target{Kind: pointRow, Index: 2}, 0.5)
		d.click(widget.Target{Kind: pointRow, Index: 2}, 0.5)
		if entry, ok := d.program.screen.(*entryScreen); !ok || entry.log.at != 2 {
			t.Errorf("the second click shows %T", d.program.screen)
		}
	})
}

func TestPointer_wordsAndWhatWasUnderstood(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("w")
	words := &d.program.screen.(*checkInScreen).form.words
	d.program.lines()
	name := words.shown.spots[7].Word
	word := func() widget.Target { // what has been picked may move the others
		d.program.lines()
		at := slices.IndexFunc(words.shown.spots, func(s wordSpot) bool { return s.Word == name })
		return widget.Target{Kind: pointWord, Index: at}
	}
	d.click(word(), 0)
	if !slices.Equal(words.picked, []string{name}) {
		t.Fatalf("picked %v", words.picked)
	}
	d.click(word(), 0)
	if len(words.picked) != 0 {
		t.Fatalf("picked %v", words.picked)
	}
	d.keys("esc", "t")
	d.write("wired, rain, no drums, half an hour")
	tell := d.program.screen.(*checkInScreen).form.tell
	d.click(widget.Target{Kind: pointChip, Index: 2}, 0)
	if !tell.onChips || tell.at != 2 {
		t.Errorf("the cursor is on %d, among the chips: %v", tell.at, tell.onChips)
	}
}

func TestPointer_whatCanBeTurned(t *testing.T) {
	t.Run("options", func(t *testing.T) {
		d := drive(t, &fakeJournal{}, 80, 24)
		d.keys("enter", "enter", "enter", "o")
		more := d.program.screen.(*moreScreen)
		part := slices.IndexFunc(more.choices, func(c choice) bool { return c.part })
		for _, want := range []int{0, 2, 1, 0} { // as usual, wanted, refused
			d.click(widget.Target{Kind: pointRow, Index: part}, 0)
			if got := more.shown(part); got != want {
				t.Errorf("the click makes it %d, want %d", got, want)
			}
		}
		d.click(widget.Target{Kind: pointRow, Index: 0}, 0)
		d.click(widget.Target{Kind: pointDial, Index: 0}, 1)
		if more.focus != 0 || more.shown(0) != 1 {
			t.Errorf("choice %d stands at %d", more.focus, more.shown(0))
		}
	})
	t.Run("journey", func(t *testing.T) {
		d := stage(t, scene{goal: journal.Unwind, keys: []string{"1", "enter", "2", "enter", "8", "enter", "j"}}, 80, 40)
		controls := &d.program.screen.(*journeyScreen).controls
		for _, test := range []struct {
			control int
			share   float64
			want    float64
		}{{reachControl, 0, -1}, {slowControl, 1, 1}, {dialControls + 1, 1, 1}, {dialControls + 1, 0, -1}} {
			d.click(widget.Target{Kind: pointDial, Index: test.control}, test.share)
			if got := controls.value(d.program.screen.(*journeyScreen).planner.brief); controls.focus != test.control || got < test.want-0.001 || got > test.want+0.001 {
				t.Errorf("%s stands at %v, want %v", controlName(controls.focus), got, test.want)
			}
		}
	})
	t.Run("mixer", func(t *testing.T) {
		d := drive(t, &fakeJournal{}, 80, 24)
		d.keys("enter", "enter", "enter", "enter", "v")
		d.click(widget.Target{Kind: pointDial, Index: 1}, 0)
		d.click(widget.Target{Kind: pointDial, Index: len(leanNames)}, 0)
		status := d.last().Status()
		layer := d.last().brief.Layers()[0]
		if playingOf(d).mixer.row != len(leanNames) || levelText(status.Wish.Levels.Of(layer.Parts)) != "off" {
			t.Errorf("%s stands at %v", layer.Name, status.Wish.Levels.Of(layer.Parts))
		}
		if !slices.ContainsFunc(d.last().calls, func(call string) bool { return strings.HasPrefix(call, "turn") }) {
			t.Errorf("nothing was leaned: %v", d.last().calls)
		}
	})
}

func TestPointer_whilePlaying(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	volume := playingOf(d).volume
	d.program.lines()
	d.send(tea.MouseWheelMsg{X: 40, Y: 5, Button: tea.MouseWheelDown})
	if got := playingOf(d).volume; got >= volume {
		t.Errorf("the wheel over the picture turns %v dB to %v", volume, got)
	}
	d.click(widget.Target{Kind: pointPlayhead}, 0.5)
	d.mustShow("it cannot be wound")
	d.click(widget.Target{Kind: pointNotice}, 0)
	if d.shows("wound") || d.last().Status().State != player.Playing {
		t.Error("the notice cannot be put away")
	}
}

func TestPointer_theWheelIsNoTextWhileSomebodyWrites(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.program.visit.keys.previous.SetKeys("ctrl+w", "up")
	d.program.visit.keys.follow.SetKeys("m", "down")
	d.keys("n")
	d.write("soft rain")
	for _, button := range []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown} {
		d.send(tea.MouseWheelMsg{X: 40, Y: 10, Button: button})
	}
	if got := d.program.screen.(*checkInScreen).form.note.text(); got != "soft rain" {
		t.Errorf("the wheel makes the note %q", got)
	}
}

func TestPointer_hitsNothingBesideItsTargets(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	before := d.screenText()
	for _, msg := range []tea.Msg{
		tea.MouseClickMsg{X: 0, Y: 0, Button: tea.MouseLeft},
		tea.MouseClickMsg{X: -5, Y: 900, Button: tea.MouseLeft},
		tea.MouseClickMsg(d.mouse(widget.Target{Kind: pointScale}, 1, tea.MouseRight)),
		tea.MouseMotionMsg{X: 40, Y: 10},
		tea.MouseReleaseMsg{X: 40, Y: 10, Button: tea.MouseLeft},
	} {
		if d.send(msg); d.screenText() != before {
			t.Errorf("%#v changes the screen", msg)
		}
	}
	d.keys("!")
	open := d.screenText()
	d.send(pointedMsg{Target: widget.Target{Kind: pointScale}, share: 1})
	if d.send(tea.MouseClickMsg{X: 40, Y: 10, Button: tea.MouseLeft}); d.screenText() != open {
		t.Error("what lies under the open panel is hit")
	}
}

func TestPointer_canBeSwitchedOff(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	if d.program.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the mouse is not asked for")
	}
	d.program.visit.settings.Mouse = false
	if d.program.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is asked for all the same")
	}
}

func TestClickableKeys_everyKeyOfALabel(t *testing.T) {
	for label, want := range map[string][]string{
		"←/→":          {"left", "right"},
		"shift+←/→":    {"shift+left", "shift+right"},
		"↑/↓, +/-":     {"up", "down", "+", "-"},
		"space, p":     {"space", "p"},
		"b / d":        {"b", "d"},
		"pgup/pgdown":  {"pgup", "pgdown"},
		"ctrl+u":       {"ctrl+u"},
		"0–9":          nil,
		"/":            {"/"},
		"shift+←/→, h": {"shift+left", "shift+right", "h"},
	} {
		lines, zones := widget.Zones([]string{clickableKeys(label)})
		var got []string
		for _, zone := range zones {
			got = append(got, keyOf(zone.Target).String())
		}
		if lines[0] != label || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q shows %q and presses %v, want %v", label, lines[0], got, want)
		}
	}
}
