package settings

// Values are settings by name, each with its texts: one for most, several for a
// list.
type Values map[string][]string

// A Source is the layer that a value comes from.
type Source int

// The sources, each covering the ones before it.
const (
	FromNowhere Source = iota // as usual
	FromData                  // kept in the data file
	FromFile                  // the TOML file
	FromFlag                  // the command line
)

// Layers are the values of every source but the usual one.
type Layers struct {
	Data, File, Flags Values
}

// Source returns where the value of a setting comes from.
func (l Layers) Source(name string) Source {
	for _, layer := range []struct {
		values Values
		source Source
	}{{l.Flags, FromFlag}, {l.File, FromFile}, {l.Data, FromData}} {
		if _, given := layer.values[name]; given {
			return layer.source
		}
	}
	return FromNowhere
}
