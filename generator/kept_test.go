package generator

import (
	"math"
	"reflect"
	"testing"

	"dulcet/journal"
)

func TestNewBrief_rounds_to_its_steps(t *testing.T) {
	var taste journal.Taste
	taste.Offsets[journal.Tempo] = journal.Offset{Value: -0.4, Tried: 0.0701}
	taste.Offsets[journal.Density].Value = -0.001
	brief, err := NewBrief(rated(0.125, -0.333, -0.004), journal.Calm, 20.00001, taste, 1)
	if err != nil {
		t.Fatal(err)
	}
	if want := rated(0.13, -0.33, 0); brief.Mood != want {
		t.Errorf("mood %+v, want %+v", brief.Mood, want)
	}
	if brief.Dials[journal.Tempo] != -0.325 || math.Signbit(brief.Dials[journal.Density]) {
		t.Errorf("dials %v", brief.Dials)
	}
	if brief.Minutes != 20 || brief.Frames() != 20*60*Rate {
		t.Errorf("%v minutes, %d frames", brief.Minutes, brief.Frames())
	}
}

func TestOptions_are_kept_in_steps_inside_the_goal(t *testing.T) {
	both := partSet(3) | partSet(5)
	asked := Options{
		Wanted: both | 1<<31, Refused: partSet(5) | 1<<30,
		Course: Course{StartBrighter, 0.44, 0.06},
		Breath: Breath{In: 4.1, Hold: 0.01, Out: 5.9},
		Rounds: Rounds{25.2, 0.1}, Modulation: 0.001,
		Bells:   Bells{WarmUp: 2.2, At: []float64{10, 3.1, 18, 2.9, 0.1, 17.5}},
		Silence: true, DawnMinutes: 12.3,
	}
	common := Options{
		Wanted: partSet(3), Refused: partSet(5), Course: Course{StartBrighter, 0.4, 0.1},
		Breath: Breath{In: 4, Hold: 0.25, Out: 6},
	}
	with := func(change func(*Options)) Options {
		o := common
		change(&o)
		return o
	}
	for goal, want := range map[journal.Goal]Options{
		journal.Calm:     common,
		journal.Focus:    with(func(o *Options) { o.Rounds, o.Modulation = Rounds{25, 0.5}, 0.01 }),
		journal.Meditate: with(func(o *Options) { o.Silence, o.Bells = true, Bells{WarmUp: 2, At: []float64{3, 10, 17.5, 18}} }),
		journal.Sleep:    with(func(o *Options) { o.DawnMinutes = 12.5 }),
	} {
		got := asked.asKept(20).of(goal)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s keeps\n%+v, want\n%+v", goal, got, want)
		}
		if again := got.asKept(20).of(goal); !reflect.DeepEqual(again, got) {
			t.Errorf("%s keeps %+v of %+v", goal, again, got)
		}
	}
	for rate := 6.0; rate < 30; rate++ {
		breath := PassiveBreath(rate).asKept()
		if kept := 60 / breath.Seconds(); math.Abs(kept-rate) > 0.02*rate || breath.asKept() != breath {
			t.Errorf("%v breaths a minute are kept as %v", rate, kept)
		}
	}
	regular := Bells{Every: 0.1, At: []float64{3}}
	if got := regular.asKept(20); got.Every != 0.5 || got.At != nil {
		t.Errorf("regular bells are kept as %+v", got)
	}
}
