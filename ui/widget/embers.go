package widget

import "math"

// emberCount is the number of sparks in the air for every dot of width
// (design choice: few enough to follow one with the eye).
const emberCount = 0.6

// Embers draws a low fire: a bed that breathes with the level and with the
// breath, and sparks that rise and go out. Energy makes them rise faster; each
// note throws sparks of its own, which shine. At rest only the bed glows.
func Embers(canvas *Canvas, scene Scene) {
	width, _ := canvas.Dots()
	bed(canvas, scene)
	for i := range int(float64(width) * emberCount) {
		spark(canvas, int64(i), scene)
	}
	for _, strike := range scene.Strikes {
		throw(canvas, strike)
	}
}

// bed draws the glowing ground with tongues of heat above it.
func bed(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	flow := scene.Seconds * (0.22 + 0.10*scene.Energy)
	power := (0.05 + 0.13*scene.Level) * (1 - 0.6*scene.Rest)
	for x := range width {
		u := float64(x) / float64(width)
		heap := 0.55 + 0.45*bell(u-0.35-0.3*scene.Home, 0.32)
		tongue := 0.5 + 0.5*noise(u*9+noise(u*4+flow, 61), 62) + 0.35*noise(u*21-flow*2, 63)
		reach := heap * (0.05 + (power+0.03*scene.Breath+0.02*scene.Lift)*math.Max(0.1, tongue)) * float64(height)
		glow := 0.55 + 0.25*noise(u*15+flow*0.7, 64) + 0.35*scene.Level + 0.10*scene.Breath
		for y := height - 1; y >= 0; y-- {
			grey := glow * bell(float64(height-1-y), reach)
			if grey < 0.03 {
				break
			}
			canvas.Shade(x, y, grey)
		}
	}
}

// spark draws one of the sparks that always rise. Each has its own pace and
// its own way, and comes back somewhere else when it has gone out.
func spark(canvas *Canvas, i int64, scene Scene) {
	width, height := canvas.Dots()
	pace := (0.045 + 0.035*share(i, 71)) * (1 + 0.45*scene.Energy)
	life := scene.Seconds*pace + share(i, 72)
	round := math.Floor(life)
	up := life - round
	brightness := (1 - up) * (0.45 + 0.80*scene.Level) * (0.3 + 0.7*share(i+int64(round)*131, 73)) * (1 - 0.9*scene.Rest)
	if brightness < 0.08*(0.5+up) {
		return
	}
	start := 0.5 + 0.46*lattice(i+int64(round)*977, 74)
	sway := 0.05 * up * noise(up*4+scene.Seconds*0.08+float64(i), 75)
	x, y := int((start+sway)*float64(width)), height-1-int(up*float64(height))
	canvas.Set(x, y)
	if brightness > 0.45 {
		canvas.Set(x, y-1)
	}
}

// throw draws the sparks of one note, which part as they rise.
func throw(canvas *Canvas, strike Strike) {
	strength := strike.strength()
	if strength < 0.04 {
		return
	}
	width, height := canvas.Dots()
	for i := range int64(7) {
		aim := lattice(i+int64(strike.Pitch)*17, 81)
		climb := 1 - math.Exp(-strike.Age*(0.30+0.12*share(i, 82)))
		x := (strike.place() + 0.07*aim*climb + 0.012*noise(strike.Age+float64(i)*3, 83)) * float64(width)
		y := float64(height-1) - (0.06+climb*(0.55+0.3*lattice(i, 84)))*float64(height)
		canvas.Light(int(x), int(y))
		if strength > 0.3 {
			canvas.Light(int(x)+1, int(y))
			canvas.Light(int(x), int(y)+1)
		}
	}
}
