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
// ends at home, then a contrasting pair. The second half of a chord may be
// borrowed from a neighbouring mode or be the dominant of what follows, and a
// chord that leads home may be prepared in its first (borrowed.go). Shapes grow
// richer with tension; suspensions resolve; long chords change colour while they
// go on (harmony.go). theory.Leading moves the voices of the pad as little as
// possible; a tone that several chords have in common is one long note, and
// inner voices pass through the steps between (pad.go). The bass makes a line of
// its own (bass.go), or pushes against a quick beat (groove.go).
//
// Melody. A piece has two motifs (motif.go). A phrase is made of appearances
// of them, each the result of one operation: statement, sequence, inversion
// and so on. Several operations and every step of the scale compete for each
// place, and the one that fits the chords, the line and the arch of the
// phrase best is sung (search.go). How much its notes surprise is a number that
// each goal asks for: the birth of the motifs and the choice among their
// operations are steered by it (expect.go). Notes of an appearance are never
// altered, so that motif and operation give its intervals back exactly. Then the
// melody rests, or another part answers (melody.go, phrase.go). What was said in
// the last minute is rather not said again (saying.go). Now and then two
// parts share the line of a section that returns, turn by turn (hocket.go).
// Where nothing hurries, motifs are made of steps and thirds, so that they can be
// sung.
//
// Texture. Who plays is chosen from the palette of the style: a core that stays
// for a chapter, leads and guests that come and go with the material, never more
// than five pitched parts at a time (ensemble.go). The density ebbs from bar to
// bar as 1/f noise does, and the figure accompanies with the onsets that the
// others have left over in each bar (onsets.go, figure.go), in gestures that
// breathe, swell and leave the melody its place (gesture.go); without a beat
// there are also loops that never meet, and that come and go (cycles.go). The
// kit joins the bass, and never plays a bar twice for long (kit.go, snare.go). Bells and
// bowls are rare, beds and the cloud are slow (scenery.go).
//
// Touch. Timing and velocity stray from the page as players do, with 1/f
// deviations, partly together, as players who listen to each other do (touch.go).
//
// Ending. The landing divides the time that is left into spans that grow
// longer and thinner, closes with a cadence and lets the last chord ring
// (landing.go).
//
// Shapes. Under a breath every phrase begins and every chord changes where a
// cycle does, to the frame (breath.go). Rounds of work and rest end a section at
// each turn, with a figure that says which way it goes (rounds.go). Chimes mark
// the time at their exact frames (chimes.go). After a silence a piece of its own
// may follow on the same ideas (dawn.go).
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
