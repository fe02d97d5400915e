package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator/words"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// feelings are the words to pick from, by corner.
var feelings = words.Feelings()

// A wordPicker is the list of feeling words.
type wordPicker struct {
	keyMap     *keyMap
	picked     []string
	group, row int // where the cursor is: the corner, and the word in it
}

// press moves the cursor or picks; it reports whether the key was one of its
// own and whether what is picked has changed.
func (p *wordPicker) press(msg tea.KeyPressMsg) (own, changed bool) {
	switch {
	case key.Matches(msg, p.keyMap.toggle):
		p.pick()
		return true, true
	case key.Matches(msg, p.keyMap.less):
		p.step(-1)
	case key.Matches(msg, p.keyMap.more):
		p.step(1)
	case key.Matches(msg, p.keyMap.previous):
		p.turn(-1)
	case key.Matches(msg, p.keyMap.followJ):
		p.turn(1)
	default:
		return false, false
	}
	return true, false
}

// point picks the word that was pointed at, or gives it back.
func (p *wordPicker) point(msg pointedMsg) bool {
	if msg.Kind != pointWord || msg.Index >= len(feelings) || msg.Extra >= len(feelings[msg.Index]) {
		return false
	}
	p.group, p.row = msg.Index, msg.Extra
	p.pick()
	return true
}

// step goes to the word beside this one, and on into the next corner.
func (p *wordPicker) step(by int) {
	p.row += by
	switch {
	case p.row < 0:
		p.turn(-1)
		p.row = len(feelings[p.group]) - 1
	case p.row >= len(feelings[p.group]):
		p.turn(1)
		p.row = 0
	}
}

// turn goes to another corner.
func (p *wordPicker) turn(by int) {
	p.group = (p.group + by + len(feelings)) % len(feelings)
	p.row = min(p.row, len(feelings[p.group])-1)
}

// pick picks the word under the cursor, or gives it back.
func (p *wordPicker) pick() {
	word := feelings[p.group][p.row]
	if at := slices.Index(p.picked, word); at >= 0 {
		p.picked = slices.Delete(slices.Clone(p.picked), at, at+1)
		return
	}
	p.picked = append(slices.Clone(p.picked), word)
}

// The width of a column of words, in cells: that of the longest, and where
// there is room for four of them, a wider one.
const (
	wordColumn     = 13
	wideWordColumn = 17
)

// view draws the corners as flowing lines of words. Picked words have a full
// dot, and an arrow stands before the one with the cursor, so that the list
// also reads without colour.
func (p *wordPicker) view(width, height int, st theme.Styles) []string {
	var lines []string
	focus := 0
	roomy := height >= 4*2+3
	column := wordColumn
	if width >= 4*wideWordColumn {
		column = wideWordColumn
	}
	for g, group := range feelings {
		if g > 0 && roomy {
			lines = append(lines, "")
		}
		var line strings.Builder
		used := 0
		for i, word := range group {
			cursor := g == p.group && i == p.row
			cell := p.cell(word, cursor, st)
			wide := max(column, widget.Width(cell))
			if used > 0 && used+widget.Width(cell) > width {
				lines = append(lines, strings.TrimRight(line.String(), " "))
				line.Reset()
				used = 0
			}
			if cursor {
				focus = len(lines)
			}
			line.WriteString(widget.Mark(widget.Target{Kind: pointWord, Index: g, Extra: i}, widget.Pad(cell, wide)))
			used += wide
		}
		lines = append(lines, strings.TrimRight(line.String(), " "))
	}
	shown, _, _ := widget.Window(lines, focus, height)
	return shown
}

func (p *wordPicker) cell(word string, cursor bool, st theme.Styles) string {
	mark, style := "· ", st.Soft
	if slices.Contains(p.picked, word) {
		mark, style = "● ", st.Accent
	}
	if cursor {
		return st.Strong.Render("›"+mark) + style.Bold(true).Underline(true).Render(word)
	}
	return style.Render(" " + mark + word)
}
