package generator

import (
	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/journal"
)

// A palette is who may play for a goal, each with its weight.
type palette struct {
	sustain []compose.Voice
	melody  []compose.Voice
	colour  []compose.Voice // answers and single strokes
	low     []compose.Voice
	kit     float64 // 0…1
	cloud   float64 // 0…1
}

// v weighs a part.
func v(part score.Part, weight int) compose.Voice { return compose.Voice{Part: part, Weight: weight} }

// palettes says who plays for each goal. Grounding is foreseeable: one
// sustain, one piano, nothing that rings or breathes. Nothing like a voice
// sings where one works: the vocal is what disturbs (Jones & Macken 1993).
// Bowls and voices belong to meditation, drums to what moves. What has a
// pulse has no cloud, which would blur it.
var palettes = map[journal.Goal]palette{
	journal.Calm: {
		sustain: []compose.Voice{v(score.Strings, 3), v(score.Glass, 2)},
		melody:  []compose.Voice{v(score.Piano, 4), v(score.Harp, 2), v(score.Kalimba, 1), v(score.Flute, 1)},
		colour:  []compose.Voice{v(score.Bell, 2), v(score.Harp, 2), v(score.Flute, 1), v(score.Kalimba, 1)},
		low:     []compose.Voice{v(score.Bass, 1)}, cloud: 0.3,
	},
	journal.Unwind: {
		sustain: []compose.Voice{v(score.Strings, 3), v(score.Glass, 1)},
		melody:  []compose.Voice{v(score.Piano, 3), v(score.ElectricPiano, 3), v(score.Harp, 1), v(score.Kalimba, 1)},
		colour:  []compose.Voice{v(score.Harp, 2), v(score.Bell, 1), v(score.Flute, 1)},
		low:     []compose.Voice{v(score.Bass, 1), v(score.UprightBass, 2)}, cloud: 0.3,
	},
	journal.Sleep: {
		sustain: []compose.Voice{v(score.Strings, 1), v(score.Glass, 1)},
		melody:  []compose.Voice{v(score.Piano, 2), v(score.Harp, 2)},
		low:     []compose.Voice{v(score.Bass, 1)}, cloud: 0.15,
	},
	journal.Focus: {
		sustain: []compose.Voice{v(score.Strings, 1), v(score.Glass, 2)},
		melody:  []compose.Voice{v(score.ElectricPiano, 4), v(score.Kalimba, 2), v(score.Marimba, 2), v(score.Harp, 2)},
		colour:  []compose.Voice{v(score.Piano, 2), v(score.Harp, 1)},
		low:     []compose.Voice{v(score.Bass, 2), v(score.UprightBass, 1)}, kit: 0.4,
	},
	journal.Uplift: {
		sustain: []compose.Voice{v(score.Strings, 3), v(score.Glass, 1)},
		melody:  []compose.Voice{v(score.Piano, 4), v(score.ElectricPiano, 2), v(score.Harp, 1), v(score.Marimba, 1), v(score.Flute, 1)},
		colour:  []compose.Voice{v(score.Bell, 2), v(score.Harp, 2), v(score.Flute, 1), v(score.Kalimba, 1)},
		low:     []compose.Voice{v(score.Bass, 1), v(score.UprightBass, 2)}, kit: 0.45,
	},
	journal.Energise: {
		sustain: []compose.Voice{v(score.Strings, 1), v(score.Glass, 1)},
		melody:  []compose.Voice{v(score.Marimba, 3), v(score.ElectricPiano, 3), v(score.Kalimba, 1), v(score.Piano, 1), v(score.Harp, 1)},
		colour:  []compose.Voice{v(score.Bell, 1), v(score.Harp, 2), v(score.Kalimba, 1)},
		low:     []compose.Voice{v(score.UprightBass, 3), v(score.Bass, 1)}, kit: 0.8,
	},
	journal.Meditate: {
		sustain: []compose.Voice{v(score.Glass, 2), v(score.Choir, 2), v(score.Strings, 1)},
		melody:  []compose.Voice{v(score.Harp, 2), v(score.Flute, 2), v(score.Piano, 1)},
		colour:  []compose.Voice{v(score.Bowl, 4), v(score.Bell, 1)},
		low:     []compose.Voice{v(score.Bass, 1)}, cloud: 0.45,
	},
	journal.Breathe: {
		sustain: []compose.Voice{v(score.Strings, 1), v(score.Glass, 1)},
		melody:  []compose.Voice{v(score.Piano, 2), v(score.Harp, 2), v(score.Flute, 1)},
		colour:  []compose.Voice{v(score.Bowl, 3), v(score.Harp, 1)},
		low:     []compose.Voice{v(score.Bass, 1)}, cloud: 0.2,
	},
	journal.Move: {
		sustain: []compose.Voice{v(score.Strings, 2), v(score.Glass, 2)},
		melody:  []compose.Voice{v(score.Kalimba, 3), v(score.Harp, 3), v(score.Piano, 1), v(score.Flute, 1)},
		colour:  []compose.Voice{v(score.Bell, 1), v(score.Flute, 2), v(score.Harp, 1)},
		low:     []compose.Voice{v(score.Bass, 1), v(score.UprightBass, 1)}, kit: 0.25,
	},
	journal.Listen: {
		sustain: []compose.Voice{v(score.Strings, 3), v(score.Glass, 2), v(score.Choir, 1)},
		melody: []compose.Voice{
			v(score.Piano, 3), v(score.Harp, 2), v(score.Flute, 2), v(score.ElectricPiano, 1), v(score.Kalimba, 1), v(score.Marimba, 1),
		},
		colour: []compose.Voice{v(score.Bell, 2), v(score.Bowl, 1), v(score.Harp, 2), v(score.Flute, 2), v(score.Kalimba, 1)},
		low:    []compose.Voice{v(score.Bass, 1), v(score.UprightBass, 1)}, cloud: 0.4,
	},
	journal.Ground: {
		sustain: []compose.Voice{v(score.Strings, 1)},
		melody:  []compose.Voice{v(score.Piano, 1)},
		low:     []compose.Voice{v(score.Bass, 1)},
	},
	journal.Reflect: {
		sustain: []compose.Voice{v(score.Strings, 2), v(score.Glass, 2)},
		melody:  []compose.Voice{v(score.Piano, 4), v(score.ElectricPiano, 1), v(score.Harp, 1)},
		colour:  []compose.Voice{v(score.Bell, 1), v(score.Harp, 2), v(score.Flute, 1)},
		low:     []compose.Voice{v(score.Bass, 2), v(score.UprightBass, 1)}, cloud: 0.35,
	},
	journal.Drift: {
		sustain: []compose.Voice{v(score.Strings, 3), v(score.Glass, 3), v(score.Choir, 1)},
		melody: []compose.Voice{
			v(score.Piano, 3), v(score.Harp, 2), v(score.ElectricPiano, 2), v(score.Kalimba, 1), v(score.Marimba, 1), v(score.Flute, 1),
		},
		colour: []compose.Voice{v(score.Bell, 2), v(score.Bowl, 1), v(score.Harp, 2), v(score.Flute, 1), v(score.Kalimba, 1)},
		low:    []compose.Voice{v(score.Bass, 1), v(score.UprightBass, 1)}, kit: 0.2, cloud: 0.45,
	},
}

// scenes says which soundscapes belong to each goal. A weight of 0 is for what
// only ever joins another, as thunder joins rain. Water does most good (Buxton
// et al. 2021); nothing that could startle where one sleeps or needs ground.
var scenes = map[journal.Goal][]compose.Voice{
	journal.Calm:     {v(score.Stream, 3), v(score.Rain, 2), v(score.Sea, 2), v(score.Wind, 1), v(score.Birds, 0)},
	journal.Unwind:   {v(score.Fire, 3), v(score.Rain, 3), v(score.Insects, 2), v(score.Sea, 1), v(score.Thunder, 0)},
	journal.Sleep:    {v(score.Rain, 3), v(score.Sea, 2), v(score.Noise, 2), v(score.Stream, 1)},
	journal.Focus:    {v(score.Rain, 3), v(score.Stream, 2), v(score.Train, 2), v(score.Noise, 2)},
	journal.Uplift:   {v(score.Birds, 3), v(score.Stream, 2), v(score.Wind, 1)},
	journal.Meditate: {v(score.Stream, 2), v(score.Sea, 2), v(score.Wind, 2), v(score.Birds, 0)},
	journal.Breathe:  {v(score.Sea, 4), v(score.Wind, 2), v(score.Stream, 1)},
	journal.Move:     {v(score.Birds, 2), v(score.Stream, 2), v(score.Wind, 2)},
	journal.Listen: {
		v(score.Rain, 2), v(score.Sea, 2), v(score.Stream, 2), v(score.Wind, 1), v(score.Fire, 1), v(score.Insects, 1),
		v(score.Birds, 1), v(score.Cafe, 1), v(score.Train, 1), v(score.Thunder, 0),
	},
	journal.Ground:  {v(score.Rain, 2), v(score.Stream, 1)},
	journal.Reflect: {v(score.Rain, 3), v(score.Fire, 2), v(score.Birds, 2), v(score.Cafe, 1), v(score.Stream, 1)},
	journal.Drift: {
		v(score.Rain, 2), v(score.Sea, 2), v(score.Stream, 2), v(score.Wind, 2), v(score.Fire, 1), v(score.Insects, 1),
		v(score.Birds, 1), v(score.Cafe, 1), v(score.Train, 1), v(score.Noise, 1), v(score.Thunder, 0),
	},
}

// partsOf returns which parts the brief's piece can ask for. Only these are
// built.
func partsOf(b Brief) Parts {
	c := castOf(b)
	return c.asks()
}
