// Package widget draws: every function takes values and a size in cells and
// returns text. Nothing here reads a clock or knows a screen, and nothing keeps
// state but a Painter, which keeps what it painted last to save its work.
//
// Two rules hold everywhere. Text that came from data goes through Clean
// before it is drawn, so that nothing a person typed or a file held can move
// the cursor. And widths are counted in cells by one library, x/ansi, so that
// what is cut, padded and wrapped agrees with what the terminal shows.
//
// The pictures of the playing screen are Fields. A Field sets dots on a
// Canvas, which has two by four dots in every cell, from a Scene: the time,
// the level of the sound, the mood, the harmony, the breath, and the notes just
// struck. A Field is a pure function of its Scene, and nothing in it blinks:
// notes swell and fade over seconds, far from the three flashes a second of WCAG
// 2.3.1.
//
// A picture has one colour a line, and a second one for the runs of cells in it
// that shine: colours are most of what goes to a terminal. The grey of an area is
// the share of its dots that are set, against thresholds that never move, so that
// only those change whose grey passes them: slow pictures are cheap ones.
package widget
