package ui

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

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
			about += ". " + lower(breath.Caution)
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

// settingsMsg is what the journal keeps of the settings, or why that could not be
// read.
type settingsMsg struct {
	values settings.Values
	err    error
}

// readSettings reads them.
func readSettings(from Journal) tea.Cmd {
	return func() tea.Msg {
		values, err := ReadSettings(from)
		return settingsMsg{values, err}
	}
}

// A choosing is what has been set in this visit and how much of it is on disk.
type choosing struct {
	values    map[string][]string // by name; nil for as usual again
	unkept    bool                // not all of it has been handed to the saver
	scheduled bool                // a settingsDueMsg is on its way
	writing   bool                // the saver is at it
}

// laid returns values with what has been set in this visit laid over them.
func (c *choosing) laid(over settings.Values) settings.Values {
	for name, value := range c.values {
		over = over.With(name, value)
	}
	return over
}

// settle makes what is set hold: the settings, and the keys. It returns what of
// it cannot be.
func (v *visit) settle() []error {
	settled, refused := v.layers.Resolve(v.known)
	keys, conflicts := newKeyMap(settled.Keys)
	v.settings, *v.keys = settled, *keys
	for _, c := range conflicts {
		refused = append(refused, errors.New(c.String()))
	}
	return refused
}

// learn takes in what the journal keeps, under what has been set since.
func (v *visit) learn(kept settings.Values) []error {
	v.layers.Data = v.chosen.laid(kept)
	return v.settle()
}

// refused says what of the settings cannot be, the first of it.
func (p *program) refused(problems []error) {
	for _, err := range problems {
		if err != nil {
			p.warn("a setting does not hold: " + err.Error())
			return
		}
	}
}

// settable says in a sentence why a setting cannot have a value; nil asks for the
// usual one.
func (v *visit) settable(name string, value []string) error {
	if err := v.layers.Changeable(name); err != nil {
		return err
	}
	if value == nil { // the usual keys may have been given to another action
		d, err := settings.Find(v.known, name)
		if err != nil {
			return err
		}
		value = d.Get(settings.Usual())
	}
	return CheckSetting(v.known, v.settings, name, value)
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

// set changes a setting, back to the usual value for nil. It holds at once and
// is kept soon; changes that follow each other quickly share a write. What
// cannot be set is told.
func (v *visit) set(name string, value []string) tea.Cmd {
	if err := v.settable(name, value); err != nil {
		return notice(err.Error())
	}
	return v.setAll(map[string][]string{name: value})
}

// setAll changes settings that can be what they are set to, in one step.
func (v *visit) setAll(values map[string][]string) tea.Cmd {
	if v.chosen.values == nil {
		v.chosen.values = map[string][]string{}
	}
	for name, value := range values {
		v.chosen.values[name] = value
		v.layers.Data = v.layers.Data.With(name, value)
	}
	volume := v.settings.Volume
	v.settle()
	if v.sitting != nil && v.settings.Volume != volume {
		v.sitting.SetVolume(v.settings.Volume)
	}
	v.chosen.unkept = true
	return v.scheduleSettings()
}

// settingsDueMsg says that what was set is to be written.
type settingsDueMsg struct{}

// scheduleSettings has what was set written soon.
func (v *visit) scheduleSettings() tea.Cmd {
	if v.chosen.scheduled || v.chosen.writing {
		return nil
	}
	v.chosen.scheduled = true
	return v.tick(draftDelay, func(time.Time) tea.Msg { return settingsDueMsg{} })
}

// settingsSavedMsg says that what was set has been written, or why it has not.
type settingsSavedMsg struct{ err error }

// flushSettings hands what was set to the saver now.
func (v *visit) flushSettings() tea.Cmd {
	v.chosen.scheduled = false
	if !v.chosen.unkept {
		return nil
	}
	v.chosen.unkept, v.chosen.writing = false, true
	wait := v.saver.save(nil, v.saver.keepSettings(maps.Clone(v.chosen.values), v.layers.Data))
	return func() tea.Msg { return settingsSavedMsg{wait().(savedMsg).err} }
}

// settingsSaved takes in what became of writing. What could not be kept is tried
// again with the next change, and when the person leaves.
func (p *program) settingsSaved(err error) tea.Cmd {
	v := p.visit
	v.chosen.writing = false
	if err != nil {
		_ = v.saver.takeFailure() // it is said here
		v.chosen.unkept = true
		p.warn("the setting holds until you leave, and was not saved: " + err.Error())
		return nil
	}
	if v.chosen.unkept {
		return v.scheduleSettings()
	}
	return nil
}

// keepSettings is the job of writing what was set over what is kept now, which
// another dulcet may have changed. Where that cannot be read, what this one knew
// of it takes its place.
func (s *saver) keepSettings(set map[string][]string, known settings.Values) func() error {
	return func() error {
		kept, err := ReadSettings(s.journal)
		if err != nil {
			kept = known
		}
		chosen := choosing{values: set}
		return s.journal.SetSetting(settings.StoredKey, chosen.laid(kept))
	}
}
