package generator

import (
	"testing"

	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/journal"
)

func TestStyle_the_dial_of_the_pulse_makes_the_beat_clearer_or_freer(t *testing.T) {
	const free, gentle, steady = compose.Free, compose.Gentle, compose.Steady
	for goal, want := range map[journal.Goal][3]compose.Pulse{ // at −1, 0 and 1
		journal.Calm: {free, gentle, gentle}, journal.Meditate: {free, free, gentle},
		journal.Move: {free, gentle, steady}, journal.Uplift: {gentle, steady, steady},
		journal.Sleep: {free, free, free}, journal.Focus: {steady, steady, steady}, journal.Ground: {gentle, gentle, gentle},
	} {
		for i, dial := range []float64{-1, 0, 1} {
			brief := mustBrief(t, goal, 10, 1)
			brief.Dials[journal.Pulse] = dial
			if got := styleFor(brief).Pulse; got != want[i] {
				t.Errorf("%s at %g: pulse %d, want %d", goal, dial, got, want[i])
			}
		}
	}
}

// The drums play more the further the dial is turned, and never where a goal
// has none or they were refused.
func TestStyle_the_dial_of_the_pulse_moves_the_drums(t *testing.T) {
	drums := func(goal journal.Goal, dial float64, refused Parts) (weight int64) {
		for seed := range uint32(6) {
			brief, err := Options{Refused: refused}.NewBrief(journal.Mood{}, goal, 6, journal.Taste{}, seed)
			if err != nil {
				t.Fatal(err)
			}
			brief.Dials[journal.Pulse] = dial
			for _, event := range Compose(brief).Events {
				if event.Part == score.Kit {
					weight += int64(event.Velocity)
				}
			}
		}
		return weight
	}
	for _, goal := range []journal.Goal{journal.Energise, journal.Uplift} {
		if none, some, all := drums(goal, -1, 0), drums(goal, 0, 0), drums(goal, 1, 0); none != 0 || some == 0 || all <= some {
			t.Errorf("%s: all hits together weigh %d, %d and %d", goal, none, some, all)
		}
	}
	if weight := drums(journal.Calm, 1, 0) + drums(journal.Energise, 1, partSet(score.Kit)); weight != 0 {
		t.Errorf("hits that weigh %d where there are no drums", weight)
	}
}
