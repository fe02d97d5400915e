package widget

import "math"

// The garden of Sand: its stones, in shares of the picture's width and height
// and of its height for the radius; the distance of two furrows in dots; and how
// many furrows go round a stone.
var stones = [...]struct{ x, y, radius float64 }{
	{0.25, 0.58, 0.115},
	{0.325, 0.77, 0.060},
	{0.74, 0.33, 0.090},
}

const (
	furrow      = 6.0
	roundStones = 4
	waveReach   = 45   // how far a note goes out, in dots: as far as it is seen
	stoneFlat   = 0.72 // height of a stone against its width, as seen from the veranda
)

// Sand draws a garden of raked sand with three stones, which stands: only the
// light on the furrows moves over it, slowly. The level deepens the furrows,
// the breath and the harmony turn the light up and down a little, the key moves
// it, and each note is a wave that goes out through the furrows around a stone.
// At rest the light is even.
func Sand(canvas *Canvas, scene Scene) {
	width, height := canvas.Dots()
	light, rake := canvas.column(0), canvas.column(1)
	for x := range light {
		u := float64(x) / float64(width)
		light[x] = 0.62 + 0.42*(1-0.8*scene.Rest)*noise(u*1.6-0.010*scene.Seconds+scene.Home, 141)
		rake[x] = 2.2 * noise(u*3.2, 145)
	}
	for stone := range stones {
		waves(canvas.wideColumn(2+stone), scene.Strikes, stone)
	}
	power := 0.92 + 0.55*scene.Level + 0.12*scene.Breath + 0.08*scene.Lift
	for y := range height {
		cast := power * (0.82 + 0.18*noise(float64(y)/float64(height)*2+0.006*scene.Seconds, 142))
		row := reaches(y, width, height)
		for x := range width {
			stone, away := nearestStone(&row, x)
			if away < 0 {
				stoneDot(canvas, x, y, -away, light[x])
				continue
			}
			grey := cast * light[x]
			if away < waveReach {
				grey += canvas.wideColumn(2 + stone)[int(away)]
			}
			if grey *= comb(float64(y)+rake[x], away); grey > 0.02 {
				canvas.Shade(x, y, grey)
			}
		}
	}
}

// A reach is how far along one row of dots a stone is near enough for its waves.
type reach struct {
	left, right int     // dots; nothing where right is less
	middle      float64 // of the stone
	off         float64 // of the row from the stone's middle, squared
	radius      float64
}

// reaches returns those of all stones for a row.
func reaches(y, width, height int) (row [len(stones)]reach) {
	for i, s := range stones {
		r := reach{middle: s.x * float64(width), radius: s.radius * float64(height), right: -1}
		dy := (float64(y) + 0.5 - s.y*float64(height)) / stoneFlat
		r.off = dy * dy
		far := r.radius + waveReach
		if wide := far*far - r.off; wide > 0 {
			r.left, r.right = int(r.middle-math.Sqrt(wide)), int(r.middle+math.Sqrt(wide))
		}
		row[i] = r
	}
	return row
}

// nearestStone returns the stone that a dot of the row is nearest to, and the
// distance from its edge in dots: below 0 inside it, and without end where no
// stone is near enough.
func nearestStone(row *[len(stones)]reach, x int) (stone int, away float64) {
	away = math.Inf(1)
	for i := range row {
		r := &row[i]
		if x < r.left || x > r.right {
			continue
		}
		dx := float64(x) + 0.5 - r.middle
		if d := math.Sqrt(dx*dx+r.off) - r.radius; d < away {
			stone, away = i, d
		}
	}
	return stone, away
}

// comb is how much light a dot of the sand takes, 0…1: on the back of a furrow
// all of it. Round the stones the furrows are rings, elsewhere the rake went
// along.
func comb(along, away float64) float64 {
	if away <= roundStones*furrow {
		along = away
	}
	along -= furrow * math.Floor(along/furrow)
	switch {
	case along < 1:
		return 1
	case along < 2.5:
		return 0.22
	}
	return 0.05
}

// stoneDot draws the inside of a stone: a dark body with a lit edge.
func stoneDot(canvas *Canvas, x, y int, deep, light float64) {
	if deep < 1.2 {
		canvas.Light(x, y)
		return
	}
	canvas.Shade(x, y, 0.5*light*bell(deep, 4))
}

// waves reckons the light of the notes that go out around a stone, for every
// distance from its edge in dots.
func waves(light []float64, strikes []Strike, stone int) {
	const pace, halfWidth = 7.0, 6.0 // dots a second; dots
	clear(light)
	for _, strike := range strikes {
		strength := strike.strength()
		if strike.Pitch%len(stones) != stone || strength < 0.03 {
			continue
		}
		crest := pace * strike.Age
		for i := max(0, int(crest-bellEnd*halfWidth)); i < min(waveReach, int(crest+bellEnd*halfWidth)+1); i++ {
			light[i] += 1.6 * strength * bell(float64(i)-crest, halfWidth)
		}
	}
}
