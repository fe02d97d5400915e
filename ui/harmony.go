package ui

import (
	"math"
	"slices"
	"strings"
)

// A harmony is what a picture follows of the chords: how bright they are, and
// where the key is.
type harmony struct {
	lift float64 // −1…1: from dark to bright
	home float64 // 0…1: where the tonic stands on the circle of fifths
}

// modes are the modes of the music by name, from the darkest to the brightest.
var modes = []string{"phrygian", "aeolian", "dorian", "mixolydian", "ionian", "lydian"}

// The shares of what makes a chord bright (design choice: the mode colours it
// all, the step along the circle of fifths is heard as a turn of light, and major
// is a little brighter than minor).
const (
	modeShare    = 0.45
	fifthShare   = 0.12 // for each fifth between the chord and the tonic
	qualityShare = 0.20
	mostFifths   = 3
)

// harmonyOf reads the symbol of a chord, such as "Dm9/G", in its key. A chord
// that it cannot read counts as the tonic's own.
func harmonyOf(chord, tonic, mode string) harmony {
	at, _, known := fifths(tonic)
	if !known {
		return harmony{home: 0.5}
	}
	h := harmony{home: float64((at%12+12)%12) / 11}
	if place := slices.Index(modes, mode); place >= 0 {
		h.lift = modeShare * (2*float64(place)/float64(len(modes)-1) - 1)
	}
	root, quality, known := fifths(chord)
	if !known {
		return h
	}
	away := (root-at+17)%12 - 5 // −5…6, the short way round
	h.lift += fifthShare * math.Max(-mostFifths, math.Min(mostFifths, float64(away)))
	switch {
	case strings.HasPrefix(quality, "m") && !strings.HasPrefix(quality, "maj"), strings.HasPrefix(quality, "dim"):
		h.lift -= qualityShare
	case !strings.Contains(quality, "sus") && !strings.HasPrefix(quality, " quartal"):
		h.lift += qualityShare
	}
	h.lift = math.Max(-1, math.Min(1, h.lift))
	return h
}

// fifths returns where the note at the beginning of a symbol stands on the line
// of fifths, C being 0 and G 1, and what follows the note.
func fifths(symbol string) (at int, rest string, known bool) {
	if symbol == "" {
		return 0, "", false
	}
	at = strings.IndexByte("FCGDAEB", symbol[0]) - 1
	if at < -1 {
		return 0, "", false
	}
	rest = symbol[1:]
	for len(rest) > 0 && (rest[0] == '#' || rest[0] == 'b') {
		if rest[0] == '#' {
			at += 7
		} else {
			at -= 7
		}
		rest = rest[1:]
	}
	return at, rest, true
}
