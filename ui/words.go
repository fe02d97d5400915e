package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A feeling is a word with its place on the circle of affect.
type feeling struct {
	word             string
	valence, arousal float64 // −1…1
}

// feelings are the words to pick from, by the corner of the circle in which
// they lie. The places are the angles of Russell (1980), and for words that he
// did not place, the Glasgow Norms (Scott and others 2019, CC BY) fitted to
// his circle.
var feelings = [4][]feeling{
	{{"tense", -0.05, 1}, {"anxious", -0.54, 0.92}, {"worried", -0.60, 0.50}, {"stressed", -0.75, 0.96}, {"frustrated", -0.78, 0.63}, {"angry", -0.16, 0.99}, {"scared", -0.54, 0.75}},
	{{"happy", 0.99, 0.14}, {"hopeful", 0.82, 0.11}, {"excited", 0.66, 0.75}, {"inspired", 0.92, 0.18}, {"confident", 0.89, 0.49}, {"curious", 0.61, 0.43}, {"playful", 0.80, 0.74}},
	{{"tired", -0.04, -1}, {"weary", -0.35, -0.67}, {"sad", -0.89, -0.46}, {"lonely", -0.75, 0.04}, {"empty", -0.42, -0.47}, {"bored", -0.47, -0.88}, {"gloomy", -0.87, -0.48}},
	{{"calm", 0.72, -0.69}, {"content", 0.80, -0.60}, {"relaxed", 0.74, -0.67}, {"grateful", 0.74, -0.37}, {"safe", 0.89, -0.56}, {"cosy", 0.91, -0.33}, {"wistful", 0.24, -0.20}},
}

// moodOfWords is the mood that the words speak of, for questions that were
// skipped: the mean of their places, turned from valence and arousal into
// energy and tension, which are the same plane turned by 45° (Yik, Russell
// and Steiger 2011). Without a known word it is absent.
func moodOfWords(words []string) journal.Mood {
	valence, arousal, known := 0.0, 0.0, 0.0
	for _, group := range feelings {
		for _, f := range group {
			if slices.Contains(words, f.word) {
				valence, arousal, known = valence+f.valence, arousal+f.arousal, known+1
			}
		}
	}
	if known == 0 {
		return journal.Mood{}
	}
	valence, arousal = valence/known, arousal/known
	return journal.Mood{
		Valence: journal.Rated(valence),
		Energy:  journal.Rated(arousal + valence),
		Tension: journal.Rated(arousal - valence),
	}
}

// A wordPicker is the list of feeling words.
type wordPicker struct {
	picked     []string
	group, row int // where the cursor is: the corner, and the word in it
}

// press moves the cursor or picks; it reports whether the key was one of its
// own and whether what is picked has changed.
func (p *wordPicker) press(msg tea.KeyPressMsg) (own, changed bool) {
	switch {
	case key.Matches(msg, keyToggle):
		p.pick()
		return true, true
	case key.Matches(msg, keyLess):
		p.step(-1)
	case key.Matches(msg, keyMore):
		p.step(1)
	case key.Matches(msg, keyPrevious):
		p.turn(-1)
	case key.Matches(msg, keyFollowJ):
		p.turn(1)
	default:
		return false, false
	}
	return true, false
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
	word := feelings[p.group][p.row].word
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
		for i, f := range group {
			cursor := g == p.group && i == p.row
			cell := p.cell(f.word, cursor, st)
			wide := max(column, widget.Width(cell))
			if used > 0 && used+widget.Width(cell) > width {
				lines = append(lines, strings.TrimRight(line.String(), " "))
				line.Reset()
				used = 0
			}
			if cursor {
				focus = len(lines)
			}
			line.WriteString(widget.Pad(cell, wide))
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
