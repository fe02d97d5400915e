package ui

import (
	"slices"
	"strings"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// view draws the words over the faint axes. A picked word has a full dot and an
// arrow stands before the one with the cursor, so that the map also reads
// without colour.
func (m wordMap) view(cursor int, picked []string, st theme.Styles) []string {
	lines := make([]string, 0, m.height)
	spots, first := m.spots, 0
	for row := range m.height {
		var pieces []mapPiece
		for _, end := range m.ends() {
			if end.row == row {
				pieces = append(pieces, mapPiece{end.start, end.width, st.Faint.Render(end.text)})
			}
		}
		if m.here && m.hereAt[1] == row {
			pieces = append(pieces, mapPiece{m.hereAt[0], 1, st.Accent.Render("○")})
		}
		for ; first < len(spots) && spots[first].row == row; first++ {
			spot := spots[first]
			text := wordCell(spot.Word, first == cursor, slices.Contains(picked, spot.Word), st)
			pieces = append(pieces, mapPiece{spot.start, spot.width, widget.Mark(widget.Target{Kind: pointWord, Index: first}, text)})
		}
		lines = append(lines, m.line(row, pieces, st))
	}
	return lines
}

// A mapPiece is a text that is already styled, and where it stands in its row.
type mapPiece struct {
	start, width int
	text         string
}

// line puts the pieces of a row together, with the dots of the axes between.
func (m wordMap) line(row int, pieces []mapPiece, st theme.Styles) string {
	slices.SortFunc(pieces, func(a, b mapPiece) int { return a.start - b.start })
	var line strings.Builder
	at := 0
	for _, piece := range pieces {
		line.WriteString(m.axes(row, at, piece.start, st))
		line.WriteString(piece.text)
		at = piece.start + piece.width
	}
	line.WriteString(m.axes(row, at, m.width, st))
	return strings.TrimRight(line.String(), " ")
}

// axisStep is how many columns lie from one dot of an axis to the next.
const axisStep = 4

// axes draws what is seen of the axes between two words.
func (m wordMap) axes(row, from, to int, st theme.Styles) string {
	cells := []byte(strings.Repeat(" ", max(0, to-from)))
	dotted := false
	middle := m.width / 2
	for at := range cells {
		column := from + at
		onAxis := column == middle || row == (m.height-1)/2 && (column-middle)%axisStep == 0
		if onAxis && at > 0 && at < len(cells)-1 {
			cells[at], dotted = '.', true
		}
	}
	text := strings.ReplaceAll(string(cells), ".", "·")
	if !dotted {
		return text
	}
	return st.Faint.Render(text)
}

// wordCell draws a word as wide as its spot.
func wordCell(word string, cursor, picked bool, st theme.Styles) string {
	style, mark := st.Soft, "   "
	if picked {
		style, mark = st.Accent, " ● "
	}
	if !cursor {
		return style.Render(mark + word)
	}
	mark = " › "
	if picked {
		mark = "›● "
	}
	return st.Strong.Render(mark) + st.Strong.Underline(true).Render(word)
}
