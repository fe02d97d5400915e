package journal

import (
	"math"
	"time"

	"gonum.org/v1/gonum/mat"
)

// The model of learning, a Bayesian linear regression:
//
//	reward = shared + effect · dials + noise
//
// with one effect for each learned dial. The mean of the posterior is where
// the dials are set: the setting x that gains most from effect·x where leaving
// what the evidence supports costs x²/2. The prior mean is 0, because a goal's
// own ranges already stand where the evidence puts them.
const (
	// effectSD is the spread of the prior of each effect, in reward for one dial
	// unit (design choice: tuning music to a person is worth some tenths of a
	// spread at most).
	effectSD = 0.3

	// sharedSD is the spread of the prior of what all sittings of a goal share
	// (design choice, wider than an effect: with it simulated listeners whom
	// music does nothing for stay near 0 even when they flatter it). It keeps
	// the goodness of music as such, and of being polite to a questionnaire,
	// from being credited to whichever way the dials happened to stand.
	sharedSD = 0.5

	// forgetting is the weight that a lesson keeps with each later sitting,
	// because tastes change (design choice: half is forgotten after 34).
	forgetting = 0.98

	// sureDeviations is the half width of a 90 % interval, in standard
	// deviations of a normal distribution.
	sureDeviations = 1.645
)

// learned are the dials that sittings teach.
var learned = [...]Dial{Tempo, Density, Brightness}

// Learn returns what the history has taught about a goal, for a sitting that
// begins at now, whose location says which hour it is for the person. The same
// history and hour always teach the same.
func Learn(history History, goal Goal, now time.Time) Taste {
	taste := Taste{Goal: goal, Usual: usualMood(history.CheckIns, now)}
	effects := regress(lessonsOf(history, goal))
	for i, dial := range learned {
		mean, sd := effects.mean[i], effects.sd[i]
		taste.Offsets[dial] = Offset{
			Value:    math.Max(-MaxOffset, math.Min(MaxOffset, mean)),
			SD:       sd,
			Sittings: effects.answered,
			Sure:     math.Abs(mean) > sureDeviations*sd,
		}
	}
	return taste
}

// lessonsOf returns what the sittings of a goal say, oldest first.
func lessonsOf(history History, goal Goal) []lesson {
	rater := newRater(history, goal)
	answers := answersOf(history.CheckIns)
	var lessons []lesson
	for _, sitting := range history.Sittings {
		if sitting.Goal != goal || !finite(sitting.Dials) {
			continue
		}
		before := answers.of(sitting.Before, sitting.ID, Before)
		after := answers.of(sitting.After, sitting.ID, After)
		if l, ok := rater.lessonOf(sitting, before, after); ok {
			lessons = append(lessons, l)
		}
	}
	return lessons
}

// answers finds the moods of a sitting.
type answers struct {
	byID      map[string]Mood
	bySitting map[sittingAnswer]Mood
}

type sittingAnswer struct {
	sitting string
	when    When
}

func answersOf(checkIns []CheckIn) answers {
	a := answers{make(map[string]Mood, len(checkIns)), make(map[sittingAnswer]Mood)}
	for _, c := range checkIns {
		a.byID[c.ID] = c.Mood
		if c.Sitting != nil {
			a.bySitting[sittingAnswer{*c.Sitting, c.When}] = c.Mood
		}
	}
	return a
}

// of returns the mood that a sitting names, else one that names the sitting:
// an answer given after the sitting's own record was last written.
func (a answers) of(checkIn *string, sitting string, when When) Mood {
	if checkIn != nil {
		if mood, ok := a.byID[*checkIn]; ok {
			return mood
		}
	}
	return a.bySitting[sittingAnswer{sitting, when}]
}

// finite reports whether every dial is a number within its range.
func finite(dials Dials) bool {
	for _, v := range dials {
		if !(math.Abs(v) <= 1) {
			return false
		}
	}
	return true
}

// effects is the posterior of the learned dials' effects.
type effects struct {
	mean, sd [len(learned)]float64
	answered int // lessons with answers
}

// regress returns the posterior: a Bayesian linear regression in closed form
// (Bishop 2006, §3.3), the precision and its mean summed lesson by lesson.
func regress(lessons []lesson) effects {
	const features = len(learned) + 1 // the last is the shared part
	precision := mat.NewSymDense(features, nil)
	for i := range learned {
		precision.SetSym(i, i, 1/(effectSD*effectSD))
	}
	precision.SetSym(features-1, features-1, 1/(sharedSD*sharedSD))
	weighted := mat.NewVecDense(features, nil)

	var result effects
	for n, l := range lessons {
		x := mat.NewVecDense(features, nil)
		for i, dial := range learned {
			x.SetVec(i, l.dials[dial])
		}
		x.SetVec(features-1, 1)
		weight := math.Pow(forgetting, float64(len(lessons)-1-n)) / l.variance
		precision.SymRankOne(precision, weight, x)
		weighted.AddScaledVec(weighted, weight*l.reward, x)
		if l.answered {
			result.answered++
		}
	}

	var factor mat.Cholesky
	if !factor.Factorize(precision) {
		panic("journal: a precision with a proper prior is not positive definite")
	}
	var mean mat.VecDense
	var covariance mat.SymDense
	if factor.SolveVecTo(&mean, weighted) != nil || factor.InverseTo(&covariance) != nil {
		panic("journal: a precision with a proper prior is singular")
	}
	for i := range learned {
		result.mean[i] = mean.AtVec(i)
		result.sd[i] = math.Sqrt(covariance.At(i, i))
	}
	return result
}
