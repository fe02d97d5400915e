package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// A Pulse says how the beat is felt.
type Pulse uint8

// The pulses.
const (
	Free   Pulse = iota // no beat: notes float
	Gentle              // a beat that breathes
	Steady              // a beat to move or work to
)

// Style is what a goal asks of the music whatever the mood: the ranges that
// nothing crosses.
type Style struct {
	Pulse          Pulse
	Meter          int             // beats in a bar, 2 to 7; 0 lets the piece choose three or four
	Breath         Breath          // a cycle that phrases and chords keep to; zero is none
	ChordSeconds   [2]theory.Fixed // shortest and longest time on one chord
	SectionSeconds [2]theory.Fixed // shortest and longest section
	PhraseSeconds  theory.Fixed    // length of a melody phrase with its rest
	MelodyRest     [2]theory.Fixed // least and most share of a phrase that is silent, 0…One
	MelodyRange    [2]int          // lowest and highest MIDI pitch of the melody
	BassRange      [2]int          // lowest and highest MIDI pitch of the bass
	MaxTension     theory.Fixed    // 0…One
	MostBrightness theory.Fixed    // Hz: what no arch of a section crosses; 0 leaves it free
	Quartal        theory.Fixed    // 0…One: how much chords of stacked fourths are liked
	Cluster        theory.Fixed    // 0…One: how much seconds in the middle of a chord are liked
	Hocket         theory.Fixed    // 0…One: how likely a section that returns shares its line between two parts
	Surprise       theory.Fixed    // bits a note of the melody, as package surprise measures them; 0 leaves it free
	Modes          []theory.Mode   // allowed; the happiness of the moment chooses among them
	Sustain        []Voice         // pitched parts that may hold the chords, by weight
	Melody         []Voice         // pitched parts that may carry the melody
	Colour         []Voice         // pitched parts that may answer or decorate
	Low            []Voice         // pitched parts that may carry the bass
	Kit            theory.Fixed    // 0…One: how much the drums play, 0 being none
	Drums          bool            // the kit was asked for: it plays with every material
	Cloud          theory.Fixed    // 0…One: highest level of the granular cloud
	Beds           []Voice         // beds that may sound
	Stay           []score.Part    // beds, and the cloud, that were asked for: they sound from the first frame to the landing, and no other bed does
	BedLevel       theory.Fixed    // 0…One: level of the bed
	Chimes         Chimes          // that mark the time
	Rounds         Rounds          // work and breaks in turn
	Silent         bool            // no music: only chimes and beds
	Repeat         bool            // one eight-bar form that repeats, for goals that must be foreseeable
	ReverbSeconds  theory.Fixed    // RT60
	ReverbLevel    theory.Fixed    // 0…One
	LandSeconds    theory.Fixed    // how long before the deadline the landing starts
	Dissolve       bool            // the landing thins out and fades instead of closing with a cadence
}

// A Voice is a part with the weight with which it is chosen.
type Voice struct {
	Part   score.Part
	Weight int
}
