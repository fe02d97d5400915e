package ui

import (
	"math"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A teller is where somebody says in their own words how it is and what they
// want. What is understood stands under the text as chips, and each can be taken
// away.
type teller struct {
	keyMap   *keyMap
	settings *settings.Settings
	editor   *noteEditor
	reading  words.Reading // without the chips that were taken away
	gone     map[chipName]bool
	onChips  bool // the keys move among the chips
	at       int  // the chip with the cursor

	// What the reading has put into the form, so that it can be taken back when
	// the text changes, and what the person has set stays.
	mood     journal.Mood
	feelings []string
}

// A chipName is how a chip is known again when the text is read anew.
type chipName struct {
	kind  words.Kind
	label string
}

func nameOf(c words.Chip) chipName { return chipName{c.Kind, c.Label} }

func newTeller(v *visit) *teller {
	t := &teller{keyMap: v.keys, settings: &v.settings, editor: newNoteEditor(), gone: map[chipName]bool{}}
	t.editor.area.Placeholder = "wired after a long day, can't sleep, rain and soft piano, half an hour"
	return t
}

// press handles a key. It reports whether what was said has changed, and whether
// the door is to be closed.
func (t *teller) press(msg tea.KeyPressMsg) (changed, closed bool, cmd tea.Cmd) {
	switch {
	case key.Matches(msg, t.keyMap.told):
		return false, true, nil
	case key.Matches(msg, t.keyMap.chips):
		t.onChips = !t.onChips && len(t.reading.Chips) > 0
		return false, false, nil
	case !t.onChips:
		changed, cmd = t.write(msg)
		return changed, false, cmd
	case key.Matches(msg, t.keyMap.up):
		t.onChips = false
	case key.Matches(msg, t.keyMap.less):
		t.at = max(0, t.at-1)
	case key.Matches(msg, t.keyMap.more):
		t.at = min(len(t.reading.Chips)-1, t.at+1)
	case key.Matches(msg, t.keyMap.unset):
		t.gone[nameOf(t.reading.Chips[t.at])] = true
		t.read()
		return true, false, nil
	}
	return false, false, nil
}

// point puts the cursor on a chip.
func (t *teller) point(chip int) {
	if chip < len(t.reading.Chips) {
		t.onChips, t.at = true, chip
	}
}

// write hands a message to the editor, and reads what it made of the text.
func (t *teller) write(msg tea.Msg) (changed bool, cmd tea.Cmd) {
	changed, cmd = t.editor.update(msg)
	if changed {
		t.read()
	}
	return changed, cmd
}

// read reads the text, without what was taken away.
func (t *teller) read() {
	text := t.editor.text()
	if t.reading = (words.Reading{}); strings.TrimSpace(text) != "" {
		t.reading = words.Read(text)
	}
	for at := len(t.reading.Chips) - 1; at >= 0; at-- {
		if t.gone[nameOf(t.reading.Chips[at])] {
			t.reading = t.reading.Without(at)
		}
	}
	t.at = max(0, min(t.at, len(t.reading.Chips)-1))
	t.onChips = t.onChips && len(t.reading.Chips) > 0
}

// fill puts the mood and the feeling words that were said into the form, where
// the person has not answered by hand.
func (t *teller) fill(q *questions, picked []string) []string {
	said := [3]journal.Rating{t.reading.Mood.Valence, t.reading.Mood.Energy, t.reading.Mood.Tension}
	before := [3]journal.Rating{t.mood.Valence, t.mood.Energy, t.mood.Tension}
	for i := range said {
		if value, given := said[i].Value(); given {
			said[i] = journal.Rated(math.Round(value*50) / 50) // whole points, as the scales have them
		}
		if q.ratings[i] == before[i] {
			q.ratings[i] = said[i]
		}
	}
	t.mood = journal.Mood{Valence: said[0], Energy: said[1], Tension: said[2]}

	kept := slices.DeleteFunc(slices.Clone(picked), func(word string) bool { return slices.Contains(t.feelings, word) })
	t.feelings = nil
	for _, word := range t.reading.Feelings {
		if !slices.Contains(kept, word) {
			t.feelings = append(t.feelings, word)
		}
	}
	return append(kept, t.feelings...)
}

// restore takes the text of a draft over, whose answers already hold what was
// read into it.
func (t *teller) restore(text string, q *questions, picked []string) {
	t.editor.setText(text)
	t.read()
	mood, ratings := t.reading.Mood, q.ratings
	for i, said := range [3]journal.Rating{mood.Valence, mood.Energy, mood.Tension} {
		if value, given := said.Value(); given && ratings[i] != journal.Rated(math.Round(value*50)/50) {
			return // answered by hand since
		}
	}
	t.mood = journal.Mood{Valence: ratings[0], Energy: ratings[1], Tension: ratings[2]}
	for _, word := range t.reading.Feelings {
		if slices.Contains(picked, word) {
			t.feelings = append(t.feelings, word)
		}
	}
}

// tellerLines is how many lines the text has where there is room, and mostUnused
// how many unused words are told (design choices).
const (
	tellerLines = 4
	mostUnused  = 8
)

// view draws the text, and under it what was understood of it.
func (t *teller) view(width, height int, st theme.Styles) []string {
	text := min(tellerLines, max(1, height/3))
	lines := append(t.editor.view(width, text, st), "")
	below, focus := t.chips(width, st)
	add := func(style func(...string) string, text string) {
		for _, line := range widget.Wrap(widget.CleanLine(text), width) {
			below = append(below, style(line))
		}
	}
	if t.reading.Crisis {
		for _, paragraph := range HelpLines(*t.settings) {
			add(st.Text.Render, paragraph)
		}
	}
	if caution := cautionOf(generator.OptionsOf(t.reading).Breath); caution != "" {
		add(st.Text.Render, caution)
	}
	if unused := t.reading.Unused; len(unused) > 0 {
		add(st.Faint.Render, "not used: "+strings.Join(unused[:min(mostUnused, len(unused))], ", "))
	}
	for _, note := range t.reading.Notes {
		add(st.Faint.Render, note)
	}
	shown, _, _ := widget.Window(below, focus, max(0, height-len(lines)))
	return append(lines, shown...)
}

// chips draws what was understood, with an arrow before the chip that has the
// cursor, and says in which line that is.
func (t *teller) chips(width int, st theme.Styles) (lines []string, focus int) {
	var line strings.Builder
	used := 0
	for i, chip := range t.reading.Chips {
		label := widget.Cut(widget.CleanLine(chip.Label), width-2)
		cell := st.Accent.Render("· " + label)
		if t.onChips && i == t.at {
			cell = st.Strong.Render("› ") + st.Accent.Bold(true).Underline(true).Render(label)
		}
		if used > 0 && used+2+widget.Width(cell) > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteString("  ")
			used += 2
		}
		if t.onChips && i == t.at {
			focus = len(lines)
		}
		line.WriteString(widget.Mark(widget.Target{Kind: pointChip, Index: i}, cell))
		used += widget.Width(cell)
	}
	if used > 0 {
		lines = append(lines, line.String())
	}
	return lines, focus
}

// summary is what was understood beyond the mood, in a line, or nothing.
func (t *teller) summary() string {
	var labels []string
	for _, chip := range t.reading.Chips {
		if chip.Kind != words.KindMood {
			labels = append(labels, chip.Label)
		}
	}
	return widget.CleanLine(strings.Join(labels, " · "))
}

// keys returns the keys that work while somebody tells.
func (t *teller) keys() []key.Binding {
	switch {
	case t.onChips:
		return []key.Binding{t.keyMap.move, t.keyMap.takeAway, t.keyMap.toText, t.keyMap.told}
	case len(t.reading.Chips) > 0:
		return []key.Binding{t.keyMap.told, t.keyMap.chips}
	}
	return []key.Binding{t.keyMap.told}
}
