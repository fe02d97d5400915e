package generator

import (
	"dulcet/generator/compose"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// A manner is what a goal asks of the music whatever the mood. The numbers
// are design choices inside the ranges of the craft: how long one chord
// lasts, how much a melody rests, which instruments speak.
type manner struct {
	pulse      compose.Pulse
	meter      int        // beats in a bar, or 0 for three or four
	chord      [2]float64 // seconds on one chord
	section    [2]float64 // seconds
	phrase     float64    // seconds, with the rest that ends it
	rest       [2]float64 // share of a phrase that is silent
	maxTension float64    // 0…1: how far harmony may go from consonance
	surprise   float64    // bits a note of the melody
	quartal    float64    // how much chords of stacked fourths are liked, 0…1
	cluster    float64    // how much seconds in the middle of a chord are liked, 0…1
	hocket     float64    // how likely a section that returns shares its line between two parts, 0…1
	modes      []theory.Mode
	bed        float64    // level of the bed
	reverb     [2]float64 // RT60 in seconds, share of the mix
	repeat     bool       // one form of eight bars, again and again
	dissolve   bool       // the landing thins out and fades; elsewhere it closes with a cadence
}

var (
	brightModes = []theory.Mode{theory.Dorian, theory.Mixolydian, theory.Ionian, theory.Lydian}
	calmModes   = []theory.Mode{theory.Aeolian, theory.Dorian, theory.Mixolydian, theory.Ionian, theory.Lydian}
	sleepModes  = []theory.Mode{theory.Mixolydian, theory.Ionian, theory.Lydian}
	allModes    = []theory.Mode{theory.Phrygian, theory.Aeolian, theory.Dorian, theory.Mixolydian, theory.Ionian, theory.Lydian}
)

// manners holds the manner of each goal.
var manners = map[journal.Goal]manner{
	journal.Calm: {
		pulse: compose.Gentle, chord: [2]float64{10, 22}, section: [2]float64{110, 200}, phrase: 10, rest: [2]float64{0.27, 0.4},
		maxTension: 0.4, surprise: 3.4, modes: calmModes, bed: 0.4, reverb: [2]float64{5, 0.32},
	},
	journal.Unwind: {
		pulse: compose.Gentle, chord: [2]float64{10, 24}, section: [2]float64{110, 220}, phrase: 10, rest: [2]float64{0.27, 0.41},
		maxTension: 0.4, surprise: 3.3, modes: calmModes, bed: 0.45, reverb: [2]float64{5.5, 0.34},
	},
	journal.Sleep: {
		pulse: compose.Free, chord: [2]float64{22, 50}, section: [2]float64{150, 240}, phrase: 20, rest: [2]float64{0.5, 0.85},
		maxTension: 0.15, surprise: 3.3, modes: sleepModes, bed: 0.2, reverb: [2]float64{9, 0.4}, dissolve: true,
	},
	journal.Focus: {
		pulse: compose.Steady, chord: [2]float64{6, 14}, section: [2]float64{120, 220}, phrase: 12, rest: [2]float64{0.4, 0.85},
		maxTension: 0.35, surprise: 3.4, hocket: 0.35, quartal: 1, cluster: 0.4, modes: brightModes, bed: 0.25, reverb: [2]float64{2.4, 0.22},
	},
	journal.Uplift: {
		pulse: compose.Steady, chord: [2]float64{4, 10}, section: [2]float64{90, 160}, phrase: 8, rest: [2]float64{0.25, 0.33},
		maxTension: 0.5, surprise: 3.7, hocket: 0.6, modes: brightModes, bed: 0.15, reverb: [2]float64{3, 0.24},
	},
	journal.Energise: {
		pulse: compose.Steady, chord: [2]float64{2.5, 8}, section: [2]float64{90, 140}, phrase: 7, rest: [2]float64{0.25, 0.34},
		maxTension: 0.6, surprise: 3.7, hocket: 0.7, modes: []theory.Mode{theory.Mixolydian, theory.Ionian, theory.Lydian},
		bed: 0, reverb: [2]float64{1.8, 0.18},
	},
	journal.Meditate: {
		pulse: compose.Free, chord: [2]float64{20, 40}, section: [2]float64{150, 240}, phrase: 12, rest: [2]float64{0.27, 0.39},
		maxTension: 0.3, surprise: 3.35, modes: calmModes,
		bed: 0.3, reverb: [2]float64{8, 0.4},
	},
	journal.Breathe: {
		pulse: compose.Gentle, meter: 5, // two bars a breath of ten seconds at 60 beats a minute
		chord: [2]float64{10, 20}, section: [2]float64{110, 180}, phrase: 10, rest: [2]float64{0.27, 0.38},
		maxTension: 0.3, surprise: 3.2, modes: sleepModes, bed: 0.35, reverb: [2]float64{6, 0.36},
	},
	journal.Move: {
		pulse: compose.Gentle, chord: [2]float64{8, 18}, section: [2]float64{110, 200}, phrase: 10, rest: [2]float64{0.26, 0.35},
		maxTension: 0.4, surprise: 3.4, hocket: 0.5, modes: calmModes, bed: 0.35, reverb: [2]float64{4.5, 0.3},
	},
	journal.Listen: {
		pulse: compose.Gentle, chord: [2]float64{6, 16}, section: [2]float64{90, 180}, phrase: 10, rest: [2]float64{0.25, 0.32},
		maxTension: 0.6, surprise: 4.3, hocket: 0.5, quartal: 0.8, cluster: 0.6, modes: calmModes, bed: 0.2, reverb: [2]float64{4.5, 0.3},
	},
	journal.Ground: {
		pulse: compose.Gentle, chord: [2]float64{7, 10}, section: [2]float64{120, 240}, phrase: 10, rest: [2]float64{0.32, 0.44},
		maxTension: 0.15, surprise: 2.6, modes: []theory.Mode{theory.Mixolydian, theory.Ionian},
		bed: 0.35, reverb: [2]float64{4, 0.3}, repeat: true,
	},
	journal.Reflect: {
		pulse: compose.Gentle, chord: [2]float64{12, 26}, section: [2]float64{130, 230}, phrase: 12, rest: [2]float64{0.27, 0.39},
		maxTension: 0.35, surprise: 3.35, quartal: 0.6, cluster: 1, modes: calmModes, bed: 0.3, reverb: [2]float64{5, 0.34},
	},
	journal.Drift: {
		pulse: compose.Gentle, chord: [2]float64{6, 18}, section: [2]float64{100, 200}, phrase: 10, rest: [2]float64{0.2, 0.32},
		maxTension: 0.6, surprise: 3.8, quartal: 1, cluster: 1, modes: allModes, bed: 0.3, reverb: [2]float64{4.5, 0.3},
	},
}

// styleFor writes the goal's manner down as the composer reads it, moved by
// the dials that belong to the manner.
func styleFor(b Brief) compose.Style {
	m, players, at := manners[b.Goal], castOf(b), phasesOf(b.Goal, b.evening())
	melody, pace := purposes[b.Goal].register, b.pace()
	meter := m.meter
	if pace.beats > 0 {
		meter = pace.meter
	}
	return compose.Style{
		Pulse:          pulseOf(b),
		Meter:          meter,
		Breath:         compose.Breath{Frames: pace.frames, Beats: pace.beats},
		ChordSeconds:   fixedPair(m.chord),
		SectionSeconds: fixedPair(m.section),
		PhraseSeconds:  theory.FixedOf(m.phrase),
		MelodyRest:     fixedPair(m.rest),
		MelodyRange:    melodyRange(b.Goal, melody),
		BassRange:      bassRange(b.Goal),
		MaxTension:     theory.FixedOf(m.maxTension),
		MostBrightness: theory.FixedOf(purposes[b.Goal].brightness.high),
		Surprise:       theory.FixedOf(m.surprise),
		Quartal:        theory.FixedOf(m.quartal),
		Cluster:        theory.FixedOf(m.cluster),
		Hocket:         theory.FixedOf(m.hocket),
		Modes:          m.modes,
		Sustain:        players.sustain,
		Melody:         players.melody,
		Colour:         players.colour,
		Low:            players.low,
		Kit:            theory.FixedOf(kitOf(players.kit, b.Dials[journal.Pulse])),
		Drums:          players.drums,
		Cloud:          theory.FixedOf(players.cloud),
		Beds:           players.scenes,
		Stay:           players.stay,
		Chimes:         compose.Chimes{Part: players.chime, Frames: players.chimes},
		Silent:         b.Options.Silence,
		Rounds:         players.rounds,
		BedLevel:       theory.FixedOf(players.bedLevel),
		Repeat:         m.repeat,
		ReverbSeconds:  theory.FixedOf(m.reverb[0]),
		ReverbLevel:    theory.FixedOf(m.reverb[1]),
		LandSeconds:    theory.FixedOf(clamp(at.land, 30, 600)),
		Dissolve:       m.dissolve,
	}
}

// clearPulse is how far the dial of the pulse is turned before the beat itself
// changes its kind (design choice).
const clearPulse = 0.5

// pulseOf returns how the beat is felt: as the goal has it, and turned far
// enough one kind freer, or one kind clearer where the goal has drums or would
// float. Nothing changes where one sleeps, works or needs ground: there the
// pulse is part of what the goal promises.
func pulseOf(b Brief) compose.Pulse {
	usual, dial := manners[b.Goal].pulse, b.Dials[journal.Pulse]
	switch b.Goal {
	case journal.Sleep, journal.Focus, journal.Ground:
		return usual
	}
	switch {
	case dial <= -clearPulse && usual == compose.Gentle:
		return compose.Free
	case dial <= -clearPulse && usual == compose.Steady:
		return compose.Gentle
	case dial >= clearPulse && usual == compose.Free:
		return compose.Gentle
	case dial >= clearPulse && usual == compose.Gentle && palettes[b.Goal].kit > 0:
		return compose.Steady
	}
	return usual
}

// kitOf moves how much the drums play by the dial of the pulse: to none at −1
// and to all of it at 1. Where there are none the dial brings none.
func kitOf(kit, dial float64) float64 {
	switch {
	case kit == 0:
		return 0
	case dial < 0:
		return kit * (1 + dial)
	}
	return kit + dial*(1-kit)
}

// melodyRange lets the melody move about its mean, and no higher than the goal
// allows anything.
func melodyRange(goal journal.Goal, register span) [2]int {
	reach := [2]int{int(register.low) - 5, int(register.high) + 9}
	if highest := limits[goal].highest; highest > 0 {
		reach[1] = min(reach[1], highest)
	}
	return reach
}

// bassRange keeps the bass where small speakers still speak and, for goals
// that must not startle, above 50 Hz.
func bassRange(goal journal.Goal) [2]int {
	const highest = 50
	if lowest := limits[goal].lowestBass; lowest > 0 {
		return [2]int{lowest, highest}
	}
	return [2]int{usualBass, highest}
}

func fixedPair(p [2]float64) [2]theory.Fixed {
	return [2]theory.Fixed{theory.FixedOf(p[0]), theory.FixedOf(p[1])}
}
