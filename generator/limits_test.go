package generator

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dulcet/generator/compose"
	"dulcet/generator/dsp"
	"dulcet/generator/score"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// anyOptions draws options as somebody might set them who tries everything.
func anyOptions(random *rand.Rand) Options {
	parts := func(likely float64) (some Parts) {
		for part := range score.PartCount {
			if random.Float64() < likely {
				some |= partSet(part)
			}
		}
		return some
	}
	patterns := append(Breaths(), NamedBreath{}, NamedBreath{Breath: PassiveBreath(6 + 20*random.Float64())},
		NamedBreath{Breath: Breath{In: 1 + 8*random.Float64(), Hold: 9 * random.Float64(), Out: 1 + 12*random.Float64(), Rest: 4 * random.Float64()}})
	return Options{
		Wanted: parts(0.25), Refused: parts(0.1 * float64(random.IntN(4))), Breath: patterns[random.IntN(len(patterns))].Breath,
		Rounds: Rounds{Work: float64(random.IntN(12)), Rest: float64(random.IntN(4))},
		Bells:  Bells{WarmUp: float64(random.IntN(3)), Every: float64(random.IntN(6))}, Silence: random.IntN(8) == 0,
		DawnMinutes: float64(random.IntN(10)), Modulation: 0.5 * random.Float64(),
		Course: Course{Start: Start(random.IntN(3)), Reach: 2*random.Float64() - 1, Slow: random.Float64()},
	}
}

// anyBrief draws a mood, a taste, options and a length for a goal. Extremes are
// as likely as all between them.
func anyBrief(t testing.TB, goal journal.Goal, seed uint64) Brief {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 99))
	number := func() float64 {
		if random.IntN(2) == 0 {
			return float64(random.IntN(3) - 1)
		}
		return 2*random.Float64() - 1
	}
	var taste journal.Taste
	for dial := range taste.Offsets {
		taste.Offsets[dial].Value = number()
	}
	o := anyOptions(random)
	brief, err := o.NewBrief(rated(number(), number(), number()), goal, 4+float64(random.IntN(16)), taste, random.Uint32())
	if err != nil {
		t.Fatalf("%s, seed %d: %v", goal, seed, err)
	}
	return brief
}

// TestLimits_are_crossed_by_no_brief draws many briefs of every goal and looks at
// every note, tempo and control of their scores.
func TestLimits_are_crossed_by_no_brief(t *testing.T) {
	count := 40
	switch {
	case testing.Short():
		count = 4
	case *longRun:
		count = 400
	}
	for _, goal := range journal.Goals() {
		t.Run(string(goal), func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(count) {
				brief := anyBrief(t, goal, seed)
				for _, broken := range crossed(brief) {
					t.Errorf("seed %d: %s\n  with %+v", seed, broken, brief.Options)
				}
				if t.Failed() {
					return
				}
			}
		})
	}
}

// crossed says which of its goal's limits the score of a brief crosses.
func crossed(brief Brief) (broken breaches) {
	to, barred := purposes[brief.Goal], brief.Options.Refused|barredFrom(brief.Goal)
	keys := map[theory.Key]bool{}
	composer := compose.New(brief.plan())
	landing := false
	var span score.Span
	var notes []score.Event
	for !span.Final {
		composer.Next(&span)
		for _, section := range span.Sections {
			keys[section.Key] = true
			landing = landing || section.Name == Land
		}
		for i := range span.Events {
			broken = append(broken, crossedBy(&span.Events[i], brief.Goal, barred)...)
		}
		notes = append(notes, span.Events...)
		c := span.Controls
		broken.unless(c.Brightness.Float() <= to.brightness.high+1, "a brightness of %.0f Hz", c.Brightness.Float())
		broken.unless(c.Attack.Float() >= to.attack.low-1e-3, "an attack of %.0f ms", 1000*c.Attack.Float())
		if bpm := 60 * float64(span.Beats) * Rate / float64(span.Frames); !landing && span.Beats > 0 && len(span.Events) > 0 {
			broken.unless(bpm > 0.97*to.tempo.low && bpm < 1.03*to.tempo.high, "%.1f beats a minute", bpm)
		}
	}
	if brief.Goal == journal.Ground {
		broken.unless(len(keys) <= 1, "%d keys", len(keys))
		if gap := longestGap(notes, brief.Frames()); len(brief.Options.Refused.Names()) == 0 {
			broken.unless(gap <= 1.5, "a gap of %.1f s", gap)
		}
	}
	return slices.Compact(broken)
}

// crossedBy says which limits one event crosses.
func crossedBy(e *score.Event, goal journal.Goal, barred Parts) (broken breaches) {
	broken.unless(!barred.has(e.Part), "%v plays", e.Part)
	if !e.Part.Pitched() {
		return broken
	}
	broken.unless(e.Velocity > 0 && e.Velocity <= theory.One, "%v plays at %.2f", e.Part, e.Velocity.Float())
	low, high := 0, 127
	switch {
	case e.Role == score.Ground && (goal == journal.Ground || goal == journal.Sleep):
		low, high = 36, 50 // from 65 Hz up
	case goal == journal.Ground:
		low, high = 48, 76
	case goal == journal.Sleep:
		high = 76
	}
	broken.unless(e.Pitch >= low && e.Pitch <= high, "%v plays %d as %v", e.Part, e.Pitch, e.Role)
	return broken
}

// longestGap returns the longest time in seconds, before the last notes ring
// out, in which nothing is held and no soundscape sounds.
func longestGap(events []score.Event, frames int64) float64 {
	slices.SortFunc(events, func(a, b score.Event) int { return int(a.Frame - b.Frame) })
	until, longest, beds := int64(0), int64(0), map[score.Part]bool{}
	for _, e := range events {
		if e.Frame > frames-20*Rate {
			break
		}
		if len(beds) == 0 {
			longest = max(longest, e.Frame-until)
		}
		if !e.Part.Plays() {
			if delete(beds, e.Part); e.Velocity > 0 {
				beds[e.Part] = true
			}
			until = max(until, e.Frame)
			continue
		}
		until = max(until, e.Frame+e.Frames)
	}
	return float64(longest) / Rate
}

// A breach that is planted is found: what cannot fail says nothing.
func TestLimits_find_what_is_planted(t *testing.T) {
	for want, e := range map[string]score.Event{
		"bell plays":                  {Part: score.Bell, Pitch: 60, Velocity: theory.One},
		"piano plays 80 as melody":    {Part: score.Piano, Pitch: 80, Velocity: theory.One, Role: score.Melody},
		"bass plays 30 as ground":     {Part: score.Bass, Pitch: 30, Velocity: theory.One, Role: score.Ground},
		"piano plays at 0.00":         {Part: score.Piano, Pitch: 60},
		"strings plays 46 as harmony": {Part: score.Strings, Pitch: 46, Velocity: theory.One},
	} {
		if broken := crossedBy(&e, journal.Ground, barredFrom(journal.Ground)); len(broken) != 1 || broken[0] != want {
			t.Errorf("%v, want %q", broken, want)
		}
	}
	held := []score.Event{{Frames: 5 * Rate, Part: score.Piano}, {Frame: 8 * Rate, Frames: Rate, Part: score.Piano}}
	if gap := longestGap(held, 60*Rate); gap != 3 {
		t.Errorf("a gap of 3 s is taken for one of %g s", gap)
	}
}

// TestGround_lets_every_note_swell measures one note of every instrument that
// may play where one needs ground.
func TestGround_lets_every_note_swell(t *testing.T) {
	for part := range score.InstrumentCount {
		if barredFrom(journal.Ground).has(part) {
			continue
		}
		brief := asking(t, journal.Ground, 10, Options{Wanted: partSet(part)}, 1)
		b := newBand(brief)
		if b.instruments[part] == nil {
			t.Errorf("%v is wanted and not built", part)
			continue
		}
		for _, velocity := range []float64{0.2, 0.5, 0.9} {
			for pitch := 40; pitch <= 76; pitch += 12 {
				if low, high := part.Range(); pitch < low || pitch > high {
					continue
				}
				name := fmt.Sprintf("%v, pitch %d, velocity %g", part, pitch, velocity)
				if rise := riseTime(struckAlone(b, part, pitch, velocity)); rise < 0.08 {
					t.Errorf("%s: rises in %.0f ms", name, 1000*rise)
				}
			}
		}
	}
}

// struckAlone plays one note of a band and returns three seconds of it.
func struckAlone(b *band, part score.Part, pitch int, velocity float64) (out [][2]float64) {
	var bus dsp.Bus
	var confluence dsp.Confluence
	var whole dsp.Stereo
	b.play(&score.Event{Part: part, Pitch: pitch, Velocity: theory.FixedOf(velocity), Frames: 5 * Rate / 2}, 0)
	for len(out) < 12*Rate { // until it has rung out
		bus.Clear()
		b.instruments[part].Render(&bus)
		confluence.Up(&bus, &whole)
		for i := range whole.Left {
			out = append(out, [2]float64{float64(whole.Left[i]), float64(whole.Right[i])})
		}
	}
	return out[:3*Rate]
}
