package journal

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// A listener is an invented person with a known answer to what music does.
type listener struct {
	mean     [3]float64          // of valence, energy, tension
	effect   func(Dials) float64 // what the dials do to tension, in spreads of the person
	flattery float64             // added to every answer after, in spreads, towards the goal
	missing  float64             // share of sittings without answers after
	whenLow  bool                // presses play only on edge, beyond one spread
	constant bool                // always answers the middle
}

// noEffect is music that does nothing.
func noEffect(Dials) float64 { return 0 }

// live has the listener use the program for some sittings, learning as it
// goes, and returns what was learned about calm at the end.
func (l listener) live(seed uint64, sittings int) Taste {
	random := rand.New(rand.NewPCG(seed, 1))
	var history History
	now := time.Date(2026, 1, 1, 21, 0, 0, 0, time.UTC)
	for n := range sittings {
		before := l.mood(random)
		dials, varied, propensity := Vary(Learn(history, Calm, now), random.Uint32())
		first, last := fmt.Sprintf("b%d", n), fmt.Sprintf("a%d", n)
		sitting := Sitting{
			ID: fmt.Sprintf("s%d", n), Stamp: StampAt(now), Goal: Calm, Frames: 57_600_000,
			Dials: dials, Varied: varied, Propensity: propensity, Ended: Landed, Before: &first,
		}
		history.CheckIns = append(history.CheckIns, CheckIn{ID: first, Stamp: StampAt(now), When: Before, Mood: l.answer(before)})
		if random.Float64() >= l.missing {
			after := l.after(before, dials, random)
			sitting.After = &last
			history.CheckIns = append(history.CheckIns, CheckIn{ID: last, Stamp: StampAt(now), When: After, Mood: l.answer(after)})
		}
		history.Sittings = append(history.Sittings, sitting)
		now = now.AddDate(0, 0, 1)
	}
	return Learn(history, Calm, now)
}

// mood returns how the listener feels at some evening.
func (l listener) mood(random *rand.Rand) [3]float64 {
	for {
		var mood [3]float64
		for i := range mood {
			mood[i] = l.mean[i] + withinSD*random.NormFloat64()
		}
		if !l.whenLow || mood[2] > l.mean[2]+withinSD {
			return mood
		}
	}
}

// after returns how the listener feels after a sitting: back towards the mean,
// whatever was played, and what the music did.
func (l listener) after(before [3]float64, dials Dials, random *rand.Rand) [3]float64 {
	var mood [3]float64
	for i := range mood {
		mood[i] = l.mean[i] + retest*(before[i]-l.mean[i]) + withinSD*math.Sqrt(1-retest*retest)*random.NormFloat64()
	}
	mood[2] -= withinSD * (l.effect(dials) + l.flattery)
	return mood
}

// answer is what the listener says of a mood.
func (l listener) answer(mood [3]float64) Mood {
	if l.constant {
		return Mood{Rated(0), Rated(0), Rated(0)}
	}
	return Mood{Rated(mood[0]), Rated(mood[1]), Rated(mood[2])}
}

// tally sums up what many listeners' histories taught about the tempo.
type tally struct {
	mean   float64 // of the offsets
	size   float64 // mean of their sizes
	slower float64 // share that lean towards slower
	sure   float64 // share that call themselves sure
}

func (l listener) tally(listeners, sittings int) tally {
	var sum tally
	share := 1 / float64(listeners)
	for n := range listeners {
		tempo := l.live(uint64(n), sittings).Offsets[Tempo]
		sum.mean += share * tempo.Value
		sum.size += share * math.Abs(tempo.Value)
		if tempo.Value < 0 {
			sum.slower += share
		}
		if tempo.Sure {
			sum.sure += share
		}
	}
	return sum
}

const (
	simulatedListeners = 100
	simulatedSittings  = 30
)

// TestLearn_NothingToLearn holds what is learned from listeners for whom the
// dials do nothing: offsets too small to hear, to either side alike, and no
// claim to be sure in more than one of twenty.
func TestLearn_NothingToLearn(t *testing.T) {
	for name, l := range map[string]listener{
		"music does nothing":                     {effect: noEffect},
		"plays only when low, and recovers":      {effect: noEffect, whenLow: true, mean: [3]float64{-0.2, 0, 0.3}},
		"always flatters the music":              {effect: noEffect, flattery: 0.5},
		"flatters the music a lot":               {effect: noEffect, flattery: 1},
		"always answers the middle":              {effect: noEffect, constant: true},
		"leaves two answers of five out":         {effect: noEffect, missing: 0.4},
		"never answers after":                    {effect: noEffect, missing: 1},
		"every sitting helps, whatever it plays": {effect: func(Dials) float64 { return 0.8 }},
	} {
		t.Run(name, func(t *testing.T) {
			got := l.tally(simulatedListeners, simulatedSittings)
			if math.Abs(got.mean) > 0.015 || got.size > audibleOffset || got.sure > 0.05 {
				t.Errorf("learned %+v from nothing", got)
			}
		})
	}
}

// TestLearn_SomethingToLearn has listeners whom a slower or faster tempo
// really calms: by one spread at the end of the bounds.
func TestLearn_SomethingToLearn(t *testing.T) {
	slowerCalms := func(d Dials) float64 { return -2 * d[Tempo] }
	fasterCalms := func(d Dials) float64 { return 2 * d[Tempo] }
	for name, c := range map[string]struct {
		listener listener
		slower   [2]float64 // least and most share that may lean so
	}{
		"slower calms":                                   {listener{effect: slowerCalms}, [2]float64{0.85, 1}},
		"slower calms, plays only when low":              {listener{effect: slowerCalms, whenLow: true}, [2]float64{0.75, 1}},
		"slower calms, two answers of five are left out": {listener{effect: slowerCalms, missing: 0.4}, [2]float64{0.75, 1}},
		"faster calms":                                   {listener{effect: fasterCalms}, [2]float64{0, 0.15}},
	} {
		t.Run(name, func(t *testing.T) {
			got := c.listener.tally(simulatedListeners, simulatedSittings)
			if got.slower < c.slower[0] || got.slower > c.slower[1] {
				t.Errorf("learned %+v, want a share of %v to lean towards slower", got, c.slower)
			}
		})
	}
}
