package ui

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/ui/widget"
)

// What can be pointed at. A screen marks what it draws with one of these kinds,
// and understands the pointedMsg of those that it has drawn.
const (
	pointKey      = iota + 1 // a key: pointing at it presses it
	pointNotice              // the notice: pointing at it has read it
	pointRow                 // a line that can be chosen
	pointScale               // the track of a question
	pointDial                // the track or the value of what can be turned
	pointWord                // a feeling word
	pointChip                // something that was understood
	pointMinutes             // the length of what would be played
	pointPlayhead            // the line of time
)

// pointedMsg says that something was pointed at.
type pointedMsg struct {
	widget.Target
	share float64 // how far along it, 0…1
	wheel int     // −1 or 1 where the wheel was turned over it, up or down; 0 for a click
	again bool    // it was the latest thing to be clicked before as well
}

// A pointer is the mouse: what of the last drawn frame it can hit, what it
// hit last, and what it holds.
type pointer struct {
	zones   []widget.Zone
	clicked widget.Target // no target has kind 0
	held    *widget.Zone
}

// at returns what lies under a cell.
func (m *pointer) at(mouse tea.Mouse) (widget.Zone, bool) {
	for _, zone := range m.zones {
		if zone.Holds(mouse.X, mouse.Y) {
			return zone, true
		}
	}
	return widget.Zone{}, false
}

// point carries out what the mouse does: a click, a turn of the wheel, or a
// scale that is drawn along.
func (p *program) point(msg tea.MouseMsg) tea.Cmd {
	mouse := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if mouse.Button == tea.MouseLeft {
			return p.click(mouse)
		}
	case tea.MouseMotionMsg:
		if held := p.pointer.held; held != nil && mouse.Button == tea.MouseLeft {
			return p.pointed(pointedMsg{Target: held.Target, share: held.Share(mouse.X)})
		}
	case tea.MouseReleaseMsg:
		p.pointer.held = nil
	case tea.MouseWheelMsg:
		switch mouse.Button {
		case tea.MouseWheelUp:
			return p.wheel(mouse, -1)
		case tea.MouseWheelDown:
			return p.wheel(mouse, 1)
		}
	}
	return nil
}

// click points at what lies under the mouse. Beside everything it closes the
// list of keys, as any key does.
func (p *program) click(mouse tea.Mouse) tea.Cmd {
	zone, hit := p.pointer.at(mouse)
	again := hit && zone.Target == p.pointer.clicked
	p.pointer.clicked = zone.Target
	open := p.help
	p.help = p.help && hit && p.isForHelp(zone)
	switch {
	case !hit || open && zone.Kind != pointKey:
		return nil
	case zone.Kind == pointNotice:
		p.say("")
		return nil
	case zone.Kind == pointKey:
		return p.press(keyOf(zone.Target))
	}
	if zone.Kind == pointScale || zone.Kind == pointDial {
		p.pointer.held = &zone
	}
	return p.pointed(pointedMsg{Target: zone.Target, share: zone.Share(mouse.X), again: again})
}

// isForHelp reports whether a zone is a key that the open list of keys answers
// itself.
func (p *program) isForHelp(zone widget.Zone) bool {
	return zone.Kind == pointKey && key.Matches(keyOf(zone.Target), p.visit.keys.help, p.visit.keys.scroll)
}

// pointed hands what was pointed at to the screen, as press does with a key.
func (p *program) pointed(msg pointedMsg) tea.Cmd {
	if p.support.open {
		return nil
	}
	if !p.failed {
		p.say("")
	}
	return p.screen.Update(msg)
}

// wheel turns what lies under the mouse, where that is a scale, and else scrolls
// and chooses as the keys for it do. Over the picture these are those of the
// volume.
func (p *program) wheel(mouse tea.Mouse, direction int) tea.Cmd {
	zone, hit := p.pointer.at(mouse)
	if hit && (zone.Kind == pointScale || zone.Kind == pointMinutes) && !p.help {
		return p.pointed(pointedMsg{Target: zone.Target, wheel: direction})
	}
	if s, ok := p.screen.(*settingScreen); ok && s.capture != nil {
		return nil // a key is waited for, and the wheel is none
	}
	if p.screen.typing() && !p.help && !p.support.open {
		arrow := map[int]rune{-1: tea.KeyUp, 1: tea.KeyDown}[direction] // another key could be text
		return p.press(tea.KeyPressMsg{Code: arrow})
	}
	keys := p.visit.keys
	up, down := keys.previous, keys.follow
	if playing, ok := p.screen.(*playingScreen); ok && playing.panel == noPanel && !p.help && !p.support.open {
		up, down = keys.volume, keys.softer
	}
	binding := up
	if direction > 0 {
		binding = down
	}
	if len(binding.Keys()) == 0 {
		return nil
	}
	press, known := keyNamed(binding.Keys()[0])
	if !known {
		return nil
	}
	return p.press(press)
}

// namedKeyCodes are the keys that have names, as Bubble Tea calls them.
var namedKeyCodes = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"↑": tea.KeyUp, "↓": tea.KeyDown, "←": tea.KeyLeft, "→": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
}

// keyNamed returns the press of the key that Bubble Tea calls so, or that the
// footer shows so.
func keyNamed(name string) (msg tea.KeyPressMsg, known bool) {
	rest := name
	for _, chord := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"shift+", tea.ModShift}} {
		if after, found := strings.CutPrefix(rest, chord.prefix); found && after != "" {
			msg.Mod |= chord.mod
			rest = after
		}
	}
	code, known := namedKeyCodes[rest]
	if !known {
		if utf8.RuneCountInString(rest) != 1 {
			return tea.KeyPressMsg{}, false
		}
		code, _ = utf8.DecodeRuneInString(rest)
	}
	msg.Code = code
	msg.Text = textOf(msg)
	return msg, true
}

// keyTarget is what a mark says of a key, and keyOf the press of it.
func keyTarget(press tea.KeyPressMsg) widget.Target {
	return widget.Target{Kind: pointKey, Index: int(press.Code), Extra: int(press.Mod)}
}

func keyOf(target widget.Target) tea.KeyPressMsg {
	msg := tea.KeyPressMsg{Code: rune(target.Index), Mod: tea.KeyMod(target.Extra)}
	msg.Text = textOf(msg)
	return msg
}

// side is the direction of the half that was hit.
func side(share float64) int {
	if share < 0.5 {
		return -1
	}
	return 1
}

// row marks a line of a list as one that can be chosen, over its whole width.
func row(index int, line string, width int) string {
	return widget.Mark(widget.Target{Kind: pointRow, Index: index}, widget.Pad(line, width))
}

// pressable marks a text as the first key of a binding.
func pressable(binding key.Binding, text string) string {
	if len(binding.Keys()) == 0 {
		return text
	}
	press, known := keyNamed(binding.Keys()[0])
	if !known {
		return text
	}
	return widget.Mark(keyTarget(press), text)
}

// clickable is the binding with every key of its label marked, and what it does
// with them where the label has one key alone.
func clickable(binding key.Binding) key.Binding {
	name := binding.Help()
	if press, known := keyNamed(name.Key); known {
		binding.SetHelp(widget.OpenMark(keyTarget(press))+name.Key, name.Desc+widget.CloseMark())
		return binding
	}
	binding.SetHelp(clickableKeys(name.Key), name.Desc)
	return binding
}

// clickableKeys marks every key of a label that names several: "←/→",
// "shift+←/→", "space, p".
func clickableKeys(label string) string {
	var marked strings.Builder
	chord := ""
	for label != "" {
		name, between, rest := label, "", ""
		for _, separator := range []string{" / ", "/", ", "} {
			if before, after, found := strings.Cut(label, separator); found && before != "" && len(before) < len(name) {
				name, between, rest = before, separator, after
			}
		}
		if at := strings.LastIndex(name, "+"); at > 0 && at < len(name)-1 {
			chord = name[:at+1]
		}
		full := name
		if !strings.HasPrefix(name, chord) {
			full = chord + name
		}
		if press, known := keyNamed(full); known {
			name = widget.Mark(keyTarget(press), name)
		}
		if between == ", " {
			chord = ""
		}
		marked.WriteString(name + between)
		label = rest
	}
	return marked.String()
}
