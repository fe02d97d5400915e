package compose

import (
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
	periods := map[int64]bool{}
	for pitch, frames := range onsets {
		period := frames[1] - frames[0]
		for i := 2; i < len(frames); i++ {
			period = min(period, frames[i]-frames[i-1])
		}
		for i := 1; i < len(frames); i++ {
			// A loop may fall into the end of a span, where nothing begins.
			times := (frames[i] - frames[i-1] + period/2) / period
			if stray := frames[i] - frames[i-1] - times*period; max(stray, -stray) > score.Rate*4/10 {
				t.Errorf("pitch %d comes after %d frames, its period is %d", pitch, frames[i]-frames[i-1], period)
			}
		}
		periods[period/score.Rate] = true
	}
	if len(periods) != len(cycleRatios) {
		t.Errorf("the periods are not all different: %v", periods)
	}
}
