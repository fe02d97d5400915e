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

// A limit is what no mood, no taste, no wish and no option crosses under a goal.
// The ranges of its music that nothing crosses either are those of its purpose.
type limit struct {
	// rise is how many LU the loudness may rise by within 400 ms; 0 is where a
	// sudden entry is welcome.
	rise float64
	// onset is how many seconds any note takes at least until it has risen to
	// 90 %; 0 leaves that to the instruments.
	onset float64
	// highest is the highest MIDI pitch of anything, lowestBass the lowest of all;
	// 0 leaves them to the registers.
	highest, lowestBass int
	bars                []bar
}

// little is the rise where nothing may startle, and some twice that, where the
// music accompanies breath or thought (design choices: a step of 3 LU is plainly
// heard and startles nobody).
const (
	little = 3.0
	some   = 6.0
)

// usualBass is the lowest pitch of a bass where nothing is said of it: A1, 55 Hz,
// where small speakers still speak (design choice).
const usualBass = 33

// limits holds the hard limits of each goal.
var limits = map[journal.Goal]limit{
	// Percussive sound raises skin conductance (van der Zwaag and others 2011), and
	// crescendos the tone of the vessels (Bernardi and others 2009): nothing is
	// struck hard where tension must fall.
	journal.Calm: {rise: little, bars: []bar{
		{partsIn(score.Kit), "drums keep the body awake, and calm lets it down"},
		{partsIn(score.Thunder), "nothing may startle in calm"},
	}},
	journal.Unwind: {rise: some},
	// Sleep's music is dark (Kirk & Timmers 2024), low and without events: what is
	// struck hard, what rings out and what speaks would be one.
	journal.Sleep: {rise: little, highest: 76, lowestBass: 36, bars: []bar{
		{partsIn(score.Kit, score.Kalimba, score.Marimba, score.Bell, score.Bowl), "what is struck or rings out would wake"},
		{partsIn(score.Flute, score.Cafe, score.Birds), "what sounds like a voice, or like morning, would wake"},
		{partsIn(score.Thunder), "nothing may startle in sleep"},
	}},
	// Voices that one half understands disturb work most (Jones & Macken 1993).
	journal.Focus: {bars: []bar{
		{partsIn(score.Choir, score.Flute, score.Cafe), "nothing like a voice sounds where one works"},
	}},
	journal.Uplift:   {},
	journal.Energise: {},
	journal.Meditate: {rise: some, bars: []bar{
		{partsIn(score.Kit), "there is no beat in meditate"},
		{partsIn(score.Thunder), "nothing may startle in meditate"},
	}},
	journal.Breathe: {rise: some, bars: []bar{
		{partsIn(score.Kit), "drums would lead the breath away from its own pace"},
		{partsIn(score.Thunder), "nothing may startle in breathe"},
	}},
	journal.Move:   {},
	journal.Listen: {},
	// After what is known of startle, which grows as a rise gets shorter, and of
	// safety (SAMHSA 2014); the numbers are design choices. Nothing rings, whispers,
	// sings, glides, reverses, surges or strikes; nothing lies above E5; the bass
	// ends at C2, 65 Hz, where there is no rumble yet. An onset takes 80 ms from a
	// tenth to nine tenths of what is heard of it; since a string dies away while
	// it still rises, that takes more than twice as long (measured:
	// TestGround_lets_every_note_swell).
	journal.Ground: {rise: little, onset: 0.19, highest: 76, lowestBass: 36, bars: []bar{
		{partsIn(score.Bell, score.Bowl, score.Kalimba, score.Marimba, score.Kit), "nothing is struck or rings in ground"},
		{partsIn(score.ElectricPiano), "nothing wanders from side to side in ground"},
		{partsIn(score.Choir, score.Flute, score.Cafe), "nothing breathes, whispers or sings in ground"},
		{partsIn(score.Thunder, score.Fire, score.Train, score.Insects), "nothing sudden sounds in ground"},
		{partsIn(score.Sea, score.Wind, score.Birds, score.Cloud), "nothing surges or glides in ground"},
	}},
	journal.Reflect: {rise: some, bars: []bar{
		{partsIn(score.Kit), "reflect keeps out of the way of writing"},
	}},
	journal.Drift: {},
}

// barredFrom returns what a goal never plays.
func barredFrom(goal journal.Goal) (barred Parts) {
	for _, b := range limits[goal].bars {
		barred |= b.parts
	}
	return barred
}

// riseOf returns how many LU a goal's loudness may rise by within 400 ms, 0
// where a sudden entry is welcome.
func riseOf(goal journal.Goal) float64 { return limits[goal].rise }

// startles reports whether a sudden rise would defeat the goal.
func startles(goal journal.Goal) bool { return riseOf(goal) == little }

// within returns what of the options the goal allows, in a sitting of some
// minutes, and a reason for everything that is left out or changed.
func (o Options) within(goal journal.Goal, minutes float64) (Options, []Reason) {
	var reasons []Reason
	leave := func(about, text string) { reasons = append(reasons, Reason{about, text}) }
	if both := o.Wanted & o.Refused; both != 0 {
		leave("parts", listed(both)+" was both asked for and refused: it does not play")
		o.Wanted &^= both
	}
	for _, b := range limits[goal].bars {
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
