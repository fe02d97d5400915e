package score

import "strconv"

// A Part is one voice of the ensemble.
type Part uint8

// The parts: what sings, what is struck or plucked, what carries the low end,
// the drums, and what only has a level. The events of a bed, and of the cloud,
// have no pitch: their velocity is the level that it moves to. The pitch of a
// drum's event says which drum it is.
const (
	Strings Part = iota
	Glass
	Choir
	Flute
	Piano
	ElectricPiano
	Harp
	Kalimba
	Marimba
	Bowl
	Bell
	Bass
	UprightBass
	Kit
	Cloud
	Rain
	Thunder
	Sea
	Stream
	Wind
	Fire
	Insects
	Birds
	Cafe
	Train
	Noise
	PartCount
)

// How many parts play notes, and how many of them have a pitch.
const (
	PitchedCount    = Kit
	InstrumentCount = Cloud
)

// parts says of each part how scores and screens call it, and the lowest and
// highest MIDI number that it plays well.
var parts = [PartCount]struct {
	name      string
	low, high int
}{
	Strings:       {"strings", 36, 84},
	Glass:         {"glass", 40, 91},
	Choir:         {"choir", 43, 79},
	Flute:         {"flute", 55, 88},
	Piano:         {"piano", 33, 96},
	ElectricPiano: {"electric-piano", 36, 91},
	Harp:          {"harp", 36, 91},
	Kalimba:       {"kalimba", 55, 91},
	Marimba:       {"marimba", 45, 91},
	Bowl:          {"bowl", 48, 79},
	Bell:          {"bell", 55, 96},
	Bass:          {"bass", 24, 52},
	UprightBass:   {"upright-bass", 28, 55},
	Kit:           {"kit", 35, 82},
	Cloud:         {name: "cloud"},
	Rain:          {name: "rain"},
	Thunder:       {name: "thunder"},
	Sea:           {name: "sea"},
	Stream:        {name: "stream"},
	Wind:          {name: "wind"},
	Fire:          {name: "fire"},
	Insects:       {name: "insects"},
	Birds:         {name: "birds"},
	Cafe:          {name: "cafe"},
	Train:         {name: "train"},
	Noise:         {name: "noise"},
}

// String returns the part's name as scores and screens have it.
func (p Part) String() string {
	if p < PartCount {
		return parts[p].name
	}
	return "no part"
}

// Named returns the part of a name.
func Named(name string) (part Part, known bool) {
	for p := range PartCount {
		if parts[p].name == name {
			return p, true
		}
	}
	return 0, false
}

// Range returns the lowest and highest MIDI number that the part plays well.
// Inside it every instrument keeps its promises about aliases and levels.
func (p Part) Range() (low, high int) { return parts[p].low, parts[p].high }

// Pitched reports whether the events of the part have a pitch that is heard
// as one.
func (p Part) Pitched() bool { return p < PitchedCount }

// Plays reports whether the events of the part are notes: of an instrument or
// of the kit.
func (p Part) Plays() bool { return p < InstrumentCount }

// Bed reports whether the part is a soundscape.
func (p Part) Bed() bool { return p > Cloud && p < PartCount }

// The drums of the Kit by their numbers in the General MIDI percussion map,
// so that a score in MIDI plays anywhere.
const (
	Kick      = 36 // felt beater
	Rim       = 37
	Snare     = 38 // played with brushes
	ClosedHat = 42
	OpenHat   = 46
	Shaker    = 82
)

// drums are what the Kit has, lowest first.
var drums = [...]struct {
	number int
	name   string
}{
	{Kick, "kick"},
	{Rim, "rim"},
	{Snare, "snare"},
	{ClosedHat, "closed-hat"},
	{OpenHat, "open-hat"},
	{Shaker, "shaker"},
}

// DrumName returns the name of a drum as scores have it: "kick". A number
// that the kit does not have is named by itself: "drum-50".
func DrumName(number int) string {
	for _, drum := range drums {
		if drum.number == number {
			return drum.name
		}
	}
	return "drum-" + strconv.Itoa(number)
}
