package compose

import (
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// hockets reports whether two parts may share a line in the journey.
func (j *journey) hockets() bool { return j.style.Hocket > 0 }

// partsIn returns who plays the events, in the order in which they come in.
func partsIn(events []score.Event) []score.Part {
	var parts []score.Part
	var heard [score.PartCount]bool
	for _, e := range events {
		if !heard[e.Part] {
			heard[e.Part] = true
			parts = append(parts, e.Part)
		}
	}
	return parts
}

// appearancesOf returns the notes of each appearance of a motif in order.
func appearancesOf(sheet *score.Sheet, roles ...score.Role) (list [][]score.Event) {
	at := map[uint32]int{}
	for _, e := range melodic(sheet, roles...) {
		if e.Appearance == 0 {
			continue
		}
		i, known := at[e.Appearance]
		if !known {
			i = len(list)
			at[e.Appearance], list = i, append(list, nil)
		}
		list[i] = append(list[i], e)
	}
	return list
}

func TestHocket_TwoPartsShareAMotifNoteByNote(t *testing.T) {
	for _, name := range []string{"focus", "energise"} {
		j := journeyNamed(t, name)
		shared := 0
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			for _, events := range appearancesOf(sheet, score.Melody) {
				parts := partsIn(events)
				if len(parts) == 1 {
					continue
				}
				shared++
				// What both play together is what the motif and the operation give.
				rederive(t, j, sheet, seed, events[0].Appearance, events)
				if len(parts) != 2 || !accompanies(parts[0]) || !accompanies(parts[1]) {
					t.Errorf("%s, seed %d: %v share appearance %d", name, seed, parts, events[0].Appearance)
				}
				turn := events[0].Frame
				for i := 1; i < len(events); i++ {
					if events[i].Part == events[i-1].Part {
						continue
					}
					// Each strays from the beat in a way of its own.
					if apart := events[i].Frame - turn; apart < quickestTurn-score.Rate/25 {
						t.Errorf("%s, seed %d: the line changes hands after %d ms at %d s", name, seed, apart*1000/score.Rate, turn/score.Rate)
					}
					turn = events[i].Frame
				}
			}
		}
		if shared < len(seeds()) {
			t.Errorf("%s: %d appearances are shared in %d pieces", name, shared, len(seeds()))
		}
	}
}

func TestHocket_IsRare(t *testing.T) {
	for _, name := range []string{"focus", "energise"} {
		j := journeyNamed(t, name)
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, 24))
			shared, all, latest := 0, 0, int64(-longAgo)
			var section score.Section
			for _, events := range appearancesOf(sheet, score.Melody) {
				all++
				if len(partsIn(events)) == 1 {
					continue
				}
				shared++
				now := sectionAt(sheet, events[0].Frame)
				if apart := events[0].Frame - latest; now.Frame != section.Frame && apart < hocketApart {
					t.Errorf("%s, seed %d: two sections share their lines within %d s", name, seed, apart/score.Rate)
				}
				section, latest = now, events[len(events)-1].Frame
			}
			if shared*100 > all*25 {
				t.Errorf("%s, seed %d: %d of %d appearances are shared", name, seed, shared, all)
			}
		}
	}
}

func TestHocket_OnlyWhereTheStyleAsksForIt(t *testing.T) {
	for _, j := range journeys {
		if j.style.Pulse == Steady {
			j.style.Hocket = 0
		} else if j.style.Pulse == Free || j.style.Repeat {
			j.style.Hocket = theory.One // even then: there is no beat, or nothing may change
		}
		for _, seed := range seeds() {
			for _, events := range appearancesOf(Write(j.plan(seed, minutes)), score.Melody) {
				if parts := partsIn(events); len(parts) > 1 {
					t.Errorf("%s, seed %d: %v share appearance %d", j.name, seed, parts, events[0].Appearance)
				}
			}
		}
	}
}
