package generator

import (
	"errors"
	"math"
	"slices"
	"testing"

	"dulcet/generator/theory"
	"dulcet/journal"
)

// low is somebody who feels bad, tired and rather tense.
var low = rated(-0.8, -0.5, 0.3)

// edited returns a brief of somebody who feels low, on a course.
func edited(t testing.TB, mood journal.Mood, goal journal.Goal, minutes float64, course Course) Brief {
	t.Helper()
	brief, err := Options{Course: course}.NewBrief(mood, goal, minutes, journal.Taste{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	return brief
}

func TestCourse_StartHere_meets_the_listener_where_they_are(t *testing.T) {
	mood := rated(-0.3, -0.5, 0.2)
	start := edited(t, mood, journal.Uplift, 20, Course{Start: StartHere}).Journey.Points[0].affect()
	if start != (affect{-0.3, -0.5, 0.2}) {
		t.Errorf("the journey starts at %+v", start)
	}
	despair := edited(t, rated(-1, 1, 1), journal.Listen, 20, Course{Start: StartHere})
	if start := despair.Journey.Points[0].affect(); start.valence < -0.45 || start.tension > 0.35 || start.arousal() > 0.55 {
		t.Errorf("the music mirrors %+v", start)
	}
}

func TestCourse_StartAhead_is_a_little_of_the_way(t *testing.T) {
	mood := affect{-0.3, -0.5, 0.2}
	start := edited(t, rated(-0.3, -0.5, 0.2), journal.Uplift, 20, Course{}).Journey.Points[0].affect()
	ahead := math.Sqrt(sq(start.valence-mood.valence) + sq(start.energy-mood.energy) + sq(start.tension-mood.tension))
	if math.Abs(ahead-matchDistance) > 1e-9 {
		t.Errorf("the music starts %g ahead, want %g", ahead, matchDistance)
	}
}

func TestCourse_StartBrighter_is_never_darker(t *testing.T) {
	for _, goal := range journal.Goals() {
		for _, mood := range []journal.Mood{low, rated(0.9, 0.2, -0.2), rated(-0.1, 0.4, 0.2), rated(-1, -1, -1)} {
			usual, brighter := edited(t, mood, goal, 20, Course{}), edited(t, mood, goal, 20, Course{Start: StartBrighter})
			a, b := usual.Journey.Points[0].Valence, brighter.Journey.Points[0].Valence
			if b < a-1e-9 {
				t.Errorf("%s from %v: a brighter start is at %g, the usual one at %g", goal, mood, b, a)
			}
			if usual.Editable() && b < math.Min(0, purposes[goal].target.valence)-1e-9 {
				t.Errorf("%s from %v: a brighter start is at %g, on the dark side", goal, mood, b)
			}
		}
	}
}

func TestCourse_Reach_goes_nearer_and_further(t *testing.T) {
	const long = 180 // minutes: time enough for every way
	end := func(reach float64) float64 {
		points := edited(t, rated(-0.2, -0.3, 0.3), journal.Uplift, long, Course{Reach: reach}).Journey.Points
		return points[len(points)-1].Valence
	}
	for _, c := range []struct{ reach, want float64 }{{-1, 0.15}, {0, 0.5}, {1, 0.85}} {
		if got := end(c.reach); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("a reach of %g ends at valence %g, want %g", c.reach, got, c.want)
		}
	}
	well := edited(t, rated(0.9, 0, 0.2), journal.Calm, long, Course{Reach: 1}).Journey.Points
	if end := well[len(well)-1].Valence; end < purposes[journal.Calm].target.valence {
		t.Errorf("further ends less well than calm leads: %g", end)
	}
}

func TestCourse_Slow_halves_the_rate_at_most(t *testing.T) {
	fastest := func(slow float64) float64 {
		rate, points := 0.0, edited(t, rated(-0.2, 0.3, 0.3), journal.Calm, 30, Course{Slow: slow}).Journey.Points
		for i, q := range points[1:] {
			if p := points[i]; q.Seconds > p.Seconds {
				rate = math.Max(rate, math.Abs(q.Tension-p.Tension)/(q.Seconds-p.Seconds))
			}
		}
		return rate
	}
	usual := fastest(0)
	for _, c := range []struct{ slow, want float64 }{{0.5, 0.75}, {1, 0.5}} {
		if got := fastest(c.slow) / usual; math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%g slower goes at %.3f of the usual rate, want %g", c.slow, got, c.want)
		}
	}
}

// TestCourse_GoesStraight holds what no course changes: where matching the
// mood would not serve, the music starts where it leads.
func TestCourse_GoesStraight(t *testing.T) {
	panicking := rated(-0.65, 0.4, 1)
	for _, c := range []struct {
		name string
		goal journal.Goal
		mood journal.Mood
	}{
		{"ground", journal.Ground, low},
		{"focus", journal.Focus, low},
		{"sleep while tense", journal.Sleep, rated(0, -0.5, 0.4)},
		{"panic", journal.Calm, panicking},
		{"panic and uplift", journal.Uplift, panicking},
		{"panic with energy skipped", journal.Calm, journal.Mood{Valence: journal.Rated(-0.65), Tension: journal.Rated(1)}},
	} {
		for _, course := range []Course{{}, {Start: StartHere, Reach: -1, Slow: 1}, {Start: StartBrighter, Reach: 1}} {
			brief := edited(t, c.mood, c.goal, 20, course)
			for _, p := range brief.Journey.Points {
				if p.affect() != purposes[c.goal].target {
					t.Fatalf("%s on %+v: the music passes %+v", c.name, course, p)
				}
			}
			if brief.Editable() || !slices.Equal(brief.Starts(), []Start{StartAhead}) {
				t.Errorf("%s: a course is offered that changes nothing", c.name)
			}
		}
	}
	for _, c := range []struct {
		name string
		goal journal.Goal
		mood journal.Mood
	}{
		{"sleep at a tension of 69", journal.Sleep, rated(0, -0.5, 0.39)},
		{"anxious", journal.Calm, rated(-0.54, 0.38, 1)},
		{"worried", journal.Calm, rated(-0.6, -0.1, 1)},
		{"angry", journal.Calm, rated(-0.16, 0.83, 1)},
	} {
		if !edited(t, c.mood, c.goal, 30, Course{}).Editable() {
			t.Errorf("%s does not meet the listener", c.name)
		}
	}
}

func TestBrief_WithCourse_is_the_brief_of_the_course(t *testing.T) {
	var taste journal.Taste
	taste.Offsets[journal.Tempo] = journal.Offset{Value: -0.1, Sittings: 6}
	course := Course{Start: StartBrighter, Reach: 0.5, Slow: 0.5}
	first, err := Options{Refused: 2}.NewBrief(journal.Mood{Tension: journal.Rated(0.6)}, journal.Calm, 20, taste, 9)
	if err != nil {
		t.Fatal(err)
	}
	changed, err := first.WithCourse(course)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := Options{Refused: 2, Course: course}.NewBrief(journal.Mood{Tension: journal.Rated(0.6)}, journal.Calm, 20, taste, 9)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(changed.Journey.Points, fresh.Journey.Points) || !slices.Equal(changed.Reasons, fresh.Reasons) || changed.Options.Course != course {
		t.Error("an edited brief is another one than that of the course")
	}
	if slices.Equal(changed.Journey.Points, first.Journey.Points) {
		t.Error("the course changes nothing")
	}
	for _, wrong := range []Course{{Start: StartBrighter + 1}, {Reach: 1.1}, {Slow: -0.1}, {Reach: math.NaN()}} {
		if _, err := first.WithCourse(wrong); !errors.Is(err, ErrOptions) {
			t.Errorf("%+v: error is %v, want ErrOptions", wrong, err)
		}
	}
}

func TestParseStart_reads_what_String_writes(t *testing.T) {
	for _, start := range []Start{StartAhead, StartHere, StartBrighter} {
		if got, err := ParseStart(start.String()); err != nil || got != start {
			t.Errorf("%v is read as %v, %v", start, got, err)
		}
	}
	if _, err := ParseStart("nowhere"); err == nil {
		t.Error("nowhere is a start")
	}
}

// TestUplift_DwellsOnNoMinorMode composes from the lowest mood, as slow and
// short of the goal as can be asked for.
func TestUplift_DwellsOnNoMinorMode(t *testing.T) {
	seeds := uint32(20)
	if testing.Short() {
		seeds = 4
	}
	for seed := range seeds {
		course := Course{Start: StartHere, Reach: -1, Slow: 1}
		brief, err := Options{Course: course}.NewBrief(rated(-1, -1, 0.2), journal.Uplift, 40, journal.Taste{}, seed)
		if err != nil {
			t.Fatal(err)
		}
		minor := int64(0)
		for _, s := range Compose(brief).Sections {
			if s.Key.Mode == theory.Phrygian || s.Key.Mode == theory.Aeolian {
				t.Errorf("seed %d: %s is %s", seed, s.Name, s.Mode)
			}
			if minor += s.Frames; s.Key.Mode != theory.Dorian {
				minor = 0
			}
			if minor > 300*Rate {
				t.Errorf("seed %d: a minor mode for %d s", seed, minor/Rate)
			}
		}
	}
}

func BenchmarkBrief_WithCourse(b *testing.B) {
	brief := mustBrief(b, journal.Calm, 720, 7)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := brief.WithCourse(Course{Reach: 0.5}); err != nil {
			b.Fatal(err)
		}
	}
}
