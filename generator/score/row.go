package score

import (
	"slices"
	"strings"

	"dulcet/generator/theory"
)

// row is what one part does in one bar.
type row struct {
	title    string
	struck   []string // what begins in each slot
	held     []bool   // whether something goes on in it
	velocity theory.Fixed
	notes    int
	motifs   string
}

// begins reports whether anything begins in the bar.
func (r row) begins() bool {
	return slices.ContainsFunc(r.struck, func(name string) bool { return name != "" })
}

// cell returns what the row shows of a beat, divided no further than it must
// be.
func (r row) cell(beat int) string {
	var slots [slotsPerBeat]string
	for i := range slots {
		at := beat*slotsPerBeat + i
		switch {
		case r.struck[at] != "":
			slots[i] = r.struck[at]
		case r.held[at]:
			slots[i] = "-"
		default:
			slots[i] = "."
		}
	}
	step := 4
	for step > 1 && !plain(slots[:], step) {
		step /= 2
	}
	parts := make([]string, 0, slotsPerBeat)
	for i := 0; i < slotsPerBeat; i += step {
		parts = append(parts, slots[i])
	}
	return strings.Join(parts, "·")
}

// plain reports whether a beat that is divided into steps of so many slots
// shows all that begins: inside a step nothing may, though something may end.
func plain(slots []string, step int) bool {
	for i, slot := range slots {
		if i%step == 0 {
			continue
		}
		if slot != "-" && slot != "." {
			return false
		}
	}
	return true
}

// dynamics are what musicians call how loud a note is: eight steps of an
// eighth each.
var dynamics = [...]string{"ppp", "pp", "p", "mp", "mf", "f", "ff", "fff"}

// dynamic returns the dynamic of so many notes with that sum of velocities,
// or nothing where none begins.
func dynamic(sum theory.Fixed, notes int) string {
	if notes == 0 {
		return ""
	}
	step := int(sum / theory.Fixed(notes) * theory.Fixed(len(dynamics)) / theory.One)
	return dynamics[min(step, len(dynamics)-1)]
}
