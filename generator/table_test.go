package generator

import (
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/journal"
)

// The composer is measured here, for every goal, on the plans that real
// briefs make. Each row of the table is one quantity with the bound that is
// wanted for it. Where the composer does not keep a bound yet, today's bound
// stands in table_bounds_test.go, and is tightened as the music improves.
//
//	go test ./generator -run Table -v             5 seeds a goal
//	go test ./generator -run Table -v -seeds 200  the whole table

var seedCount = flag.Int("seeds", 5, "number of seeds that each goal is measured with")

// sittingMinutes is the length of the pieces that are measured, but where a
// quantity needs more notes.
const sittingMinutes = 12

// bound is what a quantity must lie in.
type bound struct{ low, high float64 }

func atMost(high float64) bound { return bound{math.Inf(-1), high} }

func atLeast(low float64) bound { return bound{low, math.Inf(1)} }

// anything bounds nothing: the row is only shown.
func anything() bound { return bound{math.Inf(-1), math.Inf(1)} }

func (b bound) holds(v float64) bool { return v >= b.low && v <= b.high }

func (b bound) String() string {
	switch {
	case math.IsInf(b.low, 0) && math.IsInf(b.high, 0):
		return "any"
	case math.IsInf(b.low, 0):
		return fmt.Sprintf("≤ %g", b.high)
	case math.IsInf(b.high, 0):
		return fmt.Sprintf("≥ %g", b.low)
	}
	return fmt.Sprintf("%g…%g", b.low, b.high)
}

// tally is a value as a part of a whole, so that pieces can be added up. A
// whole of 0 says that there was nothing to measure.
type tally struct{ part, whole float64 }

func (t tally) value() float64 { return t.part / t.whole }

// summary says how the values of the seeds become one.
type summary int

const (
	worst  summary = iota // every piece must keep the bound
	pooled                // all pieces together must
	median                // the middle one must
)

func (s summary) String() string { return [...]string{"every piece", "all pieces", "median"}[s] }

// quantity is a row of the table.
type quantity struct {
	name    string
	digits  int
	over    summary
	piece   func(t *testing.T, goal journal.Goal, seed uint32) *piece
	measure func(t *testing.T, p *piece) tally
	wanted  func(goal journal.Goal) bound
}

// piece is a composed piece with what measuring needs to know of it.
type piece struct {
	goal  journal.Goal
	seed  uint32
	plan  compose.Plan
	sheet *score.Sheet
}

func (p *piece) String() string {
	return fmt.Sprintf("%s, seed %d, %.0f minutes", p.goal, p.seed, float64(p.sheet.Frames)/score.Rate/60)
}

// free reports whether the piece has no beat that is heard.
func (p *piece) free() bool { return p.plan.Style.Pulse == compose.Free }

func composed(t testing.TB, goal journal.Goal, minutes float64, seed uint32) *piece {
	brief := mustBrief(t, goal, minutes, seed)
	return &piece{goal: goal, seed: seed, plan: brief.plan(), sheet: Compose(brief)}
}

// tableSeeds are those that the table tries.
func tableSeeds() []uint32 {
	count := max(1, *seedCount)
	if testing.Short() {
		count = min(count, 2)
	}
	seeds := make([]uint32, count)
	for i := range seeds {
		seeds[i] = uint32(i + 1)
	}
	return seeds
}

// thorough reports whether everything is to be measured, however long it
// takes.
func thorough() bool { return *seedCount >= 100 }

// TestTable measures every quantity for every goal and prints the table.
func TestTable(t *testing.T) {
	quantities := slices.Concat(harmonyRows(), melodyRows(), windowRows(), slopeRows(), surpriseRows())
	rows := make([][]string, len(quantities))
	for i, q := range quantities {
		t.Run(q.name, func(t *testing.T) { rows[i] = q.row(t) })
	}
	t.Logf("\n%s", printed(quantities, rows))
}

// row measures the quantity for every goal, holds it against its bounds and
// returns what the table shows of it.
func (q *quantity) row(t *testing.T) []string {
	var cells []string
	for _, goal := range journal.Goals() {
		wanted := q.wanted(goal)
		kept, ratchet := today[q.name][goal]
		if !ratchet {
			kept = wanted
		}
		value, from, ok := q.summarised(t, goal, kept)
		if !ok {
			cells = append(cells, "–")
			continue
		}
		cell := fmt.Sprintf("%.*f", q.digits, value)
		switch {
		case !kept.holds(value):
			t.Errorf("%s of %s is %.*f, want %v (%s)", q.name, goal, q.digits+1, value, kept, from)
			cell += "!"
		case !wanted.holds(value):
			cell += "*"
		}
		cells = append(cells, cell)
	}
	return cells
}

// summarised returns the goal's value over the seeds and where it comes from;
// ok is false where there was nothing to measure.
func (q *quantity) summarised(t *testing.T, goal journal.Goal, kept bound) (value float64, from string, ok bool) {
	var values []float64
	var sum tally
	for _, seed := range tableSeeds() {
		p := q.piece(t, goal, seed)
		if p == nil {
			continue
		}
		got := q.measure(t, p)
		if got.whole == 0 {
			continue
		}
		sum.part, sum.whole = sum.part+got.part, sum.whole+got.whole
		values = append(values, got.value())
		if q.over == worst && (len(values) == 1 || kept.distance(got.value()) > kept.distance(value)) {
			value, from = got.value(), p.String()
		}
	}
	if len(values) == 0 {
		return 0, "", false
	}
	switch q.over {
	case pooled:
		return sum.value(), fmt.Sprintf("%d seeds together", len(values)), true
	case median:
		slices.Sort(values)
		return (values[(len(values)-1)/2] + values[len(values)/2]) / 2, fmt.Sprintf("median of %d seeds", len(values)), true
	}
	return value, from, true
}

// distance returns how far a value is on the wrong side of the bound, or,
// where it is on the right side, how near to it, as a negative number.
func (b bound) distance(v float64) float64 { return math.Max(b.low-v, v-b.high) }

// printed lays the table out, one goal a column.
func printed(quantities []quantity, rows [][]string) string {
	var b strings.Builder
	line := func(first string, cells []string, bounds string) {
		fmt.Fprintf(&b, "%-44s", first)
		for _, cell := range cells {
			fmt.Fprintf(&b, " %8s", cell)
		}
		fmt.Fprintf(&b, "  %s\n", bounds)
	}
	var goals []string
	for _, goal := range journal.Goals() {
		goals = append(goals, string(goal))
	}
	fmt.Fprintf(&b, "%d seeds a goal; * is outside what is wanted, ! outside today's bound\n", len(tableSeeds()))
	line("", goals, "wanted")
	for i, q := range quantities {
		line(q.name, rows[i], q.boundsText())
	}
	return b.String()
}

// boundsText says what is wanted of the quantity: of most goals, and of those
// that differ.
func (q *quantity) boundsText() string {
	count, common := map[string]int{}, ""
	for _, goal := range journal.Goals() {
		text := q.wanted(goal).String()
		if count[text]++; count[text] > count[common] {
			common = text
		}
	}
	text := common
	for _, goal := range journal.Goals() {
		if own := q.wanted(goal).String(); own != common {
			text += fmt.Sprintf("; %s %s", goal, own)
		}
	}
	return text + "; " + q.over.String()
}

// sitting returns the usual piece of a goal and seed.
func sitting(t *testing.T, goal journal.Goal, seed uint32) *piece {
	return composed(t, goal, sittingMinutes, seed)
}

// everyGoal wants the same of all.
func everyGoal(b bound) func(journal.Goal) bound {
	return func(journal.Goal) bound { return b }
}
