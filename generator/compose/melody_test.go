package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/surprise"
	"dulcet/generator/theory"
)

func TestMelody_IsDerivedFromItsMotifs(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		forms := map[uint32][]score.Event{}
		derived, all := 0, 0
		for _, e := range melodic(sheet, score.Melody, score.Reply) {
			all++
			if e.Motif != 0 {
				derived++
				forms[e.Appearance] = append(forms[e.Appearance], e)
			}
		}
		if derived*100 < all*75 {
			t.Errorf("seed %d: %d of %d melody notes come from a motif", plan.Seed, derived, all)
		}
		for number, events := range forms {
			rederive(t, j, sheet, plan.Seed, number, events)
		}
	})
}

// rederive applies the operation to the motif again and compares.
func rederive(t *testing.T, j journey, sheet *score.Sheet, seed uint64, number uint32, events []score.Event) {
	t.Helper()
	var motif score.Motif
	for _, m := range sheet.Motifs {
		if m.ID == events[0].Motif {
			motif = m
		}
	}
	want, beats := motif.Apply(events[0].Operation, nil, nil)
	if len(events) != len(beats) {
		t.Fatalf("seed %d: appearance %d has %d notes, %v of %c has %d", seed, number, len(events), events[0].Operation, motif.ID, len(beats))
	}
	key := keyAt(sheet, events[0].Frame)
	var got []int
	for i := 1; i < len(events); i++ {
		a, inside := key.Step(events[i-1].Pitch)
		b, alsoInside := key.Step(events[i].Pitch)
		if !inside || !alsoInside {
			t.Fatalf("seed %d: appearance %d leaves the key %v", seed, number, key)
		}
		got = append(got, b-a)
	}
	if !slices.Equal(got, want) {
		t.Errorf("seed %d: appearance %d is %v, %v of %c is %v", seed, number, got, events[0].Operation, motif.ID, want)
	}
	if !j.hockets() && len(partsIn(events)) > 1 {
		t.Errorf("seed %d: appearance %d changes hands", seed, number)
	}
}

func TestMelody_RecoversFromLeaps(t *testing.T) {
	for _, j := range journeys {
		leaps, recovered := 0, 0
		for _, seed := range seeds() {
			events := melodic(Write(j.plan(seed, minutes)), score.Melody)
			for i := 1; i+1 < len(events); i++ {
				leap, next := events[i].Pitch-events[i-1].Pitch, events[i+1].Pitch-events[i].Pitch
				if events[i-1].Part != events[i].Part || events[i].Part != events[i+1].Part || max(leap, -leap) <= widest {
					continue
				}
				leaps++
				if leap*next < 0 {
					recovered++
				}
			}
		}
		if recovered*100 < leaps*85 {
			t.Errorf("%s: %d of %d leaps are followed by motion the other way", j.name, recovered, leaps)
		}
	}
}

func TestMelody_Breathes(t *testing.T) {
	for _, j := range journeys {
		low, high := j.style.MelodyRest[0].Float(), j.style.MelodyRest[1].Float()
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			share := restShareOf(sheet)
			if share < low-0.05 || share > high+0.08 {
				t.Errorf("%s, seed %d: the melody rests for %.2f of its time, the style asks for %.2f…%.2f", j.name, seed, share, low, high)
			}
		}
	}
}

// A share of all pieces together, which two of them would not tell.
func TestMelody_SeldomSaysTheSameThriceInAMinute(t *testing.T) {
	for _, name := range []string{"calm", "focus", "energise"} {
		again, all := 0, 0
		for seed := range uint64(10) {
			said := map[string][]int64{}
			for _, events := range appearancesOf(Write(journeyNamed(t, name).plan(seed, minutes)), score.Melody, score.Reply) {
				var notes strings.Builder
				for _, e := range events {
					fmt.Fprint(&notes, e.Pitch, " ")
				}
				frame := events[0].Frame
				before := said[notes.String()]
				said[notes.String()] = append(before, frame)
				if len(events) < 3 {
					continue // two notes are no idea
				}
				all++
				if n := len(before); n >= 2 && frame-before[n-2] < fresh {
					again++
				}
			}
		}
		t.Logf("%s: %d of %d", name, again, all)
		if again*100 > all*8 {
			t.Errorf("%s: %d of %d appearances have been heard twice in the minute before", name, again, all)
		}
	}
}

func TestMelody_IsNotAwayForLongOverAPulse(t *testing.T) {
	for _, j := range journeys {
		if j.style.Pulse == Free {
			continue // nobody waits for anything
		}
		// A phrase that listens, the one that is owed, and the rests around them.
		longest := (patience + 2) * framesOf(j.style.PhraseSeconds)
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, 2*minutes))
			ended := int64(0)
			for i, e := range melodic(sheet, score.Melody, score.Reply) {
				if away := e.Frame - ended; i > 0 && away > longest {
					t.Errorf("%s, seed %d: the melody is away for %d s from %d s on", j.name, seed, away/score.Rate, ended/score.Rate)
				}
				ended = max(ended, e.Frame+e.Frames)
			}
		}
	}
}

// restShareOf returns the share of the piece before the landing in which no
// melody note is held.
func restShareOf(sheet *score.Sheet) float64 {
	end := sheet.Sections[len(sheet.Sections)-1].Frame
	first, covered, until := int64(-1), int64(0), int64(0)
	for _, e := range melodic(sheet, score.Melody, score.Reply) {
		if e.Frame >= end {
			break
		}
		if first < 0 {
			first, until = e.Frame, e.Frame
		}
		if stop := e.Frame + e.Frames; stop > until {
			covered += stop - max(until, e.Frame)
			until = stop
		}
	}
	return 1 - float64(covered)/float64(end-first)
}

func TestMelody_RestsOnChordTones(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		long, inside := 0, 0
		chord := 0
		for _, e := range melodic(sheet, score.Melody) {
			for chord+1 < len(sheet.Chords) && sheet.Chords[chord+1].Frame <= e.Frame+score.Rate/25 {
				chord++
			}
			if e.Frames < 12*score.Rate/10 {
				continue
			}
			long++
			if theory.SetOf(sheet.Chords[chord].Pitches...).Has(e.Pitch) {
				inside++
			}
		}
		if long >= 20 && inside*100 < long*65 {
			t.Errorf("seed %d: %d of %d long notes are tones of their chord", plan.Seed, inside, long)
		}
	})
}

func TestMelody_KeepsItsRange(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		for _, e := range melodic(sheet, score.Melody) {
			if e.Pitch < max(j.style.MelodyRange[0], lowestFigure) || e.Pitch > j.style.MelodyRange[1] {
				t.Errorf("seed %d: %v plays %d, outside %v", plan.Seed, e.Part, e.Pitch, j.style.MelodyRange)
			}
		}
	})
}

func TestMelody_SurprisesAsTheStyleAsks(t *testing.T) {
	mean := func(j journey, wanted float64) float64 {
		j.style.Surprise = fixed(wanted)
		var listeners [score.PartCount]surprise.Listener
		sum, count := 0.0, 0.0
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			for _, e := range melodic(sheet, score.Melody, score.Reply) {
				sum += listeners[e.Part].Hear(keyAt(sheet, e.Frame), e.Pitch, e.Frame).Float()
				count++
			}
		}
		return sum / count
	}
	for _, j := range journeys {
		low, high := mean(j, 3), mean(j, 4.5)
		if high < low+0.4 {
			t.Errorf("%s: %.2f bits a note where 3 are asked for, %.2f where 4.5 are", j.name, low, high)
		}
	}
}

func TestMelody_LeapsIntoAnotherOctaveAsTheStyleAsks(t *testing.T) {
	displaced := func(j journey, surprise float64) int {
		j.style.Surprise = fixed(surprise)
		forms := map[uint32][]score.Event{}
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			for _, e := range melodic(sheet, score.Melody, score.Reply) {
				if e.Operation == score.Displacement {
					number := uint32(seed)<<16 | e.Appearance
					forms[number] = append(forms[number], e)
				}
			}
			for number, events := range forms {
				if number>>16 == uint32(seed) {
					rederive(t, j, sheet, seed, number&0xffff, events)
				}
			}
		}
		return len(forms)
	}
	for _, j := range journeys {
		calm, stirring := displaced(j, 3), displaced(j, 4.5)
		if calm > 0 || j.style.Repeat && stirring > 0 {
			t.Errorf("%s: %d displacements at 3 bits a note, %d at 4.5", j.name, calm, stirring)
		}
		if stirring == 0 && j.style.Pulse == Gentle && !j.style.Repeat {
			t.Errorf("%s: nothing leaps into another octave at 4.5 bits a note", j.name)
		}
	}
}

func TestMelody_NoIdeaStaysAwayForTenMinutes(t *testing.T) {
	for _, j := range journeys {
		if j.style.Pulse != Free {
			continue // with a beat there is always a phrase
		}
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, 480))
			latest := map[byte]int64{}
			for _, m := range sheet.Motifs {
				latest[m.ID] = 0
			}
			for _, e := range sheet.Events {
				before, idea := latest[e.Motif]
				if away := (e.Frame - before) / score.Rate; idea && away > 600 {
					t.Errorf("%s, seed %d: motif %c is away for %d s, until %d s", j.name, seed, e.Motif, away, e.Frame/score.Rate)
				}
				if idea {
					latest[e.Motif] = e.Frame
				}
			}
		}
	}
}
