package ui

import (
	"math"
	"slices"
	"time"

	"dulcet/journal"
)

// lateFrom and lateUntil are the hours between which a person is more likely
// to want rest: nothing then starts with energise or move.
const (
	lateFrom  = 21
	lateUntil = 5
)

// suggest returns every goal, the most fitting first. A skipped question
// counts as neutral. first, if not empty, goes to the front.
func suggest(mood journal.Mood, at time.Time, first journal.Goal) []journal.Goal {
	return ranked(first, func(goal journal.Goal) float64 { return fitting(goal, mood, at) })
}

// ranked returns every goal, the one with the highest score first. first, if not
// empty, goes to the front.
func ranked(first journal.Goal, score func(journal.Goal) float64) []journal.Goal {
	goals := journal.Goals()
	slices.SortStableFunc(goals, func(a, b journal.Goal) int {
		switch x, y := score(a), score(b); {
		case a == first || b == first:
			return map[bool]int{true: -1, false: 1}[a == first]
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return goals
}

// fitting scores a goal. The weights are a design choice and follow one rule:
// a goal scores for what the mood lacks and for the hour at which people mostly
// want it. Tension speaks for calm and breathing, and together with feeling
// unwell for the steady ground; low spirits for uplift; no energy for energise
// by day, for rest in the evening and sleep by night; working hours for focus,
// evening for unwinding.
func fitting(goal journal.Goal, mood journal.Mood, at time.Time) float64 {
	well, energy, tense := mood.Valence.Or(0), mood.Energy.Or(0), mood.Tension.Or(0)
	hour := at.Hour()
	late := hour >= lateFrom || hour < lateUntil
	between := func(from, until int, worth float64) float64 {
		if hour >= from && hour < until {
			return worth
		}
		return 0
	}
	atNight := func(worth, otherwise float64) float64 {
		if late {
			return worth
		}
		return otherwise
	}
	switch goal {
	case journal.Calm:
		return 0.20 + 0.90*tense
	case journal.Unwind:
		return 0.10 + 0.60*tense + between(17, 21, 0.45) + atNight(0.30, 0)
	case journal.Sleep:
		return atNight(0.60-0.50*energy+0.10*tense, -1)
	case journal.Focus:
		return 0.10 + between(8, 17, 0.40) + 0.25*energy - 0.60*math.Max(tense, 0) + 0.20*math.Min(well, 0)
	case journal.Uplift:
		return 0.10 - 0.80*well + atNight(-0.20, 0)
	case journal.Energise:
		return 0.10 - 0.70*energy + between(6, 11, 0.20) - between(18, lateFrom, 0.45) + atNight(-2, 0)
	case journal.Meditate:
		return 0.15 + 0.15*tense
	case journal.Breathe:
		return 0.05 + 0.80*math.Max(tense-0.2, 0)
	case journal.Move:
		return 0.05 + between(6, 10, 0.20) + 0.20*energy + atNight(-1, 0)
	case journal.Listen:
		return 0.12 + 0.20*well
	case journal.Ground:
		return 0.05 + 1.80*math.Max(tense, 0)*math.Max(-well, 0)
	case journal.Reflect:
		return 0.08 - 0.15*well + between(18, 24, 0.10)
	default: // drift fits always and a little
		return 0.14 - 0.20*math.Max(tense, 0)
	}
}
