package generator

import "dulcet/journal"

// today holds the bounds that the composer keeps where it does not keep the
// wanted one yet, by row and goal. It only ever gets tighter: an entry whose
// goal keeps the wanted bound is to be taken out.
var today = map[string]map[journal.Goal]bound{
	// Ground plays its form note for note, so that it can be foreseen: what
	// repeats every half minute has a line in its spectrum, not a slope. What
	// may vary from time to time, its loudness, keeps the wanted bound.
	rowPitchSlope: {
		journal.Ground: {-2, 2},
	},
	rowDensitySlope: {
		journal.Ground: {-1, 2},
	},
}

// The rows of the table by name.
const (
	rowMotion        = "motion of a voice at a change, semitones"
	rowParallels     = "parallels of outer voices, a change"
	rowBlurred       = "low intervals that blur, a piece"
	rowKeyDistance   = "pitch classes changed at a turn, most"
	rowOutside       = "notes outside the key of their section"
	rowChordTime     = "time on a chord, s"
	rowDerived       = "melody that its motifs give again"
	rowLeaps         = "leaps over a fifth that turn back"
	rowRests         = "rests in the melody, share of its time"
	rowHocket        = "melody that a second part shares"
	rowAbsence       = "longest time without one of the motifs, s"
	rowShared        = "4-bar windows that two seeds share"
	rowRepeated      = "8-bar windows that come again in 8 hours"
	rowPitchSlope    = "1/f of pitch, β"
	rowLoudnessSlope = "1/f of loudness, β"
	rowDensitySlope  = "1/f of density, β"
	rowSurprise      = "surprise, bits a note"
)
