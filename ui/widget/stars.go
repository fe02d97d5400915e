package widget

import "math"

// starShare is the number of stars for every dot of the sky.
const starShare = 0.006

// Stars draws a night sky that turns very slowly, with a band of faint light
// across it. Notes bring single stars out for a while; the level is the light
// of the band.
func Stars(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	milkyWay(canvas, scene)
	for i := range int64(float64(width*height) * starShare) {
		// The sky drifts by a dot in about ten seconds.
		_, u := math.Modf(0.5 + 0.5*lattice(i, 101) + scene.Seconds*0.0006 + 1)
		v := 0.5 + 0.5*lattice(i, 102)
		twinkle := 0.5 + 0.5*math.Sin(scene.Seconds*(0.5+0.4*lattice(i, 103))+float64(i))
		bright := 0.5 + 0.5*lattice(i, 104)
		if bright*(0.75+0.25*twinkle) > 0.18 {
			canvas.Set(int(u*float64(width)), int(v*float64(height)))
		}
	}
	for _, strike := range scene.Strikes {
		star(canvas, strike)
	}
}

// milkyWay shades a slanting band.
func milkyWay(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	drift := scene.Seconds * 0.0009
	for x := range width {
		u := float64(x) / float64(width)
		middle := 0.78 - 0.55*u + 0.07*noise(u*3+drift, 111)
		cloud := 0.5 + 0.5*noise(u*6+drift*3, 112)
		for y := range height {
			v := float64(y) / float64(height)
			grey := bell(v-middle, 0.10+0.07*cloud) * (0.07 + 0.13*cloud + 0.10*scene.Level)
			// A dark lane runs through the band, as it does in the sky.
			grey *= 1 - 0.7*bell(v-middle-0.02, 0.022)
			if grey > 0.02 {
				canvas.Shade(x, y, grey)
			}
		}
	}
}

// star draws the star of one note: a point with four short arms.
func star(canvas *Canvas, strike Strike) {
	strength := strike.strength()
	if strength < 0.05 {
		return
	}
	width, height := canvas.Dots()
	_, v := math.Modf(float64(strike.Pitch) * 0.5698402909980532)
	x, y := int(strike.place()*float64(width)), int((0.1+0.8*v)*float64(height))
	canvas.Set(x, y)
	for arm := range int(strength*4) + 1 {
		canvas.Set(x-arm, y)
		canvas.Set(x+arm, y)
		canvas.Set(x, y-arm)
		canvas.Set(x, y+arm)
	}
}
