// Package generator makes music out of a brief: a Brief goes in, an endless,
// evolving Piece comes out.
//
// # From feeling to number
//
// NewBrief is the only place where feelings become numbers. It takes a mood,
// a goal, minutes, a taste and a seed. From mood and goal it draws a Journey,
// the path of the mood that the music expresses: it meets the listener, a
// little ahead of where they are, travels, rests, and lands. MusicAt turns a
// moment of the journey into tempo, density, register, articulation, attack,
// brightness and loudness by formulas from music psychology, held inside the
// limits of the goal. Each limit is a number in purposes (goal.go) or manners
// (style.go), next to its source. A Course edits the journey (course.go): it
// starts elsewhere, reaches nearer or further, goes more slowly. How fast mood,
// tempo and level may move at most stands in journey.go and slew.go, and holds
// from phrase to phrase, also where dials are turned while it plays. The Reasons
// of a brief say in words why each number is what it is (reason.go).
//
// # From number to sheet music
//
// The brief is written down as a compose.Plan of whole numbers, and
// compose.Composer writes the score from it, a span at a time: events, chords,
// sections, controls. Musical decisions use integers and hashes of the seed
// only, so that the same brief gives the same score on every machine.
//
// # From sheet music to sound
//
// A Piece plays the spans, 64 frames at a time:
//
//	        score.Span
//	            │ events, controls
//	            ▼
//	┌─────────────────────────────┐   ┌──────────────────────────────┐
//	│ instruments and kit         │   │ rain, sea, wind …, under one │
//	│ (synth), each in its seat   │   │ weather (soundscape)         │
//	└──────┬───────────────┬──────┘   └──────┬────────────────┬──────┘
//	   dry │          send │                 │                │
//	       ├──► cloud ─────┤                 │                │
//	       │      echo ◄───┤                 │                │
//	       ▼               ▼                 ▼                ▼
//	      dry ◄──────────────────────────── dry              send
//	       │               └───────────────► room ◄───────────┘
//	       ▼                                  │
//	       + ◄────────────────────────────────┘
//	       │
//	glue ─ modulation ─ tape ─ vinyl              the studio (studio.go)
//	       │
//	tone ─ rider ─ slew limiter ─ peak limiter    the master (master.go)
//	       │
//	landing fade ─ guard against NaN
//	       │
//	       ▼
//	Stream([][2]float64)
//
// Who can play belongs to the goal (palette.go), and only what can play is
// built; what somebody wants or refuses moves that (casting.go), inside the
// limits that no goal lets be crossed (limits.go). A breath that the music keeps
// to and swells with (breath.go, pace.go, swell.go), rounds of work and rest
// (rounds.go), bells (bells.go) and a dawn after a night (dawn.go) shape a
// sitting. The colours of the recording belong to the goal too (studio.go). What a goal must
// sound like in the end is a Promise (promise.go), measured by the tests and
// by "dulcet doctor --sound" alike. A Solo (solo.go) is one instrument or
// soundscape alone.
//
// A fixed quantum lies behind an arbitrary-size Stream, so the samples do not
// depend on how many frames the caller asks for. The next span is composed in
// line when the last one has been played. The package starts no goroutine,
// reads no clock and opens no file; one goroutine calls Stream.
//
// # Steering and status
//
// A Wish is the whole wished state behind one atomic pointer, applied at the
// next quantum. What concerns the mix is heard at once, on faders that glide
// (fader.go) and in the tone: brighter or darker, fuller or sparser, livelier or
// softer, more or less of a Layer. The composition follows at the next span, or
// where a musician would turn: a section that is held returns varied, one that
// is left ends with its phrase, and a deadline moves with the rest of the
// Journey and with the landing (steer.go, ending.go, compose/steer.go). No wish
// crosses a limit of the goal. The same wishes at the same frames give the same
// samples. A Status comes out under TryLock: the sound never waits for whoever
// looks.
//
// # Codes
//
// NewBrief keeps every number in steps (kept.go), so that all that a brief is
// made from fits into a text of 60 characters: Brief.Code writes it, ParseCode
// reads it into a Recipe, and Recipe.Brief is the same brief again. What passes
// is one list for both ways (passage.go); package code knows the signs.
//
// # What the music keeps to
//
// grid_test.go composes over a grid of moods and asks whether the score shows
// what was asked: density, tempo, articulation, register and mode by rank.
// slew_test.go holds a thousand drawn journeys, and scores, to the limits of
// their rates. table_test.go measures what is composed for every goal against bounds:
// motion of voices, motifs derived again from motif and operation, leaps,
// rests, 1/f of pitch, loudness and density, sameness, keys, surprise, memory.
// "go test ./generator -run Table -v" prints the table, and -seeds 200 all of
// it. testdata has eight bars of every goal as a musician reads them;
// "-update" writes them anew when the music is meant to change.
package generator
