package compose

import (
	"testing"

	"dulcet/generator/score"
)

func TestComposer_NextBed_goes_through_the_soundscapes_of_the_style(t *testing.T) {
	for _, j := range journeys {
		plan := j.plan(1, 20)
		if len(plan.Style.Beds) < 2 || plan.Style.BedLevel == 0 {
			continue
		}
		c, sheet, span := New(plan), &score.Sheet{}, score.Span{}
		frame := until(c, sheet, &span, 60*score.Rate)
		heard := map[score.Part]bool{}
		for range plan.Style.Beds {
			before := c.sections[c.present].texture.mainBed()
			moves := c.NextBed(nil, frame)
			now := c.sections[c.present].texture.mainBed()
			if now == before || len(moves) < 2 {
				t.Errorf("%s: %v follows %v with %d moves", j.name, now, before, len(moves))
			}
			heard[now] = true
		}
		chosen := c.steering.bed
		until(c, sheet, &span, 12*60*score.Rate)
		for part := score.Cloud + 1; part < score.PartCount; part++ {
			if part != chosen && c.beds[part] > 0 {
				t.Errorf("%s: %v sounds beside %v, which was chosen", j.name, part, chosen)
			}
		}
		if len(heard) != len(plan.Style.Beds) {
			t.Errorf("%s: %d of %d soundscapes", j.name, len(heard), len(plan.Style.Beds))
		}
	}
}

func TestComposer_WantBed_adds_a_soundscape_and_takes_it_away(t *testing.T) {
	for _, j := range journeys {
		plan := j.plan(1, 20)
		if len(plan.Style.Beds) == 0 || plan.Style.BedLevel == 0 {
			continue
		}
		c, sheet, span := New(plan), &score.Sheet{}, score.Span{}
		frame := until(c, sheet, &span, 60*score.Rate)
		before := c.beds
		if moves := c.WantBed(nil, frame, score.Train, true); len(moves) != 1 || moves[0].Part != score.Train || moves[0].Velocity == 0 {
			t.Errorf("%s: the train comes with %+v", j.name, moves)
		}
		until(c, sheet, &span, 8*60*score.Rate)
		if c.beds[score.Train] == 0 {
			t.Errorf("%s: the train has left by itself", j.name)
		}
		if moves := c.WantBed(nil, span.Frame+span.Frames, score.Train, false); len(moves) != 1 || moves[0].Velocity != 0 {
			t.Errorf("%s: the train goes with %+v", j.name, moves)
		}
		c, sheet, span = New(plan), &score.Sheet{}, score.Span{}
		until(c, sheet, &span, 60*score.Rate)
		c.WantBed(nil, frame, score.Train, true)
		c.WantBed(nil, frame, score.Train, false)
		if c.beds != before {
			t.Errorf("%s: the beds stand at %v, stood at %v", j.name, c.beds, before)
		}
	}
}
