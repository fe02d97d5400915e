package ui

import (
	"image/color"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

func TestKeysText_tellsApartWhatLooksOrAnswersDifferently(t *testing.T) {
	off := bind("a", "one", "a")
	off.SetEnabled(false)
	seen := map[string]int{}
	for i, bindings := range [][]key.Binding{
		{bind("a", "one", "a")},
		{bind("a", "two", "a")},
		{bind("b", "one", "a")},
		{bind("a", "one", "b")},
		{bind("a", "one", "a", "b")},
		{bind("a", "one", "a"), bind("b", "two", "b")},
		{off},
	} {
		text := keysText(bindings, 80)
		if before, known := seen[text]; known {
			t.Errorf("%d and %d are taken for the same", before, i)
		}
		seen[text] = i
	}
	if keysText(nil, 80) == keysText(nil, 79) {
		t.Error("the width does not count")
	}
}

// The line is kept, so whatever it follows must draw it anew.
func TestProgram_theKeysFollowWhatTheyAreDrawnFor(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	check := func(after string) {
		t.Helper()
		d.program.lines()
		if kept, fresh := d.program.keys(60, 78), footerOf(d.program, 60, 78); kept.line != fresh {
			t.Errorf("after %s the keys are\n%q, and should be\n%q", after, kept.line, fresh)
		}
	}
	for _, name := range []string{
		"?", "?", "!", "esc", "9", "w", "esc", "n", "esc", "enter", "enter", "enter", "j", "esc", "o", "esc", "enter",
		"v", "esc", "w", "esc", "a", "esc", "z", "z", "c", "esc", "n", "esc", "s", "enter", "enter", "enter", "f",
	} {
		d.keys(name)
		check(name)
	}
	d.send(tea.BackgroundColorMsg{Color: color.White})
	check("the background")
	d.send(tea.WindowSizeMsg{Width: 44, Height: 14})
	check("the size")
}

// footerOf draws the line of keys of a program, whatever it drew before.
func footerOf(p *program, width, wide int) string {
	if p.support.open {
		return fitKeys(p.supportKeys(), "", width, wide, p.styles)
	}
	return footer(p.screen, p.visit.keys, p.help, p.long, width, wide, p.styles)
}
