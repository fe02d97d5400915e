package ui

import (
	"dulcet/generator/words"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A crisisWatch remembers of the latest note whether it sounds like a crisis, so
// that a long one is not read for every frame. It is kept nowhere.
type crisisWatch struct {
	note  string
	heard bool
}

// inCrisis reports whether what was written sounds like a crisis.
func (f *form) inCrisis() bool {
	if note := f.note.text(); note != f.crisis.note {
		f.crisis = crisisWatch{note: note, heard: words.InCrisis(note)}
	}
	return f.crisis.heard || f.tell != nil && f.tell.reading.Crisis
}

// helpInSight is what stands under the questions after words of crisis: where
// help is, or in a small window the key that shows it.
func helpInSight(width int, roomy bool, st theme.Styles) []string {
	paragraphs := words.HelpLines()
	if !roomy {
		paragraphs = []string{"that sounds very hard. press ! for people to talk to."}
	}
	var lines []string
	for _, paragraph := range paragraphs {
		for _, text := range widget.Wrap(paragraph, width) {
			lines = append(lines, st.Text.Render(text))
		}
	}
	return lines
}
