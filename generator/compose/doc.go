// Package compose writes the music: form, harmony, melody, rhythm, texture
// and ending, from a Plan of plain numbers to spans of score events.
//
// The composer works a bar or a phrase ahead of the ear. It never hears a
// sound and never sees an instrument: what it writes can be read, tested and
// printed as sheet music. Use it like this:
//
//	composer := compose.New(plan)
//	for !span.Final {
//		composer.Next(&span)
//		…
//	}
//
// # How a piece is made
//
// Form. A piece is a chain of sections of one to four minutes. Each has
// material, a letter, which decides its progression, its texture and which
// motif leads; material returns, changed (form.go). The last third of a
// section turns towards the next: it takes over the next one's figure, lets
// its lead answer, and ends on a chord that both keys have. Keys change only
// there, and only by two pitch classes at most (tonality.go). Every section
// has an arch of tension and loudness that has come home at its end, and so
// has the whole piece, with its height at two thirds (dynamics.go).
//
// Harmony. Each mode has a graph of progressions (progression.go). It is
// walked in cells of four chords: a question that ends open, an answer that
// ends at home, then a contrasting pair. Shapes grow richer with tension;
// suspensions resolve; long chords change colour while they go on
// (harmony.go). theory.Leading moves the voices of the pad as little as
// possible, and a tone that two chords have in common is one long note
// (pad.go). The bass makes a line of its own (bass.go), or pushes against a
// quick beat (groove.go).
//
// Melody. A piece has two motifs (motif.go). A phrase is made of appearances
// of them, each the result of one operation: statement, sequence, inversion
// and so on. Several operations and every step of the scale compete for each
// place, and the one that fits the chords, the line and the arch of the
// phrase best is sung (search.go). Notes of an appearance are never altered,
// so that motif and operation give its intervals back exactly. Then the
// melody rests, or another part answers (melody.go, phrase.go). Where nothing
// hurries, motifs are made of steps and thirds, so that they can be sung.
//
// Texture. A figure accompanies with the onsets that the other parts have
// left over, so that the density follows the plan whatever the others do
// (onsets.go, figure.go), in gestures that breathe, swell and leave the
// melody its place (gesture.go); without a beat it may be loops that never
// meet (cycles.go). Bells are rare and beds are slow (scenery.go).
//
// Touch. Timing and velocity stray from the page as players do, with 1/f
// deviations (touch.go).
//
// Ending. The landing divides the time that is left into spans that grow
// longer and thinner, closes with a cadence and lets the last chord ring
// (landing.go).
//
// # What can be relied on
//
// Every decision compares integers: frames, beats in steps of 1/4096, and
// bits of hashes from package chance. The same plan makes the same score on
// every machine. A random choice is a function of what it is about, such as
// "the third chord of material B", never of how many choices came before:
// that is how material can return without being stored, and why a change in
// one part of this package leaves the others as they were.
//
// A style that repeats makes one form of eight bars and plays it again and
// again, note for note, with one change at a section turn.
package compose
