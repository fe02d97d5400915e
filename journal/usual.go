package journal

import (
	"math"
	"time"
)

// The usual mood of an hour fills in for a question that was skipped.
const (
	usualHours = 2.0 // a check-in counts within so many hours of the hour, around the clock (design choice)
	usualFewer = 3   // with fewer answers there is no usual mood (design choice)
)

// usualMood returns the mean mood of the check-ins around the hour of now that
// no music came before, drawn to the person's mean over the whole day. A
// rating with too few answers is absent.
func usualMood(checkIns []CheckIn, now time.Time) Mood {
	zones := make(map[string]*time.Location)
	hour := hourOf(now)
	var near []CheckIn
	for _, c := range checkIns {
		if c.When != After && hoursApart(hourOf(c.localIn(zones)), hour) <= usualHours {
			near = append(near, c)
		}
	}
	return Mood{
		Valence: usualRating(checkIns, near, func(m Mood) Rating { return m.Valence }),
		Energy:  usualRating(checkIns, near, func(m Mood) Rating { return m.Energy }),
		Tension: usualRating(checkIns, near, func(m Mood) Rating { return m.Tension }),
	}
}

func usualRating(all, near []CheckIn, rating func(Mood) Rating) Rating {
	var sum float64
	var count int
	for _, c := range near {
		if value, given := rating(c.Mood).Value(); given {
			sum += value
			count++
		}
	}
	if count < usualFewer {
		return Rating{}
	}
	whole := usually(all, rating).mean
	return Rated((personWeight*whole + sum) / (personWeight + float64(count)))
}

// hourOf returns the hour of the day, 0…24, with its fraction.
func hourOf(t time.Time) float64 {
	return float64(t.Hour()) + float64(t.Minute())/60
}

// hoursApart returns the distance of two hours around the clock, 0…12.
func hoursApart(a, b float64) float64 {
	apart := math.Abs(a - b)
	return math.Min(apart, 24-apart)
}

// localIn is Local with the zones that were already looked up.
func (s Stamp) localIn(zones map[string]*time.Location) time.Time {
	zone, known := zones[s.Zone]
	if !known {
		zone = location(s.Zone)
		zones[s.Zone] = zone
	}
	return s.Time.In(zone)
}
