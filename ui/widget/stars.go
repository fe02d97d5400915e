package widget

import "math"

// The sky of Stars: how many stars there are for every dot of the disc that
// turns, and how many minutes it takes to come round (design choice: a star far
// from the pole moves by a dot in about two seconds).
const (
	starShare   = 0.0120
	skyMinutes  = 22
	mostStars   = 4000 // however large the window
	starDepths  = 3
	poleX       = 0.36 // where the sky turns around, in shares of the picture
	poleY       = 0.30
	nearestStar = 1.35 // times as fast as the farthest
)

// Stars draws a night sky that turns slowly about a pole, its near stars a
// little faster than its far ones, with the milky way across it. Each note
// brings its own star out, and a line is drawn from note to note: figures that
// come and fade. The level and the breath are the light of the milky way; at
// rest the stars stop twinkling.
func Stars(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	milkyWay(canvas, scene)
	centerX, centerY := poleX*float64(width), poleY*float64(height)
	radius := math.Hypot(float64(width)-centerX, float64(height)-centerY)
	count := min(mostStars, int(starShare*math.Pi*radius*radius))
	for i := range int64(count) {
		depth := float64(i%starDepths) / (starDepths - 1) // 0 far, 1 near
		angle := 2*math.Pi*share(i, 101) + skyAngle(scene.Seconds)*(1+(nearestStar-1)*depth)
		sin, cos := math.Sincos(angle)
		out := radius * math.Sqrt(share(i, 102))
		x, y := int(math.Floor(centerX+out*cos)), int(math.Floor(centerY+out*sin))
		if x < 0 || y < 0 || x >= width || y >= height {
			continue
		}
		twinkle := 0.5 + 0.5*math.Sin(scene.Seconds*(0.5+0.4*lattice(i, 103))+float64(i))
		bright := share(i, 104)
		if bright*(0.75+0.25*(twinkle+(1-twinkle)*scene.Rest)) < 0.20 {
			continue
		}
		canvas.Set(x, y)
		if depth == 1 && bright > 0.72 {
			canvas.Set(x+1, y)
			canvas.Set(x, y+1)
			canvas.Set(x+1, y+1)
		}
	}
	constellation(canvas, scene)
}

// skyAngle is by how much the sky has turned, in radians.
func skyAngle(seconds float64) float64 { return 2 * math.Pi * seconds / (60 * skyMinutes) }

// milkyWay shades a slanting band that turns with the sky.
func milkyWay(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	const slant = -0.46 // radians against the horizon, at the beginning
	sin, cos := math.Sincos(slant + 0.35*math.Sin(skyAngle(scene.Seconds)))
	size := float64(width)
	clouds, lanes := canvas.wideColumn(0), canvas.wideColumn(1)
	for i := range clouds {
		along := float64(i-columnMargin) / size
		clouds[i] = 0.5 + 0.5*noise(along*7+0.0015*scene.Seconds+scene.Home, 112) + 0.2*noise(along*19, 113)
		lanes[i] = 0.035 + 0.03*noise(along*9, 114)
	}
	light := (0.12 + 0.20*scene.Level + 0.05*scene.Breath + 0.03*scene.Lift) * (1 - 0.4*scene.Rest)
	middleX, middleY := 0.55*size, 0.55*float64(height)
	for y := range height {
		dy := float64(y) - middleY
		for x := range width {
			dx := float64(x) - middleX
			off := (dy*cos - dx*sin) / size
			if off > 0.2 || off < -0.2 {
				continue
			}
			along := int(dx*cos+dy*sin+middleX) + columnMargin
			if along < 0 || along >= len(clouds) {
				continue
			}
			cloud := clouds[along]
			grey := light * (0.35 + cloud) * bell(off, 0.05+0.035*cloud)
			// A dark lane runs through the band, as it does in the sky.
			if grey *= 1 - 0.75*bell(off-lanes[along]+0.03, 0.014); grey > 0.02 {
				canvas.Shade(x, y, grey)
			}
		}
	}
}

// constellation draws the stars of the notes, and the lines from each to the
// next as far as both of them still shine. The root of a note's strength is the
// light of its star, so that the few soft notes of the night are seen as long as
// they are heard.
func constellation(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	size := math.Max(1, float64(height)/80)
	var lastX, lastY, last float64
	for _, strike := range scene.Strikes {
		light := math.Sqrt(strike.strength())
		if light < 0.15 {
			continue
		}
		x := strike.place() * float64(width)
		y := (0.08 + 0.80*strike.aside()) * float64(height)
		if shine := math.Min(last, light); shine > 0.2 && math.Hypot(x-lastX, y-lastY) < 0.45*float64(width) {
			dotted(canvas, lastX, lastY, x, y, shine, size)
		}
		lastX, lastY, last = x, y, light
		noteStar(canvas, int(x), int(y), int(light*3*size))
	}
}

// dotted draws a line of single dots, which grow fewer as it fades.
func dotted(canvas *Canvas, fromX, fromY, toX, toY, shine, size float64) {
	steps := int(math.Hypot(toX-fromX, toY-fromY) / (3 * size))
	for step := 1; step < steps; step++ {
		if share(int64(step)*31+int64(fromX), 107) > 1.2*shine {
			continue
		}
		part := float64(step) / float64(steps)
		canvas.Light(int(fromX+(toX-fromX)*part), int(fromY+(toY-fromY)*part))
	}
}

// noteStar draws the star of one note: a point with four arms.
func noteStar(canvas *Canvas, x, y, arms int) {
	canvas.Light(x, y)
	for arm := 1; arm <= arms; arm++ {
		canvas.Light(x-arm, y)
		canvas.Light(x+arm, y)
		canvas.Light(x, y-arm)
		canvas.Light(x, y+arm)
	}
}
