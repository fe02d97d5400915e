package synth

import "dulcet/generator/dsp"

// A sympathy is the strings that nobody plays. While a key is down or the
// pedal is, they are free, and each note wakes those that share a partial with
// it; the bloom that grows behind a held chord is theirs.
type sympathy struct {
	strings dsp.Resonators
	free    bool
	level   float32 // at the last look
	quanta  int
}

const (
	sympathyLowest  = 48 // MIDI number of the first string: C3
	sympathyStrings = 24 // up to B4
	sympathyGain    = 0.028
	sympathyFree    = 3.5 // seconds to −60 dB
	sympathyDamped  = 0.6
	sympathyQuanta  = 8 // between looks at the level
)

func newSympathy() *sympathy {
	var tuning [sympathyStrings]float64
	for i := range tuning {
		tuning[i] = hertz(float32(sympathyLowest + i))
	}
	s := new(sympathy)
	s.strings.Tune(sympathyGain, tuning[:])
	s.strings.SetDecay(sympathyDamped)
	return s
}

// sounds reports whether the strings can still be heard.
func (s *sympathy) sounds() bool { return s.level > faintest }

// render adds what the strings answer to the sound that reaches them.
func (s *sympathy) render(low *[2]dsp.QuarterBlock, free bool) {
	if free != s.free {
		s.free = free
		seconds := sympathyDamped
		if free {
			seconds = sympathyFree
		}
		s.strings.SetDecay(seconds)
	}
	var in dsp.QuarterBlock
	for i := range in {
		in[i] = low[0][i] + low[1][i]
	}
	s.strings.Render(&in, &low[0], &low[1])
	s.quanta++
	if s.quanta%sympathyQuanta == 0 {
		s.level = s.strings.Level()
	}
}

func (s *sympathy) reset() {
	s.strings.Reset()
	s.level = 0
}
