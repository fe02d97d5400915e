package plain

import (
	"fmt"
	"strings"

	"dulcet/ui"
	"dulcet/ui/settings"
)

// applySettings reads what is kept and lays the TOML file and the flags over it.
func (s *session) applySettings() {
	kept, err := ui.ReadSettings(s.cfg.Journal)
	if err != nil {
		s.voice.say("the settings could not be read: " + sentence(err) + " the usual ones hold.")
	}
	s.cfg.Layers.Data = kept
	resolved, problems := s.cfg.Layers.Resolve(ui.Definitions())
	for _, problem := range problems {
		s.voice.say("a setting does not hold: " + sentence(problem))
	}
	s.settings = resolved
}

// setting tells everything that can be set, or one thing, or sets it: "set",
// "set motion", "set motion none", "set motion usual".
func (s *session) setting(rest string) error {
	name, value, _ := strings.Cut(rest, " ")
	name = strings.ToLower(name)
	if name == "" {
		for _, d := range ui.Definitions() {
			if !strings.HasPrefix(d.Name, settings.KeyPrefix) {
				s.voice.say(fmt.Sprintf("%s: %s.", d.Name, s.valueText(d)))
			}
		}
		s.voice.say(`"set volume" tells more of one; "set volume -6" changes it, and "set volume usual" takes that back. ` +
			`the keys of the screens are set in the same way: "set keys.pause p".`)
		return nil
	}
	d, err := settings.Find(ui.Definitions(), name)
	if err != nil {
		return err
	}
	if value = strings.TrimSpace(value); value == "" {
		text := fmt.Sprintf("%s is %s: %s", d.Name, s.valueText(d), d.Told(s.settings))
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
	if strings.EqualFold(value, "usual") && d.Name != "breath" {
		texts = nil
	} else if err := ui.CheckSetting(ui.Definitions(), s.settings, d.Name, texts); err != nil {
		return err
	}
	s.cfg.Layers.Data = s.cfg.Layers.Data.With(d.Name, texts)
	s.settings, _ = s.cfg.Layers.Resolve(ui.Definitions())
	if s.save(func() error { return s.writeSetting(d.Name, texts) }) {
		s.voice.say(fmt.Sprintf("%s is %s now. saved.", d.Name, s.valueText(d)))
		if meaning := d.Meaning(s.settings); meaning != "" {
			s.voice.say(ending(meaning))
		}
	}
	return nil
}

// writeSetting writes what was set over what is kept now, which another dulcet
// may have changed.
func (s *session) writeSetting(name string, texts []string) error {
	kept, err := ui.ReadSettings(s.cfg.Journal)
	if err != nil {
		kept = s.cfg.Layers.Data
	}
	return s.cfg.Journal.SetSetting(settings.StoredKey, kept.With(name, texts))
}

// valueText is what a thing is set to.
func (s *session) valueText(d settings.Definition) string {
	value := strings.Join(d.Get(s.settings), ", ")
	if value == "" {
		return "as usual"
	}
	return value
}
