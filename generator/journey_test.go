package generator

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"dulcet/journal"
)

// drawMood draws any complete mood.
func drawMood(t *rapid.T) affect {
	number := rapid.Float64Range(-1, 1)
	return affect{number.Draw(t, "valence"), number.Draw(t, "energy"), number.Draw(t, "tension")}
}

func drawGoal(t *rapid.T) journal.Goal {
	return rapid.SampledFrom(journal.Goals()).Draw(t, "goal")
}

func TestJourney_KeepsItsRateLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.Float64Range(MinMinutes, MaxMinutes).Draw(t, "minutes")
		j := newJourney(drawMood(t), drawGoal(t), 60*minutes, 0, Course{})
		for i := 1; i < len(j.Points); i++ {
			p, q := j.Points[i-1], j.Points[i]
			if q.Seconds < p.Seconds {
				t.Fatalf("point %d goes back in time: %v after %v", i, q.Seconds, p.Seconds)
			}
			passed := (q.Seconds - p.Seconds) / 60
			const rounding = 1.0001
			if d := math.Abs(q.Valence - p.Valence); d > rounding*valencePerMinute*passed+1e-9 {
				t.Fatalf("valence moves %.3f in %.2f min", d, passed)
			}
			if d := math.Abs(q.affect().arousal() - p.affect().arousal()); d > rounding*arousalPerMinute*passed+1e-9 {
				t.Fatalf("arousal moves %.3f in %.2f min", d, passed)
			}
			if d := math.Abs(q.Tension - p.Tension); d > rounding*tensionPerMinute*passed+1e-9 {
				t.Fatalf("tension moves %.3f in %.2f min", d, passed)
			}
		}
	})
}

func TestJourney_NeverMirrorsPanicDespairOrRage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		directness := rapid.Float64Range(-1, 1).Draw(t, "directness")
		j := newJourney(drawMood(t), drawGoal(t), 20*60, directness, Course{})
		for _, p := range j.Points {
			if a := p.affect(); a.valence < -0.4501 || a.arousal() > 0.5501 && a.arousal() > purposesMaxArousal() || a.tension > 0.3501 {
				t.Fatalf("the music mirrors %+v", a)
			}
		}
	})
}

// purposesMaxArousal is the highest arousal that any goal leads to.
func purposesMaxArousal() float64 {
	highest := 0.0
	for _, p := range purposes {
		highest = math.Max(highest, p.target.arousal())
	}
	return highest + 1e-9
}

func TestJourney_PhasesFollowEachOther(t *testing.T) {
	order := map[string]int{Meet: 0, Travel: 1, Rest: 2, Land: 3}
	for _, goal := range journal.Goals() {
		for _, minutes := range []float64{1, 5, 12, 20, 45, 180, 720} {
			j := newJourney(affect{-0.5, 0.3, 0.8}, goal, minutes*60, 0, Course{})
			last := 0
			for _, p := range j.Points {
				if order[p.Phase] < last {
					t.Errorf("%s %g min: %s comes late", goal, minutes, p.Phase)
				}
				last = order[p.Phase]
			}
			if at := phasesOf(goal, minutes*60); at.travel <= 0 {
				t.Errorf("%s %g min: no time to travel: %+v", goal, minutes, at)
			}
			if end := j.Points[len(j.Points)-1]; end.Seconds != minutes*60 {
				t.Errorf("%s %g min: ends at %g s", goal, minutes, end.Seconds)
			}
		}
	}
}

func TestJourney_ShortSittingGoesLessFar(t *testing.T) {
	upset := affect{-0.8, 0.2, 0.9}
	short := newJourney(upset, journal.Calm, 5*60, 0, Course{})
	long := newJourney(upset, journal.Calm, 60*60, 0, Course{})
	if short.Reached >= 1 || long.Reached != 1 {
		t.Errorf("reached %.2f in 5 minutes and %.2f in 60, want less than 1 and 1", short.Reached, long.Reached)
	}
}

func TestJourney_At(t *testing.T) {
	j := Journey{Seconds: 100, Points: []Point{{0, 0, 0, 0, Meet}, {50, 1, -1, 0.5, Travel}, {100, 1, -1, 0.5, Land}}}
	for _, c := range []struct{ seconds, valence float64 }{{-5, 0}, {0, 0}, {25, 0.5}, {50, 1}, {99, 1}, {500, 1}} {
		if got := j.At(c.seconds).Valence; math.Abs(got-c.valence) > 1e-9 {
			t.Errorf("valence at %g s is %g, want %g", c.seconds, got, c.valence)
		}
	}
}
