package compose

import (
	"flag"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// minutes is the length of the pieces that most tests compose.
const minutes = 12

var seedCount = flag.Int("seeds", 5, "number of seeds that each journey is tried with")

// seeds are those that the tests try; a failure names its seed.
func seeds() []uint64 {
	list := make([]uint64, *seedCount)
	if testing.Short() {
		list = list[:min(2, len(list))]
	}
	for i := range list {
		list[i] = uint64(i + 1)
	}
	return list
}

// forEachPiece composes every journey with every seed.
func forEachPiece(t *testing.T, check func(t *testing.T, j journey, plan Plan, sheet *score.Sheet)) {
	t.Helper()
	for _, j := range journeys {
		t.Run(j.name, func(t *testing.T) {
			for _, seed := range seeds() {
				plan := j.plan(seed, minutes)
				check(t, j, plan, Write(plan))
			}
		})
	}
}

// keyAt returns the key of the section that sounds at a frame.
func keyAt(sheet *score.Sheet, frame int64) theory.Key {
	key := theory.Key{}
	for _, s := range sheet.Sections {
		if s.Frame <= frame {
			key = keyOf(s)
		}
	}
	return key
}

// keyOf reads the key of a section back from its names.
func keyOf(s score.Section) theory.Key {
	for mode := theory.Phrygian; mode <= theory.Lydian; mode++ {
		for tonic := range theory.SemitonesPerOctave {
			if k := (theory.Key{Tonic: tonic, Mode: mode}); mode.String() == s.Mode && k.Name() == s.Tonic {
				return k
			}
		}
	}
	panic("no key is called " + s.Tonic + " " + s.Mode)
}

// line returns the events of a role that come from a motif, in order.
func melodic(sheet *score.Sheet, roles ...score.Role) []score.Event {
	var events []score.Event
	for _, e := range sheet.Events {
		for _, role := range roles {
			if e.Role == role {
				events = append(events, e)
			}
		}
	}
	return events
}

// onsetCount counts attacks as the density does: notes of one part within
// 60 ms of each other, of a chord or a spread one, are one.
func onsetCount(sheet *score.Sheet) int {
	type voice struct {
		part score.Part
		role score.Role
	}
	last := map[voice]int64{}
	count := 0
	for _, e := range sheet.Events {
		if !e.Part.Pitched() {
			continue
		}
		v := voice{e.Part, e.Role}
		if before, ok := last[v]; !ok || e.Frame-before > 60*score.Rate/1000 {
			count++
		}
		last[v] = e.Frame
	}
	return count
}
