package generator

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"dulcet/journal"
)

func rated(v, e, t float64) journal.Mood {
	return journal.Mood{Valence: journal.Rated(v), Energy: journal.Rated(e), Tension: journal.Rated(t)}
}

// mustBrief returns a brief for a mood that somebody might have.
func mustBrief(t testing.TB, goal journal.Goal, minutes float64, seed uint32) Brief {
	t.Helper()
	brief, err := NewBrief(rated(-0.2, 0.1, 0.5), goal, minutes, journal.Taste{Goal: goal}, seed)
	if err != nil {
		t.Fatal(err)
	}
	return brief
}

func TestNewBrief_Refuses(t *testing.T) {
	beyond := journal.Taste{}
	beyond.Offsets[journal.Tempo].Value = 1.5
	notANumber := journal.Taste{}
	notANumber.Offsets[journal.Density].Value = math.NaN()
	for _, c := range []struct {
		name    string
		goal    journal.Goal
		minutes float64
		taste   journal.Taste
		want    error
	}{
		{"AnUnknownGoal", "clam", 20, journal.Taste{}, journal.ErrGoal},
		{"NoMinutes", journal.Calm, 0, journal.Taste{}, ErrMinutes},
		{"TooManyMinutes", journal.Calm, 721, journal.Taste{}, ErrMinutes},
		{"MinutesThatAreNoNumber", journal.Calm, math.NaN(), journal.Taste{}, ErrMinutes},
		{"ADialBeyondItsEnd", journal.Calm, 20, beyond, ErrTaste},
		{"ADialThatIsNoNumber", journal.Calm, 20, notANumber, ErrTaste},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := NewBrief(journal.Mood{}, c.goal, c.minutes, c.taste, 1); !errors.Is(err, c.want) {
				t.Errorf("error is %v, want %v", err, c.want)
			}
		})
	}
}

func TestNewBrief_FillsSkippedAnswers(t *testing.T) {
	mood := journal.Mood{Tension: journal.Rated(0.6)}
	usual := journal.Taste{Usual: journal.Mood{Energy: journal.Rated(-0.4)}}
	brief, err := NewBrief(mood, journal.Calm, 20, usual, 1)
	if err != nil {
		t.Fatal(err)
	}
	if want := rated(0, -0.4, 0.6); brief.Mood != want {
		t.Errorf("mood is %+v, want %+v", brief.Mood, want)
	}
}

// TestBrief_MusicStaysInsideTheGoal holds that neither mood nor dial crosses a
// goal's limits.
func TestBrief_MusicStaysInsideTheGoal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var taste journal.Taste
		for dial := range taste.Offsets {
			taste.Offsets[dial].Value = rapid.Float64Range(-1, 1).Draw(t, journal.Dial(dial).String())
		}
		mood, goal := drawMood(t), drawGoal(t)
		brief, err := NewBrief(rated(mood.valence, mood.energy, mood.tension), goal, 20, taste, 1)
		if err != nil {
			t.Fatal(err)
		}
		to := purposes[goal]
		for seconds := 0.0; seconds <= 1200; seconds += 60 {
			m := brief.MusicAt(seconds)
			for _, c := range []struct {
				name  string
				value float64
				span  span
			}{
				{"tempo", m.BPM, to.tempo},
				{"density", m.NotesPerSecond, to.density},
				{"brightness", m.BrightnessHz, to.brightness},
				{"attack", m.AttackSeconds, to.attack},
				{"register", m.Register, to.register},
				{"legato", m.Articulation, to.legato},
			} {
				if c.value < c.span.low-1e-9 || c.value > c.span.high+1e-9 {
					t.Fatalf("%s of %s is %g, outside %g…%g", c.name, goal, c.value, c.span.low, c.span.high)
				}
			}
			if away := m.LoudnessLUFS - (to.loudness - to.descent*seconds/1200); math.Abs(away) > 2+1e-9 {
				t.Fatalf("loudness of %s is %g LU from its target", goal, away)
			}
		}
	})
}

// TestBrief_MusicFollowsTheMood asks for more arousal and more valence and
// looks for what the formulas promise.
func TestBrief_MusicFollowsTheMood(t *testing.T) {
	at := func(v, a float64) Music {
		brief, err := NewBrief(rated(v, a, a), journal.Drift, 10, journal.Taste{}, 1)
		if err != nil {
			t.Fatal(err)
		}
		return brief.MusicAt(0)
	}
	low, high := at(0, -0.6), at(0, 0.3)
	if low.BPM >= high.BPM || low.NotesPerSecond >= high.NotesPerSecond || low.Articulation <= high.Articulation || low.AttackSeconds <= high.AttackSeconds {
		t.Errorf("more arousal is not faster, denser, shorter and sharper: %+v, then %+v", low, high)
	}
	dark, bright := at(-0.4, 0), at(0.6, 0)
	if dark.Happiness >= bright.Happiness || dark.Register >= bright.Register {
		t.Errorf("more valence is not brighter in mode and higher: %+v, then %+v", dark, bright)
	}
}

func TestBrief_EveryGoalIsDescribed(t *testing.T) {
	for _, goal := range journal.Goals() {
		if _, ok := purposes[goal]; !ok {
			t.Errorf("%s has no purpose", goal)
		}
		if m, ok := manners[goal]; !ok || len(m.modes) == 0 || len(palettes[goal].melody) == 0 || len(palettes[goal].sustain) == 0 {
			t.Errorf("%s has no manner", goal)
		}
		if len(mustBrief(t, goal, 20, 1).Reasons) < 5 {
			t.Errorf("%s gives too few reasons", goal)
		}
	}
}

func BenchmarkNewBrief(b *testing.B) {
	for b.Loop() {
		mustBrief(b, journal.Calm, 20, 7)
	}
}
