package theme

import (
	"image/color"
	"math"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// cubeStart is the first of the 256 colours that terminals agree on: a cube of
// six levels of red, green and blue, and a ramp of 24 greys. The sixteen before
// it are each terminal's own.
const cubeStart = 16

// An entry is one colour of the palette.
type entry struct {
	luminance float64
	lab       oklab
}

// palette returns the colours from cubeStart on.
var palette = sync.OnceValue(func() []entry {
	entries := make([]entry, 0, 256-cubeStart)
	for i := cubeStart; i < 256; i++ {
		c := opaque(ansi.IndexedColor(i))
		entries = append(entries, entry{luminance(c), labOf(c)})
	}
	return entries
})

// lightnessWeight is how much lightness counts against hue and chroma in the
// choice of a colour (design choice).
const lightnessWeight = 0.4

// less returns a colour whose lightness counts less.
func (a oklab) less(weight float64) oklab {
	a.lightness *= weight
	return a
}

// greyChroma is the chroma below which a colour is seen as a grey (design choice).
const greyChroma = 0.03

// grey reports whether a colour has no hue to speak of.
func (a oklab) grey() bool { return math.Hypot(a.greenRed, a.blueYellow) < greyChroma }

// opaque returns a colour in eight bits a channel.
func opaque(c color.Color) color.RGBA {
	r, g, b, _ := c.RGBA()
	return color.RGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}
}

// nearestInPalette returns the colour of the 256 that looks most like the one
// that is wanted and lies within the limit. The nearest of all may be too dark
// to be read. As the limit has seen to the lightness, that counts less than the
// hue; and what is to have a colour never becomes a grey, of which the palette
// has most and which a narrow limit would leave as the nearest of all.
func nearestInPalette(wanted color.RGBA, within limit) color.Color {
	target := labOf(wanted)
	best, least := 0, math.Inf(1)
	for i, e := range palette() {
		if e.luminance < within.least || e.luminance > within.most || e.lab.grey() && !target.grey() {
			continue
		}
		if d := target.less(lightnessWeight).distance(e.lab.less(lightnessWeight)); d < least {
			best, least = i, d
		}
	}
	return ansi.IndexedColor(cubeStart + best)
}
