package theme

import (
	"image/color"
	"math"
)

// oklch is a colour in the cylindrical form of Oklab (Ottosson 2020,
// "A perceptual color space for image processing"): lightness 0…1, chroma
// 0…about 0.4, hue in degrees.
type oklch struct {
	lightness, chroma, hue float64
}

// rgb returns the colour in sRGB, fitted.
func (c oklch) rgb() color.RGBA {
	r, g, b := c.fitted()
	return color.RGBA{R: encode(r), G: encode(g), B: encode(b), A: 255}
}

// fitted returns the colour in linear sRGB. Where sRGB cannot show it, the
// chroma is lowered until it can, so that lightness and hue stay what was asked
// for.
func (c oklch) fitted() (r, g, b float64) {
	r, g, b = c.linear()
	for range 24 {
		if inGamut(r) && inGamut(g) && inGamut(b) {
			break
		}
		c.chroma *= 0.9
		r, g, b = c.linear()
	}
	return r, g, b
}

// linear returns the colour in linear sRGB, with the matrices of Ottosson
// (2020); outside 0…1 it cannot be shown.
func (c oklch) linear() (r, g, b float64) {
	sin, cos := math.Sincos(c.hue * math.Pi / 180)
	greenRed, blueYellow := c.chroma*cos, c.chroma*sin
	cube := func(x float64) float64 { return x * x * x }
	long := cube(c.lightness + 0.3963377774*greenRed + 0.2158037573*blueYellow)
	medium := cube(c.lightness - 0.1055613458*greenRed - 0.0638541728*blueYellow)
	short := cube(c.lightness - 0.0894841775*greenRed - 1.2914855480*blueYellow)
	return 4.0767416621*long - 3.3077115913*medium + 0.2309699292*short,
		-1.2684380046*long + 2.6097574011*medium - 0.3413193965*short,
		-0.0041960863*long - 0.7034186147*medium + 1.7076147010*short
}

// inGamut reports whether a linear channel can be shown, with a little slack
// for rounding.
func inGamut(channel float64) bool { return channel >= -1e-4 && channel <= 1+1e-4 }

// encode turns a linear channel into eight bits of sRGB (IEC 61966-2-1).
func encode(linear float64) uint8 {
	linear = math.Max(0, math.Min(1, linear))
	if linear <= 0.0031308 {
		return uint8(math.Round(linear * 12.92 * 255))
	}
	return uint8(math.Round((1.055*math.Pow(linear, 1/2.4) - 0.055) * 255))
}

// decode turns eight bits of sRGB into a linear channel.
func decode(channel uint8) float64 {
	x := float64(channel) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// luminance is the relative luminance of WCAG 2.2, 0…1.
func luminance(c color.RGBA) float64 {
	return linearLuminance(decode(c.R), decode(c.G), decode(c.B))
}

// linearLuminance is the luminance of a linear colour.
func linearLuminance(r, g, b float64) float64 { return 0.2126*r + 0.7152*g + 0.0722*b }

// withLuminance returns the colour of the hue and chroma whose relative
// luminance is the one asked for, found by halving: luminance grows with
// lightness.
func withLuminance(target, chroma, hue float64) color.RGBA {
	low, high := 0.0, 1.0
	for range 20 {
		middle := (low + high) / 2
		if linearLuminance(oklch{middle, chroma, hue}.fitted()) < target {
			low = middle
		} else {
			high = middle
		}
	}
	return oklch{(low + high) / 2, chroma, hue}.rgb()
}

// oklab is a colour in Oklab: lightness, and how far it goes from green to red
// and from blue to yellow.
type oklab struct{ lightness, greenRed, blueYellow float64 }

// labOf returns an sRGB colour in Oklab, with the matrices of Ottosson (2020).
func labOf(c color.RGBA) oklab {
	r, g, b := decode(c.R), decode(c.G), decode(c.B)
	long := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	medium := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	short := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return oklab{
		lightness:  0.2104542553*long + 0.7936177850*medium - 0.0040720468*short,
		greenRed:   1.9779984951*long - 2.4285922050*medium + 0.4505937099*short,
		blueYellow: 0.0259040371*long + 0.7827717662*medium - 0.8086757660*short,
	}
}

// distance is how different two colours look, 0 for the same and 1 from black to
// white.
func (a oklab) distance(b oklab) float64 {
	return math.Hypot(a.lightness-b.lightness, math.Hypot(a.greenRed-b.greenRed, a.blueYellow-b.blueYellow))
}
