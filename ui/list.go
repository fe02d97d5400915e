package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/ui/widget"
)

// walkList says where the keys that go through a list of count lines lead from
// the line at, and whether the key was one of them. It may lead beyond either
// end.
func walkList(msg tea.KeyPressMsg, keys *keyMap, at, page, count int) (to int, own bool) {
	switch {
	case key.Matches(msg, keys.previous):
		return at - 1, true
	case key.Matches(msg, keys.followJ):
		return at + 1, true
	case key.Matches(msg, keys.pageUp):
		return at - page, true
	case key.Matches(msg, keys.pageDown):
		return at + page, true
	case key.Matches(msg, keys.top):
		return 0, true
	case key.Matches(msg, keys.bottom):
		return count - 1, true
	}
	return at, false
}

// listed draws the lines of a list around the one with the cursor, as many as a
// page has. Only what is near the cursor is drawn: a log may hold many years.
func listed(count, at, page int, line func(i int) string) []string {
	first := max(0, at-page)
	var near []string
	for i := first; i < min(count, at+page+1); i++ {
		near = append(near, line(i))
	}
	shown, _, _ := widget.Window(near, at-first, page)
	return shown
}
