package widget

// A Canvas is a grid of dots, two wide and four high in every cell, shown as
// braille.
type Canvas struct {
	width, height int // cells
	cells         []uint8
	lit           []bool // cells that shine
	columns       [columnSets][]float64
}

// columnSets is how many numbers for every column of dots a picture can keep
// while it is drawn, and columnMargin how many there are beyond either edge.
const (
	columnSets   = 6
	columnMargin = 64
)

// NewCanvas returns an empty canvas of the given size in cells.
func NewCanvas(width, height int) *Canvas {
	c := &Canvas{}
	c.clear(width, height)
	return c
}

// clear empties the canvas and gives it a size. What it has room for it keeps.
func (c *Canvas) clear(width, height int) {
	width, height = max(0, width), max(0, height)
	if size := width * height; cap(c.cells) < size {
		c.cells, c.lit = make([]uint8, size), make([]bool, size)
	} else {
		c.cells, c.lit = c.cells[:size], c.lit[:size]
		clear(c.cells)
		clear(c.lit)
	}
	if wide := 2*width + 2*columnMargin; cap(c.columns[0]) < wide {
		for i := range c.columns {
			c.columns[i] = make([]float64, wide)
		}
	}
	c.width, c.height = width, height
}

// column returns one of the sets of numbers, one for each column of dots.
func (c *Canvas) column(set int) []float64 { return c.columns[set][:2*c.width] }

// wideColumn returns the same with columnMargin more on either side.
func (c *Canvas) wideColumn(set int) []float64 { return c.columns[set][:2*c.width+2*columnMargin] }

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
	c.cells[y/4*c.width+x/2] |= brailleBits[y&3][x&1]
}

// Light sets the dot and lets its cell shine: it has the colour of what is lit.
func (c *Canvas) Light(x, y int) {
	if x < 0 || y < 0 || x >= c.width*2 || y >= c.height*4 {
		return
	}
	cell := y/4*c.width + x/2
	c.cells[cell] |= brailleBits[y&3][x&1]
	c.lit[cell] = true
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
	return float64(fraction)*(0.98/(1<<31)) + 0.01
}

// Row returns the text of one row of cells. Empty cells are spaces.
func (c *Canvas) Row(y int) string {
	return string(appendBraille(nil, c.cells[y*c.width:(y+1)*c.width]))
}

// appendBraille appends the characters of cells.
func appendBraille(text []byte, cells []uint8) []byte {
	for _, mask := range cells {
		if mask == 0 {
			text = append(text, ' ')
			continue
		}
		text = append(text, 0xe2, 0xa0|mask>>6, 0x80|mask&0x3f) // U+2800 and the mask
	}
	return text
}
