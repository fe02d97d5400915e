package generator

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dulcet/journal"
)

var startNames = [...]string{StartAhead: "ahead", StartHere: "here", StartBrighter: "brighter"}

// String returns the name that the command line knows: "ahead", "here",
// "brighter".
func (s Start) String() string {
	if int(s) < len(startNames) {
		return startNames[s]
	}
	return "no start"
}

// ParseStart returns the start of a name. The error lists the names.
func ParseStart(name string) (Start, error) {
	if at := slices.Index(startNames[:], strings.ToLower(strings.TrimSpace(name))); at >= 0 {
		return Start(at), nil
	}
	return 0, fmt.Errorf("no journey starts %q: it starts %s", name, strings.Join(startNames[:], ", "))
}

// WithCourse returns the brief of the same piece on another course: what a
// screen makes when somebody edits the journey. The error is ErrOptions.
func (b Brief) WithCourse(course Course) (Brief, error) {
	options := b.request.options
	options.Course = course
	return options.NewBrief(b.request.mood, b.Goal, b.Minutes, b.request.taste, b.Seed)
}

// Editable reports whether a course can change the journey: whether it leads
// from one mood to another at all, rather than staying where the listener is
// or going straight to where it leads.
func (b Brief) Editable() bool {
	return !purposes[b.Goal].stay && straight(b.start(), b.Goal) == ""
}

// Starts returns the starts that this brief's journey could have, the usual
// first. To a low mood both others are open: some want to be met where they
// are, and some want no more of it (design choice; Garrido and Schubert 2015
// for those whom sad music holds back).
func (b Brief) Starts() []Start {
	if !b.Editable() {
		return []Start{StartAhead}
	}
	return []Start{StartAhead, StartHere, StartBrighter}
}

// A way is where a journey leads from and to if there is time enough.
type way struct{ start, target affect }

// wayOf returns the way from the mood to the goal. directness −1…1 moves the
// start nearer to the listener or nearer to the goal.
func wayOf(mood affect, goal journal.Goal, directness float64, course Course) way {
	target := targetOf(goal, mood)
	switch {
	case purposes[goal].stay, straight(mood, goal) != "":
		return way{target, target}
	}
	target = reaching(mood, target, course.Reach)
	switch course.Start {
	case StartHere:
		return way{heldBack(mood), target}
	case StartBrighter:
		return way{brighter(mood, target, directness), target}
	}
	return way{meetingPoint(mood, target, directness), target}
}

// The tension from which on a sleeper is not met (70 of 100), and from where on
// a mood is panic: the place of that word (valence −0.65, arousal 1: Scott and
// others 2019), also where energy was skipped, and not that of anxious, scared
// or worried, who are met (design choices).
const (
	tooTenseToSleep = 0.4
	panicTension    = 0.95
	panicValence    = -0.6
	panicArousal    = 0.5
)

// straight says in words why the music goes straight to where the goal leads
// and does not meet the listener first, or nothing where it does meet them.
func straight(mood affect, goal journal.Goal) string {
	switch {
	case goal == journal.Ground:
		return "steady from the first minute, so that nothing has to be followed"
	case purposes[goal].direct:
		return "starts where it should stay, so that nothing pulls the thoughts along"
	case purposes[goal].stay:
		return ""
	case goal == journal.Sleep && mood.tension >= tooTenseToSleep:
		return "you are tense, and tense music keeps awake"
	case mood.tension >= panicTension && mood.valence <= panicValence && mood.arousal() >= panicArousal:
		return "this much at once is not what music should echo"
	}
	return ""
}

// targetOf is the mood that a goal leads to from a mood.
func targetOf(goal journal.Goal, mood affect) affect {
	if purposes[goal].stay {
		return heldBack(mood)
	}
	return purposes[goal].target
}

// reaching moves the target along the way: to half of it at −1, to half as far
// again at 1. Further never means less well.
func reaching(mood, target affect, reach float64) affect {
	if reach == 0 {
		return target
	}
	moved := between(mood, target, 1+reach/2)
	if reach > 0 {
		moved.valence = math.Max(moved.valence, target.valence)
	}
	return heldBack(affect{clamp(moved.valence, -1, 1), clamp(moved.energy, -1, 1), clamp(moved.tension, -1, 1)})
}

// matchDistance is how far ahead of the listener the music starts, in units
// of mood: a little, so that it is met and already leads (design choice).
const matchDistance = 0.15

// matchShare is the same as a share of the way, moved by directness −1…1 to
// none of it or all of it.
func matchShare(mood, target affect, directness float64) float64 {
	far := math.Sqrt(sq(target.valence-mood.valence) + sq(target.energy-mood.energy) + sq(target.tension-mood.tension))
	if far == 0 {
		return 0
	}
	share := math.Min(matchDistance, far) / far
	if directness >= 0 {
		return share + directness*(1-share)
	}
	return share * (1 + directness)
}

// meetingPoint is where the music starts: a little ahead of the listener,
// and never a mirror of panic, despair or rage.
func meetingPoint(mood, target affect, directness float64) affect {
	return heldBack(between(mood, target, matchShare(mood, target, directness)))
}

// brighterShare is how much of the way a brighter start leaves out at least
// (design choice).
const brighterShare = 0.5

// brighter is the start of somebody who wants no more of what they feel: the
// middle of the way or beyond, no darker than they feel, and not on the dark
// side where the goal is not.
func brighter(mood, target affect, directness float64) affect {
	start := between(mood, target, math.Max(brighterShare, matchShare(mood, target, directness)))
	start.valence = math.Max(start.valence, math.Max(mood.valence, math.Min(0, target.valence)))
	return heldBack(start)
}

// heldBack keeps a mood that music should not mirror inside its limits
// (design choice: valence ≥ −0.45, arousal ≤ 0.55, tension ≤ 0.35).
func heldBack(a affect) affect {
	a.valence = math.Max(a.valence, -0.45)
	a.tension = math.Min(a.tension, 0.35)
	a.energy = math.Min(a.energy, 2*0.55-a.tension)
	return a
}
