package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"dulcet/generator/words"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A wordFinder is the line in which feeling words are typed, and the list of
// what is found.
type wordFinder struct {
	typing bool
	input  textinput.Model
	at     int // of the list; −1 on the line itself
}

// Limits of what is typed and found: a word is as long as on the command line.
const (
	longestWord = 40
	mostFound   = 30
)

func newWordFinder() *wordFinder {
	input := textinput.New()
	input.Prompt = ""
	input.Placeholder = "a word for it"
	input.CharLimit = longestWord
	input.KeyMap.DeleteWordForward.SetEnabled(false) // it fails in this version of the library
	input.SetStyles(lineStyles(theme.Styles{}))
	return &wordFinder{input: input, at: -1}
}

// open gives the keys to the line; what had been typed is still there.
func (f *wordFinder) open(p *wordPicker) {
	f.typing = true
	_ = f.input.Focus()
	f.choose(p)
}

func (f *wordFinder) close() {
	f.typing = false
	f.input.Blur()
}

// typed is the text of the line, as it would be kept.
func (f *wordFinder) typed() string {
	return strings.Join(strings.Fields(widget.CleanLine(f.input.Value())), " ")
}

// A foundWord is one line of the list.
type foundWord struct {
	word  string
	place string // in words; empty for one's own
	fresh bool   // it would be a new word of one's own
}

// found are the words for what is typed. Without anything typed they are those
// that are picked, to be given back, and those of other days.
func (f *wordFinder) found(p *wordPicker) []foundWord {
	var list []foundWord
	add := func(word string, fresh bool) {
		if slices.ContainsFunc(list, func(w foundWord) bool { return w.word == word }) {
			return
		}
		found := foundWord{word: word, fresh: fresh}
		if at, known := words.FeelingOf(word); known {
			found.place = placeText(at)
		}
		list = append(list, found)
	}
	typed := f.typed()
	if typed == "" {
		for _, word := range slices.Concat(p.picked, p.own) {
			add(word, false)
		}
		return list
	}
	for _, word := range p.own {
		if _, known := words.FeelingOf(word); !known && strings.Contains(strings.ToLower(word), strings.ToLower(typed)) {
			add(word, false)
		}
	}
	for _, similar := range words.Similar(typed, mostFound) {
		add(similar.Word, false)
	}
	if _, known := words.FeelingOf(typed); !known {
		add(typed, true)
	}
	return list
}

// placeText says in words where a feeling stands.
func placeText(at words.Feeling) string {
	side := func(value float64, low, high string) string {
		switch {
		case value <= -nearZero:
			return low
		case value >= nearZero:
			return high
		}
		return ""
	}
	parts := []string{side(at.Valence, "unwell", "well"), side(at.Arousal, mapBottom, mapTop)}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	if len(parts) == 0 {
		return "in the middle"
	}
	return strings.Join(parts, ", ")
}

// update takes a message in while somebody types. It reports whether what is
// picked has changed, and whether the person is done with words.
func (f *wordFinder) update(p *wordPicker, msg tea.Msg) (changed, done bool, cmd tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		keys := p.visit.keys
		switch {
		case key.Matches(press, keys.done):
			f.close()
			return false, false, nil
		case key.Matches(press, keys.picked):
			if f.at < 0 {
				return false, f.typed() == "", nil
			}
			f.pick(p)
			return true, false, nil
		case key.Matches(press, keys.up):
			f.at = max(f.lowest(), f.at-1)
			return false, false, nil
		case key.Matches(press, keys.follow):
			f.at = min(len(f.found(p))-1, f.at+1)
			return false, false, nil
		}
	}
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: widget.CleanLine(paste.Content)}
	}
	before := f.input.Value()
	f.input, cmd = f.input.Update(msg)
	if f.input.Value() != before {
		f.choose(p)
	}
	return false, false, cmd
}

// lowest is where the cursor ends going up: on the line while it is empty, else
// on the first word found.
func (f *wordFinder) lowest() int {
	if f.typed() == "" {
		return -1
	}
	return 0
}

// choose puts the cursor on the first word that is found for what is typed.
func (f *wordFinder) choose(p *wordPicker) {
	f.at = min(f.lowest(), len(f.found(p))-1)
}

// pick picks the word under the cursor, or gives it back, and empties the line
// for the next one.
func (f *wordFinder) pick(p *wordPicker) {
	list := f.found(p)
	if f.at < 0 || f.at >= len(list) {
		return
	}
	p.toggle(list[f.at].word)
	p.at = list[f.at].word
	if f.typed() != "" {
		f.input.SetValue("")
		f.at = -1
	}
}

// point picks the word of the list that was pointed at, or gives it back.
func (f *wordFinder) point(p *wordPicker, index int) bool {
	if index >= len(f.found(p)) {
		return false
	}
	f.at = index
	f.pick(p)
	return true
}

// view draws the line and what is found.
func (f *wordFinder) view(p *wordPicker, width, height int, st theme.Styles) []string {
	f.input.SetStyles(lineStyles(st))
	f.input.SetWidth(max(1, width-3))
	lines := []string{st.Strong.Render("/ ") + f.input.View(), ""}
	list := f.found(p)
	f.at = min(f.at, len(list)-1)
	if len(list) == 0 {
		return append(lines, st.Faint.Render(widget.Cut("any word, also one of your own", width)))
	}
	var rows []string
	for i, found := range list {
		row := f.row(found, i == f.at, slices.Contains(p.picked, found.word), width, st)
		rows = append(rows, widget.Mark(widget.Target{Kind: pointWord, Index: i}, row))
	}
	shown, _, _ := widget.Window(rows, max(0, f.at), max(1, height-len(lines)))
	return append(lines, shown...)
}

// row draws one word that was found. Only words of the lexicon have something on
// their right: how wide others are is the terminal's to say.
func (f *wordFinder) row(found foundWord, chosen, picked bool, width int, st theme.Styles) string {
	if found.fresh {
		text := "keep “" + found.word + "” as a word of your own"
		if picked {
			text = "give “" + found.word + "” back"
		}
		return wordCell(widget.Cut(text, width-spotMargin), chosen, picked, st)
	}
	word := wordCell(widget.Cut(widget.CleanLine(found.word), width-spotMargin), chosen, picked, st)
	return widget.Spread(word, st.Faint.Render(found.place), width)
}

// lineStyles are the styles of a line that is typed into. Its cursor does not
// blink: nothing is drawn while nothing changes.
func lineStyles(st theme.Styles) textinput.Styles {
	state := textinput.StyleState{Text: st.Text, Placeholder: st.Faint, Suggestion: st.Faint, Prompt: lipgloss.NewStyle()}
	return textinput.Styles{
		Focused: state, Blurred: state,
		Cursor: textinput.CursorStyle{Color: st.Accent.GetForeground(), Shape: tea.CursorBlock, Blink: false},
	}
}
