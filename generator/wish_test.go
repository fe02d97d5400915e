package generator

import (
	"encoding/json"
	"math"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

func TestWish_is_read_back_as_it_was_written_and_leaves_out_what_is_not_wished(t *testing.T) {
	full := Wish{Home: 2, Deadline: 48000 * 60, Hold: true, MoveOn: 3, Soundscape: 1}
	full.Dials[journal.Brightness] = -0.25
	full.Levels[score.Rain], full.Levels[score.Kit] = 3, LeastLevel
	for _, test := range []struct {
		wish Wish
		want string
	}{
		{Wish{}, `{}`},
		{Wish{Home: 1}, `{"home":1}`},
		{Wish{Hold: true, Levels: Levels{score.Rain: -6}}, `{"hold":true,"levels":{"rain":-6}}`},
		{full, ""},
	} {
		text, err := json.Marshal(test.wish)
		if err != nil || test.want != "" && string(text) != test.want {
			t.Errorf("%+v is written %s, %v, want %s", test.wish, text, err, test.want)
		}
		var back Wish
		if err := json.Unmarshal(text, &back); err != nil || back != test.wish {
			t.Errorf("%s is read as %+v, %v", text, back, err)
		}
	}
	if err := json.Unmarshal([]byte(`{"levels":{"trombone":1}}`), new(Wish)); err == nil {
		t.Error("a level of no part is read")
	}
}

func TestWish_moves_inside_its_bounds(t *testing.T) {
	var wish Wish
	rain := partSet(score.Rain)
	for range 20 {
		wish.Turn(journal.Density, 0.25)
		wish.Levels.Move(rain, 3)
	}
	if wish.Dials[journal.Density] != 1 || wish.Levels.Of(rain) != MostLevel {
		t.Errorf("turned up: %v, %v", wish.Dials, wish.Levels.Of(rain))
	}
	for range 40 {
		wish.Turn(journal.Density, -0.25)
		wish.Levels.Move(rain, -3)
	}
	wish.Turn(journal.Density, math.NaN())
	wish.Levels.Move(rain, math.NaN())
	if wish.Dials[journal.Density] != -1 || wish.Levels.Of(rain) != LeastLevel {
		t.Errorf("turned down: %v, %v", wish.Dials, wish.Levels.Of(rain))
	}
	if wish.Levels.Of(partSet(score.Sea)) != 0 {
		t.Error("the sea moved with the rain")
	}
}

func TestBrief_Layers_hold_every_part_that_can_play_once(t *testing.T) {
	for _, goal := range journal.Goals() {
		brief := mustBrief(t, goal, 20, 1)
		var all Parts
		names := map[string]bool{}
		for _, layer := range brief.Layers() {
			if layer.Parts == 0 || layer.Parts&all != 0 || names[layer.Name] {
				t.Errorf("%s: %s holds %v, which is nothing or in another layer", goal, layer.Name, layer.Parts.Names())
			}
			all |= layer.Parts
			names[layer.Name] = true
			if found, err := brief.Layer(layer.Name); err != nil || found != layer {
				t.Errorf("%s: %q is found as %v, %v", goal, layer.Name, found, err)
			}
		}
		piece := New(brief)
		for part := range score.PartCount {
			plays := part == score.Cloud && piece.band.studio.cloud != nil || part.Bed() && piece.band.beds[part] != nil ||
				part.Plays() && piece.band.instruments[part] != nil
			if plays != all.has(part) {
				t.Errorf("%s: %v plays %v, in a layer %v", goal, part, plays, all.has(part))
			}
		}
	}
	calm := mustBrief(t, journal.Calm, 20, 1)
	if layer, err := calm.Layer("piano"); err != nil || layer.Parts != partSet(score.Piano) {
		t.Errorf("the piano alone is %v, %v", layer, err)
	}
	for _, name := range []string{"drums", "café", "kit", ""} {
		if layer, err := calm.Layer(name); err == nil {
			t.Errorf("calm has %q: %v", name, layer)
		}
	}
}

func TestJourney_Ending_moves_the_rest_and_changes_nothing_before_now(t *testing.T) {
	for _, goal := range journal.Goals() {
		for _, minutes := range []float64{3, 20, 60} {
			whole := mustBrief(t, goal, minutes, 1).Journey
			for _, share := range []float64{0.2, 0.5, 0.9, 1, 1.3, 4} {
				for _, passed := range []float64{0, 0.1, 0.4, 0.7} {
					seconds, now := whole.Seconds*share, whole.Seconds*passed
					if now > seconds-30 {
						continue
					}
					ended := whole.Ending(seconds, now)
					checkEnded(t, goal, whole, ended, seconds, now)
				}
			}
		}
	}
}

func checkEnded(t *testing.T, goal journal.Goal, whole, ended Journey, seconds, now float64) {
	t.Helper()
	if last := ended.Points[len(ended.Points)-1]; last.Seconds != seconds || last.Phase != Land {
		t.Errorf("%s: ends at %g in %s, want %g", goal, last.Seconds, last.Phase, seconds)
	}
	for at := 0.0; at <= now; at += now/7 + 1 {
		if a, b := whole.At(at).affect(), ended.At(at).affect(); distance(a, b) > 1e-9 {
			t.Errorf("%s, %g s of %g: %v at %g s, was %v", goal, seconds, whole.Seconds, b, at, a)
		}
	}
	for i := 1; i < len(ended.Points); i++ {
		a, b := ended.Points[i-1], ended.Points[i]
		minutes := (b.Seconds - a.Seconds) / 60
		if b.Seconds < a.Seconds {
			t.Fatalf("%s: goes from %g s to %g s", goal, a.Seconds, b.Seconds)
		}
		if moved := math.Abs(b.affect().arousal() - a.affect().arousal()); moved > arousalPerMinute*minutes*1.01+1e-9 {
			t.Errorf("%s: arousal moves by %g in %g minutes", goal, moved, minutes)
		}
	}
	if ended.Reached > whole.Reached || ended.Reached < 0 {
		t.Errorf("%s: reaches %g, was %g", goal, ended.Reached, whole.Reached)
	}
}
