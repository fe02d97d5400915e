package generator

import (
	"math"
	"slices"

	"dulcet/generator/compose"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// The fastest that the music's own numbers move while it plays, its landing
// apart (design choices: the tempo stays below the two to four percent at
// which a change of an ongoing beat is noticed).
const (
	beatsPerMinutePerMinute = 4.0
	tempoPerPhrase          = 0.02 // share of itself
	decibelsPerSecond       = 0.1  // of level
	longestPhrase           = 1.5  // times the phrase of a manner: bars do not always fill it evenly
)

// A tempoLimit is how fast the tempo may change, a second.
type tempoLimit struct{ beatsPerMinute, share float64 }

func (b Brief) tempoLimit() tempoLimit {
	return tempoLimit{beatsPerMinutePerMinute / 60, tempoPerPhrase / (longestPhrase * manners[b.Goal].phrase)}
}

// follow returns the tempo that can be reached from another in so many
// seconds on the way to the wanted one.
func (l tempoLimit) follow(from, wanted, seconds float64) float64 {
	most := seconds * math.Min(l.beatsPerMinute, from*l.share)
	return clamp(wanted, from-most, from+most)
}

// waypointSeconds is how far apart the composer is told where the journey
// stands at most: well under the time of a phrase's worth of change.
const waypointSeconds = 15

// A grid divides a journey of so many seconds into steps, at each of which the
// composer is told where it stands.
type grid struct{ seconds, steps float64 }

// grid returns the one of the journey.
func (j Journey) grid() grid {
	return grid{j.Seconds, math.Max(4, math.Ceil(j.Seconds/waypointSeconds))}
}

// at returns the second of the i-th step of a journey that ends where the
// grid does, or elsewhere.
func (g grid) at(i int, end float64) float64 {
	return math.Min(g.seconds*float64(i)/g.steps, end)
}

// count returns how many steps it takes to the end of a journey.
func (g grid) count(end float64) int { return int(math.Ceil(end*g.steps/g.seconds - 1e-9)) }

// MusicAt returns what the music is like at a time of the sitting: what the
// formulas ask for there, at a tempo that has followed as fast as it may.
func (b Brief) MusicAt(seconds float64) Music {
	m := b.formulasAt(seconds)
	if m.BPM = b.breathTempo(); m.BPM > 0 {
		return m
	}
	bpm, limit, before, steps := b.tempoAt(0), b.tempoLimit(), 0.0, b.Journey.grid()
	for i := 1; before < seconds; i++ {
		at := math.Min(steps.at(i, seconds), seconds)
		bpm = limit.follow(bpm, b.tempoAt(at), at-before)
		before = at
	}
	m.BPM = bpm
	return m
}

// breathTempo returns the tempo to which the breath keeps the beat, or 0.
func (b Brief) breathTempo() float64 {
	if pace := b.pace(); pace.beats > 0 {
		return pace.bpm
	}
	return 0
}

// tempoAt returns the tempo that the formulas ask for at a time.
func (b Brief) tempoAt(seconds float64) float64 {
	a, ta := b.Journey.At(seconds).affect().arousal(), targetOf(b.Goal, b.start()).arousal()
	return tempoFor(b.Goal, a, ta, b.Dials[journal.Tempo])
}

// waypoints appends where the music stands at every step of the grid, and at
// the end of the journey.
func (b Brief) waypoints(dst []compose.Waypoint, of grid) []compose.Waypoint {
	dst = slices.Grow(dst, of.count(b.Journey.Seconds)+1)
	bpm, limit, breath, before := b.tempoAt(0), b.tempoLimit(), b.breathTempo(), 0.0
	for i := range of.count(b.Journey.Seconds) + 1 {
		at := of.at(i, b.Journey.Seconds)
		m := b.formulasAt(at)
		bpm = limit.follow(bpm, m.BPM, at-before)
		if m.BPM = bpm; breath > 0 {
			m.BPM = breath
		}
		dst, before = append(dst, b.waypoint(at, m)), at
	}
	return dst
}

// turn rewrites the waypoints for dials that were turned, or an end that was
// moved, at a frame. From there on tempo and level go on from where they stand,
// no faster than they may; all else is as it is asked for now, also in what lies
// behind, since a phrase that has begun asks there.
func (b Brief) turn(waypoints []compose.Waypoint, of grid, frame int64) []compose.Waypoint {
	next := slices.IndexFunc(waypoints, func(w compose.Waypoint) bool { return w.Frame > frame })
	if next < 1 {
		return waypoints
	}
	before, after := waypoints[next-1], waypoints[next]
	u := theory.Fixed((frame - before.Frame) * int64(theory.One) / (after.Frame - before.Frame))
	breath := b.breathTempo()
	for i := range next {
		past := waypoints[i]
		if i == next-1 {
			past.Frame = frame // what lies further behind does not say where the music stands
			past.BPM, past.Level = theory.Lerp(before.BPM, after.BPM, u), theory.Lerp(before.Level, after.Level, u)
		}
		waypoints[i] = b.waypointAt(float64(past.Frame)/Rate, breath)
		waypoints[i].Frame, waypoints[i].BPM, waypoints[i].Level = past.Frame, past.BPM, past.Level
	}
	waypoints = waypoints[:next]
	for i := next; i <= of.count(b.Journey.Seconds); i++ {
		w := b.waypointAt(of.at(i, b.Journey.Seconds), breath)
		b.slew(&w, &waypoints[i-1])
		waypoints = append(waypoints, w)
	}
	return waypoints
}

// waypointAt returns what is asked for at a time, at the tempo of the breath
// where that is not 0.
func (b Brief) waypointAt(seconds, breath float64) compose.Waypoint {
	m := b.formulasAt(seconds)
	if breath > 0 {
		m.BPM = breath
	}
	return b.waypoint(seconds, m)
}

// slew holds tempo and level to what may change since the waypoint before.
func (b Brief) slew(w, before *compose.Waypoint) {
	seconds := float64(w.Frame-before.Frame) / Rate
	level, most := before.Level.Float(), decibelsPerSecond*seconds
	w.BPM = theory.FixedOf(b.tempoLimit().follow(before.BPM.Float(), w.BPM.Float(), seconds))
	w.Level = theory.FixedOf(clamp(w.Level.Float(), level-most, level+most))
}
