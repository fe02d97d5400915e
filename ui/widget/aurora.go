package widget

import "math"

// curtains is the number of curtains, one behind the other.
const curtains = 3

// Aurora draws curtains of light that hang and fold slowly over a line of
// hills. The level and the breath make them taller and brighter, tension folds
// them tighter, the key turns their folds, and each note is a ray that rises
// through them. At rest they sink to a glow.
func Aurora(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	light := rays(canvas.column(0), scene.Strikes)
	for x, ray := range light {
		u := float64(x) / float64(width)
		for layer := range curtains {
			auroraColumn(canvas, x, u, height, layer, ray, scene)
		}
	}
	shore(canvas, scene)
}

// auroraColumn draws one column of one curtain: a sharp lower hem, and light
// that thins out upwards. The light along a curtain is in broad folds, and
// each fold is made of fine upright threads.
func auroraColumn(canvas *Canvas, x int, u float64, height, layer int, ray float64, scene Scene) {
	seed := uint32(11 + 7*layer)
	depth := float64(layer)
	drift := scene.Seconds * (0.016 + 0.009*depth)
	folds := 1.9 + 0.6*scene.Tension + 0.8*depth
	power := (0.62 + 0.66*scene.Level + 0.16*scene.Breath) * (1 - 0.45*scene.Rest)

	hem := 0.76 - 0.17*depth - 0.03*scene.Lift + 0.06*scene.Rest +
		0.10*noise(u*folds+drift*2, seed) +
		0.04*noise(u*folds*3.1-drift*3, seed+1)
	bend := 1.4 * noise(u*1.9-drift+2*scene.Home, seed+2)
	fold := steep(0.42 + 0.95*noise(u*folds*2.1+drift*4+bend, seed+3))
	thread := 0.5 + 0.5*noise(u*folds*17+drift*7+bend*3, seed+4)
	light := (0.10 + 0.90*fold) * (0.35 + 0.65*thread) * power
	light = light*(1-0.20*depth) + 0.60*ray*(1-0.3*depth)

	reach := (0.04 + 0.08*scene.Level + 0.04*scene.Breath*fold + 0.17*fold*(0.4+0.6*thread) + 0.16*ray) * float64(height)
	bottom := int(hem * float64(height))
	fade := func(y, direction int, share float64) {
		for grey := light; grey > 0.02 && y >= 0 && y < height; grey *= share {
			canvas.Shade(x, y, grey)
			y += direction
		}
	}
	fade(bottom, -1, math.Exp(-1/(reach*(1-0.5*scene.Rest))))
	fade(bottom+1, 1, math.Exp(-1/(0.02*float64(height)+0.4)))
}

// rays returns how much the notes light up each column, 0…1 and a little over.
func rays(light []float64, strikes []Strike) []float64 {
	clear(light)
	width := len(light)
	for _, strike := range strikes {
		strength := strike.strength()
		if strength < 0.01 {
			continue
		}
		halfWidth := (0.018 + 0.010*strike.Age) * float64(width)
		middle := strike.place() * float64(width)
		for x := max(0, int(middle-3*halfWidth)); x < min(width, int(middle+3*halfWidth)+1); x++ {
			light[x] = math.Min(light[x]+strength*bell(float64(x)-middle, halfWidth), 1.2)
		}
	}
	return light
}

// shore is the still line of hills under the sky, with the sky's light lying
// faintly on what is before it.
func shore(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	for x := range width {
		u := float64(x) / float64(width)
		ridge := 0.90 - 0.045*noise(u*3.3, 91) - 0.022*noise(u*9.7, 92) - 0.010*noise(u*23, 93)
		top := int(ridge * float64(height))
		canvas.Set(x, top)
		deep := 1 / (0.1*float64(height) + 1)
		grey, share := 0.10+0.10*scene.Level, math.Exp(-2*deep)
		for y := top + 1; y < height; y++ {
			grey *= share
			canvas.Shade(x, y, grey)
		}
	}
}
