package generator

import (
	"fmt"
	"math"

	"dulcet/journal"
)

// A NamedBreath is a pattern that people know by name.
type NamedBreath struct {
	Name    string // as the command line takes it: "4-6"
	Text    string // what it is, one plain line
	Caution string // what to know before, or ""; a pattern with one is never a default
	Breath  Breath
}

// lightHeaded is said of every pattern that holds the breath.
const lightHeaded = "It holds the breath: leave it out with a heart or lung condition, in pregnancy, or where " +
	"watching the breath brings panic. If you feel light-headed, breathe normally."

// Breaths returns the named patterns, the gentlest first. Slow breathing near
// six a minute raises heart rate variability while it lasts (Laborde and others
// 2022); of the patterns, the sigh did most for mood in five minutes a day
// (Balban and others 2023). For box and 4-7-8 there is little direct evidence.
func Breaths() []NamedBreath {
	return []NamedBreath{
		{Name: "4-6", Text: "in for four seconds, out for six", Breath: Breath{In: 4, Out: 6}},
		{Name: "5-5", Text: "in for five seconds, out for five", Breath: Breath{In: 5, Out: 5}},
		{Name: "sigh", Text: "in, in once more on top, and a long way out", Breath: Breath{In: 2, Again: 1, Out: 6, Rest: 1}},
		{Name: "box", Text: "in, hold, out, hold, four seconds each", Caution: lightHeaded, Breath: Breath{In: 4, Hold: 4, Out: 4, Rest: 4}},
		{
			Name: "4-7-8", Text: "in for four seconds, hold for seven, out for eight",
			Caution: lightHeaded + " Four rounds are enough at first.", Breath: Breath{In: 4, Hold: 7, Out: 8},
		},
	}
}

// The pace of a listener who does not follow a pacer: 75 % of their own, lowered
// by half a breath a minute each minute to six a minute (Leslie and others
// 2019; the floor is near the resonance of adults, Lehrer and others 2000).
const (
	passiveShare    = 0.75
	passiveSlowing  = 0.5 / 60 / 60 // breaths a second, each second
	passiveFloor    = 6.0 / 60      // breaths a second
	usualBreathRate = 14.0          // breaths a minute at rest, where nobody has counted
	inhaleShare     = 0.4           // of a breath of one's own (design choice: out is longer than in)
)

// PassiveBreath returns the breath of a listener who breathes so many times a
// minute, does not follow, and is led slowly to fewer. 0 is the usual rate of
// adults at rest, 14.
func PassiveBreath(perMinute float64) Breath {
	if perMinute <= 0 {
		perMinute = usualBreathRate
	}
	return Breath{In: inhaleShare * 60 / perMinute, Out: (1 - inhaleShare) * 60 / perMinute, Passive: true}
}

// Seconds returns the length of a cycle, 0 for none. Of a passive breath it is
// the listener's own.
func (b Breath) Seconds() float64 { return b.In + b.Again + b.Hold + b.Out + b.Rest }

// shortestBreath is how long in seconds a breath in or out takes at least.
const shortestBreath = 1.0

// whole returns a breath that can be breathed: in and out take a second at
// least, and who does not follow holds nothing.
func (b Breath) whole() Breath {
	switch {
	case b == (Breath{}):
	case b.Passive && b.Seconds() == 0:
		return PassiveBreath(0)
	case b.Passive:
		return PassiveBreath(60 / math.Max(b.Seconds(), 2*shortestBreath))
	default:
		b.In, b.Out = math.Max(b.In, shortestBreath), math.Max(b.Out, shortestBreath)
	}
	return b
}

// holds reports whether the lungs stand still for a while.
func (b Breath) holds() bool { return b.Hold > 0 || b.Rest > 0 }

// String describes the pattern in seconds: "4 s in, 6 s out".
func (b Breath) String() string {
	if b.Passive {
		return fmt.Sprintf("from %.3g breaths a minute, %.0f %% of your own", passiveShare*60/b.Seconds(), 100*passiveShare)
	}
	text := fmt.Sprintf("%g s in", b.In)
	for _, part := range [...]struct {
		seconds float64
		does    string
	}{{b.Again, "in again"}, {b.Hold, "held"}, {b.Out, "out"}, {b.Rest, "at rest"}} {
		if part.seconds > 0 {
			text += fmt.Sprintf(", %g s %s", part.seconds, part.does)
		}
	}
	return text
}

// A BreathPhase is a part of a breath.
type BreathPhase uint8

// The phases. BreathNone is where nobody paces: no breath was asked for, it is
// passive, or the landing has begun.
const (
	BreathNone BreathPhase = iota
	BreathIn
	BreathAgain // the second, short breath in of a sigh
	BreathHold
	BreathOut
	BreathRest
)

// String returns what a pacer says: "in", "hold".
func (p BreathPhase) String() string {
	return [...]string{"", "in", "in again", "hold", "out", "rest"}[p]
}

// Breathing is where a breath stands.
type Breathing struct {
	Phase    BreathPhase
	Fraction float64 // 0…1: how far the phase has come
	Fullness float64 // 0…1: how full the lungs are, by raised cosines
}

// firstOfTwo is how full the first breath in of a sigh fills (design choice).
const firstOfTwo = 0.75

// at returns where a cycle stands after so many seconds of it.
func (b Breath) at(seconds float64) Breathing {
	top := 1.0
	if b.Again > 0 {
		top = firstOfTwo
	}
	for _, part := range [...]struct {
		phase             BreathPhase
		seconds, from, to float64
	}{
		{BreathIn, b.In, 0, top},
		{BreathAgain, b.Again, top, 1},
		{BreathHold, b.Hold, 1, 1},
		{BreathOut, b.Out, 1, 0},
		{BreathRest, b.Rest, 0, 0},
	} {
		if seconds < part.seconds {
			u := seconds / part.seconds
			return Breathing{part.phase, u, lerp(part.from, part.to, 0.5-0.5*math.Cos(math.Pi*u))}
		}
		seconds -= part.seconds
	}
	return Breathing{Phase: BreathIn}
}

// cycles returns how many cycles have passed after so many seconds of the
// sitting.
func (b Breath) cycles(seconds float64) float64 {
	if !b.Passive {
		return seconds / b.Seconds()
	}
	start := passiveShare / b.Seconds()
	slowing := math.Max(0, (start-passiveFloor)/passiveSlowing) // seconds
	t := math.Min(seconds, slowing)
	return start*t - passiveSlowing*t*t/2 + (start-passiveSlowing*slowing)*(seconds-t)
}

// after returns where the breath stands after so many seconds of the sitting.
func (b Breath) after(seconds float64) Breathing {
	cycles := b.cycles(math.Max(0, seconds))
	return b.at((cycles - math.Floor(cycles)) * b.Seconds())
}

// Breath returns the breath that the brief's music swells with: the one that
// was asked for, as far as the goal allows it, else that of the goal, and the
// zero Breath where there is none.
func (b Brief) Breath() Breath {
	breath := b.Options.Breath.whole()
	switch {
	case breath == (Breath{}) && b.Goal == journal.Breathe:
		return Breaths()[0].Breath
	case b.Goal == journal.Ground:
		breath.Hold, breath.Rest = 0, 0 // nothing is held where one needs ground
	}
	return breath
}

// BreathAt returns where the breath stands after so many seconds of the
// sitting, for a pacer: BreathNone where there is nothing to follow.
func (b Brief) BreathAt(seconds float64) Breathing {
	if b.Breath().Passive {
		return Breathing{}
	}
	return b.SwellAt(seconds)
}

// SwellAt returns where the breath stands that the music swells with after so
// many seconds of the sitting, whether anybody follows it or not: BreathNone
// where nothing swells.
func (b Brief) SwellAt(seconds float64) Breathing {
	breath := b.Breath()
	if breath == (Breath{}) || seconds >= b.breathUntil() {
		return Breathing{}
	}
	return breath.after(seconds)
}

// breathUntil returns the second at which the landing begins, after which
// nothing paces.
func (b Brief) breathUntil() float64 {
	return b.evening() - phasesOf(b.Goal, b.evening()).land
}
