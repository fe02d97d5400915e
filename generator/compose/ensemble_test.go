package compose

import (
	"testing"

	"dulcet/generator/score"
)

func TestEnsemble_NeverMoreThanFiveAtATime(t *testing.T) {
	const window = 4 * score.Rate // what begins so close together is heard together
	forEachPiece(t, func(t *testing.T, _ journey, plan Plan, sheet *score.Sheet) {
		for i, e := range sheet.Events {
			if !e.Part.Pitched() {
				continue
			}
			parts := map[score.Part]bool{}
			s := sectionAt(sheet, e.Frame)
			for _, x := range sheet.Events[i:] {
				if x.Frame >= min(e.Frame+window, s.Frame+s.Frames) {
					break
				}
				if x.Part.Pitched() {
					parts[x.Part] = true
				}
			}
			if len(parts) > 5 {
				t.Fatalf("seed %d: %d pitched parts play at %d s: %v", plan.Seed, len(parts), e.Frame/score.Rate, parts)
			}
		}
	})
}

func TestEnsemble_PlaysInsideItsRanges(t *testing.T) {
	forEachPiece(t, func(t *testing.T, _ journey, plan Plan, sheet *score.Sheet) {
		for _, e := range sheet.Events {
			low, high := e.Part.Range()
			if e.Part.Pitched() && (e.Pitch < low || e.Pitch > high) {
				t.Errorf("seed %d: %v plays %d as %v, outside %d…%d", plan.Seed, e.Part, e.Pitch, e.Role, low, high)
			}
		}
	})
}

func TestEnsemble_RingsRarely(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			last := map[score.Part]int64{}
			for _, e := range Write(j.plan(seed, 40)).Events {
				if e.Role != score.Colour || !rings(e.Part) {
					continue
				}
				least := apart(e.Part, j.style.Pulse)
				if before, rang := last[e.Part]; rang && e.Frame-before < (least-1)*score.Rate {
					t.Errorf("%s, seed %d: %v rings again after %d s", j.name, seed, e.Part, (e.Frame-before)/score.Rate)
				}
				last[e.Part] = e.Frame
			}
		}
	}
}

func TestEnsemble_UsesItsPalette(t *testing.T) {
	for _, j := range journeys {
		heard := map[score.Part]bool{}
		for seed := range uint64(20) {
			for _, e := range Write(j.plan(seed, 10)).Events {
				heard[e.Part] = true
			}
		}
		for _, voices := range [][]Voice{j.style.Sustain, j.style.Melody, j.style.Low, j.style.Colour} {
			for _, v := range voices {
				if !heard[v.Part] {
					t.Errorf("%s: %v never plays in 20 pieces", j.name, v.Part)
				}
			}
		}
		if (j.style.Kit > 0) != heard[score.Kit] || (j.style.Cloud > 0) != heard[score.Cloud] {
			t.Errorf("%s: kit %v, cloud %v against the style", j.name, heard[score.Kit], heard[score.Cloud])
		}
	}
}
