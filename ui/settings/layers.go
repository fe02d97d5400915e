package settings

import (
	"fmt"
	"maps"
	"slices"
)

// Values are settings by name, each with its texts: one for most, several for a
// list.
type Values map[string][]string

// With returns the values with one of them changed, or taken out for nil. The
// values themselves stay as they are.
func (v Values) With(name string, value []string) Values {
	changed := maps.Clone(v)
	if changed == nil {
		changed = Values{}
	}
	if changed[name] = slices.Clone(value); value == nil {
		delete(changed, name)
	}
	return changed
}

// A Source is the layer that a value comes from.
type Source int

// The sources, each covering the ones before it.
const (
	FromNowhere Source = iota // as usual
	FromData                  // kept in the data file
	FromFile                  // the TOML file
	FromFlag                  // the command line
)

// String names the source as the JSON of the command line does.
func (s Source) String() string { return [...]string{"usual", "data", "file", "flag"}[s] }

// Layers are the values of every source but the usual one.
type Layers struct {
	Data, File, Flags Values

	FileName string // of the TOML file, to be told
}

// A layer is the values of one source.
type layer struct {
	values Values
	source Source
}

// inOrder returns the layers, each covering the ones before it.
func (l Layers) inOrder() []layer {
	return []layer{{l.Data, FromData}, {l.File, FromFile}, {l.Flags, FromFlag}}
}

// Source returns where the value of a setting comes from.
func (l Layers) Source(name string) Source {
	source := FromNowhere
	for _, layer := range l.inOrder() {
		if _, given := layer.values[name]; given {
			source = layer.source
		}
	}
	return source
}

// Place names a source for a sentence.
func (l Layers) Place(source Source) string {
	switch source {
	case FromData:
		return "the data file"
	case FromFile:
		if l.FileName == "" {
			return "the settings file"
		}
		return l.FileName
	case FromFlag:
		return "the command line"
	}
	return "as usual"
}

// Resolve lays the values over each other and over what is usual. A value that
// cannot be is reported and the one under it holds. What is set and not known is
// left alone: it may be of a newer Dulcet.
func (l Layers) Resolve(known []Definition) (Settings, []error) {
	settled := Usual()
	var refused []error
	for _, layer := range l.inOrder() {
		for _, d := range known {
			value, given := layer.values[d.Name]
			if !given {
				continue
			}
			if err := d.Set(&settled, value); err != nil {
				refused = append(refused, fmt.Errorf("%s: %w", l.Place(layer.source), err))
			}
		}
	}
	return settled, refused
}

// Changeable says in a sentence why a setting cannot be changed from the
// screens: its value comes from the TOML file or a flag. It is nil where it can.
func (l Layers) Changeable(name string) error {
	switch l.Source(name) {
	case FromFile:
		return fmt.Errorf("%s comes from %s: change it there", name, l.Place(FromFile))
	case FromFlag:
		return fmt.Errorf("%s was set on the command line and holds until you leave", name)
	}
	return nil
}
