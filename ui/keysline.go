package ui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"

	"dulcet/ui/widget"
)

// A keysLine is the line of keys as it was drawn, and what for. It stays the same
// for minutes, and to put it together takes longer than the frame over it.
type keysLine struct {
	of    string
	worn  look
	line  string
	cells int // that it is wide
}

// keys is the line of keys, drawn anew only where something of it has changed.
func (p *program) keys(width, wide int) keysLine {
	bindings := p.screen.ShortHelp()
	if p.support.open {
		bindings = p.supportKeys()
	}
	of := keysText(bindings, p.visit.keys.help.Keys(), p.visit.keys.scroll.Keys(), p.support.open, p.help, p.long, p.screen.typing(), width, wide)
	if last := p.footed; last.of == of && last.worn == p.worn {
		return last
	}
	var line string
	if p.support.open {
		line = fitKeys(bindings, "", width, wide, p.styles)
	} else {
		line = footer(p.screen, p.visit.keys, p.help, p.long, width, wide, p.styles)
	}
	p.footed = keysLine{of, p.worn, line, widget.Width(line)}
	return p.footed
}

// keysText tells apart all lines of keys that look different or answer the mouse
// differently.
func keysText(bindings []key.Binding, state ...any) string {
	var text strings.Builder
	fmt.Fprintln(&text, state...)
	for _, binding := range bindings {
		if !binding.Enabled() {
			continue
		}
		shown := binding.Help()
		text.WriteString(shown.Key + "\x00" + shown.Desc)
		for _, name := range binding.Keys() {
			text.WriteString("\x00" + name)
		}
		text.WriteByte('\n')
	}
	return text.String()
}
