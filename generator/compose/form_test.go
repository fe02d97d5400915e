package compose

import (
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

func TestForm_Sections(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		end := int64(0)
		for i, s := range sheet.Sections {
			if s.Frame != end {
				t.Fatalf("seed %d: section %d begins at %d, want %d", plan.Seed, i, s.Frame, end)
			}
			end = s.Frame + s.Frames
			if seconds := s.Frames / score.Rate; s.Name != "land" && (seconds < 45 || seconds > 300) {
				t.Errorf("seed %d: section %q lasts %d s", plan.Seed, s.Name, seconds)
			}
		}
		if last := sheet.Sections[len(sheet.Sections)-1]; !strings.HasPrefix(last.Name, "land") {
			t.Errorf("seed %d: the last section is %q", plan.Seed, last.Name)
		}
		if end != plan.Frames {
			t.Errorf("seed %d: the sections end at %d, want %d", plan.Seed, end, plan.Frames)
		}
	})
}

func TestForm_MaterialReturnsVaried(t *testing.T) {
	for _, j := range journeys {
		if j.style.Repeat {
			continue
		}
		for _, seed := range seeds() {
			heard := map[string]int{}
			for _, s := range Write(j.plan(seed, 60)).Sections {
				heard[strings.TrimRight(s.Form, "'0123456789")]++
			}
			if heard["A"] < 2 || heard["B"] < 1 || len(heard) < 3 {
				t.Errorf("%s, seed %d: an hour is made of %v", j.name, seed, heard)
			}
		}
	}
}

func TestForm_ComesHome(t *testing.T) {
	home, returned, all := 0, 0, 0
	for _, j := range journeys {
		if j.style.Repeat {
			continue
		}
		for _, seed := range seeds() {
			sections := Write(j.plan(seed, 25)).Sections
			if strings.HasPrefix(sections[len(sections)-2].Form, "A") {
				returned++
			}
			all++
			if sections[len(sections)-1].Key.Tonic == sections[0].Key.Tonic {
				home++
			}
		}
	}
	if returned*10 < all*8 {
		t.Errorf("%d of %d pieces return to A before they land", returned, all)
	}
	if home*10 < all*6 {
		t.Errorf("%d of %d pieces end on the tonic that they began with", home, all)
	}
}

func TestForm_KeysAreRelated(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			sections := Write(j.plan(seed, 60)).Sections
			for i := 1; i < len(sections); i++ {
				from, to := keyOf(sections[i-1]), keyOf(sections[i])
				if changed := from.Changed(to); changed > maxChanged {
					t.Errorf("%s, seed %d: %v to %v changes %d pitch classes", j.name, seed, from, to, changed)
				}
				if j.style.Repeat && from != to {
					t.Errorf("%s, seed %d: the key changes from %v to %v", j.name, seed, from, to)
				}
			}
		}
	}
}

func TestForm_SomethingNewComesInTime(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		last, most := int64(0), int64(15)
		if j.style.Dissolve {
			most = 20 // where one falls asleep, less may happen
		}
		for _, e := range sheet.Events {
			if gap := (e.Frame - last) / score.Rate; gap > most {
				t.Errorf("seed %d: nothing begins for %d s before %d s", plan.Seed, gap, e.Frame/score.Rate)
			}
			last = e.Frame
		}
		for _, c := range sheet.Chords {
			if seconds := c.Frames / score.Rate; seconds > 100 {
				t.Errorf("seed %d: %s lasts %d s", plan.Seed, c.Symbol, seconds)
			}
		}
	})
}

func TestForm_Ending(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		checkEnding(t, sheet, plan.Frames, plan.Seed)
	})
}

// checkEnding holds the last seconds against what an ending is: a chord on
// the tonic that rings for eight seconds, nothing struck after it, everything
// let go in time to ring out.
func checkEnding(t *testing.T, sheet *score.Sheet, deadline int64, seed uint64) {
	t.Helper()
	last := sheet.Chords[len(sheet.Chords)-1]
	key := keyAt(sheet, last.Frame)
	if theory.PitchClass(last.Pitches[0]) != key.Tonic {
		t.Errorf("seed %d: the piece in %v ends on %s", seed, key, last.Symbol)
	}
	if before := (deadline - last.Frame) / score.Rate; before < 8 || before > 16 {
		t.Errorf("seed %d: the last chord comes %d s before the end", seed, before)
	}
	ring := int64(0)
	for _, e := range sheet.Events {
		if !e.Part.Pitched() {
			continue
		}
		if e.Frame > last.Frame+2*score.Rate || e.Frame+e.Frames > deadline-3*score.Rate/2 {
			t.Errorf("seed %d: sounds %.1f s before the end: %+v", seed, float64(deadline-e.Frame)/score.Rate, e)
		}
		if e.Role == score.Harmony && e.Frame >= last.Frame {
			ring = max(ring, e.Frames)
		}
	}
	if ring < (deadline-last.Frame)/2 {
		t.Errorf("seed %d: the last chord is held for %d frames", seed, ring)
	}
}

func TestOnsets_DensityFollowsThePlan(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		end := sheet.Sections[len(sheet.Sections)-1].Frame
		wanted := theory.Fixed(0)
		for second := int64(0); second < end/score.Rate; second++ {
			wanted += plan.at(second * score.Rate).Density
		}
		body := &score.Sheet{}
		for _, e := range sheet.Events {
			if e.Frame < end {
				body.Events = append(body.Events, e)
			}
		}
		most := 1.25
		if j.style.Pulse == Free {
			most = 1.35 // one note more or less counts where there are few
		}
		if ratio := float64(onsetCount(body)) / wanted.Float(); ratio < 0.75 || ratio > most {
			t.Errorf("seed %d: %.2f times as many onsets as planned", plan.Seed, ratio)
		}
	})
}
