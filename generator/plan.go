package generator

import (
	"math"

	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// plan writes the brief down as the composer reads it: whole numbers only.
func (b Brief) plan() compose.Plan {
	plan := compose.Plan{Seed: uint64(b.Seed), Frames: b.Frames(), Style: styleFor(b)}
	plan.Waypoints = b.waypoints(nil, b.Journey.grid())
	b.dawnPlan(&plan)
	return plan
}

// waypoint writes the music of a moment down.
func (b Brief) waypoint(seconds float64, m Music) compose.Waypoint {
	return compose.Waypoint{
		Frame:        int64(math.Round(seconds * Rate)),
		Phase:        phaseOf[b.Journey.At(seconds).Phase],
		BPM:          theory.FixedOf(m.BPM),
		Density:      theory.FixedOf(m.NotesPerSecond),
		Register:     theory.FixedOf(m.Register),
		Articulation: theory.FixedOf(m.Articulation),
		Velocity:     theory.FixedOf(m.Velocity),
		Happiness:    theory.FixedOf(m.Happiness),
		Tension:      theory.FixedOf(m.Tension),
		Brightness:   theory.FixedOf(m.BrightnessHz),
		Attack:       theory.FixedOf(m.AttackSeconds),
		Level:        theory.FixedOf(m.LoudnessLUFS - purposes[b.Goal].loudness),
		Scenery:      theory.FixedOf(1 + b.Dials[journal.Nature]),
	}
}

var phaseOf = map[string]compose.Phase{Meet: compose.Meet, Travel: compose.Travel, Rest: compose.Rest, Land: compose.Land, Silence: compose.Land, Dawn: compose.Travel}

// Opening returns the tonic ("D") and the mode ("dorian") in which the piece
// begins.
func (b Brief) Opening() (tonic, mode string) {
	opening := b.opening()
	return opening.Tonic, opening.Mode
}

// opening returns the section with which the piece begins.
func (b Brief) opening() score.Section {
	var span score.Span
	compose.New(b.plan()).Next(&span)
	return span.Sections[0]
}

// Compose writes the whole piece down without playing it.
func Compose(brief Brief) *score.Sheet {
	sheet := compose.Write(brief.plan())
	brief.name(sheet)
	return sheet
}

// name writes on a sheet what it is of, and the way of its journey.
func (b Brief) name(sheet *score.Sheet) {
	sheet.Seed, sheet.Goal, sheet.Engine = uint64(b.Seed), string(b.Goal), Engine
	for _, p := range b.Journey.Points {
		sheet.Journey = append(sheet.Journey, score.Moment{
			Frame:   int64(math.Round(p.Seconds * Rate)),
			Valence: theory.FixedOf(p.Valence),
			Energy:  theory.FixedOf(p.Energy),
			Tension: theory.FixedOf(p.Tension),
			Phase:   p.Phase,
		})
	}
}
