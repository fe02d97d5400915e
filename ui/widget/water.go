package widget

import "math"

// Water draws a sea at night with the light of a low moon on it. The level
// raises the swell, tension ruffles it, and each note is a ring that widens on
// the water.
func Water(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	horizon := 0.26 * float64(height)
	moon(canvas, horizon)
	for y := int(horizon) + 1; y < height; y++ {
		near := (float64(y) - horizon) / (float64(height) - horizon) // 0 at the horizon, 1 at our feet
		waterRow(canvas, y, width, near, scene)
	}
	for _, strike := range scene.Strikes {
		ring(canvas, strike, horizon)
	}
}

// waterRow draws the glints of one row. A glint is where the slope of the
// swell turns the moon's light to the eye, so the rows nearer to the eye have
// longer and slower ones.
func waterRow(canvas *Canvas, y, width int, near float64, scene Scene) {
	far := 1 / (near + 0.09) // distance along the water
	flow := scene.Seconds * (0.28 + 0.10*scene.Energy)
	path := 0.05 + 0.16*near // half width of the moon's path
	ruffle := 1 + 0.35*scene.Tension
	swell := noise(far*0.9+flow, 31) + 0.5*noise(far*2.3+flow*1.7, 32)
	for x := range width {
		u := float64(x)/float64(width) - 0.5
		across := u * far * 3.2 * ruffle
		slope := noise(across+flow*0.6+swell, uint32(40+y%5)) +
			0.6*noise(across*2.9-flow*0.9, uint32(50+y%7))
		glint := 0.5 + 0.5*slope + 0.25*swell
		lit := bell(u+0.02*swell, path)*(0.55+0.5*scene.Level) + 0.10 + 0.16*scene.Level*near
		if grey := lit * glint * glint; grey > 0.03 {
			canvas.Shade(x, y, grey)
		}
	}
}

// moon draws a full moon on the horizon line and the line itself.
func moon(canvas *Canvas, horizon float64) {
	width, _ := canvas.Dots()
	radius := math.Max(2.5, math.Min(horizon*0.36, float64(width)*0.06))
	centerX, centerY := float64(width)/2, horizon*0.48
	for y := range int(horizon) {
		for x := int(centerX - radius - 1); x <= int(centerX+radius+1); x++ {
			if math.Hypot(float64(x)+0.5-centerX, float64(y)+0.5-centerY) <= radius {
				canvas.Set(x, y)
			}
		}
	}
	for x := range width {
		canvas.Shade(x, int(horizon), 0.35)
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
	_, deep := math.Modf(float64(strike.Pitch) * 0.7548776662466927)
	centerX := strike.place() * float64(width)
	near := 0.25 + 0.6*deep
	centerY := horizon + near*(float64(height)-horizon)
	for wave := range 2 {
		radius := (strike.Age - 0.7*float64(wave)) * (4 + 9*near)
		if radius <= 0 {
			continue
		}
		steps := int(radius*6) + 12
		for step := range steps {
			sin, cos := math.Sincos(2 * math.Pi * float64(step) / float64(steps))
			x, y := centerX+radius*cos, centerY+radius*0.32*sin
			if y > horizon+1 {
				canvas.Shade(int(x), int(y), 1.6*strength/(1+float64(wave)))
			}
		}
	}
}
