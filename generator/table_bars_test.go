package generator

import (
	"fmt"
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// TestCompose_EightBars compares what a musician reads: eight bars from the
// third minute of a piece of every goal, and its last eight. A difference is a
// change of style.
func TestCompose_EightBars(t *testing.T) {
	for _, goal := range journal.Goals() {
		t.Run(string(goal), func(t *testing.T) {
			sheet := Compose(mustBrief(t, goal, 6, 1))
			var out strings.Builder
			fmt.Fprintf(&out, "# %s, seed 1: eight bars after three minutes\n", goal)
			from := sheet.Place(180 * score.Rate).Bar
			if err := sheet.WriteBars(&out, from, from+8); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "# the end\n")
			end := sheet.Place(sheet.Frames - 1).Bar
			if err := sheet.WriteBars(&out, end-7, end+1); err != nil {
				t.Fatal(err)
			}
			compareGolden(t, string(goal)+".txt", out.String())
		})
	}
}
