package generator

import "math"

// landing returns the second at which the journey begins to land.
func (j Journey) landing() float64 {
	for _, point := range j.Points {
		if point.Phase == Land {
			return point.Seconds
		}
	}
	return j.Seconds
}

// Ending returns the same journey with its end at another second: the rest
// before the landing is longer or shorter. Where not enough rest is left the
// journey goes less far, and rests where it is cut; nothing before the second
// now changes. The landing keeps its length where there is room for it.
func (j Journey) Ending(seconds, now float64) Journey {
	if math.Abs(seconds-j.Seconds) < 1.0/Rate {
		return j
	}
	lands := j.landing()
	start := seconds - math.Min(j.Seconds-lands, seconds/2)
	start = math.Max(start, math.Min(now, seconds))
	ended := Journey{Seconds: seconds, Reached: j.Reached}
	for _, point := range j.Points {
		if point.Phase != Land && point.Seconds < start {
			ended.Points = append(ended.Points, point)
		}
	}
	end := j.At(math.Min(start, lands)).affect()
	ended.add(start, end, Land)
	ended.add(seconds, end, Land)
	if first, whole := j.Points[0].affect(), j.At(lands).affect(); j.Reached > 0 && start < lands {
		ended.Reached *= distance(first, end) / math.Max(distance(first, whole), 1e-9)
		ended.Reached = math.Min(ended.Reached, j.Reached)
	}
	return ended
}

// distance is how far two moods lie apart.
func distance(a, b affect) float64 {
	return math.Sqrt(sq(a.valence-b.valence) + sq(a.energy-b.energy) + sq(a.tension-b.tension))
}
