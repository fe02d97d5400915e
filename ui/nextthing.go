package ui

import (
	"cmp"
	"math"
	"slices"
	"time"

	"dulcet/generator"
	"dulcet/journal"
)

// A Suggestion is a good next thing for the hour, the mood, and what somebody
// usually does.
type Suggestion struct {
	Goal    journal.Goal
	Minutes float64
	Reason  string // why, in a few words
}

// How much habits say (design choices). A habit that has been seen often speaks
// as loudly as a mood of half the scale.
const (
	habitSpan   = 56 * 24 * time.Hour // only so far back: habits change
	habitHours  = 1.5                 // a sitting counts within so many hours of the hour, around the clock
	habitWeight = 0.8                 // of a goal that is all that is ever done at this hour
	habitDoubt  = 3                   // sittings of no habit at all that are taken to be there, so that one or two make none
	saysMuch    = 0.15                // of a goal's score, from which an answer is named as the reason
	leastHeard  = 2 * time.Minute     // of a sitting that was not heard to its end, for it to be one of a habit
	minutesFrom = 5                   // the latest sittings of a goal whose minutes are looked at
)

// nextThing returns a good next thing. The mood is the latest answer, empty where
// there is none or it is long past. poles are the words of the three questions;
// the reason names one of them where the mood has decided.
func nextThing(history journal.History, mood journal.Mood, now time.Time, poles [3][2]string) Suggestion {
	recent := since(history, now.Add(-habitSpan)).Sittings
	habit := habitsAt(recent, now)
	goal := ranked("", func(g journal.Goal) float64 { return fitting(g, mood, now) + habitWeight*habit[g] })[0]
	s := Suggestion{Goal: goal, Minutes: usualMinutes(recent, goal)}
	s.Reason = "for " + partOfDay(now)
	if said := decisive(goal, mood, now, poles); said != "" {
		s.Reason = "you said: " + said
	}
	if goal != suggest(mood, now, "")[0] {
		s.Reason = "often at this hour"
	}
	return s
}

// habitsAt returns the share of each goal, 0…1, in what was played around the
// hour of now.
func habitsAt(sittings []journal.Sitting, now time.Time) map[journal.Goal]float64 {
	zones := map[string]*time.Location{}
	shares := map[journal.Goal]float64{}
	total := float64(habitDoubt)
	hour := hourOf(now)
	for _, s := range sittings {
		if s.Ended != journal.Landed && heard(s) < leastHeard {
			continue
		}
		apart := math.Abs(hourOf(lived(s.Stamp, zones)) - hour)
		if math.Min(apart, 24-apart) <= habitHours {
			shares[s.Goal]++
			total++
		}
	}
	for goal := range shares {
		shares[goal] /= total
	}
	return shares
}

// hourOf is the hour of the day with its fraction, 0…24.
func hourOf(t time.Time) float64 { return float64(t.Hour()) + float64(t.Minute())/60 }

// usualMinutes is the middle one of the lengths that were asked for lately, or
// the goal's own.
func usualMinutes(sittings []journal.Sitting, goal journal.Goal) float64 {
	var minutes []float64
	for _, s := range slices.Backward(sittings) {
		if s.Goal == goal && s.Minutes > 0 && len(minutes) < minutesFrom {
			minutes = append(minutes, s.Minutes)
		}
	}
	if len(minutes) == 0 {
		return generator.DefaultMinutes(goal)
	}
	slices.SortFunc(minutes, cmp.Compare[float64])
	return math.Max(generator.MinMinutes, math.Min(generator.MaxMinutes, minutes[len(minutes)/2]))
}

// decisive is the answer that speaks most for the goal, as the pole of its
// question, or empty where none says much.
func decisive(goal journal.Goal, mood journal.Mood, now time.Time, poles [3][2]string) string {
	text, most := "", saysMuch
	for i, rating := range []*journal.Rating{&mood.Valence, &mood.Energy, &mood.Tension} {
		answer := *rating
		with := fitting(goal, mood, now)
		*rating = journal.Rating{}
		worth := with - fitting(goal, mood, now)
		*rating = answer
		if worth < most {
			continue
		}
		most, text = worth, poles[i][0]
		if answer.Or(0) > 0 {
			text = poles[i][1]
		}
	}
	return text
}
