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
	seconds, seeds := 45.0, uint64(2)
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
func stageOf(s Soundscape) *stage {
	switch s := s.(type) {
	case *Rain:
		return &s.stage
	case *Thunder:
		return &s.stage
	case *Sea:
		return &s.stage
	case *Stream:
		return &s.stage
	case *Wind:
		return &s.stage
	case *Fire:
		return &s.stage
	case *Insects:
		return &s.stage
	case *Birds:
		return &s.stage
	case *Cafe:
		return &s.stage
	case *Train:
		return &s.stage
	case *Noise:
		return &s.stage
	}
	panic("a soundscape without a stage")
}
