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
	piece   func(b *bench, seed uint32) *piece // or nil where this seed is not measured
	measure func(b *bench, p *piece) tally
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

// bench is where the pieces of one goal are measured, seed by seed. It keeps
// what several quantities ask of a seed.
type bench struct {
	*testing.T
	goal   journal.Goal
	pieces map[asked]*piece
	slopes map[uint32]slopes
	long   float64 // minutes that have events enough for spectra, or 0
}

// asked is what a piece is kept by.
type asked struct {
	minutes float64
	seed    uint32
}

func newBench(t *testing.T, goal journal.Goal) *bench {
	return &bench{T: t, goal: goal, pieces: map[asked]*piece{}, slopes: map[uint32]slopes{}}
}

// composed returns a piece of the goal.
func (b *bench) composed(minutes float64, seed uint32) *piece {
	if kept, ok := b.pieces[asked{minutes, seed}]; ok {
		return kept
	}
	brief := mustBrief(b, b.goal, minutes, seed)
	p := &piece{goal: b.goal, seed: seed, plan: brief.plan(), sheet: Compose(brief)}
	b.pieces[asked{minutes, seed}] = p
	return p
}

// forget lets go of the pieces of a seed.
func (b *bench) forget(seed uint32) {
	for key := range b.pieces {
		if key.seed == seed {
			delete(b.pieces, key)
		}
	}
}

// sitting returns the usual piece of a seed.
func sitting(b *bench, seed uint32) *piece { return b.composed(sittingMinutes, seed) }

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
	quantities := slices.Concat(harmonyRows(), melodyRows(), samenessRows(), slopeRows(), surpriseRows())
	goals := journal.Goals()
	columns := make([][]string, len(goals))
	t.Run("goals", func(t *testing.T) {
		for i, goal := range goals {
			t.Run(string(goal), func(t *testing.T) {
				t.Parallel()
				columns[i] = newBench(t, goal).column(quantities)
			})
		}
	})
	t.Logf("\n%s", printed(quantities, columns))
}

// column measures all quantities, holds them against their bounds and returns
// what the table shows of the goal.
func (b *bench) column(quantities []quantity) []string {
	found := make([]measured, len(quantities))
	for _, seed := range tableSeeds() {
		for i, q := range quantities {
			if p := q.piece(b, seed); p != nil {
				found[i].add(q.measure(b, p), p)
			}
		}
		b.forget(seed)
	}
	var cells []string
	for i, q := range quantities {
		cells = append(cells, b.cell(&q, &found[i]))
	}
	return cells
}

// leastSeeds is how many seeds a median is taken over before it counts: the
// two of the short run say little about the middle of many.
const leastSeeds = 5

// cell holds one quantity against its bounds and returns what the table shows.
func (b *bench) cell(q *quantity, found *measured) string {
	if len(found.values) == 0 {
		return "–"
	}
	wanted := q.wanted(b.goal)
	kept, ratchet := today[q.name][b.goal]
	if !ratchet {
		kept = wanted
	}
	value, from := found.summarised(q.over, kept)
	cell := fmt.Sprintf("%.*f", q.digits, value)
	switch {
	case q.over == median && len(found.values) < leastSeeds:
		// It is shown, and says too little to be held against anything.
	case !kept.holds(value):
		b.Errorf("%s: %.*f, want %v (%s)", q.name, q.digits+1, value, kept, from)
		cell += "!"
	case !wanted.holds(value):
		cell += "*"
	case ratchet && thorough():
		b.Logf("%s: %.*f is what is wanted; today's bound can go", q.name, q.digits+1, value)
	}
	return cell
}

// measured are the values of one quantity over the seeds.
type measured struct {
	sum    tally
	values []float64
	names  []string // of the pieces
}

func (m *measured) add(got tally, p *piece) {
	if got.whole == 0 {
		return
	}
	m.sum.part, m.sum.whole = m.sum.part+got.part, m.sum.whole+got.whole
	m.values, m.names = append(m.values, got.value()), append(m.names, p.String())
}

// summarised returns the one value of the seeds and where it comes from.
func (m *measured) summarised(over summary, kept bound) (value float64, from string) {
	switch over {
	case pooled:
		return m.sum.value(), fmt.Sprintf("%d seeds together", len(m.values))
	case median:
		sorted := slices.Sorted(slices.Values(m.values))
		return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2, fmt.Sprintf("median of %d seeds", len(sorted))
	}
	at := 0
	for i, v := range m.values {
		if kept.distance(v) > kept.distance(m.values[at]) {
			at = i
		}
	}
	return m.values[at], m.names[at]
}

// distance returns how far a value is on the wrong side of the bound, or,
// where it is on the right side, how near to it, as a negative number.
func (b bound) distance(v float64) float64 { return math.Max(b.low-v, v-b.high) }

// printed lays the table out, a column for each goal.
func printed(quantities []quantity, columns [][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d seeds a goal; * is outside what is wanted, ! outside today's bound\n%-44s", len(tableSeeds()), "")
	for _, goal := range journal.Goals() {
		fmt.Fprintf(&b, " %8s", goal)
	}
	fmt.Fprintf(&b, "  wanted\n")
	for i, q := range quantities {
		fmt.Fprintf(&b, "%-44s", q.name)
		for _, column := range columns {
			cell := "?"
			if i < len(column) {
				cell = column[i]
			}
			fmt.Fprintf(&b, " %8s", cell)
		}
		fmt.Fprintf(&b, "  %s\n", q.boundsText())
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

// everyGoal wants the same of all.
func everyGoal(b bound) func(journal.Goal) bound {
	return func(journal.Goal) bound { return b }
}
