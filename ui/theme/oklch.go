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

// rgb returns the colour in sRGB. Where sRGB cannot show it, the chroma is
// lowered until it can, so that lightness and hue stay what was asked for.
func (c oklch) rgb() color.RGBA {
	for range 24 {
		if r, g, b := c.linear(); inGamut(r) && inGamut(g) && inGamut(b) {
			break
		}
		c.chroma *= 0.9
	}
	r, g, b := c.linear()
	return color.RGBA{R: encode(r), G: encode(g), B: encode(b), A: 255}
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

// luminance is the relative luminance of WCAG 2.2, 0…1.
func luminance(c color.RGBA) float64 {
	decode := func(channel uint8) float64 {
		x := float64(channel) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*decode(c.R) + 0.7152*decode(c.G) + 0.0722*decode(c.B)
}

// withLuminance returns the colour of the hue and chroma whose relative
// luminance is the one asked for, found by halving: luminance grows with
// lightness.
func withLuminance(target, chroma, hue float64) color.RGBA {
	low, high := 0.0, 1.0
	for range 20 {
		middle := (low + high) / 2
		if luminance(oklch{middle, chroma, hue}.rgb()) < target {
			low = middle
		} else {
			high = middle
		}
	}
	return oklch{(low + high) / 2, chroma, hue}.rgb()
}
