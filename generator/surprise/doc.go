// Package surprise measures how unexpected each note of a melody is, in bits,
// under one small model that never changes.
//
// The model is a listener who has grown up with tonal melody and remembers
// the two latest intervals and the two latest changes of pace (order 2). It
// learns nothing from the piece: the same note after the same context is
// always as surprising, so that pieces, goals and versions of Dulcet can be
// compared, and the composer can aim at a number. Use it like this:
//
//	var listener surprise.Listener
//	for _, note := range line {
//		bits += listener.Hear(key, note.Pitch, note.Frame)
//	}
//
// A Listener is a small value: copy it to ask how a continuation would be
// heard.
//
// # Where the numbers come from
//
// The counts are written by hand (design choice) from what is known of
// melodic expectation: most intervals are steps, and small ones are expected
// before large ones (pitch proximity: Schellenberg 1997, Music Perception
// 14:295); a step is expected to go on, a leap to be followed by motion the
// other way (process and reversal: Narmour 1990, The Analysis and Cognition of
// Basic Melodic Structures; what follows a leap in real melodies: von Hippel &
// Huron 2000, Music Perception 18:59); and lines are drawn to the stable steps
// of the key (probe tone ratings: Krumhansl & Kessler 1982, Psychological
// Review 89:334). Information content as a measure of surprise follows
// Pearce & Wiggins 2006, Music Perception 23:377.
package surprise
