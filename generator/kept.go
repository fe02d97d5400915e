package generator

import (
	"errors"
	"math"
	"slices"

	"dulcet/generator/score"
	"dulcet/journal"
)

// The steps in which a brief keeps its numbers. All of them are rounded here,
// before anything is computed, so that a brief, its record and its code are of
// the same piece on every machine (design choices: each is finer than what is
// heard or said, and the worst of all briefs fits into a code).
const (
	moodSteps       = 100 // in one unit: the whole numbers of −100…100
	minuteSteps     = 600 // in a minute: tenths of a second
	courseSteps     = 10  // in one unit
	breathSteps     = 4   // in a second, of a breath that is paced
	passiveSteps    = 20  // in a second, of a breath that is the listener's own
	optionSteps     = 2   // in a minute: of rounds, bells and dawn
	modulationSteps = 100 // in one unit: percent
)

// The most that some options may be. What is longer is no breath, no round, no
// warm-up and no sigh (design choices).
const (
	maxBreathSeconds = 20 // of each part
	maxWorkMinutes   = 240
	maxBreakMinutes  = 120
	maxWarmUpMinutes = 60
	maxBellsMinutes  = 240
	maxAgainSeconds  = 5
	maxModulation    = 0.5
)

// inSteps returns the number that is nearest to x among those with so many
// steps in one unit.
func inSteps(x float64, steps int) float64 {
	return math.Round(x*float64(steps))/float64(steps) + 0 // + 0 turns −0 into 0
}

// someIn is inSteps for what is asked for or not: what is more than nothing
// stays so.
func someIn(x float64, steps int) float64 {
	if x > 0 {
		return max(inSteps(x, steps), 1/float64(steps))
	}
	return 0
}

// asKept rounds a complete mood. A brief that is made from a record is so the
// brief that the record was made from.
func asKept(m journal.Mood) journal.Mood {
	keep := func(r journal.Rating) journal.Rating { return journal.Rated(inSteps(r.Or(0), moodSteps)) }
	return journal.Mood{Valence: keep(m.Valence), Energy: keep(m.Energy), Tension: keep(m.Tension)}
}

// asKept rounds the options of a sitting of so many minutes.
func (o Options) asKept(minutes float64) Options {
	o.Course.Reach = inSteps(o.Course.Reach, courseSteps)
	o.Course.Slow = inSteps(o.Course.Slow, courseSteps)
	o.Breath = o.Breath.asKept()
	o.Rounds.Work = someIn(o.Rounds.Work, optionSteps)
	o.Rounds.Rest = someIn(o.Rounds.Rest, optionSteps)
	o.Bells = o.Bells.asKept(minutes)
	o.DawnMinutes = someIn(o.DawnMinutes, optionSteps)
	o.Modulation = someIn(o.Modulation, modulationSteps)
	return o
}

// asKept rounds the breath. A passive one has a rate and nothing that is held.
func (b Breath) asKept() Breath {
	if b.Passive {
		return Breath{In: someIn(b.In, passiveSteps), Out: someIn(b.Out, passiveSteps), Passive: true}
	}
	for _, seconds := range []*float64{&b.In, &b.Hold, &b.Out, &b.Rest, &b.Again} {
		*seconds = someIn(*seconds, breathSteps)
	}
	return b
}

// of leaves out what belongs to another goal, and wishes for parts that are
// refused or that do not exist.
func (o Options) of(goal journal.Goal) Options {
	const every = 1<<score.PartCount - 1
	o.Refused &= every
	o.Wanted &= every &^ o.Refused
	if goal != journal.Focus {
		o.Rounds, o.Modulation = Rounds{}, 0
	}
	if goal != journal.Meditate {
		o.Bells, o.Silence = Bells{}, false
	}
	if goal != journal.Sleep {
		o.DawnMinutes = 0
	}
	return o
}

// asKept rounds the bells of a sitting of so many minutes, and leaves out those
// beside regular ones and after the end.
func (b Bells) asKept(minutes float64) Bells {
	kept := Bells{WarmUp: someIn(b.WarmUp, optionSteps), Every: someIn(b.Every, optionSteps)}
	if kept.Every > 0 {
		return kept
	}
	for _, minute := range b.At {
		// The first bell of all ends the warm-up: none follows it at once.
		if minute = inSteps(minute, optionSteps); minute > 0 && kept.WarmUp+minute <= minutes {
			kept.At = append(kept.At, minute)
		}
	}
	slices.Sort(kept.At)
	kept.At = slices.Compact(kept.At)
	return kept
}

// errCrowded is wrapped with ErrOptions by NewBrief where the options have no
// room in a code: only a list of bells can be so long.
var errCrowded = errors.New("so many bells at times of their own have no room in a sitting's code: name fewer, or ring them regularly")
