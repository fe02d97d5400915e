package generator

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/measure"
	"dulcet/generator/score"
	"dulcet/journal"
)

// TestLimits_hold_in_the_sound plays what tries to be loud, sudden and bright
// under the goals where nothing may startle, and steers it further.
func TestLimits_hold_in_the_sound(t *testing.T) {
	seeds, seconds := uint64(1), 50
	switch {
	case testing.Short():
		t.Skip("plays three minutes of music")
	case *longRun:
		seeds, seconds = 6, 120
	}
	for _, goal := range []journal.Goal{journal.Ground, journal.Sleep, journal.Calm, journal.Focus} {
		for seed := range seeds {
			t.Run(fmt.Sprintf("%s, seed %d", goal, seed), func(t *testing.T) {
				t.Parallel()
				brief := anyBrief(t, goal, 1000+seed)
				if brief.Options.Silence || castSilent(brief) {
					t.Skip("nothing plays")
				}
				piece, heard := New(brief), measure.New(Rate)
				buffer := make([][2]float64, Rate)
				quiet, longest := 0, 0
				for second := range seconds {
					if second == 20 {
						piece.Steer(wildest())
					}
					piece.Stream(buffer)
					heard.Add(buffer)
					for at := 0; at < Rate; at += Rate / 10 {
						if quiet++; loudest(buffer[at:at+Rate/10]) > 1e-3 || second < 5 {
							quiet = 0
						}
						longest = max(longest, quiet)
					}
				}
				tell(t, PromiseOf(goal).BrokenAnywhere(heard.Result()))
				if goal == journal.Ground && longest > 15 && brief.Options.Refused == 0 {
					t.Errorf("it is silent for %.1f s", float64(longest)/10)
				}
				for part := range barredFrom(goal).parts() {
					if piece.band.instruments[min(part, score.InstrumentCount-1)] != nil && part < score.InstrumentCount || piece.band.beds[part] != nil {
						t.Errorf("%v was built", part)
					}
				}
			})
		}
	}
}

// parts yields the parts of the set.
func (s Parts) parts() func(yield func(score.Part) bool) {
	return func(yield func(score.Part) bool) {
		for part := range score.PartCount {
			if s.has(part) && !yield(part) {
				return
			}
		}
	}
}

// castSilent reports whether nobody plays in a brief's piece.
func castSilent(brief Brief) bool { return partsOf(brief) == 0 }

// wildest is the wish of somebody who turns everything up.
func wildest() (wish Wish) {
	for dial := range wish.Dials {
		wish.Dials[dial] = 1
	}
	for part := range wish.Levels {
		wish.Levels[part] = math.Inf(1)
	}
	wish.Hold, wish.Soundscape = true, 2
	return wish
}
