package plain

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dulcet/ui"
	"dulcet/ui/settings"
)

// definitions are what can be set here: everything but the keys, of which plain
// mode has none.
func definitions() []settings.Definition {
	return slices.DeleteFunc(ui.Definitions(), func(d settings.Definition) bool {
		return strings.HasPrefix(d.Name, settings.KeyPrefix)
	})
}

// applySettings reads what is kept and lays the TOML file and the flags over it.
func (s *session) applySettings() {
	text, _, err := s.cfg.Journal.Setting(settings.StoredKey)
	if err == nil {
		s.cfg.Layers.Data, err = settings.ParseStored(text)
	}
	if err != nil {
		s.voice.say("the settings could not be read: " + err.Error() + ". the usual ones hold.")
	}
	resolved, problems := s.cfg.Layers.Resolve(definitions())
	for _, problem := range problems {
		s.voice.say("a setting does not hold: " + problem.Error() + ".")
	}
	s.settings = resolved
}

// setting tells everything that can be set, or one thing, or sets it: "set",
// "set motion", "set motion none", "set motion usual".
func (s *session) setting(rest string) error {
	name, value, _ := strings.Cut(rest, " ")
	name = strings.ToLower(name)
	if name == "" {
		for _, d := range definitions() {
			s.voice.say(fmt.Sprintf("%s: %s.", d.Name, s.valueText(d)))
		}
		s.voice.say(`"set motion" tells more of one; "set motion none" changes it, and "set motion usual" takes that back.`)
		return nil
	}
	d, err := settings.Find(definitions(), name)
	if err != nil {
		return err
	}
	if value = strings.TrimSpace(value); value == "" {
		text := fmt.Sprintf("%s is %s: %s", d.Name, s.valueText(d), d.About)
		if len(d.Choices) > 0 {
			text += ". it can be " + strings.Join(d.Choices, ", ")
		}
		s.voice.say(text + ".")
		return nil
	}
	if err := s.cfg.Layers.Changeable(d.Name); err != nil {
		return err
	}
	return s.keepSetting(d, value)
}

// keepSetting sets a thing and keeps it. Several texts of one thing have commas
// between them.
func (s *session) keepSetting(d settings.Definition, value string) error {
	texts := []string{value}
	if d.List {
		texts = nil
		for part := range strings.SplitSeq(value, ",") {
			texts = append(texts, strings.TrimSpace(part))
		}
	}
	kept := maps.Clone(s.cfg.Layers.Data)
	if kept == nil {
		kept = settings.Values{}
	}
	if strings.EqualFold(value, "usual") && d.Name != "breath" {
		delete(kept, d.Name)
	} else {
		if err := d.Set(&s.settings, texts); err != nil {
			return err
		}
		kept[d.Name] = texts
	}
	s.cfg.Layers.Data = kept
	s.settings, _ = s.cfg.Layers.Resolve(definitions())
	if s.save(func() error { return s.cfg.Journal.SetSetting(settings.StoredKey, s.cfg.Layers.Data) }) {
		s.voice.say(fmt.Sprintf("%s is %s now. saved.", d.Name, s.valueText(d)))
	}
	return nil
}

// valueText is what a thing is set to.
func (s *session) valueText(d settings.Definition) string {
	value := strings.Join(d.Get(s.settings), ", ")
	if value == "" {
		return "as usual"
	}
	return value
}
