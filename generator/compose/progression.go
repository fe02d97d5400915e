package compose

import (
	"dulcet/generator/chance"
	"dulcet/generator/theory"
)

const degrees = theory.StepsPerOctave

// moves is the graph of progressions of each mode: how strongly each degree
// leads to each other. Diminished degrees take no part. The weights follow
// what the modes are known by: fifths and plagal motion in Ionian, the major
// second degree in Lydian, the subtonic in Mixolydian and Aeolian, the major
// fourth degree in Dorian, the flat second degree in Phrygian (design
// choice).
var moves = [...][degrees][degrees]int{
	theory.Phrygian: {
		0: {0, 5, 1, 2, 0, 3, 3},
		1: {4, 0, 2, 1, 0, 2, 3},
		2: {1, 3, 0, 2, 0, 3, 1},
		3: {3, 3, 1, 0, 0, 2, 1},
		5: {1, 3, 2, 3, 0, 0, 3},
		6: {4, 2, 1, 0, 0, 3, 0},
	},
	theory.Aeolian: {
		0: {0, 0, 2, 3, 2, 5, 3},
		2: {1, 0, 0, 2, 1, 4, 4},
		3: {4, 0, 2, 0, 2, 2, 2},
		4: {3, 0, 1, 2, 0, 4, 0},
		5: {2, 0, 4, 3, 1, 0, 4},
		6: {4, 0, 3, 1, 0, 4, 0},
	},
	theory.Dorian: {
		0: {0, 2, 2, 5, 2, 0, 3},
		1: {3, 0, 1, 1, 2, 0, 2},
		2: {1, 1, 0, 3, 1, 0, 4},
		3: {5, 1, 2, 0, 1, 0, 2},
		4: {4, 0, 1, 3, 0, 0, 2},
		6: {4, 0, 2, 4, 1, 0, 0},
	},
	theory.Mixolydian: {
		0: {0, 2, 0, 4, 3, 2, 5},
		1: {1, 0, 0, 3, 2, 1, 2},
		3: {5, 1, 0, 0, 1, 1, 3},
		4: {3, 1, 0, 3, 0, 1, 3},
		5: {1, 2, 0, 4, 1, 0, 2},
		6: {4, 0, 0, 5, 1, 1, 0},
	},
	theory.Ionian: {
		0: {0, 3, 2, 4, 2, 4, 0},
		1: {1, 0, 2, 2, 5, 1, 0},
		2: {0, 1, 0, 4, 0, 5, 0},
		3: {4, 3, 1, 0, 4, 2, 0},
		4: {4, 0, 1, 2, 0, 4, 0},
		5: {1, 3, 2, 5, 2, 0, 0},
	},
	theory.Lydian: {
		0: {0, 5, 2, 0, 3, 3, 1},
		1: {4, 0, 2, 0, 2, 3, 1},
		2: {1, 2, 0, 0, 1, 4, 0},
		4: {4, 3, 1, 0, 0, 3, 0},
		5: {2, 4, 2, 0, 2, 0, 0},
		6: {2, 1, 2, 0, 0, 2, 0},
	},
}

// cadences holds how well each degree leads home as the last chord before
// the tonic, plagal, authentic and modal; a phrase that stays open ends on
// one of them.
var cadences = [...][degrees]int{
	theory.Phrygian:   {0, 4, 0, 0, 0, 0, 3},
	theory.Aeolian:    {0, 0, 0, 4, 2, 1, 3},
	theory.Dorian:     {0, 0, 0, 5, 2, 0, 3},
	theory.Mixolydian: {0, 0, 0, 4, 2, 0, 4},
	theory.Ionian:     {0, 1, 0, 4, 4, 0, 0},
	theory.Lydian:     {0, 4, 0, 0, 3, 0, 0},
}

// maxChords is the largest number of chords that a section holds.
const maxChords = 160

// A progression is the harmony of a section, one degree for each of equally
// long slots. Either half of a slot may have a chord of its own.
type progression struct {
	degree [maxChords]int8
	early  [maxChords]int8 // 1 + degree of the first half, or 0
	late   [maxChords]int8 // 1 + index of the borrowing of the second half, or 0
	count  int
}

// cellChords is the length of a harmonic phrase. Cells come in pairs: the
// first ends open, the second at home.
const cellChords = 4

// write fills the progression of the section with count chords.
func (p *progression) write(c *Composer, s *section, count int) {
	*p = progression{count: min(max(count, 1), maxChords)}
	if c.plan.Style.Repeat {
		p.repeat(c, s)
		return
	}
	for start := 0; start < p.count; start += cellChords {
		length := min(cellChords, p.count-start)
		cell := start / cellChords
		closing := cell%2 == 1 || start+length == p.count
		p.writeCell(c, s, start, length, cell, closing)
	}
	if s.visit > 0 {
		p.vary(c, s)
	}
	p.turn(s)
	p.borrow(c, s)
	p.prepare(c, s)
}

// writeCell walks the graph from the chord that begins the cell to the one
// that ends it. The second pair of cells of a section is its own; after that
// the first pair returns.
func (p *progression) writeCell(c *Composer, s *section, start, length, cell int, closing bool) {
	mode := s.key.Mode
	source := cell % 4
	ask := func(i int, q question) chance.Draw {
		return c.ask(harmonyThread, pair(s.material, source*cellChords+i), q)
	}
	at := 0
	if start == 0 && c.plan.Style.Pulse == Free && s.phase != Land {
		// Where chords are long, two sections may not meet on the same one.
		if s.before == s.key.Tonic {
			at = ask(0, askDegree).Weighted(moves[mode][0][:])
		}
	}
	if start > 0 && p.degree[start-1] == 0 {
		// Home has been reached: the next cell sets out from somewhere else.
		at = ask(0, askDegree).Weighted(moves[mode][0][:])
	}
	p.degree[start] = int8(at)
	end := 0
	if !closing {
		end = ask(length-1, askCadence).Weighted(cadences[mode][:])
	}
	for i := 1; i < length; i++ {
		left := length - 1 - i
		next := end
		if left > 0 {
			weights := reaching(mode, at, end, left)
			if closing && left == 1 {
				weights = reaching(mode, at, end, left)
				for degree := range weights {
					weights[degree] *= cadences[mode][degree]
				}
			}
			if next = ask(i, askDegree).Weighted(weights[:]); next < 0 {
				next = ask(i, askDegree).Weighted(cadences[mode][:])
			}
		}
		p.degree[start+i] = int8(next)
		at = next
	}
}

// reaching returns the weights of the next degree from which the end can be
// reached in the moves that are left after it.
func reaching(mode theory.Mode, at, end, left int) [degrees]int {
	var can [degrees]bool
	can[end] = true
	for range left {
		var earlier [degrees]bool
		for from := range degrees {
			for to := range degrees {
				earlier[from] = earlier[from] || (can[to] && moves[mode][from][to] > 0)
			}
		}
		can = earlier
	}
	weights := moves[mode][at]
	for degree := range weights {
		if !can[degree] {
			weights[degree] = 0
		}
	}
	return weights
}

// vary replaces some chords inside the cells by ones that share two tones
// with them, for material that returns.
func (p *progression) vary(c *Composer, s *section) {
	mode := s.key.Mode
	for i := 1; i+1 < p.count; i++ {
		if place := i % cellChords; place == 0 || place == cellChords-1 {
			continue
		}
		draw := c.ask(harmonyThread, pair(s.index, i), askVariation)
		if !draw.Happens(int64(theory.One) * 3 / 10) {
			continue
		}
		for _, third := range [2]int8{5, 2} {
			other := (p.degree[i] + third) % degrees
			if moves[mode][p.degree[i-1]][other] > 0 && moves[mode][other][p.degree[i+1]] > 0 {
				p.degree[i] = other
				break
			}
		}
	}
}

// turn makes the end of the section: home, or, where the next section has
// another key, home and then a chord that both keys have and that leads into
// the new one.
func (p *progression) turn(s *section) {
	if p.count < 3 {
		return
	}
	p.degree[p.count-1] = 0
	if s.key == s.next {
		return
	}
	best, most := -1, 0
	for degree := range degrees {
		chord := s.key.Chord(degree, theory.Triad)
		if !chord.Sound() || chord.Set().Without(s.next.Set()) != 0 {
			continue
		}
		step, exact := s.next.Step(chord.Root + 5*theory.SemitonesPerOctave)
		if !exact {
			continue
		}
		if weight := cadences[s.next.Mode][step%degrees]; weight > most {
			best, most = degree, weight
		}
	}
	if best >= 0 {
		p.degree[p.count-1] = int8(best)
		if p.count > cellChords && p.degree[p.count-3] != 0 {
			p.degree[p.count-2] = 0
		}
	}
}
