package main

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// The geometry of a picture, in its own units; a cell is as wide as the usual
// monospaced fonts are at that size.
const (
	cellWidth  = 9.0
	cellHeight = 19.0
	fontSize   = 15.0
	baseline   = 14.0 // under the top of the cell
	margin     = 18.0 // around the screen
	dotRadius  = 1.15 // of a dot of braille
)

// fonts are those that systems have, so that no picture carries one.
const fonts = "ui-monospace,SFMono-Regular,Menlo,'Cascadia Mono','DejaVu Sans Mono',Consolas,monospace"

// glyphOf reads a cell of the emulator.
func glyphOf(cell *uv.Cell) glyph {
	return glyph{
		text: cell.Content, ink: cell.Style.Fg, ground: cell.Style.Bg,
		bold: cell.Style.Attrs&uv.AttrBold != 0, faint: cell.Style.Attrs&uv.AttrFaint != 0,
		reverse: cell.Style.Attrs&uv.AttrReverse != 0, underline: cell.Style.Underline != uv.UnderlineNone,
	}
}

// draw returns the screen as SVG. Braille is drawn as dots and rules as lines,
// because fonts differ in them most; all else is text, held to its cells.
func draw(screen [][]glyph, p paper, title string) string {
	width, height := columns*cellWidth+2*margin, rows*cellHeight+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" width="%g" height="%g" role="img">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, "<title>%s</title>\n", escaped(title))
	fmt.Fprintf(&b, `<rect x=".5" y=".5" width="%g" height="%g" rx="9" fill="%s" stroke="%s"/>`+"\n", width-1, height-1, hex(p.ground), hex(p.rim))
	fmt.Fprintf(&b, `<g font-family="%s" font-size="%g" xml:space="preserve" stroke-linecap="round" fill="none">`+"\n", fonts, fontSize)
	for y, row := range screen {
		drawRow(&b, row, margin+float64(y)*cellHeight, p)
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// drawRow draws the runs of a row: neighbours that look alike and are drawn in
// the same way.
func drawRow(b *strings.Builder, row []glyph, top float64, p paper) {
	for from := 0; from < len(row); {
		to := from + 1
		for to < len(row) && sameRun(row[from], row[to]) {
			to++
		}
		drawRun(b, row[from:to], margin+float64(from)*cellWidth, top, p)
		from = to
	}
}

// sameRun reports whether two cells can be drawn together. A symbol is alone, so
// that where a font makes it wider nothing else moves.
func sameRun(one, other glyph) bool {
	kind := kindOf(one.text)
	same := kind == kindOf(other.text) && kind != symbolKind
	one.text, other.text = "", ""
	return same && one == other
}

// A kind is a way in which a cell is drawn.
type kind int

const (
	textKind kind = iota
	brailleKind
	ruleKind
	symbolKind // one that fonts draw in their own width, and any cluster
)

// kindOf says how a text is drawn.
func kindOf(text string) kind {
	runes := []rune(text)
	switch {
	case len(runes) != 1:
		return symbolKind
	case runes[0] >= '⠀' && runes[0] <= '⣿':
		return brailleKind
	case strings.ContainsRune("─━╌", runes[0]):
		return ruleKind
	case runes[0] < 0x250:
		return textKind
	}
	return symbolKind
}

// drawRun draws cells that look alike.
func drawRun(b *strings.Builder, run []glyph, left, top float64, p paper) {
	look := run[0]
	ink, ground := look.ink, look.ground
	if ink == nil {
		ink = p.own
	}
	if look.reverse {
		if ground == nil {
			ground = p.ground
		}
		ink, ground = ground, ink
	}
	if ground != nil {
		fmt.Fprintf(b, `<rect x="%g" y="%g" width="%g" height="%g" fill="%s"/>`+"\n", left, top, float64(len(run))*cellWidth, cellHeight, hex(ground))
	}
	switch kindOf(look.text) {
	case brailleKind:
		drawDots(b, run, left, top, hex(ink))
	case ruleKind:
		drawRule(b, run, left, top, hex(ink))
	default:
		drawText(b, run, left, top, hex(ink))
	}
}

// drawText draws words.
func drawText(b *strings.Builder, run []glyph, left, top float64, ink string) {
	text := ""
	for _, g := range run {
		text += g.text
	}
	words := strings.TrimLeft(text, " ")
	left += float64(len(text)-len(words)) * cellWidth
	words = strings.TrimRight(words, " ")
	if words == "" {
		return
	}
	width := float64(len([]rune(words))) * cellWidth
	if kindOf(run[0].text) == symbolKind {
		width = 0 // a symbol keeps its own shape
	}
	fmt.Fprintf(b, `<text x="%g" y="%g" fill="%s"%s`, left, top+baseline, ink, weight(run[0]))
	if width > 0 {
		fmt.Fprintf(b, ` textLength="%g" lengthAdjust="spacingAndGlyphs"`, width)
	}
	fmt.Fprintf(b, ">%s</text>\n", escaped(words))
}

// weight is what the attributes of a text are in SVG.
func weight(g glyph) string {
	attributes := ""
	if g.bold {
		attributes += ` font-weight="bold"`
	}
	if g.faint {
		attributes += ` opacity=".6"`
	}
	if g.underline {
		attributes += ` text-decoration="underline"`
	}
	return attributes
}

// drawDots draws braille as one path of dots, each a line without length.
func drawDots(b *strings.Builder, run []glyph, left, top float64, ink string) {
	fmt.Fprintf(b, `<path stroke="%s" stroke-width="%g" d="`, ink, 2*dotRadius)
	x0, y0 := 0.0, 0.0
	for i, g := range run {
		mask := []rune(g.text)[0] - '⠀'
		for _, dot := range dots {
			if mask>>dot.bit&1 == 0 {
				continue
			}
			x := left + (float64(i)+0.25+0.5*float64(dot.column))*cellWidth
			y := top + (0.125+0.25*float64(dot.row))*cellHeight
			fmt.Fprintf(b, "m%s %sh0", short(x-x0), short(y-y0))
			x0, y0 = x0+rounded(x-x0), y0+rounded(y-y0)
		}
	}
	b.WriteString("\"/>\n")
}

// dots are the dots of Unicode's braille patterns by their bit.
var dots = []struct{ bit, column, row int }{
	{0, 0, 0}, {1, 0, 1}, {2, 0, 2}, {6, 0, 3}, {3, 1, 0}, {4, 1, 1}, {5, 1, 2}, {7, 1, 3},
}

// short writes a number with the digits that can be seen.
func short(x float64) string {
	text := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.1f", x), "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

// rounded is the number that short writes.
func rounded(x float64) float64 {
	return parse(short(x))
}

// parse reads a number of our own writing.
func parse(text string) float64 {
	number, _ := strconv.ParseFloat(text, 64) // short writes nothing else
	return number
}

// drawRule draws lines across cells: thin, thick, or dashed.
func drawRule(b *strings.Builder, run []glyph, left, top float64, ink string) {
	y := top + cellHeight/2
	for from := 0; from < len(run); {
		to := from + 1
		for to < len(run) && run[to].text == run[from].text {
			to++
		}
		thick, dashes := 1.2, ""
		switch run[from].text {
		case "━":
			thick = 2.4
		case "╌":
			dashes = fmt.Sprintf(` stroke-dasharray="%g %g"`, cellWidth*0.3, cellWidth*0.2)
		}
		start, end := left+float64(from)*cellWidth, left+float64(to)*cellWidth
		fmt.Fprintf(b, `<path stroke="%s" stroke-width="%g" stroke-linecap="butt"%s d="M%g %gH%g"/>`+"\n", ink, thick, dashes, start, y, end)
		from = to
	}
}

// hex is a colour as SVG writes it.
func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// escaped is a text as XML writes it.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder never fails
	return b.String()
}
