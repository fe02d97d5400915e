package widget

import (
	"bytes"
	"image/color"
	"math"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"dulcet/ui/theme"
)

// A Painter draws one picture after another and keeps what has not changed from
// one to the next. The zero Painter is ready.
type Painter struct {
	canvas Canvas
	rows   []paintedRow
	text   []byte
}

// A paintedRow is a row as it was drawn last.
type paintedRow struct {
	cells       []uint8
	lit         []bool
	plain, lamp pen
	line        string
}

// Paint returns the picture as height lines: one colour a line, and in it the
// runs that are lit.
func (p *Painter) Paint(field Field, width, height int, scene Scene, st theme.Styles) []string {
	p.canvas.clear(width, height)
	if width > 0 && height > 0 {
		field(&p.canvas, scene)
	}
	if len(p.rows) != p.canvas.height {
		p.rows = make([]paintedRow, p.canvas.height)
	}
	lines := make([]string, p.canvas.height)
	for y := range lines {
		up := 1 - (float64(y)+0.5)/float64(height)
		lines[y] = p.row(y, st.Field(tinted(up, scene.Lift)), st.Text)
	}
	return lines
}

// tintReach is how far the harmony moves the colours over the height of the
// picture, up or down (design choice: seen as a turn of the light, never as a
// change of the scene).
const tintReach = 0.13

// tinted is the height whose colour a row takes while the harmony stands at a
// lift.
func tinted(up, lift float64) float64 {
	lift = math.Max(-1, math.Min(1, lift))
	return tintReach + up*(1-2*tintReach) - tintReach*lift
}

// row returns a row in its two styles, drawn anew only where it has changed.
func (p *Painter) row(y int, plain, lamp lipgloss.Style) string {
	width := p.canvas.width
	cells, lit := p.canvas.cells[y*width:(y+1)*width], p.canvas.lit[y*width:(y+1)*width]
	last := &p.rows[y]
	if !last.plain.draws(plain) {
		last.plain, last.line = newPen(plain), ""
	}
	if !last.lamp.draws(lamp) {
		last.lamp, last.line = newPen(lamp), ""
	}
	if last.line != "" && bytes.Equal(cells, last.cells) && slices.Equal(lit, last.lit) {
		return last.line
	}
	last.cells, last.lit = append(last.cells[:0], cells...), append(last.lit[:0], lit...)
	text := p.text[:0]
	for from := 0; from < width; {
		to := from + 1
		for to < width && lit[to] == lit[from] {
			to++
		}
		pen := &last.plain
		if lit[from] {
			pen = &last.lamp
		}
		text = append(text, pen.before...)
		text = appendBraille(text, cells[from:to])
		text = append(text, pen.after...)
		from = to
	}
	p.text = text
	last.line = string(text)
	return last.line
}

// A pen is a style with what it writes before and after a text.
type pen struct {
	foreground    color.Color
	bold, faint   bool
	made          bool
	before, after string
}

// newPen returns the pen of a style.
func newPen(style lipgloss.Style) pen {
	const mark = "x"
	before, after, _ := strings.Cut(style.Render(mark), mark)
	return pen{style.GetForeground(), style.GetBold(), style.GetFaint(), true, before, after}
}

// draws reports whether the pen is that of the style.
func (p *pen) draws(style lipgloss.Style) bool {
	return p.made && p.foreground == style.GetForeground() && p.bold == style.GetBold() && p.faint == style.GetFaint()
}
