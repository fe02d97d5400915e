package command

import (
	"strings"

	"dulcet/generator"
	"dulcet/ui/widget"
)

// How wide a journey is drawn, in columns, and how high each of its three
// curves is, in rows (design choice).
const (
	widestDrawing = 72
	drawingRows   = 2
	drawingLabel  = 11
)

// unstyled writes text as it is.
type unstyled struct{}

// Render returns the text.
func (unstyled) Render(text ...string) string { return strings.Join(text, " ") }

// drawing draws a journey in so many columns: how well, how full of energy and
// how tense the music is, and below them where each phase begins. Columns of 0
// are as many as it likes.
func drawing(j generator.Journey, columns int) []string {
	width := widestDrawing
	if columns > 0 {
		width = min(width, columns)
	}
	plot := width - drawingLabel
	if plot < minTextColumns {
		return nil
	}
	var lines []string
	for _, dimension := range []struct {
		name string
		of   func(generator.Point) float64
	}{
		{"valence", func(p generator.Point) float64 { return p.Valence }},
		{"energy", func(p generator.Point) float64 { return p.Energy }},
		{"tension", func(p generator.Point) float64 { return p.Tension }},
	} {
		values := make([]float64, 2*plot)
		for i := range values {
			values[i] = dimension.of(j.At(j.Seconds * float64(i) / float64(len(values)-1)))
		}
		for row, curve := range widget.Curve(values, plot, drawingRows, unstyled{}) {
			label := ""
			if row == 0 {
				label = dimension.name
			}
			lines = append(lines, strings.TrimRight(widget.Pad("  "+label, drawingLabel)+curve, " ⠀"))
		}
	}
	return append(lines, strings.TrimRight(widget.Pad("", drawingLabel)+phaseMarks(j, plot), " "))
}

// phaseMarks writes the name of each phase where it begins, or as near to that
// as the name before it lets it; what has no room left is not named.
func phaseMarks(j generator.Journey, width int) string {
	marks := []rune(strings.Repeat(" ", width))
	free := 0
	for _, point := range turningPoints(j) {
		name := []rune(point.Phase)
		at := max(free, int(point.Seconds/j.Seconds*float64(width-1)))
		if point.Seconds == j.Seconds || at+len(name) > width {
			continue
		}
		copy(marks[at:], name)
		free = at + len(name) + 1
	}
	return string(marks)
}
