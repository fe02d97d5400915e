package journal

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var evening = time.Date(2026, 11, 21, 21, 0, 0, 0, time.UTC)

// row is a history of sittings for calm, a day apart, in which the tension
// went from 0.4 by the change with the dial.
func row(sittings int, dial Dial, setting, change func(n int) float64) History {
	var h History
	for n := range sittings {
		t := evening.AddDate(0, 0, n-sittings)
		before, after := fmt.Sprintf("b%d", n), fmt.Sprintf("a%d", n)
		s := Sitting{ID: fmt.Sprintf("s%d", n), Stamp: StampAt(t), Goal: Calm, Ended: Landed, Frames: 48000 * 1200, Before: &before, After: &after}
		s.Dials[dial] = setting(n)
		h.Sittings = append(h.Sittings, s)
		h.CheckIns = append(h.CheckIns,
			CheckIn{ID: before, Stamp: StampAt(t), When: Before, Sitting: &s.ID, Mood: Mood{Tension: Rated(0.4)}},
			CheckIn{ID: after, Stamp: StampAt(t.Add(20 * time.Minute)), When: After, Sitting: &s.ID, Mood: Mood{Tension: Rated(0.4 + change(n))}})
	}
	return h
}

func constantly(v float64) func(int) float64 { return func(int) float64 { return v } }

// alternately is −v, v, −v …
func alternately(v float64) func(int) float64 {
	return func(n int) float64 { return v * float64(n%2*2-1) }
}

func TestLearn(t *testing.T) {
	t.Run("without a history nothing is moved, and the spread is the prior's", func(t *testing.T) {
		taste := Learn(History{}, Calm, evening)
		want := Taste{Goal: Calm}
		for _, dial := range learned {
			want.Offsets[dial].SD = effectSD
		}
		for d := range taste.Offsets {
			taste.Offsets[d].SD = math.Round(taste.Offsets[d].SD*1e9) / 1e9
		}
		if taste != want {
			t.Errorf("got %+v, want %+v", taste, want)
		}
	})
	t.Run("six slower sittings that calmed are leaned on, and could be chance", func(t *testing.T) {
		taste := Learn(row(6, Tempo, constantly(-0.3), constantly(-0.7)), Calm, evening)
		if got, want := taste.Offsets[Tempo].Reason(Tempo), "a little slower: 6 sittings leaned that way, could be chance"; got != want {
			t.Errorf("got %q (%+v), want %q", got, taste.Offsets[Tempo], want)
		}
	})
	t.Run("each learned dial is learned alone", func(t *testing.T) {
		for _, dial := range learned {
			taste := Learn(row(20, dial, alternately(0.5), alternately(0.5)), Calm, evening)
			for d, offset := range taste.Offsets {
				if Dial(d) == dial && !(offset.Value < -0.1) {
					t.Errorf("%v: got %+v, want it lower", dial, offset)
				}
				if Dial(d) != dial && math.Abs(offset.Value) > 1e-12 {
					t.Errorf("%v moved %v: %+v", dial, Dial(d), offset)
				}
			}
		}
	})
	t.Run("a strong effect that was tried both ways is sure, and stays in bounds", func(t *testing.T) {
		got := Learn(row(60, Tempo, alternately(0.5), alternately(1)), Calm, evening).Offsets[Tempo]
		if got.Value != -MaxOffset || !got.Sure || got.Sittings != 60 {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("another goal learns nothing from it", func(t *testing.T) {
		got := Learn(row(60, Tempo, alternately(0.5), alternately(1)), Focus, evening).Offsets[Tempo]
		if got.Value != 0 || got.Sittings != 0 {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("the newer half counts for more than the older", func(t *testing.T) {
		h := row(80, Tempo, alternately(0.5), func(n int) float64 {
			if n < 40 {
				return alternately(0.5)(n)
			}
			return -alternately(0.5)(n)
		})
		if got := Learn(h, Calm, evening).Offsets[Tempo]; !(got.Value > 0.05) {
			t.Errorf("got %+v, want the newer taste", got)
		}
	})
	t.Run("an answer after that only the check-in knows of counts", func(t *testing.T) {
		h := row(10, Tempo, alternately(0.5), alternately(0.5))
		want := Learn(h, Calm, evening)
		for n := range h.Sittings {
			h.Sittings[n].After = nil
		}
		if got := Learn(h, Calm, evening); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
	t.Run("sittings that were cut off without an answer say nothing", func(t *testing.T) {
		h := row(10, Tempo, constantly(0.5), constantly(0))
		for n := range h.Sittings {
			h.Sittings[n].Ended, h.Sittings[n].After = Killed, nil
		}
		h.CheckIns = slices.DeleteFunc(h.CheckIns, func(c CheckIn) bool { return c.When == After })
		if got := Learn(h, Calm, evening).Offsets[Tempo]; got.Value != 0 || math.Abs(got.SD-effectSD) > 1e-12 {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("leaving early speaks against the setting, quietly", func(t *testing.T) {
		h := row(20, Tempo, alternately(0.5), constantly(0))
		for n := range h.Sittings {
			h.Sittings[n].After = nil
			if n%2 == 1 { // the faster ones
				h.Sittings[n].Ended, h.Sittings[n].Frames = Stopped, 48000*60
			}
		}
		h.CheckIns = slices.DeleteFunc(h.CheckIns, func(c CheckIn) bool { return c.When == After })
		got := Learn(h, Calm, evening).Offsets[Tempo]
		if !(got.Value < 0 && got.Value > -0.1) || got.Sittings != 0 {
			t.Errorf("got %+v, want a little slower from no answers", got)
		}
	})
	t.Run("how long somebody listens is not rewarded", func(t *testing.T) {
		h := row(10, Tempo, alternately(0.5), alternately(0.3))
		want := Learn(h, Calm, evening)
		for n := range h.Sittings {
			h.Sittings[n].Frames *= 100
		}
		if got := Learn(h, Calm, evening); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
}

// TestLearn_Arbitrary holds for every history: offsets keep to their bounds,
// spreads to the prior's, and the same history teaches the same.
func TestLearn_Arbitrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		history := historyGenerator().Draw(t, "history")
		goal := rapid.SampledFrom(Goals()).Draw(t, "goal")
		taste := Learn(history, goal, evening)
		for d, offset := range taste.Offsets {
			if !(math.Abs(offset.Value) <= MaxOffset) {
				t.Fatalf("%v is moved by %v", Dial(d), offset.Value)
			}
			if !(offset.SD >= 0 && offset.SD <= effectSD+1e-9) {
				t.Fatalf("the spread of %v is %v", Dial(d), offset.SD)
			}
			if offset.Sittings < 0 || offset.Sittings > len(history.Sittings) {
				t.Fatalf("%v rests on %d of %d sittings", Dial(d), offset.Sittings, len(history.Sittings))
			}
		}
		if again := Learn(history, goal, evening); again != taste {
			t.Fatalf("learned %+v, then %+v", taste, again)
		}
		dials, _, propensity := Vary(taste, rapid.Uint32().Draw(t, "seed"))
		for d, v := range dials {
			if !(math.Abs(v) <= MaxOffset) {
				t.Fatalf("%v is varied to %v", Dial(d), v)
			}
		}
		if !(propensity > 0) || math.IsInf(propensity, 0) {
			t.Fatalf("propensity %v", propensity)
		}
	})
}

func TestUsualMood(t *testing.T) {
	at := func(hour, minute int, valence float64, when When) CheckIn {
		berlin, err := time.LoadLocation("Europe/Berlin")
		if err != nil {
			t.Fatal(err)
		}
		return CheckIn{Stamp: StampAt(time.Date(2026, 11, 21, hour, minute, 0, 0, berlin)), When: when, Mood: Mood{Valence: Rated(valence)}}
	}
	midnight := time.Date(2026, 12, 1, 0, 30, 0, 0, time.UTC)
	cases := map[string]struct {
		checkIns []CheckIn
		want     Mood
	}{
		"nothing": {nil, Mood{}},
		"two answers are too few": {
			[]CheckIn{at(0, 0, -0.5, Alone), at(1, 0, -0.5, Before)}, Mood{},
		},
		"three around the clock's midnight are drawn towards the person's mean": {
			// person: 3·(−0.8)/(5+3) = −0.3; hour: (5·(−0.3) + 3·(−0.8))/(5+3)
			[]CheckIn{at(22, 30, -0.8, Alone), at(0, 30, -0.8, Before), at(2, 30, -0.8, Alone)},
			Mood{Valence: Rated((5*-0.3 + 3*-0.8) / 8)},
		},
		"other hours, and answers after music, do not count": {
			[]CheckIn{at(0, 0, -0.8, Alone), at(1, 0, -0.8, Before), at(0, 30, -0.8, After), at(22, 29, -0.8, Alone), at(2, 31, -0.8, Alone)}, Mood{},
		},
		"answers after music do not count for the person's mean either": {
			[]CheckIn{at(0, 0, -0.8, Alone), at(1, 0, -0.8, Alone), at(2, 0, -0.8, Alone), at(12, 0, 1, After)},
			Mood{Valence: Rated((5*-0.3 + 3*-0.8) / 8)},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := usualMood(c.checkIns, midnight); !near(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// near reports whether two moods are the same but for rounding.
func near(a, b Mood) bool {
	same := func(a, b Rating) bool { return a.given == b.given && math.Abs(a.value-b.value) < 1e-9 }
	return same(a.Valence, b.Valence) && same(a.Energy, b.Energy) && same(a.Tension, b.Tension)
}

func TestRater_Change(t *testing.T) {
	// Somebody whose answers so far were all −0.4 is expected back at
	// μ + 0.6·(p − μ), not at p.
	var history History
	for range 15 {
		history.CheckIns = append(history.CheckIns, CheckIn{When: Before, Mood: Mood{Valence: Rated(-0.4)}})
	}
	mean := 15 * -0.4 / 20
	sd := math.Sqrt((5*withinSD*withinSD + 15*(-0.4-mean)*(-0.4-mean)) / 20)
	r := newRater(history, Uplift)
	expected := mean + retest*(-0.8-mean)
	for name, c := range map[string]struct {
		before, after Mood
		want          float64
		compared      bool
	}{
		"what was to be expected is no change": {Mood{Valence: Rated(-0.8)}, Mood{Valence: Rated(expected)}, 0, true},
		"better than expected, in spreads":     {Mood{Valence: Rated(-0.8)}, Mood{Valence: Rated(expected + sd)}, 0.7, true},
		"staying as low as before is worse":    {Mood{Valence: Rated(-0.8)}, Mood{Valence: Rated(-0.8)}, 0.7 * (-0.8 - expected) / sd, true},
		"a rating the goal does not care for":  {Mood{Tension: Rated(1)}, Mood{Tension: Rated(-1)}, 0, false},
		"no answer before":                     {Mood{}, Mood{Valence: Rated(1)}, 0, false},
		"no answer after":                      {Mood{Valence: Rated(1)}, Mood{}, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			got, compared := r.change(c.before, c.after)
			if math.Abs(got-c.want) > 1e-9 || compared != c.compared {
				t.Errorf("got %v, %v; want %v, %v", got, compared, c.want, c.compared)
			}
		})
	}
}

func TestRater_LessonOf(t *testing.T) {
	r := newRater(History{}, Calm)
	calmer := Mood{Tension: Rated(-0.8 * withinSD)} // by 0.8 spreads, of a rating with weight 0.5
	none, middle := Mood{}, Mood{Tension: Rated(0)}
	const long, short = leftEarly, leftEarly - 1
	for name, c := range map[string]struct {
		ended         Ending
		frames        int64
		before, after Mood
		want          lesson
		ok            bool
	}{
		"landed, calmer":          {Landed, long, middle, calmer, lesson{reward: 0.55, variance: 1, answered: true}, true},
		"stopped late, calmer":    {Stopped, long, middle, calmer, lesson{reward: 0.4, variance: 1, answered: true}, true},
		"stopped early, calmer":   {Stopped, short, middle, calmer, lesson{reward: 0.1, variance: 1, answered: true}, true},
		"cut off, calmer":         {Killed, short, middle, calmer, lesson{reward: 0.4, variance: 1, answered: true}, true},
		"landed, no answer":       {Landed, long, middle, none, lesson{reward: 0.15, variance: 4}, true},
		"stopped late, no answer": {Stopped, long, middle, none, lesson{variance: 4}, true},
		"cut off, no answer":      {Killed, long, middle, none, lesson{}, false},
		"beyond all measure":      {Landed, long, Mood{Rated(-1), Rated(1), Rated(1)}, Mood{Rated(1), Rated(-1), Rated(-1)}, lesson{reward: 2, variance: 1, answered: true}, true},
	} {
		t.Run(name, func(t *testing.T) {
			got, ok := r.lessonOf(Sitting{Ended: c.ended, Frames: c.frames}, c.before, c.after)
			got.reward = math.Round(got.reward*1e9) / 1e9
			if got != c.want || ok != c.ok {
				t.Errorf("got %+v, %v; want %+v, %v", got, ok, c.want, c.ok)
			}
		})
	}
}

func TestDirections(t *testing.T) {
	for _, goal := range Goals() {
		toward, ok := directions[goal]
		if sum := math.Abs(toward.valence) + math.Abs(toward.energy) + math.Abs(toward.tension); !ok || math.Abs(sum-1) > 1e-9 {
			t.Errorf("%s: %+v adds up to %v", goal, toward, sum)
		}
	}
	if !reflect.DeepEqual(directions[Calm], direction{0.3, -0.2, -0.5}) {
		t.Errorf("calm: %+v", directions[Calm])
	}
}

// BenchmarkLearn learns from ten years: it runs between the last answer and
// the music.
func BenchmarkLearn(b *testing.B) {
	history := row(4000, Tempo, alternately(0.3), alternately(0.2))
	for n := range 3000 {
		history.CheckIns = append(history.CheckIns, CheckIn{
			ID: fmt.Sprintf("c%d", n), Stamp: StampAt(evening.Add(time.Duration(-n) * 7 * time.Hour)), When: Alone,
			Mood: Mood{Valence: Rated(0.1), Energy: Rated(-0.3), Tension: Rated(0.2)},
		})
	}
	for b.Loop() {
		Learn(history, Calm, evening)
	}
}
