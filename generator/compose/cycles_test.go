package compose

import (
	"math"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

func TestComposer_CyclesKeepTheirPeriods(t *testing.T) {
	plan := Plan{Seed: 9, Frames: 3600 * score.Rate, Style: journeys[2].style}
	c := New(plan)
	s := &c.sections[0]
	s.texture.player = score.Harp
	onsets := map[int][]int64{}
	const frames = 10 * score.Rate
	for n := range int64(200) {
		st := stretch{
			section: s, waypoint: c.plan.at(0), frame: n * frames, frames: frames, beats: 8, low: 55,
			soft: theory.One, thin: theory.One, swing: half, chordCount: 1,
		}
		st.chords[0] = sounding{chord: theory.Key{Mode: theory.Ionian}.Chord(0, theory.Ninth), beats: 8 * theory.One}
		var span score.Span
		c.writeCycles(&span, &st)
		for _, e := range span.Events {
			onsets[e.Pitch] = append(onsets[e.Pitch], e.Frame)
		}
	}
	if len(onsets) != len(cycleRatios) {
		t.Fatalf("%d tones cycle, want %d", len(onsets), len(cycleRatios))
	}
	mean := float64(len(cycleRatios)) * score.Rate / c.plan.at(0).Density.Mul(cycleShare).Float()
	periods := map[int64]bool{}
	for pitch, frames := range onsets {
		// A loop may be away for a while; its own time goes on.
		least, period := 1.0, 0.0
		for _, ratio := range cycleRatios {
			stray, own := 0.0, mean*float64(ratio)/100
			for i := 1; i < len(frames); i++ {
				times := float64(frames[i]-frames[i-1]) / own
				stray = max(stray, math.Abs(times-math.Round(times)))
			}
			if stray < least {
				least, period = stray, own
			}
		}
		if least > 0.02 {
			t.Errorf("pitch %d strays by %.3f of its period", pitch, least)
		}
		periods[int64(period)] = true
	}
	if len(periods) != len(cycleRatios) {
		t.Errorf("the periods are not all different: %v", periods)
	}
}
