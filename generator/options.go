package generator

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"dulcet/generator/score"
)

// Options is what somebody asks for beyond a mood, a goal and a time. The zero
// Options asks for nothing. Whatever it asks, no hard limit of a goal is
// crossed: what a goal does not allow is left out, and a Reason says so. A
// brief keeps the numbers in the steps of kept.go.
type Options struct {
	Wanted  Parts // should play, where the goal allows it
	Refused Parts // never play
	Course  Course
	Breath  Breath
	Rounds  Rounds // focus alone
	Bells   Bells  // meditate alone
	Silence bool   // meditate alone: bells and the soundscape asked for, and no music between
	// DawnMinutes is how long, at the end of a sleep sitting, music comes up
	// again out of the silence; 0 is never.
	DawnMinutes float64
	// Modulation is the depth, 0…0.5, with which the middle of the spectrum
	// swings at about 16 Hz; focus alone.
	Modulation float64
}

// A Start says where a journey begins.
type Start uint8

// The starts.
const (
	StartAhead    Start = iota // a little ahead of the listener: the usual
	StartHere                  // where the listener is, inside what music should mirror
	StartBrighter              // already on the brighter side of the way
)

// A Course is how somebody has edited a journey. The zero Course is the usual
// one.
type Course struct {
	Start Start
	Reach float64 // −1…1: from half of the way to the goal to half as far again, inside the goal's range
	Slow  float64 // 0…1: from the usual rate of change to half of it
}

// A Breath is a pattern that the music swells and a pacer moves by. The zero
// Breath is none.
type Breath struct {
	In, Hold, Out, Rest float64 // seconds of each part of a cycle
	Again               float64 // seconds of a second, short breath in on top of the first, as in a sigh
	// Passive is for a listener who does not follow: the music swells at 75 %
	// of the listener's own rate, slowed over the minutes (Leslie and others
	// 2019), and there is no pacer.
	Passive bool
}

// Rounds is work and rest in turn, in minutes; zero is none.
type Rounds struct{ Work, Rest float64 }

// Bells mark the time of a meditation. The zero Bells are none.
type Bells struct {
	WarmUp float64   // minutes before the first bell, which begins the meditation
	Every  float64   // minutes between bells; 0 where At says when
	At     []float64 // minutes after the warm-up
}

// Parts is a set of instruments and soundscapes.
type Parts uint32

// PartsOf returns the set of the parts of the names that scores and the
// command line know. The error names what is none.
func PartsOf(names ...string) (Parts, error) {
	var set Parts
	for _, name := range names {
		part, known := score.Named(name)
		if !known {
			return 0, fmt.Errorf("no instrument or soundscape is called %q: there are %s", name,
				strings.Join(append(Instruments(), Soundscapes()...), ", "))
		}
		set |= partSet(part)
	}
	return set, nil
}

func partSet(part score.Part) Parts { return 1 << part }

func (s Parts) has(part score.Part) bool { return s&partSet(part) != 0 }

// Names returns the names of the parts, instruments first.
func (s Parts) Names() []string {
	names := []string{}
	for part := range score.PartCount {
		if s.has(part) {
			names = append(names, part.String())
		}
	}
	return names
}

// MarshalJSON writes the names.
func (s Parts) MarshalJSON() ([]byte, error) { return json.Marshal(s.Names()) }

// UnmarshalJSON reads names.
func (s *Parts) UnmarshalJSON(data []byte) error {
	var names []string
	if err := json.Unmarshal(data, &names); err != nil {
		return fmt.Errorf("read instruments and soundscapes: %w", err)
	}
	set, err := PartsOf(names...)
	*s = set
	return err
}

// ErrOptions is wrapped, with what is wrong, by an error about Options.
var ErrOptions = errors.New("cannot be asked for")

// check returns what is wrong with the numbers.
func (o Options) check() error {
	type number struct {
		name             string
		value, low, high float64
	}
	numbers := []number{
		{"a start", float64(o.Course.Start), 0, float64(StartBrighter)},
		{"a reach", o.Course.Reach, -1, 1},
		{"a slower course", o.Course.Slow, 0, 1},
		{"a breath in", o.Breath.In, 0, maxBreathSeconds},
		{"a hold", o.Breath.Hold, 0, maxBreathSeconds},
		{"a breath out", o.Breath.Out, 0, maxBreathSeconds},
		{"a rest", o.Breath.Rest, 0, maxBreathSeconds},
		{"a second breath in", o.Breath.Again, 0, maxAgainSeconds},
		{"work", o.Rounds.Work, 0, maxWorkMinutes},
		{"a break", o.Rounds.Rest, 0, maxBreakMinutes},
		{"a warm-up", o.Bells.WarmUp, 0, maxWarmUpMinutes},
		{"the time between bells", o.Bells.Every, 0, maxBellsMinutes},
		{"a dawn", o.DawnMinutes, 0, MaxMinutes},
		{"a modulation", o.Modulation, 0, maxModulation},
	}
	for _, minute := range o.Bells.At {
		numbers = append(numbers, number{"a bell", minute, 0, MaxMinutes})
	}
	for _, number := range numbers {
		if !(number.value >= number.low && number.value <= number.high) { // so written, NaN is refused as well
			return fmt.Errorf("%s of %g %w: it lies between %g and %g", number.name, number.value, ErrOptions, number.low, number.high)
		}
	}
	return nil
}
