package synth

import "dulcet/generator/score"

// makers builds each instrument from a seed.
var makers = [score.InstrumentCount]func(seed uint64) Instrument{
	score.Strings:       NewStrings,
	score.Glass:         NewGlass,
	score.Choir:         NewChoir,
	score.Flute:         NewFlute,
	score.Piano:         NewPiano,
	score.ElectricPiano: func(seed uint64) Instrument { return NewElectricPiano(seed) },
	score.Harp:          NewHarp,
	score.Kalimba:       NewKalimba,
	score.Marimba:       NewMarimba,
	score.Bowl:          NewBowl,
	score.Bell:          NewBell,
	score.Bass:          NewBass,
	score.UprightBass:   NewUprightBass,
	score.Kit:           NewKit,
}

// New returns the instrument of a part, or nil where the part is none.
func New(part score.Part, seed uint64) Instrument {
	if !part.Plays() || makers[part] == nil {
		return nil
	}
	return makers[part](seed)
}

// Prepare makes the tables that all instruments of a kind share, a tenth of a
// second of work that the first New does otherwise. It may be called at any
// time, from any goroutine.
func Prepare() {
	stringsZones()
	choirZones()
}
