package compose

import "dulcet/generator/score"

// Write composes a whole piece down.
func Write(plan Plan) *score.Sheet {
	composer := New(plan)
	sheet := &score.Sheet{Seed: plan.Seed, Motifs: composer.Motifs()}
	var span score.Span
	for !span.Final {
		composer.Next(&span)
		sheet.Add(&span)
	}
	sheet.Frames = plan.End()
	return sheet
}
