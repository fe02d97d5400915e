package soundscape

import (
	"flag"
	"fmt"
	"math"
	"strings"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
	"dulcet/generator/score"
)

var calibrate = flag.Bool("calibrate", false, "print the trims that make every scene equally loud")

// TestTrims_calibrate prints the tables of trims.go from what is heard now:
//
//	go test ./generator/soundscape -run calibrate -calibrate -v
func TestTrims_calibrate(t *testing.T) {
	if !*calibrate {
		t.Skip("only with -calibrate")
	}
	forEach(t, func(t *testing.T, part score.Part) {
		var table strings.Builder
		fmt.Fprintf(&table, "\t%sTrims = trims{\n", part)
		for _, gentle := range []bool{false, true} {
			fmt.Fprintln(&table, "\t\t{")
			for distance := range 3 {
				var row []string
				for character := range 5 {
					scene := Scene{1, float32(distance) / 2, float32(character) / 4, gentle}
					row = append(row, fmt.Sprintf("%.3g", wantedTrim(part, scene)))
				}
				fmt.Fprintf(&table, "\t\t\t{%s},\n", strings.Join(row, ", "))
			}
			fmt.Fprintln(&table, "\t\t},")
		}
		fmt.Printf("%s\t}\n", table.String())
	})
}

// wantedTrim returns the trim that makes a scene −23 LUFS, over some seeds.
func wantedTrim(part score.Part, scene Scene) float64 {
	seconds, seeds := 45.0, uint64(4)
	if part == score.Thunder {
		seconds = 200
	}
	meter := loudness.New(dsp.Rate)
	now := 0.0
	for seed := range seeds {
		s := begin(part, 100+seed, scene)
		s.each(seconds, meter.Add)
		now = float64(stageOf(s.Soundscape).trim)
	}
	return now * math.Pow(10, (target-meter.Integrated())/20)
}

// target is the loudness of every scene in LUFS.
const target = -23.0

// stageOf returns what a soundscape stands on.
func stageOf(s Soundscape) *stage { return s.(interface{ self() *stage }).self() }

func (s *stage) self() *stage { return s }

func TestTrims_at_lies_between_what_was_measured(t *testing.T) {
	table := trims{{{1, 2, 3, 4, 5}, {2, 2, 2, 2, 2}, {4, 4, 4, 4, 4}}, {{8, 8, 8, 8, 8}, {8, 8, 8, 8, 8}, {8, 8, 8, 8, 8}}}
	for _, c := range []struct{ distance, character, gentle, want float32 }{
		{0, 0, 0, 1}, {0, 1, 0, 5}, {0, 0.125, 0, 1.5}, {0.5, 0.3, 0, 2}, {0.75, 1, 0, 3}, {1, 1, 0, 4}, {0, 0, 1, 8}, {0, 0, 0.5, 4.5}, {0.25, 0, 0, 1.5},
	} {
		if got := table.at(c.distance, c.character, c.gentle); math.Abs(float64(got-c.want)) > 1e-5 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
