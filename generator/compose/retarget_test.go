package compose

import (
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

func TestComposer_Retarget(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			plan := j.plan(seed, minutes)
			c := New(plan)
			var span score.Span
			sheet := &score.Sheet{}
			for span.Frame+span.Frames < 4*60*score.Rate {
				c.Next(&span)
				sheet.Add(&span)
			}
			asked := span.Frame + span.Frames
			brighter := append([]Waypoint(nil), plan.Waypoints...)
			for i := range brighter {
				brighter[i].BPM = brighter[i].BPM * 6 / 5
				brighter[i].Density = brighter[i].Density * 3 / 2
				brighter[i].Happiness = theory.One * 80 / 100
			}
			c.Retarget(brighter)
			c.Next(&span)
			if beat, want := span.Frames/int64(span.Beats), beatFrames(c.plan.at(asked).BPM); beat != want {
				t.Errorf("%s, seed %d: a beat lasts %d frames after the change, want %d", j.name, seed, beat, want)
			}
			for sheet.Add(&span); !span.Final; sheet.Add(&span) {
				before := span.Frame + span.Frames
				c.Next(&span)
				if span.Frame != before {
					t.Fatalf("%s, seed %d: a span begins at %d, want %d", j.name, seed, span.Frame, before)
				}
			}
			checkEnding(t, sheet, plan.Frames, seed)
			for i := 1; i < len(sheet.Sections); i++ {
				if from, to := sheet.Sections[i-1].Key, sheet.Sections[i].Key; from.Changed(to) > maxChanged {
					t.Errorf("%s, seed %d: %v to %v", j.name, seed, from, to)
				}
			}
			if j.style.Repeat {
				continue
			}
			// The mode has followed by the second section after the wish.
			last := sheet.Sections[len(sheet.Sections)-2]
			if last.Frame > asked && last.Key.Mode.Happiness() < theory.One*55/100 && len(sheet.Sections) > 4 {
				t.Errorf("%s, seed %d: %v after something brighter was asked for", j.name, seed, last.Key)
			}
		}
	}
}

func TestComposer_RetargetToTheSameChangesNothing(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			plan := j.plan(seed, minutes)
			want := Write(plan)
			c, got := New(plan), &score.Sheet{}
			var span score.Span
			for n := 0; !span.Final; n++ {
				c.Next(&span)
				got.Add(&span)
				if n%3 == 0 {
					c.Retarget(plan.Waypoints)
				}
			}
			if len(got.Events) != len(want.Events) {
				t.Fatalf("%s, seed %d: %d events, want %d", j.name, seed, len(got.Events), len(want.Events))
			}
			for i, e := range got.Events {
				if e != want.Events[i] {
					t.Fatalf("%s, seed %d: %+v, want %+v", j.name, seed, e, want.Events[i])
				}
			}
		}
	}
}
