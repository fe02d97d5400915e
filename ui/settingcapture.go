package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A keyCapture waits for the key that an action is to have.
type keyCapture struct {
	of    action
	added bool     // beside those that it has
	taken conflict // why the latest key cannot be had; empty before one was pressed
}

// openCapture waits for a key for the action with the focus.
func (s *settingScreen) openCapture(added bool) tea.Cmd {
	if text := s.refused(); text != "" {
		return notice(text)
	}
	a, _ := actionNamed(s.rows[s.at].action)
	s.capture = &keyCapture{of: a, added: added}
	return nil
}

// wanted are the keys that the action would have with another one.
func (c *keyCapture) wanted(name string, keys *keyMap) []string {
	if !c.added {
		return []string{name}
	}
	return append(slices.Clone(c.of.of(keys).Keys()), name)
}

// pressCapture takes a key for the action, or says why it cannot be had. Esc
// leaves all as it is, and enter has two actions swap their keys where that was
// offered.
func (s *settingScreen) pressCapture(msg tea.KeyPressMsg) tea.Cmd {
	c := s.capture
	switch {
	case msg.Code == tea.KeyEscape:
		s.capture = nil
		return nil
	case key.Matches(msg, s.visit.keys.next) && c.taken.other != "":
		return s.swap()
	}
	keys := c.wanted(msg.String(), s.visit.keys)
	if found, any := s.visit.keyConflict(c.of.name, keys); any {
		c.taken = found
		return nil
	}
	s.capture = nil
	cleaned, _ := checkKeys(c.of.name, keys)
	return s.visit.set(settings.KeyPrefix+c.of.name, cleaned)
}

// keyConflict says why an action cannot have some keys as all others stand.
func (v *visit) keyConflict(name string, wanted []string) (conflict, bool) {
	return keysInTheWay(v.keys, map[string][]string{name: wanted})
}

// keysInTheWay says why some actions cannot have some keys as all others stand
// in a key map.
func keysInTheWay(now *keyMap, wanted map[string][]string) (conflict, bool) {
	all := map[string][]string{}
	for _, a := range actions {
		all[a.name] = a.of(now).Keys()
	}
	for name, texts := range wanted {
		keys, problem := checkKeys(name, texts)
		if problem != "" {
			return conflict{action: name, keys: texts, text: problem}, true
		}
		all[name] = keys
	}
	changed := keysWith(all)
	for _, a := range actions {
		if _, asked := wanted[a.name]; !asked {
			continue
		}
		if found, any := conflictOf(a, changed); any {
			return found, true
		}
	}
	return conflict{}, false
}

// swap gives the key to the action and to the one that had it a key of the
// action in its place, or none where it has others.
func (s *settingScreen) swap() tea.Cmd {
	c := s.capture
	changed, problem := c.swapped(s.visit.keys)
	if problem != "" {
		c.taken = conflict{text: problem}
		return nil
	}
	values := map[string][]string{}
	for name, keys := range changed {
		if err := s.visit.layers.Changeable(settings.KeyPrefix + name); err != nil {
			c.taken = conflict{text: err.Error()}
			return nil
		}
		values[settings.KeyPrefix+name] = keys
	}
	s.capture = nil
	return s.visit.setAll(values)
}

// swapped are the keys of both actions after the swap, or why there is none.
func (c *keyCapture) swapped(now *keyMap) (map[string][]string, string) {
	other, _ := actionNamed(c.taken.other)
	mine := c.wanted(c.taken.key, now)
	rest := slices.DeleteFunc(slices.Clone(other.of(now).Keys()), func(name string) bool { return name == c.taken.key })
	var instead [][]string // what the other can have, the best first
	if !c.added {
		for _, name := range c.of.of(now).Keys() {
			if name != c.of.stays && !slices.Contains(rest, name) {
				instead = append(instead, append([]string{name}, rest...))
			}
		}
	}
	if len(rest) > 0 {
		instead = append(instead, rest)
	}
	why := conflict{text: other.does + " would have no key left"}
	for _, theirs := range instead {
		changed := map[string][]string{c.of.name: mine, other.name: theirs}
		found, any := keysInTheWay(now, changed)
		if !any {
			for name, keys := range changed {
				changed[name], _ = checkKeys(name, keys)
			}
			return changed, ""
		}
		why = found
	}
	return nil, "they cannot be swapped: " + why.text
}

// view asks for the key, and says what is the matter with the latest one.
func (c *keyCapture) view(keys *keyMap, width int, st theme.Styles) []string {
	ask := "press the key for “" + c.of.does + "”"
	if c.added {
		ask = "press one more key for “" + c.of.does + "”"
	}
	var lines []string
	for _, text := range widget.Wrap(ask, width) {
		lines = append(lines, st.Strong.Render(text))
	}
	lines = append(lines, st.Faint.Render(widget.Cut("now "+everyLabel(*c.of.of(keys)), width)), "")
	if c.taken.text == "" {
		return lines
	}
	for _, text := range widget.Wrap(widget.CleanLine(c.taken.text), width) {
		lines = append(lines, st.Text.Render(text))
	}
	next := "another key tries again"
	if c.taken.other != "" {
		next = "enter swaps the two; " + next
	}
	for _, text := range widget.Wrap(next, width) {
		lines = append(lines, st.Soft.Render(text))
	}
	return lines
}

// keys are those that work while it waits.
func (c *keyCapture) keys(keys *keyMap) []key.Binding {
	leave := bind("esc", "leave it", "esc")
	if c.taken.other != "" {
		return []key.Binding{told(keys.next, "swap"), leave}
	}
	return []key.Binding{leave}
}
