package compose

import (
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

func TestComposer_PlayersLeanTogether(t *testing.T) {
	c := New(journeyNamed(t, "focus").plan(5, 10))
	st := stretch{frames: 1 << 40, soft: theory.One}
	var products, squares, otherSquares float64
	for i := range int64(4096) {
		at := (i + 1) * score.Rate
		var strays [2]float64
		for k, part := range [2]score.Part{score.Piano, score.Marimba} {
			var span score.Span
			c.strike(&span, &st, score.Event{Frame: at, Frames: score.Rate, Part: part, Pitch: 60, Velocity: theory.One / 2}, true)
			strays[k] = float64(span.Events[0].Frame - at)
		}
		products += strays[0] * strays[1]
		squares += strays[0] * strays[0]
		otherSquares += strays[1] * strays[1]
	}
	if correlated := products * products / (squares * otherSquares); correlated < 0.1*0.1 || correlated > 0.8*0.8 {
		t.Errorf("the square of the correlation between two players is %.3f", correlated)
	}
}
