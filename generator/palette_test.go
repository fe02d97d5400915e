package generator

import (
	"testing"

	"dulcet/journal"
)

// What is not built cannot sound: no piece may ask for it.
func TestPartsOf_covers_what_is_composed(t *testing.T) {
	for _, goal := range journal.Goals() {
		asked := partsOf(mustBrief(t, goal, 12, 0))
		for seed := range uint32(6) {
			brief, err := NewBrief(journal.Mood{}, goal, 12, journal.Taste{Goal: goal}, seed)
			if err != nil {
				t.Fatal(err)
			}
			for _, event := range Compose(brief).Events {
				if !asked.has(event.Part) {
					t.Fatalf("%s, seed %d: %s plays and is not in the palette", goal, seed, event.Part)
				}
			}
		}
	}
}
