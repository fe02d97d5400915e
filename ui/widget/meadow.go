package widget

import "math"

// How much grows in Meadow: blades for every dot of width, and how long the
// longest is, in shares of the height (design choices).
const (
	bladeShare   = 0.5
	longestBlade = 0.52
	meadowRows   = 3
)

// Meadow draws long grass in the wind. The wind goes over it in waves, stronger
// with the level and with energy; the breath lifts the grass; each note lets
// seeds go that drift up and away. At rest the wind lies down.
func Meadow(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	wind := canvas.wideColumn(0)
	gust := (0.20 + 0.30*scene.Level + 0.10*scene.Energy) * (1 - 0.8*scene.Rest)
	for i := range wind {
		u := float64(i-columnMargin) / float64(width)
		wind[i] = 0.08 + 0.16*scene.Home + gust*(0.75*noise(u*2.1-0.16*scene.Seconds, 151)+0.30*noise(u*6.3-0.34*scene.Seconds, 152)) +
			0.10*scene.Lift
	}
	ground(canvas, scene)
	blades := int(float64(width) * bladeShare)
	for i := range blades {
		blade(canvas, wind, int64(i), blades, height, scene)
	}
	for _, strike := range scene.Strikes {
		seeds(canvas, strike)
	}
}

// ground shades the foot of the meadow, where the grass is thick.
func ground(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	for x := range width {
		u := float64(x) / float64(width)
		deep := (0.10 + 0.03*noise(u*3, 155)) * float64(height)
		for y := height - 1; y >= height-int(2*deep); y-- {
			canvas.Shade(x, y, (0.34+0.10*scene.Level)*bell(float64(height-1-y), deep))
		}
	}
}

// blade draws one blade of grass: a line from the ground that bends with the
// wind. Every fifth carries an ear.
func blade(canvas *Canvas, wind []float64, i int64, blades, height int, scene Scene) {
	width, _ := canvas.Dots()
	row := float64(i%meadowRows) / (meadowRows - 1) // 0 behind, 1 in front
	foot := (float64(i) + 0.5 + 0.8*lattice(i, 156)) / float64(blades) * float64(width)
	long := (0.25 + 0.75*share(i, 157)) * (0.70 + 0.30*row) * longestBlade * float64(height)
	long *= 0.86 + 0.14*scene.Level + 0.06*scene.Breath
	at := max(0, min(len(wind)-1, int(foot)+columnMargin))
	bend := (wind[at] + 0.30*lattice(i, 158)) * long
	steps := int(long) + 1
	for step := range steps {
		part := float64(step) / float64(steps)
		if row == 0 && step%2 == 1 {
			continue // farther away it is fainter
		}
		canvas.Set(int(foot+bend*part*part), height-1-int(long*part*(1-0.18*math.Abs(bend)/long*part)))
	}
	if i%5 == 0 {
		ear(canvas, foot+bend, float64(height-1)-long*(1-0.18*math.Abs(bend)/long))
	}
}

// ear draws the head of a blade.
func ear(canvas *Canvas, x, y float64) {
	for dy := range 4 {
		canvas.Set(int(x), int(y)-dy)
		if dy == 1 || dy == 2 {
			canvas.Set(int(x)+1, int(y)-dy)
		}
	}
}

// seeds draws the seeds of one note: small parachutes that rise out of the
// grass and are carried to the right.
func seeds(canvas *Canvas, strike Strike) {
	strength := strike.strength()
	if strength < 0.04 {
		return
	}
	width, height := canvas.Dots()
	for i := range int64(5) {
		own := share(i+int64(strike.Pitch)*13, 161)
		climb := 1 - math.Exp(-strike.Age*(0.22+0.20*own))
		x := (strike.place() + 0.05*lattice(i+int64(strike.Pitch)*7, 162) + (0.04+0.10*own)*climb) * float64(width)
		y := (0.66 - (0.30+0.36*own)*climb + 0.015*noise(strike.Age*0.8+float64(i)*5, 163)) * float64(height)
		left, top := int(x), int(y)
		canvas.Light(left, top)
		if strength > 0.12 {
			canvas.Light(left-1, top-1)
			canvas.Light(left+1, top-1)
		}
		if strength > 0.25 {
			canvas.Light(left, top-2)
			canvas.Light(left, top+1)
		}
	}
}
