package widget

// A Canvas is a grid of dots, two wide and four high in every cell, shown as
// braille.
type Canvas struct {
	width, height int // cells
	cells         []uint8
}

// NewCanvas returns an empty canvas of the given size in cells.
func NewCanvas(width, height int) *Canvas {
	width, height = max(0, width), max(0, height)
	return &Canvas{width: width, height: height, cells: make([]uint8, width*height)}
}

// Dots returns the size of the canvas in dots.
func (c *Canvas) Dots() (width, height int) { return c.width * 2, c.height * 4 }

// brailleBits are the bits of Unicode's braille patterns by row and column of
// the dot.
var brailleBits = [4][2]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// Set sets the dot at x, y, counted from the top left. Outside the canvas it
// does nothing.
func (c *Canvas) Set(x, y int) {
	if x < 0 || y < 0 || x >= c.width*2 || y >= c.height*4 {
		return
	}
	c.cells[y/4*c.width+x/2] |= brailleBits[y%4][x%2]
}

// Shade sets the dot at x, y where the grey, 0…1, is above that dot's own
// threshold, so that an area of one grey shows that share of its dots. The
// thresholds never move: a picture that stands still does not shimmer.
func (c *Canvas) Shade(x, y int, grey float64) {
	if grey > threshold(x, y) {
		c.Set(x, y)
	}
}

// threshold is an ordered dither from the additive R2 sequence (Roberts 2018,
// "The Unreasonable Effectiveness of Quasirandom Sequences"), 0…1: nearly
// blue noise without a table. The sequence is reckoned in fractions of 2³².
func threshold(x, y int) float64 {
	const alpha, beta = 3242174889, 2447445414 // 2³² / plastic number, and / its square
	fraction := uint32(x)*alpha + uint32(y)*beta
	if fraction >= 1<<31 {
		fraction = ^fraction // there and back, so that the wrap leaves no edge
	}
	return float64(fraction)/(1<<31)*0.98 + 0.01
}

// Row returns the text of one row of cells. Empty cells are spaces.
func (c *Canvas) Row(y int) string {
	row := make([]rune, c.width)
	for x := range row {
		row[x] = ' '
		if mask := c.cells[y*c.width+x]; mask != 0 {
			row[x] = '⠀' + rune(mask)
		}
	}
	return string(row)
}
