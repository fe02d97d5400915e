package generator

import (
	"math"

	"dulcet/generator/compose"
	"dulcet/generator/score"
)

// leastRound is the shortest work, and the shortest break, in minutes: less has
// no room for music that turns (design choice).
const leastRound = 1.0

// turns returns where work and breaks turn in a sitting of so many frames.
// Without a break every round of work begins with a turn of its own.
func (r Rounds) turns(whole int64) (turns []compose.Turn) {
	if r.Work <= 0 {
		return nil
	}
	work, rest := math.Max(r.Work, leastRound), r.Rest
	if rest > 0 {
		rest = math.Max(rest, leastRound)
	}
	at := func(minutes float64) int64 { return int64(math.Round(minutes * 60 * Rate)) }
	for minute := work; at(minute) < whole; minute += work {
		if rest > 0 {
			turns = append(turns, compose.Turn{Frame: at(minute), Break: true})
			minute += rest
		}
		if at(minute) < whole {
			turns = append(turns, compose.Turn{Frame: at(minute)})
		}
	}
	return turns
}

// signal returns who plays the figure of a turn: a soft bell, else the first
// that is left of those that are plucked or struck, else nobody.
func signal(barred Parts) score.Part {
	for _, part := range [...]score.Part{score.Bell, score.Kalimba, score.Harp, score.ElectricPiano, score.Piano, score.Marimba} {
		if !barred.has(part) {
			return part
		}
	}
	return score.PartCount
}
