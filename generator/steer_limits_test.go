package generator

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"dulcet/generator/score"
	"dulcet/journal"
)

// randomSteering is steering of every kind at random frames, hasty and
// contrary as nobody would steer.
func randomSteering(random *rand.Rand, brief Brief) []Steering {
	var steering []Steering
	var wish Wish
	layers := brief.Layers()
	for frame := int64(0); frame < brief.Frames(); frame += 1 + random.Int64N(40*Rate) {
		switch random.IntN(9) {
		case 0, 1, 2:
			wish.Turn(journal.Dial(random.IntN(len(wish.Dials))), 4*random.Float64()-2)
		case 3:
			if len(layers) > 0 { // a silent meditation has none
				wish.Levels.Move(layers[random.IntN(len(layers))].Parts, 60*random.Float64()-30)
			}
		case 4:
			wish.Hold = !wish.Hold
		case 5:
			wish.MoveOn++
		case 6:
			wish.Soundscape++
		case 7:
			wish.Deadline = frame + random.Int64N(8*60*Rate)
		case 8:
			if random.IntN(4) == 0 {
				wish.Home++
			}
		}
		steering = append(steering, Steering{frame, wish})
	}
	return steering
}

func TestSteering_crosses_no_limit_of_the_goal(t *testing.T) {
	runs := uint64(12)
	if testing.Short() {
		runs = 1
	}
	for _, goal := range journal.Goals() {
		for seed := range runs {
			random := rand.New(rand.NewPCG(seed, 17))
			mood := journal.Mood{Valence: journal.Rated(2*random.Float64() - 1), Energy: journal.Rated(2*random.Float64() - 1), Tension: journal.Rated(2*random.Float64() - 1)}
			brief, err := NewBrief(mood, goal, 3+12*random.Float64(), journal.Taste{}, random.Uint32())
			if err != nil {
				t.Fatal(err)
			}
			checkLimits(t, brief, ComposeSteered(brief, randomSteering(random, brief)), seed)
		}
	}
}

func TestSteering_of_any_options_crosses_no_limit(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		goal := rapid.SampledFrom(journal.Goals()).Draw(rt, "goal")
		minutes := rapid.Float64Range(1, 15).Draw(rt, "minutes")
		brief, err := drawOptions(rt).NewBrief(journal.Mood{}, goal, minutes, journal.Taste{}, rapid.Uint32().Draw(rt, "seed"))
		if err != nil {
			rt.Skip(err)
		}
		seed := rapid.Uint64().Draw(rt, "steering")
		checkLimits(rt, brief, ComposeSteered(brief, randomSteering(rand.New(rand.NewPCG(seed, 3)), brief)), seed)
	})
}

// checkLimits holds a score against what a goal never crosses.
func checkLimits(t rapid.TB, brief Brief, sheet *score.Sheet, seed uint64) {
	t.Helper()
	limits, playing := purposes[brief.Goal], partsOf(brief)
	for _, e := range sheet.Events {
		if !playing.has(e.Part) {
			t.Fatalf("%s, seed %d: %v plays", brief.Goal, seed, e.Part)
		}
		if low, high := e.Part.Range(); e.Part.Pitched() && (e.Pitch < low || e.Pitch > high) {
			t.Fatalf("%s, seed %d: %v plays %d", brief.Goal, seed, e.Part, e.Pitch)
		}
		if e.Velocity < 0 || e.Velocity.Float() > 1 || e.Frame < 0 || e.Frame >= sheet.Frames {
			t.Fatalf("%s, seed %d: %+v in a piece of %d frames", brief.Goal, seed, e, sheet.Frames)
		}
	}
	for i, s := range sheet.Sections {
		if bpm := s.BPM.Float(); bpm < limits.tempo.low-0.01 || bpm > limits.tempo.high+0.01 {
			t.Errorf("%s, seed %d: %g beats a minute, %g to %g are allowed", brief.Goal, seed, bpm, limits.tempo.low, limits.tempo.high)
		}
		if brief.Foreseeable() && s.Key != sheet.Sections[0].Key {
			t.Errorf("%s, seed %d: section %d is in %v, the piece began in %v", brief.Goal, seed, i, s.Key, sheet.Sections[0].Key)
		}
	}
	if longest := int64(MaxMinutes * 60 * Rate); sheet.Frames > longest || sheet.Frames < 40*Rate {
		t.Errorf("%s, seed %d: lasts %d s", brief.Goal, seed, sheet.Frames/Rate)
	}
}

func TestWanted_instruments_stay_within_their_range(t *testing.T) {
	for _, part := range []score.Part{score.Kalimba, score.Marimba, score.Harp} {
		for _, goal := range []journal.Goal{journal.Meditate, journal.Calm, journal.Sleep, journal.Drift} {
			for seed := range uint32(12) {
				brief, err := Options{Wanted: partsIn(part)}.NewBrief(journal.Mood{}, goal, 10, journal.Taste{}, seed)
				if err != nil {
					t.Fatal(err)
				}
				checkLimits(t, brief, Compose(brief), uint64(seed))
			}
		}
	}
}
