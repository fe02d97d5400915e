package generator

import (
	"math"
	"sort"

	"dulcet/journal"
)

// The phases of a journey, as points and scores name them.
const (
	Meet   = "meet"
	Travel = "travel"
	Rest   = "rest"
	Land   = "land"
)

// A Point is one moment of a journey: the mood that the music expresses.
type Point struct {
	Seconds                  float64 // from the start of the sitting
	Valence, Energy, Tension float64 // −1…1
	Phase                    string  // meet, travel, rest, land
}

// A Journey is the path of the mood that the music expresses, over the time
// of the sitting: from where the listener is to where the goal leads.
type Journey struct {
	Seconds float64
	Points  []Point // in order of time; between two of them the mood moves in a straight line
	Reached float64 // 0…1: the share of the way to the goal that the time allows
}

// The fastest that the mood of the music may move, in units a minute (design
// choice: below what listeners notice as a jump; perceived affect follows
// music by seconds, Schubert 2004).
const (
	valencePerMinute = 0.10
	arousalPerMinute = 0.12
	tensionPerMinute = 0.15
)

// peakSpeed is how much faster a minimum-jerk path is at its middle than on
// average.
const peakSpeed = 1.875

// minimumJerk is the smoothest way from 0 to 1 (Flash & Hogan 1985).
func minimumJerk(u float64) float64 { return u * u * u * (10 + u*(6*u-15)) }

// phases holds the length of each phase in seconds.
type phases struct{ meet, travel, rest, land float64 }

// phasesOf divides a sitting. Under twelve minutes the shares are 15, 50, 20
// and 15 %; longer ones meet for 90 s to four minutes and land in one to two
// minutes, and sleep fades over five to ten (design choices).
func phasesOf(goal journal.Goal, seconds float64) phases {
	var p phases
	if seconds < 12*60 {
		p = phases{meet: 0.15 * seconds, rest: 0.20 * seconds, land: 0.15 * seconds}
	} else {
		p.meet = clamp(0.15*seconds, 90, 240)
		p.land = clamp(0.08*seconds, 60, 120)
		p.rest = math.Max(0.28*seconds, 240)
	}
	if goal == journal.Uplift {
		p.meet = math.Min(p.meet, 180) // no longer: a low mood should not be dwelt on
	}
	if goal == journal.Sleep {
		p.land = clamp(0.2*seconds, math.Min(0.3*seconds, 300), 600)
	}
	p.travel = seconds - p.meet - p.rest - p.land
	return p
}

// newJourney returns the path from the mood to the goal on a course.
// directness −1…1 moves the start nearer to the listener or nearer to the
// goal.
func newJourney(mood affect, goal journal.Goal, seconds, directness float64, course Course) Journey {
	along, at := wayOf(mood, goal, directness, course), phasesOf(goal, seconds)
	usual := at.travel
	at.slowed(seconds, course.Slow)
	reached := 1.0
	if need := travelTime(along.start, along.target); need > 0 {
		// Slower is half of the usual rate at most: what the usual travel would
		// have covered in its time, at that rate in this one.
		reached = math.Min(1, usual/need) * (1 - course.Slow/2) * at.travel / usual
	}
	end := between(along.start, along.target, reached)
	j := Journey{Seconds: seconds, Reached: reached}
	j.add(0, along.start, Meet)
	steps := 24
	if along.start == end {
		steps = 1
	}
	for i := range steps + 1 {
		u := float64(i) / float64(steps)
		j.add(at.meet+u*at.travel, between(along.start, end, minimumJerk(u)), Travel)
	}
	j.add(at.meet+at.travel, end, Rest)
	j.add(seconds-at.land, end, Land)
	j.add(seconds, end, Land)
	return j
}

// travelTime is the shortest time in seconds in which a minimum-jerk path may
// lead from one mood to another.
func travelTime(from, to affect) float64 {
	return peakSpeed * 60 * math.Max(math.Abs(to.valence-from.valence)/valencePerMinute,
		math.Max(math.Abs(to.arousal()-from.arousal())/arousalPerMinute,
			math.Abs(to.tension-from.tension)/tensionPerMinute))
}

// slowed gives to the travel what a long sitting can spare of its rest: a
// quarter of the sitting and four minutes stay (design choice).
func (p *phases) slowed(seconds, slow float64) {
	if seconds < 12*60 {
		return
	}
	spare := slow * math.Max(0, p.rest-math.Max(0.25*seconds, 240))
	p.rest, p.travel = p.rest-spare, p.travel+spare
}

func (j *Journey) add(seconds float64, a affect, phase string) {
	j.Points = append(j.Points, Point{seconds, a.valence, a.energy, a.tension, phase})
}

// At returns the journey's point at a time; before the first point it is the
// first, after the last the last.
func (j Journey) At(seconds float64) Point {
	i := sort.Search(len(j.Points), func(i int) bool { return j.Points[i].Seconds > seconds })
	if i == 0 {
		return j.Points[0]
	}
	p := j.Points[i-1]
	if i < len(j.Points) && j.Points[i].Seconds > p.Seconds {
		q := j.Points[i]
		mood := between(p.affect(), q.affect(), (seconds-p.Seconds)/(q.Seconds-p.Seconds))
		p.Valence, p.Energy, p.Tension = mood.valence, mood.energy, mood.tension
	}
	p.Seconds = seconds
	return p
}

func (p Point) affect() affect { return affect{p.Valence, p.Energy, p.Tension} }

// between returns the point at u between a and b.
func between(a, b affect, u float64) affect {
	return affect{lerp(a.valence, b.valence, u), lerp(a.energy, b.energy, u), lerp(a.tension, b.tension, u)}
}

func lerp(a, b, u float64) float64       { return a + (b-a)*u }
func sq(x float64) float64               { return x * x }
func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }
