package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// A small loudspeaker plays nothing below 120 Hz: the harmonics above must be
// there for a bass to be heard at all, and few enough that it stays round.
func TestBass_Play_is_heard_on_small_loudspeakers(t *testing.T) {
	for name, instrument := range map[string]Instrument{"bass": NewBass(1), "upright-bass": NewUprightBass(1)} {
		instrument.Set(Patch{Brightness: 0.4, Warmth: 0.5, Release: 0.3})
		listen(instrument, 0.1)
		instrument.Play(Note{Pitch: 33, Velocity: 0.6, Frames: 10 * dsp.Rate}) // A1, 55 Hz
		listen(instrument, 0.1)
		left, _ := listen(instrument, 0.5)
		all, heard, bright := 0.0, 0.0, 0.0
		for bin, power := range windowed(left) {
			all += power
			switch hz := float64(bin) * dsp.Rate / float64(len(left)); {
			case hz > 1000:
				bright += power
			case hz > 130:
				heard += power
			}
		}
		if db := 10 * math.Log10(heard/all); db < -18 || db > -3 {
			t.Errorf("%s: 130 Hz to 1 kHz is at %.1f dB of the whole", name, db)
		}
		if db := 10 * math.Log10(bright/all); db > -30 {
			t.Errorf("%s: above 1 kHz there is %.1f dB of the whole", name, db)
		}
	}
}
