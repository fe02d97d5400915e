package compose

import (
	"testing"

	"dulcet/generator/theory"
)

// TestOnsets_EbbAndComeBack holds the density against the plan over hours:
// it drifts, and it does not drift away.
func TestOnsets_EbbAndComeBack(t *testing.T) {
	if testing.Short() {
		t.Skip("composes hours")
	}
	for _, name := range []string{"calm", "energise"} {
		for seed := range uint64(2) {
			plan := standing(journeyNamed(t, name), seed)
			plan.Frames *= 12
			sheet := Write(plan)
			const parts = 24
			var counts [parts]float64
			for _, e := range sheet.Events {
				if e.Part.Pitched() {
					counts[e.Frame*parts/(plan.Frames+1)]++
				}
			}
			least, most, mean := counts[0], counts[0], 0.0
			for _, n := range counts {
				least, most, mean = min(least, n), max(most, n), mean+n/parts
			}
			if most > 1.6*mean || least < 0.5*mean || most < 1.1*least {
				t.Errorf("%s, seed %d: ten minutes have %.0f to %.0f notes around %.0f", name, seed, least, most, mean)
			}
		}
	}
}

func TestComposer_EbbStaysInBounds(t *testing.T) {
	for _, j := range journeys {
		c := New(j.plan(3, minutes))
		st := stretch{section: &c.sections[0]}
		least, most := -leastEbbing, mostEbbing
		if j.style.Pulse == Free {
			least, most = -leastFloating, mostFloating
		}
		if least <= -theory.One {
			t.Fatalf("%s: the density may ebb to nothing", j.name)
		}
		for bar := range 4096 {
			if e := c.ebb(&st, bar); e < least || e > most {
				t.Fatalf("%s: bar %d is asked for %v more", j.name, bar, e)
			}
		}
	}
}
