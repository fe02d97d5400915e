package ui

import (
	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// inCrisis reports whether what was told sounds like a crisis. A note that does
// is answered by the panel.
func (f *form) inCrisis() bool { return f.tell != nil && f.tell.reading.Crisis }

// helpInSight is what stands under the questions after words of crisis: where
// help is, or in a small window the key that shows it.
func helpInSight(set settings.Settings, width int, roomy bool, st theme.Styles) []string {
	paragraphs := HelpLines(set)
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
