package ui

import (
	"fmt"
	"math"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
)

// How a breathing rate is counted: by a key at each breath in, six times or for
// half a minute, whichever comes first. A longer pause than the slowest breath
// begins anew (design choices; half a minute is how it is counted by hand).
const (
	enoughTaps    = 6
	leastTaps     = 3
	tappingTime   = 30 * time.Second
	longestBreath = 15 * time.Second
	fewestBreaths = 4.0  // a minute
	mostBreaths   = 30.0 // a minute: what is faster is not breathing at rest
)

// taps count the breaths in of somebody who presses a key at each.
type taps struct {
	first, last time.Time
	count       int
}

// tap takes a breath in. Once there are enough it returns the rate in breaths a
// minute, held to what people breathe, and the next tap begins anew.
func (t *taps) tap(at time.Time) (perMinute float64, done bool) {
	if t.count == 0 || at.Sub(t.last) > longestBreath || at.Before(t.last) {
		*t = taps{first: at}
	}
	t.last = at
	t.count++
	span := t.last.Sub(t.first)
	if t.count < enoughTaps && (t.count < leastTaps || span < tappingTime) {
		return 0, false
	}
	perMinute = float64(t.count-1) / math.Max(span.Minutes(), 1e-3)
	t.count = 0
	return math.Max(fewestBreaths, math.Min(mostBreaths, perMinute)), true
}

// passive reports whether the breath that is open is one that nobody follows.
func (m *moreScreen) passive() bool {
	return m.choices[m.focus].name == "breath" && m.options().Breath.Passive
}

// tap counts a breath in.
func (m *moreScreen) tap() tea.Cmd {
	perMinute, done := m.taps.tap(m.goal.visit.Now())
	if !done {
		return nil
	}
	m.counted = perMinute
	m.options().Breath = generator.PassiveBreath(perMinute)
	return m.planner.plan(m.goal.visit, m.goal.request())
}

// tapText says how far the counting of the breath is.
func (m *moreScreen) tapText() string {
	switch {
	case m.taps.count == 1:
		return "counting: and at the next breath in"
	case m.taps.count > 1:
		return fmt.Sprintf("counting: %d of %d", m.taps.count, enoughTaps)
	case m.counted > 0:
		return fmt.Sprintf("you breathe %.0f times a minute; t counts again", m.counted)
	}
	return "press t with each breath in, six times, or leave it at the usual 14 a minute"
}
