// Package score is the sheet music: what the composer writes and the
// instruments read.
//
// Music and sound meet here and nowhere else. A Span is the next stretch of
// composed music: events, the chords and sections that begin in it, and the
// controls that move the instruments and the room. Times are frames at 48 kHz
// counted from the start of the piece.
//
// A Sheet is a whole piece, gathered from its spans. It knows the bars too: a
// Place is a moment as musicians count. It is written as JSON for programs, as
// a Standard MIDI File for sequencers, and as text for people:
//
//	0:48.00  -- Dm9  D2 F3 C4 E4 A4
//	0:48.01  bass  D2   0:05.00  v44  ground
//	0:48.43  piano A4   0:00.80  v40  melody a/statement #12
//
// A line is the time, the part, the pitch, how long it is held, the velocity
// in hundredths and what the note is for: here, the twelfth appearance of a
// motif, as it was stated. Bar by bar the same reads (bars.go):
//
//	25  0:48  chords           Dm9  -  -      -
//	          piano melody  p  .    A4 C5·B4  A4  a/statement #12
//	          bass ground   p  D2   -  -      -
//
// Nothing here decides anything about the music.
package score
