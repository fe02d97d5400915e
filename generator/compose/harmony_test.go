package compose

import (
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

func TestHarmony_VoicesMoveLittle(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		moved, voices, parallels, changes := 0, 0, 0, 0
		for i := 1; i < len(sheet.Chords); i++ {
			a, b := sheet.Chords[i-1].Pitches, sheet.Chords[i].Pitches
			if len(a) != len(b) {
				continue // the bass comes in
			}
			changes++
			for v := range a {
				moved += max(a[v]-b[v], b[v]-a[v])
				voices++
				if v > 0 && b[v] <= b[v-1] {
					t.Fatalf("seed %d: voices cross in %s %v", plan.Seed, sheet.Chords[i].Symbol, b)
				}
			}
			top := len(a) - 1
			if theory.Parallel(a[0], a[top], b[0], b[top]) {
				parallels++
			}
		}
		if mean := float64(moved) / float64(max(voices, 1)); mean > 2 {
			t.Errorf("seed %d: a voice moves %.2f semitones on average, at most 2 are allowed", plan.Seed, mean)
		}
		if parallels*50 > changes {
			t.Errorf("seed %d: %d parallels in %d changes", plan.Seed, parallels, changes)
		}
	})
}

func TestHarmony_LowIntervalsAreClear(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		for _, c := range sheet.Chords {
			for i := 1; i < len(c.Pitches); i++ {
				if !theory.Clear(c.Pitches[i-1], c.Pitches[i]) {
					t.Errorf("seed %d: %s is muddy: %v", plan.Seed, c.Symbol, c.Pitches)
				}
			}
		}
		for i, low := range sheet.Events {
			if !low.Part.Pitched() || low.Pitch >= theory.LowestThird {
				continue
			}
			for _, e := range sheet.Events[max(0, i-150):min(len(sheet.Events), i+150)] {
				together := e.Frame+score.Rate/20 < low.Frame+low.Frames && low.Frame+score.Rate/20 < e.Frame+e.Frames
				if e.Part.Pitched() && together && !theory.Clear(low.Pitch, e.Pitch) {
					t.Errorf("seed %d: muddy at %d s: %v %d and %v %d", plan.Seed, e.Frame/score.Rate,
						low.Part, low.Pitch, e.Part, e.Pitch)
				}
			}
		}
	})
}

func TestHarmony_WhatIsBorrowedGoesOnByStep(t *testing.T) {
	altered, steps := 0, 0
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		borrowed := 0
		for i, c := range sheet.Chords {
			key := keyAt(sheet, c.Frame)
			if theory.SetOf(c.Pitches...).Size() < 3 {
				t.Errorf("seed %d: %s has too few tones: %v", plan.Seed, c.Symbol, c.Pitches)
			}
			outside := theory.SetOf(c.Pitches...).Without(key.Set())
			if outside == 0 {
				continue
			}
			borrowed++
			if j.style.MaxTension < leastBorrowing || outside.Size() > 2 || i+1 == len(sheet.Chords) {
				t.Errorf("seed %d: %s %v leaves %v", plan.Seed, c.Symbol, c.Pitches, key)
				continue
			}
			for _, pitch := range c.Pitches[1:] {
				if outside.Has(pitch) {
					altered++
					if near(sheet.Chords[i+1].Pitches, pitch) {
						steps++
					}
				}
			}
		}
		if borrowed*5 > len(sheet.Chords) {
			t.Errorf("seed %d: %d of %d chords are borrowed", plan.Seed, borrowed, len(sheet.Chords))
		}
	})
	if steps*10 < altered*8 {
		t.Errorf("%d of %d altered tones go on by step", steps, altered)
	}
}

// near reports whether one of the pitches is at most a whole tone away.
func near(pitches []int, pitch int) bool {
	for _, p := range pitches {
		if max(p-pitch, pitch-p) <= 2 {
			return true
		}
	}
	return false
}

func TestHarmony_NothingContradictsWhatIsBorrowed(t *testing.T) {
	against, all := 0, 0
	for _, j := range journeys {
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			for _, c := range sheet.Chords {
				key := keyAt(sheet, c.Frame)
				altered := theory.SetOf(c.Pitches...).Without(key.Set())
				if altered == 0 {
					continue
				}
				for _, e := range sheet.Events {
					if e.Role == score.Harmony || e.Role == score.Rhythm || e.Frame < c.Frame || e.Frame >= c.Frame+c.Frames {
						continue
					}
					all++
					if key.Set().Has(e.Pitch) && !theory.SetOf(c.Pitches...).Has(e.Pitch) && (altered.Has(e.Pitch-1) || altered.Has(e.Pitch+1)) {
						against++
					}
				}
			}
		}
	}
	if all == 0 || against*100 > all*4 {
		t.Errorf("%d of %d notes over borrowed chords contradict them", against, all)
	}
}

func TestHarmony_ModesFollowHappiness(t *testing.T) {
	style := journeys[0].style
	darker, brighter := 0, 0
	for seed := range uint64(40) {
		plan := Plan{Seed: seed, Frames: 1, Style: style}
		c := New(plan)
		if c.chooseMode(0, fixed(0.36)).Happiness() < fixed(0.5) {
			darker++
		}
		if c.chooseMode(0, fixed(0.80)) == theory.Ionian {
			brighter++
		}
	}
	if darker < 38 || brighter < 38 {
		t.Errorf("of 40 pieces %d are dark when asked and %d bright", darker, brighter)
	}
}

func TestHarmony_StacksFourthsAndSecondsWhereTheStyleLikesThem(t *testing.T) {
	for _, test := range []struct {
		symbol   string
		interval int
		like     func(style *Style)
	}{
		{"quartal", 5, func(style *Style) { style.Quartal = theory.One }},
		{"add2", 2, func(style *Style) { style.Cluster = theory.One }},
	} {
		for _, j := range journeys {
			for _, liked := range []bool{false, true} {
				if liked {
					test.like(&j.style)
				}
				chords, stacked := 0, 0
				for _, seed := range seeds() {
					sheet := Write(j.plan(seed, minutes))
					landing := sheet.Sections[len(sheet.Sections)-1].Frame
					for _, c := range sheet.Chords {
						if !strings.Contains(c.Symbol, test.symbol) {
							continue
						}
						if c.Frame >= landing {
							t.Errorf("%s, seed %d: %s on the way home", j.name, seed, c.Symbol)
						}
						chords++
						for i := 1; i < len(c.Pitches); i++ {
							if c.Pitches[i]-c.Pitches[i-1] == test.interval {
								stacked++
								break
							}
						}
					}
				}
				if !liked && chords > 0 {
					t.Errorf("%s: %d chords are %s, which the style does not want", j.name, chords, test.symbol)
				}
				if liked && !j.style.Repeat && (chords == 0 || stacked*10 < chords*8) {
					t.Errorf("%s: %d of %d chords called %s have the interval between neighbours", j.name, stacked, chords, test.symbol)
				}
			}
		}
	}
}
