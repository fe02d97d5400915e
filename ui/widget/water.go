package widget

import "math"

// Water draws a sea at night with the light of a low moon on it. The moon
// stands where the key is, the level and the breath raise the swell, tension
// ruffles it, and each note is a ring that widens on the water. At rest the sea
// is a mirror.
func Water(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	horizon := 0.26 * float64(height)
	moonX := (0.30 + 0.40*scene.Home) * float64(width)
	moon(canvas, moonX, horizon, 0.50-0.06*scene.Lift)
	for x := range width {
		canvas.Shade(x, int(horizon), 0.35)
	}
	for y := int(horizon) + 1; y < height; y++ {
		near := (float64(y) - horizon) / (float64(height) - horizon) // 0 at the horizon, 1 at our feet
		waterRow(canvas, y, width, moonX/float64(width), near, scene)
	}
	for _, strike := range scene.Strikes {
		ring(canvas, strike, horizon)
	}
}

// waterRow draws the glints of one row. A glint is where the slope of the
// swell turns the moon's light to the eye, so the rows nearer to the eye have
// longer and slower ones.
func waterRow(canvas *Canvas, y, width int, moon, near float64, scene Scene) {
	far := 1 / (near + 0.09) // distance along the water
	flow := scene.Seconds * (0.20 + 0.08*scene.Energy)
	path := (0.05 + 0.16*near) * (1 - 0.35*scene.Rest) // half width of the moon's path
	ruffle := (1 + 0.35*scene.Tension) * (1 - 0.5*scene.Rest)
	swell := (noise(far*0.9+flow, 31) + 0.5*noise(far*2.3+flow*1.7, 32)) * (1 + 0.3*scene.Breath) * (1 - 0.7*scene.Rest)
	bright := 0.55 + 0.5*scene.Level + 0.18*scene.Breath
	around := 0.10 + 0.16*scene.Level*near
	seed, fine := uint32(40+y%5), uint32(50+y%7)
	step := far * 3.2 * ruffle / float64(width)
	across := -0.5 * far * 3.2 * ruffle
	shift := flow*0.6 + swell
	for x := range width {
		u := float64(x)/float64(width) - moon
		slope := noise(across+shift, seed) + 0.6*noise(across*2.9-flow*0.9, fine)
		across += step
		glint := 0.5 + 0.5*slope + 0.25*swell
		if grey := (bell(u+0.02*swell, path)*bright + around) * glint * glint; grey > 0.03 {
			canvas.Shade(x, y, grey)
		}
	}
}

// moon draws a full moon, so high between the top and the horizon.
func moon(canvas *Canvas, centerX, horizon, high float64) {
	width, _ := canvas.Dots()
	radius := math.Max(2.5, math.Min(horizon*0.36, float64(width)*0.06))
	centerY := math.Max(radius, horizon*high)
	for y := range int(horizon) {
		for x := int(centerX - radius - 1); x <= int(centerX+radius+1); x++ {
			if math.Hypot(float64(x)+0.5-centerX, float64(y)+0.5-centerY) <= radius {
				canvas.Light(x, y)
			}
		}
	}
}

// ring draws the wave of one note, flattened by the low angle from which the
// water is seen.
func ring(canvas *Canvas, strike Strike, horizon float64) {
	strength := strike.strength()
	if strength < 0.03 {
		return
	}
	width, height := canvas.Dots()
	near := 0.25 + 0.6*strike.aside()
	centerX, centerY := strike.place()*float64(width), horizon+near*(float64(height)-horizon)
	for wave := range 2 {
		radius := (strike.Age - 0.7*float64(wave)) * (4 + 9*near)
		if radius <= 0 {
			continue
		}
		steps := int(radius*6) + 12
		sin, cos := math.Sincos(2 * math.Pi / float64(steps))
		for dx, dy, step := radius, 0.0, 0; step < steps; step++ {
			x, y := centerX+dx, centerY+0.32*dy
			if y > horizon+1 {
				canvas.Shade(int(x), int(y), 1.6*strength/(1+float64(wave)))
			}
			dx, dy = dx*cos-dy*sin, dx*sin+dy*cos
		}
	}
}
