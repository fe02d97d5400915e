package ui

import (
	"charm.land/bubbles/v2/key"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// homeLines is how many lines home mostly has: the doors, and a few lines of the
// day.
const homeLines = 14

func (h *homeScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	now := h.visit.Now()
	head := widget.Spread(st.Faint.Render(greeting(now)), st.Faint.Render(dateLine(now)), content)
	roomy := height >= roomyHeight-2
	var lines []string
	for i, door := range h.doors() {
		lines = append(lines, row(i, h.row(door, i == h.at, content, st), content))
		if i == 0 && roomy {
			lines = append(lines, "")
		}
	}
	room := height - len(lines) - 1
	if roomy {
		room -= 3 // the head, and a line of air
	}
	if day := h.day(content, room, st); len(day) > 0 {
		lines = append(append(lines, ""), day...)
	}
	return widget.Indent(frame(head, lines, homeLines, height), margin)
}

// row is one door: its key, where it leads, and a word about it.
func (h *homeScreen) row(door homeDoor, chosen bool, width int, st theme.Styles) string {
	mark, label, text := "  ", st.Faint, st.Soft
	if chosen {
		mark, label, text = "› ", st.Soft, st.Strong
	}
	left := label.Render(mark+widget.Pad(door.key.Help().Key, 3)) + text.Render(door.text)
	aside := door.aside
	if chosen && h.visit.starting {
		aside = "composing…"
	}
	if widget.Width(left)+2+widget.Width(aside) > width {
		aside = ""
	}
	return widget.Spread(left, st.Faint.Render(aside), width)
}

// day is the day so far, in at most height lines, or a word where there is
// nothing yet or not everything could be read.
func (h *homeScreen) day(width, height int, st theme.Styles) []string {
	v := h.visit
	text := ""
	switch {
	case !v.loaded:
		return nil
	case v.damaged:
		text = "not everything that was kept can be read just now. dulcet doctor says more"
	case len(v.history.CheckIns)+len(v.history.Sittings) == 0:
		text = "nothing here yet. the day fills in as you check in and listen"
	}
	var lines []string
	for _, line := range widget.Wrap(text, width) {
		lines = append(lines, st.Faint.Render(line))
	}
	if len(lines) > 0 && len(h.today) > 0 {
		lines = append(lines, "")
	}
	lines = append(lines, dayLines(h.today, v.settings.Discreet, width, height-len(lines), st)...)
	return lines[:min(len(lines), max(0, height))]
}

func (h *homeScreen) ShortHelp() []key.Binding {
	k := h.visit.keys
	return []key.Binding{
		told(k.open, h.doors()[h.at].enter), k.choose, k.look, told(k.favour, "favourites"), k.set, k.quit,
	}
}

func (h *homeScreen) FullHelp() [][]key.Binding {
	k := h.visit.keys
	all := []key.Binding{told(k.open, "open the door with the mark"), k.choose, told(k.ask, "check in, then the music; or go on with what was begun")}
	doors := []struct {
		binding key.Binding
		does    string
	}{
		{k.suggested, "play what is suggested, without questions"},
		{k.again, "play the last piece once more, from its start"},
		{k.night, "say how the night was"},
	}
	for _, door := range doors {
		if h.has(door.binding) {
			all = append(all, told(door.binding, door.does))
		}
	}
	if h.has(k.night) {
		all = append(all, told(k.notNow, "not to be asked about the night"))
	}
	return [][]key.Binding{append(all, told(k.look, "look back"), told(k.favour, "favourites"), k.quit)}
}

// has reports whether there is a door with the key.
func (h *homeScreen) has(binding key.Binding) bool {
	for _, door := range h.doors() {
		if door.key.Help() == binding.Help() {
			return true
		}
	}
	return false
}
