package generator

import (
	"fmt"
	"strings"

	"dulcet/generator/score"
	"dulcet/journal"
)

// A Layer is what can be turned up and down by itself: instruments that do the
// same in a piece, or one soundscape.
type Layer struct {
	Name  string // "melody", "rain"
	Parts Parts
}

// groups are the layers of instruments.
var groups = [...]Layer{
	{"melody", partsIn(leading...)},
	{"chords", partsIn(sustaining...)},
	{"bass", partsIn(bass...)},
	{"drums", partsIn(score.Kit)},
	{"colour", partsIn(chiming...) | partsIn(score.Cloud)},
}

func partsIn(parts ...score.Part) Parts {
	var set Parts
	for _, part := range parts {
		set |= partSet(part)
	}
	return set
}

// Layers returns what a piece of the brief can play: first the instruments,
// then every soundscape.
func (b Brief) Layers() []Layer {
	playing := partsOf(b)
	var layers []Layer
	for _, group := range groups {
		if parts := group.Parts & playing; parts != 0 {
			layers = append(layers, Layer{group.Name, parts})
		}
	}
	for part := range score.PartCount {
		if part.Bed() && playing.has(part) {
			layers = append(layers, Layer{part.String(), partSet(part)})
		}
	}
	return layers
}

// Layer returns the layer of a name among those of the brief; a single
// instrument is one too. The error lists what there is.
func (b Brief) Layer(name string) (Layer, error) {
	layers := b.Layers()
	var names []string
	for _, layer := range layers {
		if layer.Name == name {
			return layer, nil
		}
		names = append(names, layer.Name)
	}
	if part, known := score.Named(name); known {
		for _, layer := range layers {
			if layer.Parts.has(part) {
				return Layer{name, partSet(part)}, nil
			}
		}
	}
	if len(names) == 0 {
		return Layer{}, fmt.Errorf("nothing in this piece is called %q: it is silent", name)
	}
	return Layer{}, fmt.Errorf("nothing in this piece is called %q: there are %s", name, strings.Join(names, ", "))
}

// MostLevel returns the most decibels by which a layer of the brief can be
// turned up: less where nothing may startle.
func (b Brief) MostLevel() float64 {
	if startles(b.Goal) {
		return mostGentleLevel
	}
	return MostLevel
}

// A Lean is a direction into which a listener may lean the music, a step at a
// time.
type Lean struct {
	Name  string // "brighter"
	Most  string // how it is at the end of the range: "as bright"
	Dials []journal.Dial
	By    float64 // what a step turns the dials by
}

// leanStep is four steps to the end of a dial (design choice: each is heard, and
// none is a leap).
const leanStep = 0.25

// Leans returns the directions in pairs, one and its opposite after it.
func Leans() []Lean {
	lively := []journal.Dial{journal.Tempo, journal.Pulse}
	return []Lean{
		{"brighter", "as bright", []journal.Dial{journal.Brightness}, leanStep},
		{"darker", "as dark", []journal.Dial{journal.Brightness}, -leanStep},
		{"livelier", "as lively", lively, leanStep},
		{"softer", "as soft", lively, -leanStep},
		{"fuller", "as full", []journal.Dial{journal.Density}, leanStep},
		{"sparser", "as sparse", []journal.Dial{journal.Density}, -leanStep},
	}
}

// Foreseeable reports whether the form of the brief's pieces repeats, so that no
// other section can be moved on to.
func (b Brief) Foreseeable() bool { return manners[b.Goal].repeat }
