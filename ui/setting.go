package ui

import (
	"errors"
	"log/slog"
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/ui/settings"
)

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

// settingsRead takes in what the journal keeps. What was wrong before is still to
// be read.
func (p *program) settingsRead(msg settingsMsg) {
	problems := p.visit.learn(msg.values)
	switch {
	case p.failed:
	case msg.err != nil:
		p.warn(msg.err.Error())
	default:
		p.refused(problems)
	}
}

// refused says what of the settings cannot be, the first of it.
func (p *program) refused(problems []error) {
	if len(problems) > 0 {
		const what = "a setting does not hold"
		p.alert(what + ": " + problems[0].Error())
		p.visit.Log.Warn("told", slog.String("text", what), slog.Int("settings", len(problems)))
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
