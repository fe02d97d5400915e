package ui

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dulcet/generator/words"
	"dulcet/ui/settings"
)

// A wordMap is a part of mood space with words at their places: well is on the
// right and awake at the top. No two words touch.
type wordMap struct {
	width, height int
	poles         [2]string  // the ends of valence
	spots         []wordSpot // by row, and from left to right in each
	here          bool       // the answers have a place of their own
	hereAt        [2]int     // column and row of it
}

// A wordSpot is a word on the map and the cells that it takes: one for the
// cursor, one for the mark of a picked word, one between, and the word.
type wordSpot struct {
	words.Feeling
	row, start, width int
}

// middle is the column of the middle of the word.
func (s wordSpot) middle() int { return s.start + (s.width+spotMargin)/2 }

// spotMargin are the cells before a word.
const spotMargin = 3

// The ends of the axes, from top to bottom; those of valence are the question's.
const (
	mapTop    = "awake"
	mapBottom = "quiet"
)

// How a place is found for a word whose own is taken (design choices): a row
// away counts as much as three columns, and from furthest on, as a share of the
// width, a word would lie, so that it is left out.
const (
	rowCost  = 3.0
	furthest = 0.3
)

// nearZero is how far from the middle a word may be to stand on either side of
// it.
const nearZero = 0.12

// layOut lays words out, the first ones nearest to their places. Each stays in
// its own quarter. What does not fit is left out. The same words and the same
// size give the same map.
func layOut(feelings []words.Feeling, poles [2]string, here *words.Feeling, width, height int) wordMap {
	m := wordMap{width: width, height: height, poles: poles}
	taken := make([][]bool, max(0, height))
	for row := range taken {
		taken[row] = make([]bool, max(0, width))
	}
	for _, end := range m.ends() {
		occupy(taken[end.row], end.start-spotMargin, end.width+spotMargin)
	}
	if here != nil && width > 0 && height > 0 {
		m.markHere(*here, taken)
	}
	for _, f := range feelings {
		spot := wordSpot{Feeling: f, width: spotMargin + utf8.RuneCountInString(f.Word)}
		if m.settle(&spot, taken) {
			occupy(taken[spot.row], spot.start, spot.width+1)
			m.spots = append(m.spots, spot)
		}
	}
	slices.SortFunc(m.spots, func(a, b wordSpot) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.start, b.start))
	})
	return m
}

// place is the column and the row at which something of a width would stand.
func (m wordMap) place(f words.Feeling, width int) (column, row int) {
	share := func(value float64, cells int) int {
		return int(math.Round((max(-1, min(1, value)) + 1) / 2 * float64(max(0, cells))))
	}
	return share(f.Valence, m.width-width), share(-f.Arousal, m.height-1)
}

// markHere keeps a cell free where the answers point, or above or below it.
func (m *wordMap) markHere(here words.Feeling, taken [][]bool) {
	column, row := m.place(here, 1)
	for _, row := range []int{row, row - 1, row + 1} {
		if row >= 0 && row < m.height && !taken[row][column] {
			m.here, m.hereAt = true, [2]int{column, row}
			occupy(taken[row], column-1, 3)
			return
		}
	}
}

// settle puts a word on the free cells that are nearest to its place.
func (m wordMap) settle(spot *wordSpot, taken [][]bool) bool {
	column, row := m.place(spot.Feeling, spot.width)
	best := furthest * float64(m.width)
	found := false
	for r := range taken {
		down := rowCost * math.Abs(float64(r-row))
		if down >= best || !m.holds(spot.Arousal, -float64(2*r-m.height+1)) {
			continue
		}
		for start := 0; start+spot.width <= m.width; start++ {
			cost := down + math.Abs(float64(start-column))
			middle := wordSpot{start: start, width: spot.width}.middle()
			if cost >= best || !m.holds(spot.Valence, float64(2*middle-m.width+1)) || !free(taken[r], start, spot.width) {
				continue
			}
			best, found = cost, true
			spot.row, spot.start = r, start
		}
	}
	return found
}

// holds reports whether something with a value may stand on that side of the
// middle, whose sign is given.
func (m wordMap) holds(value, side float64) bool {
	return math.Abs(value) <= nearZero || side == 0 || (value > 0) == (side > 0)
}

// free reports whether cells of a row are free, and the one after them.
func free(row []bool, start, width int) bool {
	for _, taken := range row[start:min(len(row), start+width+1)] {
		if taken {
			return false
		}
	}
	return true
}

func occupy(row []bool, start, width int) {
	for at := max(0, start); at < min(len(row), start+width); at++ {
		row[at] = true
	}
}

// A mapEnd is the name of an end of an axis.
type mapEnd struct {
	text              string
	row, start, width int
}

// ends are the names of the ends of both axes, where there is room for them.
func (m wordMap) ends() []mapEnd {
	if m.width < 30 || m.height < 5 {
		return nil
	}
	left, right := shortPole(m.poles[0], 0), shortPole(m.poles[1], 1)
	middle := (m.height - 1) / 2
	end := func(text string, row, start int) mapEnd {
		return mapEnd{text, row, start, utf8.RuneCountInString(text)}
	}
	return []mapEnd{
		end(mapTop, 0, (m.width-len(mapTop))/2),
		end(left, middle, 0),
		end(right, middle, m.width-utf8.RuneCountInString(right)),
		end(mapBottom, m.height-1, (m.width-len(mapBottom))/2),
	}
}

// longestPole is the longest name of an end of the map.
const longestPole = 12

// shortPole is the person's own word for an end of valence, or the usual one
// where that has no place on a map.
func shortPole(text string, end int) string {
	if onMap(text) && utf8.RuneCountInString(text) <= longestPole {
		return text
	}
	return settings.Usual().Questions[0][end]
}

// onMap reports whether a word of somebody's own can stand left of other words:
// only letters that every terminal draws one cell wide and from left to right.
func onMap(word string) bool {
	for _, r := range word {
		switch {
		case strings.ContainsRune(" -'’", r):
		case r >= 0x1d00, !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic):
			return false
		}
	}
	return strings.TrimSpace(word) != ""
}

// nearest is the spot that is nearest to a place in mood space, or −1 on an
// empty map.
func (m wordMap) nearest(to words.Feeling) int {
	best := -1
	for i, spot := range m.spots {
		if best < 0 || spot.Distance(to) < m.spots[best].Distance(to) {
			best = i
		}
	}
	return best
}

// find is the spot of a word, or −1.
func (m wordMap) find(word string) int {
	return slices.IndexFunc(m.spots, func(s wordSpot) bool { return s.Word == word })
}

// beside is the next spot in the row of a spot, to the right or, with −1, to the
// left. At the end of the row it is the nearest one further on in that
// direction, and the same spot where there is none.
func (m wordMap) beside(at, direction int) int {
	from := m.spots[at]
	if next := at + direction; next >= 0 && next < len(m.spots) && m.spots[next].row == from.row {
		return next
	}
	best, least := at, math.Inf(1)
	for i, spot := range m.spots {
		along := float64(direction * (spot.middle() - from.middle()))
		if along <= 0 {
			continue
		}
		if cost := along + rowCost*math.Abs(float64(spot.row-from.row)); cost < least {
			best, least = i, cost
		}
	}
	return best
}

// over is the spot that is nearest to a column in the next row that has words,
// downwards or, with −1, upwards; the same spot where there is none. As each row
// can be reached from every other and each word from the others of its row, the
// arrows reach them all.
func (m wordMap) over(at, direction, column int) int {
	best, row := at, m.spots[at].row
	for i, spot := range m.spots {
		ahead, nearer := direction*(spot.row-row), 0
		if best != at {
			nearer = cmp.Compare(ahead, direction*(m.spots[best].row-row))
		}
		if ahead <= 0 || nearer > 0 {
			continue
		}
		if best == at || nearer < 0 || gap(spot, column) < gap(m.spots[best], column) {
			best = i
		}
	}
	return best
}

// gap is how many cells lie between a word and a column.
func gap(spot wordSpot, column int) int {
	return max(0, spot.start+spotMargin-column, column-(spot.start+spot.width-1))
}
