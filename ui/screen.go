package ui

import (
	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"

	"dulcet/ui/theme"
)

// A screen is one view that fills the window, but for the last line, which the
// program keeps for the keys. Screens are pointers and change in Update. Size
// and styles come in when they draw, so there is nothing to keep in step.
type screen interface {
	help.KeyMap

	// Init returns what the screen wants done when it is first shown.
	Init() tea.Cmd
	// Update takes a message in. It never waits and never reads or writes.
	Update(msg tea.Msg) tea.Cmd
	// View returns at most height lines of at most width cells.
	View(width, height int, st theme.Styles) []string
	// typing reports whether keys are text just now.
	typing() bool
	// mood is the mood that the accent follows.
	mood() theme.Affect
}

// The smallest window in which every screen works.
const (
	minWidth  = 40
	minHeight = 12
)

// contentWidth is the widest that text and scales are drawn (design choice: a
// line longer than this is hard to read back from).
const contentWidth = 68

// column returns the width of the content in a window and the margin on its
// left.
func column(width int) (content, margin int) {
	content = min(width-4, contentWidth)
	if width < 48 {
		content = width - 2
	}
	return content, (width - content) / 2
}

// roomyHeight is the height from which lines stand apart.
const roomyHeight = 18

// frame puts a quiet head into the first line and the body a little above the
// middle of what is left, where the eye rests. usual is how many lines the body
// mostly has: it is lifted by that, so that it stays where it is while lines
// come and go at its end. A small window has no room for the head.
func frame(head string, body []string, usual, height int) []string {
	if height < roomyHeight-2 {
		return body
	}
	free := max(0, height-2-len(body))
	above := max(max(0, height-2-max(usual, len(body)))*2/5, min(1, free))
	lines := append([]string{"", head}, make([]string, above)...)
	return append(lines, body...)
}
