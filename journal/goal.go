package journal

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Goal is what a sitting is for.
type Goal string

// The goals, in the order in which they are offered when nothing else speaks.
const (
	Calm     Goal = "calm"
	Unwind   Goal = "unwind"
	Sleep    Goal = "sleep"
	Focus    Goal = "focus"
	Uplift   Goal = "uplift"
	Energise Goal = "energise"
	Meditate Goal = "meditate"
	Breathe  Goal = "breathe"
	Move     Goal = "move"
	Listen   Goal = "listen"
	Ground   Goal = "ground"
	Reflect  Goal = "reflect"
	Drift    Goal = "drift"
)

// Goals lists every goal.
func Goals() []Goal {
	return []Goal{Calm, Unwind, Sleep, Focus, Uplift, Energise, Meditate, Breathe, Move, Listen, Ground, Reflect, Drift}
}

// About says in a few words what the goal is for.
func (g Goal) About() string {
	return map[Goal]string{
		Calm:     "less tense, still awake",
		Unwind:   "let the day go",
		Sleep:    "drift off, then silence",
		Focus:    "steady company for work",
		Uplift:   "a little lighter",
		Energise: "wake up and go",
		Meditate: "space to sit in",
		Breathe:  "slow breath, slow swell",
		Move:     "yoga, stretching, slow walking",
		Listen:   "music to follow closely",
		Ground:   "steady, neutral, safe",
		Reflect:  "quiet while you write",
		Drift:    "just for how I feel",
	}[g]
}

// ErrGoal is wrapped by ParseGoal's error.
var ErrGoal = errors.New("unknown goal")

// nearGoals is how many goals are offered for one that was mistyped.
const nearGoals = 3

// ParseGoal reads the name of a goal, in any case. The error wraps ErrGoal
// and names the goals that were probably meant, or else all of them.
func ParseGoal(name string) (Goal, error) {
	goal := Goal(strings.ToLower(strings.TrimSpace(name)))
	if slices.Contains(Goals(), goal) {
		return goal, nil
	}
	if near := nearestGoals(string(goal), nearGoals); len(near) > 0 {
		return "", fmt.Errorf("%w %q: did you mean %s?", ErrGoal, name, listed(near, "or"))
	}
	var names []string
	for _, goal := range Goals() {
		names = append(names, string(goal))
	}
	return "", fmt.Errorf("%w %q: the goals are %s", ErrGoal, name, listed(names, "and"))
}

// nearestGoals returns at most n goals, nearest first, that are fewer edits
// away than would change more than half of the name.
func nearestGoals(name string, n int) []string {
	var near []string
	for _, goal := range Goals() {
		if editDistance(name, string(goal)) <= len(name)/2 {
			near = append(near, string(goal))
		}
	}
	slices.SortStableFunc(near, func(a, b string) int { return editDistance(name, a) - editDistance(name, b) })
	return near[:min(n, len(near))]
}

// listed joins words as a sentence does: "calm, sleep or move".
func listed(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	end := len(words) - 1
	return strings.Join(words[:end], ", ") + " " + last + " " + words[end]
}

// editDistance is the Levenshtein distance of a and b in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
