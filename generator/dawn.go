package generator

import (
	"fmt"
	"math"

	"dulcet/generator/compose"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// The phases of a sleep sitting that ends with a dawn, beside those of every
// journey.
const (
	Silence = "silence" // after the night's fade, until the dawn
	Dawn    = "dawn"
)

// The shape of a night with a dawn (design choices). The music of the night is
// as long as a sleep sitting usually is, then it is silent, then the dawn comes
// up over its first four fifths. It ends four units under where the evening
// began: loud enough to be heard by who is awake already.
const (
	leastDawn      = 2.0  // minutes
	nightShare     = 0.75 // of the time before the dawn that has music, at most
	dawnRises      = 0.8  // share of the dawn
	dawnFrom       = -44.0
	dawnLUFS       = -28.0
	dawnLands      = 60.0 // seconds, at most
	levelPerMinute = 6.0  // decibels a minute, the fastest that a level moves
)

// dawnMood is what the dawn leads to: rested, and in no hurry.
var dawnMood = affect{0.35, -0.3, -0.6}

// dawn returns when in the sitting the dawn begins and how long it is, both in
// seconds, or false where there is none: none was asked for, it is no sleep, or
// the sitting has no room for one.
func (b Brief) dawn() (start, long float64, comes bool) {
	minutes := math.Min(b.Options.DawnMinutes, b.Minutes/2)
	if b.Goal != journal.Sleep || minutes < leastDawn {
		return 0, 0, false
	}
	return 60 * (b.Minutes - minutes), 60 * minutes, true
}

// night returns after how many seconds the music of the sitting has ended: at
// its end, or, before a dawn, as early as if it had been asked for alone.
func (b Brief) night() float64 {
	start, _, comes := b.dawn()
	if !comes {
		return 60 * b.Minutes
	}
	return math.Min(60*DefaultMinutes(b.Goal), nightShare*start)
}

// evening returns after how many seconds the journey of the sitting, or of its
// night, has ended, also where its end has been moved.
func (b Brief) evening() float64 {
	if _, _, comes := b.dawn(); comes {
		return b.night()
	}
	return b.Journey.Seconds
}

// brighten adds the silence and the dawn to the journey of a night.
func (b Brief) brighten(j Journey) Journey {
	start, long, comes := b.dawn()
	if !comes {
		return j
	}
	asleep := j.Points[len(j.Points)-1].affect()
	land := math.Min(dawnLands, 0.15*long)
	minutes := (long - land) / 60
	share := 1.0
	for _, way := range [...]struct{ distance, perMinute float64 }{
		{dawnMood.valence - asleep.valence, valencePerMinute},
		{dawnMood.arousal() - asleep.arousal(), arousalPerMinute},
		{dawnMood.tension - asleep.tension, tensionPerMinute},
	} {
		if distance := math.Abs(way.distance); distance > way.perMinute*minutes {
			share = math.Min(share, way.perMinute*minutes/distance)
		}
	}
	awake := between(asleep, dawnMood, share)
	j.Seconds = 60 * b.Minutes
	j.add(b.night(), asleep, Silence)
	j.add(start, asleep, Dawn)
	j.add(start+long-land, awake, Land)
	j.add(start+long, awake, Land)
	return j
}

// undawned returns the brief of the night alone.
func (b Brief) undawned() Brief {
	night := b.night()
	ended := Journey{Seconds: night, Reached: b.Journey.Reached}
	for _, point := range b.Journey.Points {
		if point.Phase == Silence {
			break
		}
		ended.Points = append(ended.Points, point)
	}
	b.Minutes, b.Options.DawnMinutes, b.Journey = night/60, 0, ended
	return b
}

// dawnLoudness returns the loudness that is asked for at a time, and whether it
// belongs to the dawn: from the middle of the silence on, so that the first notes
// are as soft as they should be.
func (b Brief) dawnLoudness(seconds float64) (lufs float64, comes bool) {
	start, long, comes := b.dawn()
	if !comes || seconds < (b.night()+start)/2 {
		return 0, false
	}
	rise := dawnRises * long
	distance := math.Min(dawnLUFS-dawnFrom, levelPerMinute*rise/60/peakSpeed)
	return dawnLUFS - distance*(1-minimumJerk(clamp((seconds-start)/rise, 0, 1))), true
}

// dawnPlan adds the piece of the dawn to the plan of a night.
func (b Brief) dawnPlan(plan *compose.Plan) {
	start, long, comes := b.dawn()
	if !comes {
		return
	}
	dawn := *plan
	plan.Frames = int64(math.Round(b.night() * Rate))
	dawn.Start = int64(math.Round(start * Rate))
	dawn.Style.LandSeconds = theory.FixedOf(math.Min(dawnLands, 0.15*long))
	dawn.Style.Dissolve = false // it comes to rest at its minute
	plan.Dawn = &dawn
}

// dawnReason says when it is silent and when the dawn comes.
func (b Brief) dawnReason() []Reason {
	_, long, comes := b.dawn()
	if !comes {
		return nil
	}
	return []Reason{{"dawn", fmt.Sprintf("%.0f minutes of music, then silence; over the last %.0f minutes it comes up again, softly", b.night()/60, long/60)}}
}
