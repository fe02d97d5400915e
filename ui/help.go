package ui

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// footer is the line of keys at the bottom of every screen, made from the
// screen's own bindings, the most needed first. The way to the full help stands
// at its end and never gives way. The line is at most width cells wide, or at
// most wide where that shows more of the keys. The help names the keys that scroll
// it where it is long.
func footer(s screen, keys *keyMap, helpOpen, long bool, width, wide int, st theme.Styles) string {
	more := keys.help
	if helpOpen {
		more = bind("?", "close", "?")
	}
	model := keyLine(st)
	bindings := s.ShortHelp()
	if len(bindings) == 0 {
		return ""
	}
	more = clickable(more)
	last := model.ShortHelpView([]key.Binding{more})
	if helpOpen && long {
		return model.ShortHelpView([]key.Binding{clickable(keys.scroll), more})
	} else if helpOpen {
		return last
	}
	if s.typing() {
		last = ""
	}
	return fitKeys(bindings, last, width, wide, st)
}

// fitKeys draws as many of the bindings in a line as fit before what stands last.
func fitKeys(bindings []key.Binding, last string, width, wide int, st theme.Styles) string {
	model := keyLine(st)
	bindings = clickables(bindings)
	for shown := len(bindings); shown > 0; shown-- {
		for _, layout := range []struct { // closer rather than fewer
			separator string
			width     int
		}{{" · ", width}, {"  ", width}, {"  ", wide}} {
			model.ShortSeparator = layout.separator
			line := model.ShortHelpView(bindings[:shown])
			if shown < len(bindings) {
				line += st.Faint.Render(" …")
			}
			if last != "" {
				line += st.Faint.Render(layout.separator) + last
			}
			if widget.Width(line) <= layout.width {
				return line
			}
		}
	}
	return last
}

// clickables are the bindings with their keys marked for the mouse.
func clickables(bindings []key.Binding) []key.Binding {
	marked := make([]key.Binding, len(bindings))
	for i, binding := range bindings {
		marked[i] = clickable(binding)
	}
	return marked
}

// keyLine draws keys in a line.
func keyLine(st theme.Styles) help.Model {
	model := help.New()
	model.Styles = help.Styles{
		Ellipsis: st.Faint, ShortKey: st.Soft, ShortDesc: st.Faint, ShortSeparator: st.Faint,
	}
	model.ShortSeparator = " · "
	return model
}

// generalKeys are the keys of the program itself.
func (p *program) generalKeys() []key.Binding {
	keys := p.visit.keys
	general := []key.Binding{keys.help, keys.hard, keys.sleep, keys.leave}
	if p.opensSettings() {
		general = append([]key.Binding{told(keys.set, "settings: sound, colours, motion, words, keys")}, general...)
	}
	return general
}

// helpLines is the list of all keys of a screen and of the program.
func helpLines(s screen, general []key.Binding, width int, st theme.Styles) []string {
	content, margin := column(width)
	lines := []string{"", st.Text.Render("keys"), ""}
	for _, group := range append(s.FullHelp(), general) {
		for _, binding := range group {
			name := binding.Help()
			if !binding.Enabled() || name.Key == "" {
				continue
			}
			label := clickableKeys(name.Key)
			for _, text := range widget.Wrap(name.Desc, content-12) {
				lines = append(lines, st.Accent.Render(widget.Pad(label, 12))+st.Soft.Render(text))
				label = ""
			}
		}
	}
	return widget.Indent(lines, margin)
}
