package generator

import "dulcet/generator/words"

// OptionsOf returns what somebody asks for in their own words beyond a mood, a
// goal and a time.
func OptionsOf(said words.Reading) Options {
	return Options{
		Wanted:  partsIn(said.Wanted...),
		Refused: partsIn(said.Refused...),
		Course:  Course{Start: startOf(said.Start), Slow: said.Slow},
		Breath: Breath{
			In: said.Breath.In, Hold: said.Breath.Hold, Out: said.Breath.Out, Rest: said.Breath.Rest, Again: said.Breath.Again,
		},
		Rounds:  Rounds{Work: said.Rounds.Work, Rest: said.Rounds.Rest},
		Bells:   Bells{Every: min(said.BellMinutes, maxBellsMinutes)},
		Silence: said.Silence,
	}
}

// startOf returns the start of a journey that was asked for.
func startOf(said words.Start) Start {
	switch said {
	case words.StartHere:
		return StartHere
	case words.StartBrighter:
		return StartBrighter
	}
	return StartAhead
}
