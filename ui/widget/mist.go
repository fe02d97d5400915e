package widget

import "math"

// hills are the ridges of Mist from the farthest to the nearest: where their
// mean height is, how far they rise and fall, how many there are across, how
// high their trees are, all in shares of the height but the count; and how fast
// the fog before them drifts, in widths a second.
var hills = [...]struct {
	at, rise, count, trees, drift float64
}{
	{0.43, 0.120, 1.9, 0, 0.0030},
	{0.56, 0.105, 2.6, 0.015, -0.0046},
	{0.71, 0.095, 2.1, 0.055, 0.0070},
	{0.93, 0.090, 1.5, 0.130, -0.0105},
}

// Mist draws a valley in the morning: hills one behind the other with fog
// drifting between them, and the sun behind it all. The sun stands where the
// key is and higher with a brighter harmony; the level and the breath let the
// fog rise; each note is a light that comes on in it and fades. At rest the fog
// fills the valley.
func Mist(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	for i := range hills {
		ridge(canvas.column(i), i, height)
	}
	sunX, sunY := (0.24+0.52*scene.Home)*float64(width), (0.25-0.06*scene.Lift)*float64(height)
	dawn(canvas, sunX, sunY, scene)
	for i := range hills {
		fog(canvas, i, sunX/float64(width), scene)
	}
	for _, strike := range scene.Strikes {
		lantern(canvas, strike)
	}
}

// ridge reckons the line of a row of hills, in dots from the top, with its
// trees.
func ridge(line []float64, i, height int) {
	hill := hills[i]
	seed := uint32(131 + 5*i)
	for x := range line {
		u := float64(x) / float64(len(line))
		y := hill.at - hill.rise*(0.72*noise(u*hill.count+0.37*float64(i), seed)+0.28*noise(u*hill.count*3.3, seed+1))
		line[x] = (y - hill.trees*tree(float64(x)/(3.2+1.3*float64(i)), seed+2)) * float64(height)
	}
}

// tree is how high the wood stands in one place, 0…1: a row of pointed crowns,
// no two alike, with clearings.
func tree(x float64, seed uint32) float64 {
	cell := math.Floor(x)
	crown := 1 - math.Abs(2*(x-cell)-1)
	wood := steep(0.65 + 1.1*noise(x*0.11, seed+1))
	return wood * crown * (0.35 + 0.65*share(int64(cell), seed))
}

// below returns the line that ends what lies before row i of the hills.
func below(canvas *Canvas, i, x int) float64 {
	if i+1 < len(hills) {
		return canvas.column(i + 1)[x]
	}
	_, height := canvas.Dots()
	return float64(height)
}

// dawn draws the sky above the farthest hills: the sun, and its light around
// it.
func dawn(canvas *Canvas, sunX, sunY float64, scene Scene) {
	width, height := canvas.Dots()
	radius := math.Max(2.5, math.Min(0.105*float64(height), 0.05*float64(width)))
	glow := (0.20 + 0.30*scene.Level + 0.10*scene.Tone + 0.06*scene.Breath) * (1 - 0.5*scene.Rest)
	far := canvas.column(0)
	reach := 0.55 * float64(width)
	for x := range width {
		dx := float64(x) + 0.5 - sunX
		aside := bell(dx, reach)
		for y := range min(height, int(far[x])) {
			dy := float64(y) + 0.5 - sunY
			if dx*dx+dy*dy <= radius*radius {
				canvas.Light(x, y)
				continue
			}
			low := float64(y) / far[x]
			grey := glow * (aside*(0.18+0.55*low*low) + 0.9*bell(dx*dx+dy*dy, 14*radius*radius))
			if grey > 0.02 {
				canvas.Shade(x, y, grey)
			}
		}
	}
}

// fog draws what lies between one row of hills and the next nearer one: dark
// at the ridge, lighter downwards, in wisps that drift.
func fog(canvas *Canvas, i int, sun float64, scene Scene) {
	width, height := canvas.Dots()
	hill := hills[i]
	seed := uint32(171 + 3*i)
	wisps := canvas.wideColumn(4)
	for x := range wisps {
		u := float64(x-columnMargin)/float64(width) - hill.drift*scene.Seconds
		wisps[x] = 0.62 + 0.55*noise(u*3.1, seed) + 0.22*noise(u*8.3, seed+1)
	}
	lit := canvas.column(5)
	for x := range lit {
		lit[x] = 0.58 + 0.42*bell(float64(x)/float64(width)-sun, 0.45)
	}
	near := float64(i) / float64(len(hills)-1)
	thick := (0.72 + 0.45*scene.Level + 0.12*scene.Breath) * (1 - 0.42*near)
	if i == len(hills)-1 {
		thick *= 0.22 // the wood before our feet
	}
	thick *= 1 + 0.2*scene.Rest
	depth := (0.155 - 0.05*scene.Level - 0.02*scene.Breath - 0.04*scene.Rest) * float64(height)
	ridges := canvas.column(i)
	for y := range height {
		aside := columnMargin + int(0.9*columnMargin*noise(float64(y)/float64(height)*6+0.01*scene.Seconds, seed+2))
		row := wisps[aside : aside+width]
		for x, top := range ridges {
			if float64(y) < top || float64(y) >= below(canvas, i, x) {
				continue
			}
			rise := math.Min(1, (float64(y)-top)/depth)
			if grey := thick * rise * rise * row[x] * lit[x]; grey > 0.015 {
				canvas.Shade(x, y, grey)
			}
		}
	}
}

// lantern draws the light of one note in the fog before its row of hills: low
// notes come from near, high ones from far.
func lantern(canvas *Canvas, strike Strike) {
	strength := strike.strength()
	if strength < 0.03 {
		return
	}
	width, height := canvas.Dots()
	i := max(0, min(len(hills)-1, len(hills)-1-(strike.Pitch-40)/14))
	middleX := int(strike.place() * float64(width))
	top := canvas.column(i)[max(0, min(middleX, width-1))]
	middleY := top + (0.35+0.4*strike.aside())*math.Max(4, below(canvas, i, max(0, min(middleX, width-1)))-top)
	radius := (0.030 + 0.006*strike.Age) * float64(width) * (0.7 + 0.2*float64(i))
	reach := int(bellEnd*radius) + 1
	for x := max(0, middleX-reach); x <= min(width-1, middleX+reach); x++ {
		aside := bell(float64(x-middleX), radius)
		ridge, end := canvas.column(i)[x], below(canvas, i, x)
		for y := max(0, int(middleY)-reach, int(ridge)+1); y <= min(height-1, int(middleY)+reach, int(end)-1); y++ {
			grey := 0.95 * strength * aside * bell(float64(y)-middleY, 0.6*radius)
			if grey < 0.03 {
				continue
			}
			canvas.Shade(x, y, grey)
		}
	}
}
