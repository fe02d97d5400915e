package compose

import (
	"testing"

	"pgregory.net/rapid"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// TestComposer_TakesAnyPlan draws plans that no goal would ask for: the
// composer must finish them in time all the same.
func TestComposer_TakesAnyPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := anyPlan(t)
		c := New(plan)
		home := rapid.Int64Range(0, 20).Draw(t, "spans before home")
		var span score.Span
		at, deadline := int64(0), plan.Frames
		for n := int64(0); !span.Final; n++ {
			if n > 100000 {
				t.Fatal("the piece does not end")
			}
			if n == home && plan.Frames > 0 {
				wish := at + rapid.Int64Range(MinimumLanding, 90*score.Rate).Draw(t, "home")
				c.Home(wish)
				deadline = min(deadline, wish)
			}
			c.Next(&span)
			if span.Frame != at || span.Frames < 0 {
				t.Fatalf("span at %d+%d, want %d", span.Frame, span.Frames, at)
			}
			at += span.Frames
			for _, e := range span.Events {
				if e.Frame < span.Frame || e.Frame >= at || e.Velocity < 0 || e.Velocity > theory.One {
					t.Fatalf("event %+v in span %d+%d", e, span.Frame, span.Frames)
				}
			}
		}
		if at != deadline {
			t.Fatalf("ends at %d, want %d", at, deadline)
		}
	})
}

func anyPlan(t *rapid.T) Plan {
	number := func(name string, lo, hi float64) theory.Fixed {
		return fixed(rapid.Float64Range(lo, hi).Draw(t, name))
	}
	two := func(name string, lo, hi float64) [2]theory.Fixed {
		return [2]theory.Fixed{number(name, lo, hi), number(name, lo, hi)}
	}
	pitches := func(name string) [2]int {
		return [2]int{rapid.IntRange(20, 100).Draw(t, name), rapid.IntRange(20, 100).Draw(t, name)}
	}
	voices := func(name string) []Voice {
		return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Voice {
			return Voice{score.Part(rapid.IntRange(0, int(score.PitchedCount)-1).Draw(t, "part")), rapid.IntRange(-1, 3).Draw(t, "weight")}
		}), 0, 4).Draw(t, name)
	}
	plan := Plan{
		Seed:   rapid.Uint64().Draw(t, "seed"),
		Frames: rapid.Int64Range(0, 400*score.Rate).Draw(t, "frames"),
		Style: Style{
			Meter:        rapid.IntRange(-1, 9).Draw(t, "meter"),
			Pulse:        Pulse(rapid.IntRange(0, 2).Draw(t, "pulse")),
			ChordSeconds: two("chord", -1, 80), SectionSeconds: two("section", -1, 400), PhraseSeconds: number("phrase", -1, 60),
			MelodyRest: two("rest", -0.5, 1.5), MelodyRange: pitches("melody"), BassRange: pitches("bass"),
			MaxTension: number("most tension", 0, 1),
			Modes:      rapid.SliceOfN(rapid.Custom(func(t *rapid.T) theory.Mode { return theory.Mode(rapid.IntRange(0, 5).Draw(t, "mode")) }), 0, 6).Draw(t, "modes"),
			Sustain:    voices("sustain"), Melody: voices("lead"), Colour: voices("colour"), Low: voices("low"),
			Kit: number("kit", -1, 2), Cloud: number("cloud", -1, 2),
			Beds: []Voice{{score.Rain, 1}, {score.Thunder, 0}}, BedLevel: number("bed", 0, 1),
			Repeat: rapid.Bool().Draw(t, "repeat"), Dissolve: rapid.Bool().Draw(t, "dissolve"), LandSeconds: number("land", -10, 500),
		},
	}
	frame := int64(0)
	for range rapid.IntRange(0, 6).Draw(t, "waypoints") {
		plan.Waypoints = append(plan.Waypoints, Waypoint{
			Frame: frame, Phase: Phase(rapid.IntRange(0, 3).Draw(t, "phase")),
			BPM: number("bpm", -10, 400), Density: number("density", -1, 12), Register: number("register", 0, 120),
			Articulation: number("articulation", -1, 3), Velocity: number("velocity", -1, 2),
			Happiness: number("happiness", -1, 2), Tension: number("tension", -1, 2),
		})
		frame += rapid.Int64Range(1, 100*score.Rate).Draw(t, "apart")
	}
	return plan
}
