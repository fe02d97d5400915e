package synth

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"

	"dulcet/generator/dsp"
)

// bands returns the power of a channel in bands about the given frequencies,
// a third of an octave wide, in decibels.
func bands(x []float32, hertz ...float64) []float64 {
	samples := make([]float64, len(x))
	for i := range x {
		samples[i] = float64(x[i]) * (0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(len(x))))
	}
	spectrum := fourier.NewFFT(len(x)).Coefficients(nil, samples)
	levels := make([]float64, len(hertz))
	for i, f := range hertz {
		power := 1e-20
		for bin := int(f * 0.891 * float64(len(x)) / dsp.Rate); bin <= int(f*1.122*float64(len(x))/dsp.Rate); bin++ {
			power += real(spectrum[bin])*real(spectrum[bin]) + imag(spectrum[bin])*imag(spectrum[bin])
		}
		levels[i] = 10 * math.Log10(power)
	}
	return levels
}

// sing returns two seconds of a held chord of men's voices.
func sing(brightness float32) []float32 {
	in := NewChoir(5)
	in.Set(Patch{Brightness: brightness, Warmth: 1, Release: 0.5})
	listen(in, 0.2)
	for _, pitch := range []float32{45, 48, 50, 52, 55} {
		in.Play(Note{Pitch: pitch, Velocity: 0.7, Frames: 20 * dsp.Rate})
	}
	listen(in, 3)
	left, _ := listen(in, 2)
	return left
}

func TestChoir_Set_brightness_opens_the_vowel(t *testing.T) {
	// The first formant of oo lies at 350 Hz, the first two of ah at 630 and
	// 1060.
	closed, open := bands(sing(0), 350, 630, 1060), bands(sing(1), 350, 630, 1060)
	if first, second := closed[0]-closed[1], closed[0]-closed[2]; first < 6 || second < 12 {
		t.Errorf("oo: 350 Hz is %.1f dB over 630 and %.1f over 1060", first, second)
	}
	if first, second := open[1]-open[0], open[2]-open[0]; first < 3 || second < -3 {
		t.Errorf("ah: 630 Hz is %.1f dB over 350, 1060 Hz is %.1f", first, second)
	}
}

// The three timbres of a section are one after the other, never with a hole
// between.
func TestSectionVoice_turn_keeps_the_power(t *testing.T) {
	in := newSection(1, 4, buildStrings)
	stringsZones()
	in.Play(Note{Pitch: 60, Velocity: 1, Frames: dsp.Rate})
	v := &in.voices[0]
	var left, right dsp.HalfBlock
	for i := range 400 {
		timbre := float32(i%200) / 100
		first, second := v.turn(timbre)
		if power := first*first + second*second; math.Abs(float64(power)-1) > 1e-3 {
			t.Fatalf("timbre %.2f: a power of %.4f", timbre, power)
		}
		if change := v.zone.tables[0] != v.pair.Tables[0]; change && timbre < 0.99 && i%200 > 2 {
			t.Fatalf("timbre %.2f is read from the upper tables", timbre)
		}
		v.pair.Add(left[:], right[:], dsp.PadGains{Left0: first, Left1: second})
	}
}

func TestSectionZones_leave_no_gap(t *testing.T) {
	for name, zones := range map[string][]sectionZone{"strings": stringsZones(), "choir": choirZones()} {
		for i := 1; i < len(zones); i++ {
			if step := zones[i].pitch - zones[i-1].pitch; step < 5.5 || step > 8.6 {
				t.Errorf("%s: zones at %.2f and %.2f", name, zones[i-1].pitch, zones[i].pitch)
			}
		}
		for pitch := float32(43); pitch <= 79; pitch++ {
			if away := math.Abs(zoneOf(zones, pitch).pitch - float64(pitch)); away > 4.2 {
				t.Errorf("%s: the nearest zone to %.0f is %.1f semitones away", name, pitch, away)
			}
		}
	}
}
