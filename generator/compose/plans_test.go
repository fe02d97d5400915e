package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// fixed is a Fixed from floating point, for tables that people read.
func fixed(v float64) theory.Fixed { return theory.FixedOf(v) }

func fixedPair(a, b float64) [2]theory.Fixed { return [2]theory.Fixed{fixed(a), fixed(b)} }

// journey is a plan in the numbers of people: from the first to the last
// value over the travel, as SCIENCE-style tables give them.
type journey struct {
	name      string
	style     Style
	bpm       [2]float64
	density   [2]float64
	register  [2]float64
	velocity  float64
	happiness [2]float64
	tension   [2]float64
	minutes   float64
}

// plan returns the plan of a journey of the given minutes.
func (j journey) plan(seed uint64, minutes float64) Plan {
	p := Plan{Seed: seed, Frames: int64(minutes * 60 * score.Rate), Style: j.style}
	const steps = 80
	for i := range steps + 1 {
		u := float64(i) / steps
		phase, moved := Meet, 0.0
		switch {
		case u >= 0.93:
			phase, moved = Land, 1
		case u >= 0.68:
			phase, moved = Rest, 1
		case u >= 0.15:
			phase, moved = Travel, (u-0.15)/0.53
		}
		between := func(v [2]float64) theory.Fixed { return fixed(v[0] + (v[1]-v[0])*moved) }
		p.Waypoints = append(p.Waypoints, Waypoint{
			Frame: p.Frames * int64(i) / steps, Phase: phase,
			BPM: between(j.bpm), Density: between(j.density), Register: between(j.register),
			Articulation: fixed(0.95), Velocity: fixed(j.velocity), Happiness: between(j.happiness),
			Tension: between(j.tension), Brightness: fixed(1500), Attack: fixed(0.2), Level: 0, Scenery: theory.One,
		})
	}
	p.Style.LandSeconds = fixed(max(40, min(90, minutes*60*0.08)))
	if p.Style.Dissolve {
		p.Style.LandSeconds = fixed(max(40, min(420, minutes*60*0.2)))
	}
	return p
}

var (
	calmModes     = []theory.Mode{theory.Aeolian, theory.Dorian, theory.Mixolydian, theory.Ionian, theory.Lydian}
	brightModes   = []theory.Mode{theory.Dorian, theory.Mixolydian, theory.Ionian, theory.Lydian}
	softModes     = []theory.Mode{theory.Mixolydian, theory.Ionian, theory.Lydian}
	pianoLed      = []Voice{{Part: score.Piano, Weight: 4}, {Part: score.Harp, Weight: 1}}
	harpLed       = []Voice{{Part: score.Harp, Weight: 3}, {Part: score.Piano, Weight: 2}}
	bellsBeside   = []Voice{{Part: score.Bell, Weight: 2}, {Part: score.Harp, Weight: 2}}
	rainAndSea    = []Voice{{Part: score.Rain, Weight: 1}, {Part: score.Sea, Weight: 1}}
	singleStrings = []Voice{{score.Strings, 1}}
	singlePiano   = []Voice{{Part: score.Piano, Weight: 1}}
	sustained     = []Voice{{Part: score.Strings, Weight: 2}, {Part: score.Glass, Weight: 1}}
	lowEither     = []Voice{{Part: score.Bass, Weight: 1}, {Part: score.UprightBass, Weight: 1}}
	tuned         = []Voice{{Part: score.Marimba, Weight: 2}, {Part: score.ElectricPiano, Weight: 2}, {Part: score.Kalimba, Weight: 1}}
	lowBass       = [2]int{33, 50}
	lowBassTight  = [2]int{36, 50}
)

// journeys are five ways of listening that differ as far as goals do.
var journeys = []journey{
	{
		name: "calm", bpm: [2]float64{72, 58}, density: [2]float64{2.0, 1.0}, register: [2]float64{68, 67},
		velocity: 0.48, happiness: [2]float64{0.4, 0.63}, tension: [2]float64{0.4, 0.14}, minutes: 20,
		style: Style{
			Pulse: Gentle, ChordSeconds: fixedPair(10, 22), SectionSeconds: fixedPair(110, 200), PhraseSeconds: fixed(10),
			MelodyRest: fixedPair(0.28, 0.48), MelodyRange: [2]int{53, 83}, BassRange: lowBass, MaxTension: fixed(0.4),
			Modes: calmModes, Sustain: sustained, Melody: pianoLed, Colour: bellsBeside, Low: lowEither[:1],
			Cloud: fixed(0.3), Beds: rainAndSea, BedLevel: fixed(0.4),
			ReverbSeconds: fixed(5), ReverbLevel: fixed(0.32),
		},
	},
	{
		name: "focus", bpm: [2]float64{78, 78}, density: [2]float64{2.0, 2.2}, register: [2]float64{66, 66},
		velocity: 0.5, happiness: [2]float64{0.57, 0.57}, tension: [2]float64{0.28, 0.28}, minutes: 25,
		style: Style{
			Pulse: Steady, ChordSeconds: fixedPair(6, 14), SectionSeconds: fixedPair(120, 220), PhraseSeconds: fixed(12),
			MelodyRest: fixedPair(0.4, 0.85), MelodyRange: [2]int{53, 83}, BassRange: lowBass, MaxTension: fixed(0.35),
			Modes: brightModes, Sustain: sustained, Melody: tuned, Colour: pianoLed, Low: lowEither, Kit: fixed(0.5), Hocket: theory.One,
			Beds: rainAndSea[:1], BedLevel: fixed(0.25),
			ReverbSeconds: fixed(2.4), ReverbLevel: fixed(0.22),
		},
	},
	{
		name: "sleep", bpm: [2]float64{56, 48}, density: [2]float64{0.7, 0.3}, register: [2]float64{60, 57},
		velocity: 0.36, happiness: [2]float64{0.5, 0.53}, tension: [2]float64{0.15, 0.07}, minutes: 45,
		style: Style{
			Pulse: Free, ChordSeconds: fixedPair(22, 50), SectionSeconds: fixedPair(150, 240), PhraseSeconds: fixed(20),
			MelodyRest: fixedPair(0.5, 0.85), MelodyRange: [2]int{43, 71}, BassRange: lowBassTight, MaxTension: fixed(0.15),
			Modes: softModes, Sustain: sustained, Melody: pianoLed, Colour: harpLed, Low: lowEither[:1], Beds: rainAndSea, BedLevel: fixed(0.5),
			ReverbSeconds: fixed(9), ReverbLevel: fixed(0.4), Dissolve: true,
		},
	},
	{
		name: "energise", bpm: [2]float64{108, 126}, density: [2]float64{3.2, 4.6}, register: [2]float64{70, 72},
		velocity: 0.62, happiness: [2]float64{0.6, 0.7}, tension: [2]float64{0.3, 0.4}, minutes: 15,
		style: Style{
			Pulse: Steady, ChordSeconds: fixedPair(2.5, 8), SectionSeconds: fixedPair(90, 140), PhraseSeconds: fixed(7),
			MelodyRest: fixedPair(0.25, 0.4), MelodyRange: [2]int{59, 88}, BassRange: lowBass, MaxTension: fixed(0.6),
			Modes: softModes, Sustain: sustained, Melody: tuned, Colour: bellsBeside, Low: lowEither[1:], Kit: fixed(0.8), Hocket: theory.One,
			ReverbSeconds: fixed(1.8), ReverbLevel: fixed(0.18),
		},
	},
	{
		name: "ground", bpm: [2]float64{64, 64}, density: [2]float64{1.2, 1.2}, register: [2]float64{62, 62},
		velocity: 0.46, happiness: [2]float64{0.55, 0.55}, tension: [2]float64{0.15, 0.15}, minutes: 15,
		style: Style{
			Pulse: Gentle, ChordSeconds: fixedPair(7, 10), SectionSeconds: fixedPair(120, 240), PhraseSeconds: fixed(10),
			MelodyRest: fixedPair(0.2, 0.4), MelodyRange: [2]int{49, 77}, BassRange: lowBassTight, MaxTension: fixed(0.15),
			Modes: softModes[:2], Sustain: singleStrings, Melody: singlePiano, Low: lowEither[:1], Beds: rainAndSea[:1], BedLevel: fixed(0.35), Repeat: true,
			ReverbSeconds: fixed(4), ReverbLevel: fixed(0.3),
		},
	},
}
