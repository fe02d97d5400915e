package generator

import (
	"math"

	"dulcet/journal"
)

// Music is the sound of one mood under one goal: what the formulas of mood
// and music ask for, inside the goal's limits and moved by the dials.
type Music struct {
	BPM            float64 // beats a minute
	NotesPerSecond float64 // onsets over all pitched parts
	Register       float64 // mean MIDI pitch of the melody
	Articulation   float64 // note length as a share of the time to the next onset
	AttackSeconds  float64 // of sustained notes
	BrightnessHz   float64 // where the bright end is cut
	Velocity       float64 // centre of the velocities, 0…1
	Happiness      float64 // 0…1: how happy the mode should be heard
	Tension        float64 // 0…1
	LoudnessLUFS   float64
}

// The formulas. v, a are valence and arousal, −1…1; all but the tempo are the
// least-squares planes through the emotions of Bresin & Friberg (2011, Cortex
// 47:1068) at the mean ratings of Eerola & Vuoskoski (2011).

// tempoOf is in beats a minute (design choice: tempo and density apart).
func tempoOf(a float64) float64 { return 84 * math.Exp2(0.55*a) }

// densityOf is in onsets a second.
func densityOf(v, a float64) float64 { return math.Exp(1.005 + 0.245*v + 1.376*a) }

// levelOf is in decibels; 0.35 of the published span is right for headphones
// (design choice).
func levelOf(v, a float64) float64 { return 0.35 * (-3.7 + 4.3*v + 23.4*a) }

// articulationOf is note length as a share of the time to the next onset.
func articulationOf(v, a float64) float64 { return clamp(1-(1.31+0.21*v+1.91*a)/4, 0.25, 1.05) }

// registerOf is a MIDI pitch; the published slope is compressed and given a
// part of arousal (Eerola, Friberg & Bresin 2013).
func registerOf(v, a float64) float64 { return clamp(67+8*v+3*a, 50, 80) }

// brightnessOf is in Hz: an octave a step of the published timbre scale
// (design choice).
func brightnessOf(v, a float64) float64 { return 700 * math.Exp2(1.00+0.48*v+0.29*a) }

// attackOf is in seconds.
func attackOf(v, a float64) float64 {
	return clamp(math.Exp(5.43-1.20*v-1.21*a), 5, 800) / 1000
}

// happinessOf is the proportion of judgements that should find the mode happy
// (after Temperley & Tan 2013; the slope is a design choice).
func happinessOf(v float64) float64 { return 0.50 + 0.33*v }

// musicAt returns the music of the point.
func musicAt(goal journal.Goal, point Point, target affect, dials journal.Dials) Music {
	to, mood := purposes[goal], point.affect()
	v, a := mood.valence, mood.arousal()
	tv, ta := target.valence, target.arousal()
	m := Music{
		BPM:            tempoFor(goal, a, ta, dials[journal.Tempo]),
		NotesPerSecond: to.density.scaled(densityOf(v, a), densityOf(tv, ta), dials[journal.Density]),
		BrightnessHz:   to.brightness.scaled(brightnessOf(v, a), brightnessOf(tv, ta), dials[journal.Brightness]),
		AttackSeconds:  to.attack.scaled(attackOf(v, a), attackOf(tv, ta), 0),
		Register:       to.register.shifted(registerOf(v, a), registerOf(tv, ta), dials[journal.Register]),
		Articulation:   to.legato.shifted(articulationOf(v, a), articulationOf(tv, ta), 0),
		Velocity:       clamp(0.48+0.28*a, 0.2, 0.8),
		Happiness:      happinessOf(v),
		Tension:        clamp(0.35+0.35*mood.tension+0.2*dials[journal.Colour], 0, 1),
	}
	// The journey may ask for at most two loudness units either way.
	m.LoudnessLUFS = to.loudness + clamp(levelOf(v, a)-levelOf(tv, ta), -2, 2)
	return m
}

// tempoFor returns the goal's tempo for an arousal, where ta is the arousal of
// its target.
func tempoFor(goal journal.Goal, a, ta, dial float64) float64 {
	return purposes[goal].tempo.scaled(tempoOf(a), tempoOf(ta), dial)
}

// scaled returns the goal's number for a formula's value: the formula says by
// what ratio it differs from where the goal leads. Without a number of its
// own the goal takes the formula's.
func (s span) scaled(value, atTarget, dial float64) float64 {
	if s.target != 0 {
		value *= s.target / atTarget
	}
	return s.dialled(value, dial)
}

// shifted is scaled for numbers that differ by a distance.
func (s span) shifted(value, atTarget, dial float64) float64 {
	if s.target != 0 {
		value += s.target - atTarget
	}
	return s.dialled(value, dial)
}

// dialled holds the value to the limits and moves it by the dial: all the way
// to a limit at ±1, so that no dial can cross one.
func (s span) dialled(value, dial float64) float64 {
	value = clamp(value, s.low, s.high)
	if dial >= 0 {
		return value + dial*(s.high-value)
	}
	return value + dial*(value-s.low)
}
