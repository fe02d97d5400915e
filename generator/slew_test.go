package generator

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/journal"
)

// drawnBrief draws any mood, goal, length, course and dials, as its number
// says.
func drawnBrief(t *testing.T, number uint64, longest float64) Brief {
	t.Helper()
	random := rand.New(rand.NewPCG(number, 5))
	number11 := func() float64 { return 2*random.Float64() - 1 }
	goals := journal.Goals()
	goal := goals[random.IntN(len(goals))]
	mood := rated(number11(), number11(), number11())
	minutes := math.Exp(random.Float64() * math.Log(longest))
	course := Course{Start: Start(random.IntN(3)), Reach: number11(), Slow: random.Float64()}
	var taste journal.Taste
	for dial := range taste.Offsets {
		taste.Offsets[dial].Value = number11()
	}
	brief, err := Options{Course: course}.NewBrief(mood, goal, minutes, taste, random.Uint32())
	if err != nil {
		t.Fatal(err)
	}
	return brief
}

// caseOf describes a brief so that it can be made again.
func caseOf(number uint64, b Brief) string {
	return fmt.Sprintf("case %d: %s, %.2f minutes, mood %+v, course %+v, dials %v", number, b.Goal, b.Minutes, b.start(), b.Options.Course, b.Dials)
}

// TestPath_KeepsItsRateLimits is the promise of the journey: for a thousand
// moods, goals, lengths, courses and dials neither the mood nor what the
// composer is told moves faster than it may.
func TestPath_KeepsItsRateLimits(t *testing.T) {
	cases := uint64(1000)
	if testing.Short() {
		cases = 200
	}
	for number := range cases {
		brief := drawnBrief(t, number, MaxMinutes)
		for _, broken := range append(pathBreaches(brief.Journey), waypointBreaches(brief, brief.plan().Waypoints)...) {
			t.Errorf("%s: %s", caseOf(number, brief), broken)
		}
		if t.Failed() {
			return
		}
	}
}

// within notes where two values of a course lie further apart than they may.
// What is compared has been rounded: beats are whole frames long.
func (b *breaches) within(name string, from, to, most float64, seconds float64) {
	const rounding = 0.01
	b.unless(math.Abs(to-from) <= most+rounding, "%s moves from %.4f to %.4f, at most by %.4f, before second %.0f", name, from, to, most, seconds)
}

// pathBreaches says where a journey moves too fast.
func pathBreaches(j Journey) []string {
	var broken breaches
	for i, q := range j.Points[1:] {
		p := j.Points[i]
		minutes := (q.Seconds-p.Seconds)/60 + 1e-9
		broken.unless(q.Seconds >= p.Seconds, "point %d goes back in time", i+1)
		for _, c := range []struct {
			name            string
			from, to, limit float64
		}{
			{"valence", p.Valence, q.Valence, valencePerMinute},
			{"arousal", p.affect().arousal(), q.affect().arousal(), arousalPerMinute},
			{"tension", p.Tension, q.Tension, tensionPerMinute},
		} {
			rate := math.Abs(c.to-c.from) / minutes
			broken.unless(rate <= c.limit*1.0001 || math.Abs(c.to-c.from) < 1e-9, "%s moves by %.4f a minute at second %.0f", c.name, rate, q.Seconds)
		}
	}
	return broken
}

// octavesPerSecond is the fastest that the brightness moves where nobody turns
// it: a sixth in ten seconds.
const octavesPerSecond = 1.0 / 60

// waypointBreaches says where waypoints move too fast.
func waypointBreaches(b Brief, waypoints []compose.Waypoint) []string {
	var broken breaches
	for i, w := range waypoints[1:] {
		before := waypoints[i]
		seconds := float64(w.Frame-before.Frame) / Rate
		at := float64(w.Frame) / Rate
		broken.unless(seconds >= 0, "waypoint %d goes back in time", i+1)
		broken.within("tempo", before.BPM.Float(), w.BPM.Float(), beatsPerMinutePerMinute*seconds/60, at)
		phrases := seconds / (longestPhrase * manners[b.Goal].phrase)
		broken.within("tempo of a phrase", before.BPM.Float(), w.BPM.Float(), tempoPerPhrase*before.BPM.Float()*phrases, at)
		broken.within("level", before.Level.Float(), w.Level.Float(), decibelsPerSecond*seconds, at)
		broken.within("brightness in octaves", math.Log2(before.Brightness.Float()), math.Log2(w.Brightness.Float()), octavesPerSecond*seconds, at)
	}
	return broken
}

// TestPath_KeepsItsRateLimitsInTheScore composes and measures at every phrase:
// its tempo by the bars, level and brightness by the controls. In every second
// piece all dials are turned while it plays, and its end is moved.
func TestPath_KeepsItsRateLimitsInTheScore(t *testing.T) {
	pieces := uint64(120)
	if testing.Short() {
		pieces = 12
	}
	for number := range pieces {
		brief := drawnBrief(t, number+5000, 60)
		turns := number%2 == 1
		for _, broken := range scoreBreaches(brief, turns) {
			t.Errorf("%s, turns %v: %s", caseOf(number+5000, brief), turns, broken)
		}
	}
}

// scoreBreaches composes a piece, with dials that are turned or not, and says
// where it moves too fast. What has not moved for a phrase may move by a
// phrase's worth.
func scoreBreaches(brief Brief, turns bool) []string {
	var broken breaches
	random := rand.New(rand.NewPCG(uint64(brief.Seed), 6))
	plan := brief.plan()
	phrase := longestPhrase * manners[brief.Goal].phrase
	composer := compose.New(plan)
	var before, span score.Span
	steps, turned := brief.Journey.grid(), false
	tempoSince, controlsSince := int64(0), int64(0)
	for {
		composer.Next(&span)
		if span.Final || len(span.Sections) > 0 && span.Sections[0].Name == Land {
			return broken
		}
		at := float64(span.Frame) / Rate
		tempo, last := tempoOfSpan(&span), tempoOfSpan(&before)
		if before.Frames > 0 && math.Abs(tempo-last) > 1e-3 {
			broken.within("tempo", last, tempo, beatsPerMinutePerMinute/60*float64(span.Frame-tempoSince)/Rate, at)
			broken.within("tempo of a phrase", last, tempo, tempoPerPhrase*last, at)
			tempoSince = span.Frame
		}
		if a, b := before.Controls, span.Controls; before.Frames > 0 {
			seconds := math.Min(phrase, float64(span.Frame-controlsSince)/Rate)
			broken.within("level", a.Level.Float(), b.Level.Float(), decibelsPerSecond*seconds, at)
			if !turned { // what the listener turns is heard at once
				broken.within("brightness in octaves", math.Log2(a.Brightness.Float()), math.Log2(b.Brightness.Float()), octavesPerSecond*seconds, at)
			}
			turned = false
			if a.Level != b.Level || math.Abs(tempo-last) > 1e-3 {
				controlsSince = span.Frame
			}
		}
		before.Frame, before.Frames, before.Beats, before.Meter, before.Controls = span.Frame, span.Frames, span.Beats, span.Meter, span.Controls
		if turns && random.IntN(4) == 0 {
			for dial := range brief.Dials {
				brief.Dials[dial] = 2*random.Float64() - 1
			}
			end := span.Frame + span.Frames
			at := end + compose.MinimumLanding + random.Int64N(20*60*Rate)
			moved := random.IntN(4) == 0
			if moved {
				brief.Journey = brief.Journey.Ending(float64(at)/Rate, float64(end)/Rate)
			}
			plan.Waypoints = brief.turn(plan.Waypoints, steps, end)
			composer.Retarget(plan.Waypoints)
			if moved {
				composer.Land(at)
			}
			turned = true
		}
	}
}

// tempoOfSpan returns the beats a minute of a span.
func tempoOfSpan(s *score.Span) float64 {
	if s.Frames == 0 {
		return 0
	}
	return 60 * Rate * float64(s.Beats) / float64(s.Frames)
}

// TestMusicAt_is_what_the_composer_is_told compares both ways to ask.
func TestMusicAt_is_what_the_composer_is_told(t *testing.T) {
	for number := range uint64(40) {
		brief := drawnBrief(t, number+9000, 90)
		for _, w := range brief.plan().Waypoints {
			if m := brief.MusicAt(float64(w.Frame) / Rate); math.Abs(m.BPM-w.BPM.Float()) > 0.001 || math.Abs(m.NotesPerSecond-w.Density.Float()) > 0.001 {
				t.Fatalf("%s: %+v at second %.1f, told %.3f and %.3f", caseOf(number+9000, brief), m, float64(w.Frame)/Rate, w.BPM.Float(), w.Density.Float())
			}
		}
	}
}
