package generator

import (
	"fmt"
	"strings"

	"dulcet/generator/score"
	"dulcet/journal"
)

// A bar is what a goal never plays, whoever asks, and why.
type bar struct {
	parts   Parts
	because string // completes "… are left out: "
}

// bars are the hard limits of each goal on who plays. Nothing crosses them: no
// mood, no taste, no wish. The numbers that belong to them are in purposes and
// manners.
var bars = map[journal.Goal][]bar{
	// Percussive sound raises skin conductance (van der Zwaag and others 2011):
	// nothing is struck hard where tension must fall.
	journal.Calm: {
		{partsIn(score.Kit), "drums keep the body awake, and calm lets it down"},
		{partsIn(score.Thunder), "nothing may startle in calm"},
	},
	// Sleep's music is dark and without events (Kirk & Timmers 2024): what
	// is struck hard, what rings out and what speaks would be one.
	journal.Sleep: {
		{partsIn(score.Kit, score.Kalimba, score.Marimba, score.Bell, score.Bowl), "what is struck or rings out would wake"},
		{partsIn(score.Flute, score.Cafe, score.Birds), "what sounds like a voice, or like morning, would wake"},
		{partsIn(score.Thunder), "nothing may startle in sleep"},
	},
	// Voices that one half understands disturb work most (Jones & Macken 1993).
	journal.Focus: {
		{partsIn(score.Choir, score.Flute, score.Cafe), "nothing like a voice sounds where one works"},
	},
	journal.Meditate: {
		{partsIn(score.Kit), "there is no beat in meditate"},
		{partsIn(score.Thunder), "nothing may startle in meditate"},
	},
	journal.Breathe: {
		{partsIn(score.Kit), "drums would lead the breath away from its own pace"},
		{partsIn(score.Thunder), "nothing may startle in breathe"},
	},
	// After what is known of startle and of safety (SAMHSA 2014; design
	// choice): nothing rings, whispers, sings, glides, reverses, surges or
	// strikes.
	journal.Ground: {
		{partsIn(score.Bell, score.Bowl, score.Kalimba, score.Marimba, score.Kit), "nothing is struck or rings in ground"},
		{partsIn(score.ElectricPiano), "nothing wanders from side to side in ground"},
		{partsIn(score.Choir, score.Flute, score.Cafe), "nothing breathes, whispers or sings in ground"},
		{partsIn(score.Thunder, score.Fire, score.Train, score.Insects), "nothing sudden sounds in ground"},
		{partsIn(score.Sea, score.Wind, score.Birds, score.Cloud), "nothing surges or glides in ground"},
	},
	journal.Reflect: {
		{partsIn(score.Kit), "reflect keeps out of the way of writing"},
	},
}

// barredFrom returns what a goal never plays.
func barredFrom(goal journal.Goal) (barred Parts) {
	for _, b := range bars[goal] {
		barred |= b.parts
	}
	return barred
}

// softestAttack returns how many seconds any note of a goal takes at least until
// it has risen to 90 %, 0 where nothing is asked: startle grows as the rise gets
// shorter. Where one needs ground an onset takes 80 ms from a tenth to nine tenths
// of what is heard of it (design choice); since a string dies away while its onset
// still rises, that takes an onset of more than twice as long (measured:
// TestGround_lets_every_note_swell).
func softestAttack(goal journal.Goal) float64 {
	if goal == journal.Ground {
		return 0.19
	}
	return 0
}

// The lowest and highest MIDI pitch of anything but the bass where one needs
// ground: no very high and no very low sound. The bass goes on downwards to C2,
// 65 Hz, where there is still no rumble: SCIENCE allows nothing under 50 Hz
// (design choices).
const (
	groundLowest  = 48
	groundHighest = 76
)

// within returns what of the options the goal allows, in a sitting of some
// minutes, and a reason for everything that is left out or changed.
func (o Options) within(goal journal.Goal, minutes float64) (Options, []Reason) {
	var reasons []Reason
	leave := func(about, text string) { reasons = append(reasons, Reason{about, text}) }
	if both := o.Wanted & o.Refused; both != 0 {
		leave("parts", listed(both)+" was both asked for and refused: it does not play")
		o.Wanted &^= both
	}
	for _, b := range bars[goal] {
		if asked := o.Wanted & b.parts; asked != 0 {
			leave("parts", listed(asked)+": left out, "+b.because)
			o.Wanted &^= asked
		}
	}
	for _, belongs := range [...]struct {
		asked bool
		name  string
		to    journal.Goal
	}{
		{o.Rounds != Rounds{}, "rounds of work and rest", journal.Focus},
		{o.Modulation > 0, "the modulation", journal.Focus},
		{!o.Bells.none(), "bells that mark the time", journal.Meditate},
		{o.Silence, "silence between bells", journal.Meditate},
		{o.DawnMinutes > 0, "a dawn", journal.Sleep},
	} {
		if belongs.asked && goal != belongs.to {
			leave("options", fmt.Sprintf("%s: left out, only %s has that", belongs.name, belongs.to))
		}
	}
	if _, _, comes := (Brief{Goal: goal, Minutes: minutes, Options: o}).dawn(); goal == journal.Sleep && o.DawnMinutes > 0 && !comes {
		leave("dawn", fmt.Sprintf("a dawn takes %g minutes at least, and no more than half of the sitting: left out", leastDawn))
	}
	if goal == journal.Ground && o.Breath.holds() && !o.Breath.Passive {
		leave("breath", "no breath is held in ground: it goes in and out without")
	}
	if _, allowed := chime(o.Refused | barredFrom(goal)); !allowed && goal == journal.Meditate && !o.Bells.none() {
		leave("bells", "bowl and bell were refused: nothing marks the time")
	}
	if c := castOf(Brief{Goal: goal, Options: o.of(goal), Minutes: minutes}); c.asks() == 0 {
		leave("parts", "everything that "+string(goal)+" could play was refused: nothing is left, and it is silent")
	}
	return o, reasons
}

// listed names parts as people do.
func listed(parts Parts) string {
	names := parts.Names()
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
