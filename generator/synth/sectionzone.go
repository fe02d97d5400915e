package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// sectionTimbres is how many timbres a section has, from dark to bright or
// from closed to open.
const sectionTimbres = 3

// A sectionZone is a stretch of the keyboard with tables of its own, so that
// the resonances of bodies and throats stay about where they are.
type sectionZone struct {
	pitch  float64 // MIDI number that the tables were made for
	tables [sectionTimbres]*dsp.PadTable
}

// A sectionTimbre lists the partials of a note in one of the timbres.
type sectionTimbre func(fundamental float64, timbre int) []dsp.PadPartial

// newSectionZones makes the tables of all notes from low to high in a number
// of zones of equal width.
func newSectionZones(seed uint64, low, high, count int, timbre sectionTimbre) []sectionZone {
	zones := make([]sectionZone, count)
	var lists [][]dsp.PadPartial
	for zone := range zones {
		pitch := dsp.Mix(float64(low)-0.5, float64(high)+0.5, (float64(zone)+0.5)/float64(count))
		fundamental := dsp.PadHertz(hertz(float32(pitch)))
		zones[zone].pitch = 69 + 12*math.Log2(fundamental/440)
		for i := range sectionTimbres {
			lists = append(lists, tame(timbre(fundamental, i)))
		}
	}
	for i, table := range dsp.NewPadTables(seed, lists...) {
		zones[i/sectionTimbres].tables[i%sectionTimbres] = table
	}
	return zones
}

// zoneOf returns the zone that is nearest to a pitch.
func zoneOf(zones []sectionZone, pitch float32) *sectionZone {
	best := &zones[0]
	for i := range zones {
		if math.Abs(zones[i].pitch-float64(pitch)) < math.Abs(best.pitch-float64(pitch)) {
			best = &zones[i]
		}
	}
	return best
}

// imageDecibels is how far the images of a table that is read at another
// speed stay under its strongest partial.
const imageDecibels = 66

// tame takes away what is too faint to be heard beside the strongest partial,
// and lowers what reading in a straight line would mirror too loudly: a
// partial at f has an image (f/(Rate−f))² as strong.
func tame(partials []dsp.PadPartial) []dsp.PadPartial {
	strongest := 0.0
	for _, p := range partials {
		strongest = math.Max(strongest, p.Amplitude)
	}
	floor := strongest * math.Pow(10, -imageDecibels/20.0)
	kept := partials[:0]
	for _, p := range partials {
		image := p.Hertz / (dsp.Rate - p.Hertz)
		p.Amplitude = math.Min(p.Amplitude, floor/(image*image))
		if p.Amplitude > 0.3*floor {
			kept = append(kept, p)
		}
	}
	return kept
}

// resonance is how a body answers at f to a push at f, relative to its answer
// far away: a peak of a number of decibels, as wide as f/quality.
type resonance struct{ hertz, decibels, quality float64 }

// answer returns the amplitude that resonances together give to a frequency.
func answer(body []resonance, f float64) float64 {
	decibels := 0.0
	for _, r := range body {
		detuned := r.quality * (f/r.hertz - r.hertz/f)
		decibels += r.decibels / (1 + detuned*detuned)
	}
	return math.Pow(10, decibels/20)
}

// twoPoles is the amplitude that a lowpass of 12 dB an octave without a peak
// leaves of a frequency.
func twoPoles(f, corner float64) float64 { return 1 / (1 + (f/corner)*(f/corner)) }

// sectionSteady returns how steady partial k of a timbre is: the power of its
// line over that of its band. The middle timbre, of which something is nearly
// always heard, holds the pitch; the others gather around it, so that their
// lines hardly beat. Higher partials shimmer more, but high notes less: little
// of them is heard beside the fundamental, and its shimmer is that of the
// level (design choice).
func sectionSteady(timbre int, fundamental, k float64) float64 {
	steady := 1.5
	if timbre == 1 {
		steady = 6
	}
	return steady / k * math.Max(1, fundamental/220)
}
