package journal

import "math"

// The corrected change. Somebody who presses play when they feel worst feels
// better later with or without music, so the raw change flatters every
// sitting. What is credited is only the difference from what would be expected
// of this person from where they began.
const (
	// retest is the correlation of two moods of one person within a sitting's
	// time (design choice: as high as the reliability of single answers lets it
	// be seen).
	retest = 0.6

	// personWeight is the number of pseudo-observations by which a person's
	// mean and spread are drawn to those of people in general (design choice).
	personWeight = 5.0

	// withinSD is the spread of one person's moods over time, in rating units:
	// 18 points of 100, where −1…1 spans the 100 (design choice, usual for
	// daily ratings).
	withinSD = 0.36

	// rewardLimit holds one sitting's reward, so that none decides alone.
	rewardLimit = 2.0

	// keptReward and leftReward credit staying to the end and leaving within
	// leftEarly (design choice, small beside an answer). How long or how often
	// somebody listens is never rewarded.
	keptReward = 0.15
	leftReward = -0.3

	// leftEarly is three minutes of frames at 48 kHz.
	leftEarly = 3 * 60 * 48000

	// Variances of the noise of a reward with answers, and of one from
	// behaviour alone (design choice: as noisy as the outcome itself, and
	// twice the standard deviation where nobody said how it was).
	answeredVariance        = 1.0
	behaviourVarianceFactor = 4.0
)

// A direction says which way a goal wants each rating to go. The sizes add up
// to 1, so that rewards of all goals have one unit.
type direction struct{ valence, energy, tension float64 }

// directions are a design choice: what a person asks for who picks the goal,
// its foremost rating with about half of the weight.
var directions = map[Goal]direction{
	Calm:     {0.3, -0.2, -0.5},
	Unwind:   {0.3, -0.3, -0.4},
	Sleep:    {0, -0.5, -0.5},
	Focus:    {0.3, 0.3, -0.4},
	Uplift:   {0.7, 0.3, 0},
	Energise: {0.3, 0.6, -0.1},
	Meditate: {0.3, 0, -0.7},
	Breathe:  {0.2, -0.1, -0.7},
	Move:     {0.5, 0.3, -0.2},
	Listen:   {0.7, 0, -0.3},
	Ground:   {0.4, 0, -0.6},
	Reflect:  {0.6, 0, -0.4},
	Drift:    {0.7, 0, -0.3},
}

// A person is what one rating usually is for somebody.
type person struct{ mean, sd float64 }

// usually returns the person's mean and spread of one rating, from answers
// that no music came before, both drawn to those of people in general.
func usually(checkIns []CheckIn, rating func(Mood) Rating) person {
	var sum, count float64
	for _, c := range checkIns {
		if value, given := rating(c.Mood).Value(); given && c.When != After {
			sum += value
			count++
		}
	}
	mean := sum / (personWeight + count)
	squares := personWeight * withinSD * withinSD
	for _, c := range checkIns {
		if value, given := rating(c.Mood).Value(); given && c.When != After {
			squares += (value - mean) * (value - mean)
		}
	}
	return person{mean: mean, sd: math.Sqrt(squares / (personWeight + count))}
}

// A rater turns before and after of a goal's sittings into rewards.
type rater struct {
	toward                   direction
	valence, energy, tension person
}

// newRater returns the rater of a goal for the person of the history.
func newRater(history History, goal Goal) rater {
	return rater{
		toward:  directions[goal],
		valence: usually(history.CheckIns, func(m Mood) Rating { return m.Valence }),
		energy:  usually(history.CheckIns, func(m Mood) Rating { return m.Energy }),
		tension: usually(history.CheckIns, func(m Mood) Rating { return m.Tension }),
	}
}

// change returns the corrected change from before to after in the direction of
// the goal, in units of the person's spread, and whether there was anything to
// compare. A rating that is missing on either side counts as no change.
func (r rater) change(before, after Mood) (float64, bool) {
	var sum float64
	var compared bool
	add := func(weight float64, usual person, from, to Rating) {
		p, hasBefore := from.Value()
		q, hasAfter := to.Value()
		if weight == 0 || !hasBefore || !hasAfter {
			return
		}
		expected := usual.mean + retest*(p-usual.mean)
		sum += weight * (q - expected) / usual.sd
		compared = true
	}
	add(r.toward.valence, r.valence, before.Valence, after.Valence)
	add(r.toward.energy, r.energy, before.Energy, after.Energy)
	add(r.toward.tension, r.tension, before.Tension, after.Tension)
	return sum, compared
}

// A lesson is what one sitting says: a reward, and how far to trust it.
type lesson struct {
	dials    Dials
	reward   float64
	variance float64
	answered bool
}

// lessonOf returns the lesson of a sitting; false when it says nothing: it was
// cut off and nobody answered.
func (r rater) lessonOf(sitting Sitting, before, after Mood) (lesson, bool) {
	change, answered := r.change(before, after)
	var behaviour float64
	switch {
	case sitting.Ended == Landed:
		behaviour = keptReward
	case sitting.Ended == Stopped && sitting.Frames < leftEarly:
		behaviour = leftReward
	case !answered && sitting.Ended != Stopped:
		return lesson{}, false
	}
	variance := answeredVariance
	if !answered {
		variance *= behaviourVarianceFactor
	}
	reward := math.Max(-rewardLimit, math.Min(rewardLimit, change+behaviour))
	return lesson{sitting.Dials, reward, variance, answered}, true
}
