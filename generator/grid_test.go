package generator

import (
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// Does the music say what was asked for? Pieces of three minutes are composed
// for drift, which stays with the mood, over a grid of valence and arousal,
// and measured from the score as somebody else would who knows nothing of how
// it was made. What was asked is what the published formulas say of the mood
// as it was answered, not of what the music may mirror of it: where it holds back
// (valence under −0.45, tension over 0.35) neighbouring moods sound alike, and
// such ties count against it.
//
//	go test ./generator -run Grid -v               5 seeds a cell
//	go test ./generator -run Grid -v -gridseeds 40 -gridfrom 5000

var (
	gridSeeds = flag.Int("gridseeds", 5, "number of seeds of each cell of the grid of moods")
	gridFrom  = flag.Int("gridfrom", 1000, "the first of them")
)

// heard is what was measured of a score.
type heard struct {
	density      float64 // onsets a second of the pitched parts
	tempo        float64 // beats a minute, mean over the time
	articulation float64 // of the melody
	register     float64 // mean pitch of the melody
	brightness   float64 // of the mode, mean over the time
	velocity     float64
}

func hear(sheet *score.Sheet) heard {
	var h heard
	const together = Rate / 20
	var latest [score.PartCount]int64
	for i := range latest {
		latest[i] = -together
	}
	onsets, notes := 0, 0
	var melody []score.Event
	for _, e := range sheet.Events {
		if !e.Part.Pitched() {
			continue
		}
		if e.Frame-latest[e.Part] >= together {
			onsets++
			latest[e.Part] = e.Frame
		}
		h.velocity += e.Velocity.Float()
		notes++
		if e.Role == score.Melody {
			melody = append(melody, e)
			h.register += float64(e.Pitch)
		}
	}
	h.density = float64(onsets) * Rate / float64(sheet.Frames)
	h.velocity /= float64(notes)
	h.register /= float64(len(melody))
	h.articulation = articulationHeard(melody)
	frames := 0.0
	for _, t := range sheet.Tempos {
		h.tempo += t.BPM().Float() * float64(t.Frames)
		frames += float64(t.Frames)
	}
	h.tempo /= frames
	frames = 0
	for _, s := range sheet.Sections {
		h.brightness += s.Key.Mode.Happiness().Float() * float64(s.Frames)
		frames += float64(s.Frames)
	}
	h.brightness /= frames
	return h
}

// articulationHeard is the mean length of a note as a share of the time to
// the next one of its part; a gap of more than two seconds is a rest.
func articulationHeard(notes []score.Event) float64 {
	sum, count := 0.0, 0.0
	for i, e := range notes {
		for _, next := range notes[i+1:] {
			if next.Part != e.Part || next.Frame-e.Frame < Rate/20 {
				continue
			}
			if gap := next.Frame - e.Frame; gap <= 2*Rate {
				sum += math.Min(1.1, float64(e.Frames)/float64(gap))
				count++
			}
			break
		}
	}
	return sum / math.Max(count, 1)
}

// TestGrid_MusicSaysWhatWasAsked holds the rank correlations of what was asked
// and what is heard.
func TestGrid_MusicSaysWhatWasAsked(t *testing.T) {
	for _, step := range []float64{0.4, 0.5} {
		measureGrid(t, step)
	}
}

// A cell is one piece of the grid: what was asked and what was heard.
type cell struct {
	valence, arousal float64
	heard
}

// gridOf composes the grid whose neighbours lie a step apart.
func gridOf(t *testing.T, step float64, seeds int) []cell {
	t.Helper()
	var cells []cell
	for i := -2; i <= 2; i++ {
		for j := -2; j <= 2; j++ {
			v, a := step*float64(j), step*float64(i)
			for seed := range seeds {
				brief, err := NewBrief(rated(v, a, a), journal.Drift, 3, journal.Taste{}, uint32(*gridFrom+seed))
				if err != nil {
					t.Fatal(err)
				}
				cells = append(cells, cell{v, a, hear(Compose(brief))})
			}
		}
	}
	return cells
}

// column returns one number of every cell.
func column(cells []cell, of func(cell) float64) []float64 {
	numbers := make([]float64, len(cells))
	for i, c := range cells {
		numbers[i] = of(c)
	}
	return numbers
}

// gridColumns are what is asked of each mood, by the formulas, and what is
// heard, with the correlation that is wanted.
var gridColumns = []struct {
	name         string
	asked, heard func(cell) float64
	want         bound
}{
	{"density", func(c cell) float64 { return densityOf(c.valence, c.arousal) }, func(c cell) float64 { return c.density }, atLeast(0.95)},
	{"tempo", func(c cell) float64 { return tempoOf(c.arousal) }, func(c cell) float64 { return c.tempo }, atLeast(0.9)},
	{"articulation", func(c cell) float64 { return -0.21*c.valence - 1.91*c.arousal }, func(c cell) float64 { return c.articulation }, atLeast(0.9)},
	{"register", func(c cell) float64 { return 8*c.valence + 3*c.arousal }, func(c cell) float64 { return c.register }, atLeast(0.8)},
	{"mode", func(c cell) float64 { return c.valence }, func(c cell) float64 { return c.brightness }, atLeast(0.8)},
}

func measureGrid(t *testing.T, step float64) {
	seeds := *gridSeeds
	if testing.Short() {
		seeds = 1
	}
	cells := gridOf(t, step, seeds)
	t.Log("\n" + gridTable(cells, seeds))
	for _, c := range gridColumns {
		rho := spearman(column(cells, c.asked), column(cells, c.heard))
		t.Logf("steps of %.1f  %-13s ρ %.3f, %s is wanted", step, c.name, rho, c.want)
		if !c.want.holds(rho) {
			t.Errorf("steps of %.1f: %s correlates by %.3f, %s is wanted", step, c.name, rho, c.want)
		}
	}
	sounding := meanZ(column(cells, func(c cell) float64 { return c.density }),
		column(cells, func(c cell) float64 { return c.tempo }), column(cells, func(c cell) float64 { return c.velocity }))
	talk := math.Abs(spearman(column(cells, func(c cell) float64 { return c.valence }), sounding))
	t.Logf("steps of %.1f  cross-talk    ρ %.3f, ≤ 0.3 is wanted", step, talk)
	if !(talk <= 0.3) {
		t.Errorf("steps of %.1f: the valence asked for correlates with the arousal that sounds by %.3f, ≤ 0.3 is wanted", step, talk)
	}
}

// gridTable writes the mean of each mood's pieces, with what was asked in
// brackets.
func gridTable(cells []cell, seeds int) string {
	var table strings.Builder
	for ; len(cells) > 0; cells = cells[seeds:] {
		v, a := cells[0].valence, cells[0].arousal
		mean := func(of func(cell) float64) float64 {
			sum := 0.0
			for _, number := range column(cells[:seeds], of) {
				sum += number / float64(seeds)
			}
			return sum
		}
		fmt.Fprintf(&table, "v %+.1f a %+.1f  density %.2f (%.2f)  tempo %5.1f (%5.1f)  articulation %.2f (%.2f)  register %.1f (%.1f)  mode %.2f (%.2f)\n", v, a,
			mean(gridColumns[0].heard), densityOf(v, a), mean(gridColumns[1].heard), tempoOf(a), mean(gridColumns[2].heard), articulationOf(v, a),
			mean(gridColumns[3].heard), registerOf(v, a), mean(gridColumns[4].heard), happinessOf(v))
	}
	return table.String()
}

// ranks returns the rank of each value; equal ones share theirs.
func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case values[a] < values[b]:
			return -1
		case values[a] > values[b]:
			return 1
		}
		return 0
	})
	ranked := make([]float64, len(values))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && values[order[j]]-values[order[i]] < 1e-9 {
			j++
		}
		for _, k := range order[i:j] {
			ranked[k] = float64(i+j-1) / 2
		}
		i = j
	}
	return ranked
}

// spearman is the correlation of the ranks.
func spearman(x, y []float64) float64 {
	a, b := zScores(ranks(x)), zScores(ranks(y))
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum / float64(len(a))
}

func zScores(x []float64) []float64 {
	mean, square := 0.0, 0.0
	for _, v := range x {
		mean += v / float64(len(x))
		square += v * v / float64(len(x))
	}
	z := make([]float64, len(x))
	for i, v := range x {
		z[i] = (v - mean) / math.Sqrt(square-mean*mean)
	}
	return z
}

func meanZ(columns ...[]float64) []float64 {
	mean := make([]float64, len(columns[0]))
	for _, column := range columns {
		for i, z := range zScores(column) {
			mean[i] += z / float64(len(columns))
		}
	}
	return mean
}
