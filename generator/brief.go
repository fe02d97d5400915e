package generator

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"dulcet/generator/code"
	"dulcet/journal"
)

// A Brief is everything that a piece is made from, and the single place where
// feelings have become numbers. The same brief makes the same piece.
type Brief struct {
	Seed    uint32
	Goal    journal.Goal
	Minutes float64       // in tenths of a second
	Mood    journal.Mood  // complete: what was skipped has been filled in; whole numbers of −100…100
	Dials   journal.Dials // what taste moved; each stands at one of its settings
	Options Options       // as asked for, inside what the goal allows, in steps (see kept.go)
	Journey Journey
	Reasons []Reason

	request request
}

// A request is what a brief was made from, as it was given.
type request struct {
	options Options
	mood    journal.Mood
	taste   journal.Taste
}

// Limits of a brief's minutes.
const (
	MinMinutes = 1
	MaxMinutes = 720
)

// Errors of NewBrief. Each is wrapped with the value that was refused.
var (
	ErrMinutes = fmt.Errorf("minutes lie between %d and %d", MinMinutes, MaxMinutes)
	ErrTaste   = errors.New("taste moves a dial beyond -1…1")
)

// NewBrief turns a mood, a goal and a time into everything that the generator
// needs, when nothing else is asked for. Skipped answers are filled from
// taste.Usual, else with neutral. The error names what is wrong:
// journal.ErrGoal, ErrMinutes or ErrTaste.
func NewBrief(mood journal.Mood, goal journal.Goal, minutes float64, taste journal.Taste, seed uint32) (Brief, error) {
	return Options{}.NewBrief(mood, goal, minutes, taste, seed)
}

// NewBrief is the brief of somebody who asks for these options too. The error
// may also be ErrOptions.
func (o Options) NewBrief(mood journal.Mood, goal journal.Goal, minutes float64, taste journal.Taste, seed uint32) (Brief, error) {
	if !slices.Contains(journal.Goals(), goal) {
		_, err := journal.ParseGoal(string(goal))
		return Brief{}, err
	}
	if !(minutes >= MinMinutes && minutes <= MaxMinutes) {
		return Brief{}, fmt.Errorf("%w, not %g", ErrMinutes, minutes)
	}
	if err := o.check(); err != nil {
		return Brief{}, err
	}
	request := request{o, mood, taste}
	minutes = inSteps(minutes, minuteSteps)
	o, left := o.asKept(minutes).within(goal, minutes)
	brief := Brief{Seed: seed, Goal: goal, Minutes: minutes, Options: o.of(goal), request: request}
	for dial, offset := range taste.Offsets {
		value := offset.Value + offset.Tried
		if !(math.Abs(value) <= 1) {
			return Brief{}, fmt.Errorf("%w: %s %g", ErrTaste, journal.Dial(dial), value)
		}
		brief.Dials[dial] = journal.RoundDial(value)
	}
	brief.Mood = asKept(mood.Or(taste.Usual).Or(journal.Mood{Valence: journal.Rated(0), Energy: journal.Rated(0), Tension: journal.Rated(0)}))
	if _, err := brief.code(); errors.Is(err, code.ErrLength) {
		return Brief{}, fmt.Errorf("%d bells %w: %w", len(brief.Options.Bells.At), ErrOptions, errCrowded)
	}
	brief.Journey = brief.brighten(newJourney(brief.start(), goal, brief.night(), brief.Dials[journal.Directness], brief.Options.Course))
	brief.Reasons = slices.Concat(reasonsFor(brief, mood, taste), brief.shapeReasons(), left)
	return brief, nil
}

// Frames returns the length of the piece in frames.
func (b Brief) Frames() int64 { return int64(math.Round(b.Minutes * 60 * Rate)) }

// start is the complete mood of the check-in.
func (b Brief) start() affect {
	return affect{b.Mood.Valence.Or(0), b.Mood.Energy.Or(0), b.Mood.Tension.Or(0)}
}

// formulasAt returns what the formulas ask for at a time of the sitting.
func (b Brief) formulasAt(seconds float64) Music {
	to, passed := purposes[b.Goal], clamp(seconds/b.evening(), 0, 1)
	// A short sitting falls less far: half of what the level may move is the
	// mood's.
	descent := math.Min(to.descent, decibelsPerSecond/2*b.evening())
	m := musicAt(b.Goal, b.Journey.At(seconds), targetOf(b.Goal, b.start()), b.Dials)
	m.LoudnessLUFS -= descent * passed
	if from := to.majorFrom; from > 0 && seconds >= from {
		m.Happiness = math.Max(m.Happiness, surelyMajor)
	}
	if lufs, comes := b.dawnLoudness(seconds); comes {
		m.LoudnessLUFS = lufs
	}
	return m
}

// surelyMajor is a happiness so far from that of dorian and darker modes that
// none of them is drawn.
const surelyMajor = 0.65
