package generator

import (
	"math"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// A turn comes within so many seconds of its minute: half a phrase and what
// the tempo moves.
const punctual = 8

func TestRounds_turn_at_their_minutes(t *testing.T) {
	rounds := []struct {
		rounds  Rounds
		minutes float64
		want    []float64 // minutes of the turns
	}{
		{Rounds{25, 5}, 90, []float64{25, 30, 55, 60, 85}},
		{Rounds{50, 10}, 115, []float64{50, 60, 110}},
		{Rounds{3, 1}, 12, []float64{3, 4, 7, 8, 11}},
		{Rounds{20, 0}, 65, []float64{20, 40, 60}},
		{Rounds{90, 5}, 60, nil},
	}
	for _, c := range rounds {
		for seed := range uint32(3) {
			sheet := Compose(asking(t, journal.Focus, c.minutes, Options{Rounds: c.rounds}, seed))
			for _, want := range c.want {
				nearest := math.Inf(1)
				for _, s := range sheet.Sections {
					if away := float64(s.Frame)/Rate - 60*want; math.Abs(away) < math.Abs(nearest) {
						nearest = away
					}
				}
				if math.Abs(nearest) > punctual {
					t.Errorf("%v, seed %d: the nearest section begins %.1f s off minute %g", c.rounds, seed, nearest, want)
				}
			}
		}
	}
}

// A break is lighter than work: fewer onsets, no drums, another form, and a
// figure of three notes falls into it and rises out of it.
func TestRounds_make_breaks_lighter_than_work(t *testing.T) {
	kits := 0
	for seed := range uint32(4) {
		sheet := Compose(asking(t, journal.Focus, 65, Options{Rounds: Rounds{25, 5}, Wanted: partsIn(score.Kit)}, seed))
		inBreak := func(frame int64) bool {
			minute := float64(frame) / Rate / 60
			return minute > 25.2 && minute < 29.8 || minute > 55.2 && minute < 59.8
		}
		var work, pause, drums int
		var figures [][]int
		latest := int64(-Rate * 60)
		for _, e := range sheet.Events {
			switch {
			case e.Part == score.Kit && inBreak(e.Frame):
				drums++
			case e.Part == score.Kit:
				kits++
			case e.Part == score.Bell:
				if e.Frame-latest > 20*Rate {
					figures = append(figures, nil)
				}
				latest = e.Frame
				figures[len(figures)-1] = append(figures[len(figures)-1], e.Pitch)
			}
			if e.Part.Pitched() && e.Role != score.Harmony {
				if inBreak(e.Frame) {
					pause++
				} else if e.Frame < 60*60*Rate {
					work++
				}
			}
		}
		perMinute, airy := float64(work)/50, float64(pause)/9.2
		if airy > 0.75*perMinute || airy < 0.2*perMinute {
			t.Errorf("seed %d: %.0f notes a minute in breaks, %.0f at work", seed, airy, perMinute)
		}
		if drums > 0 {
			t.Errorf("seed %d: %d drum strokes in breaks", seed, drums)
		}
		if len(figures) != 4 {
			t.Errorf("seed %d: %d figures at four turns: %v", seed, len(figures), figures)
			continue
		}
		for i, figure := range figures {
			if len(figure) != 3 || (figure[2] < figure[0]) != (i%2 == 0) {
				t.Errorf("seed %d: the figure of turn %d is %v", seed, i, figure)
			}
		}
		pauses := 0
		for _, s := range sheet.Sections {
			if len(s.Form) >= 5 && s.Form[:5] == "pause" && s.Name[:5] == "break" {
				pauses++
			}
		}
		if pauses < 2 {
			t.Errorf("seed %d: %d sections are breaks", seed, pauses)
		}
	}
	if kits == 0 {
		t.Error("no drums at work, where they were asked for")
	}
}

func TestRounds_turn_without_a_bell_where_it_is_refused(t *testing.T) {
	heard := heardIn(asking(t, journal.Focus, 12, Options{Rounds: Rounds{4, 2}, Refused: partsIn(score.Bell)}, 1))
	if heard.has(score.Bell) {
		t.Error("a bell rings that was refused")
	}
}
