package ui

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"

	"dulcet/generator"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
)

// Definitions returns everything that can be set, with the names of themes,
// breaths and actions that there are.
func Definitions() []settings.Definition { return slices.Clone(definitions()) }

// definitions makes them once: several parts of a start ask for them.
var definitions = sync.OnceValue(func() []settings.Definition {
	var names settings.Names
	for _, name := range theme.Names() {
		t, _ := theme.Named(name)
		names.Themes = append(names.Themes, settings.Choice{Name: name, About: t.About})
	}
	for _, breath := range generator.Breaths() {
		about := breath.Text
		if breath.Caution != "" {
			about += ". " + strings.TrimSuffix(lower(breath.Caution), ".")
		}
		names.Breaths = append(names.Breaths, settings.Choice{Name: breath.Name, About: about})
	}
	usual := usualKeys()
	for _, a := range actions {
		names.Actions = append(names.Actions, settings.Action{Name: a.name, About: a.does, Keys: a.of(usual).Keys()})
	}
	return settings.Definitions(names)
})

// SettingReader is the part of a Journal that keeps settings.
type SettingReader interface {
	Setting(key string) (json.RawMessage, bool, error)
}

// ReadSettings returns the values that a journal keeps.
func ReadSettings(from SettingReader) (settings.Values, error) {
	text, _, err := from.Setting(settings.StoredKey)
	if err != nil {
		return nil, err
	}
	return settings.ParseStored(text)
}

// KeyConflicts returns a sentence for every action whose own keys cannot be had,
// so that the usual ones hold for it.
func KeyConflicts(own map[string][]string) []error {
	_, refused := newKeyMap(own)
	var said []error
	for _, c := range refused {
		said = append(said, errors.New(c.String()))
	}
	return said
}

// CheckSetting says in a sentence why a setting cannot have a value, or keys
// would be in each other's way, where the others stand as given.
func CheckSetting(known []settings.Definition, standing settings.Settings, name string, value []string) error {
	d, err := settings.Find(known, name)
	if err != nil {
		return err
	}
	before := len(KeyConflicts(standing.Keys))
	if err := d.Set(&standing, value); err != nil {
		return err
	}
	if conflicts := KeyConflicts(standing.Keys); len(conflicts) > before {
		return conflicts[len(conflicts)-1]
	}
	return nil
}
