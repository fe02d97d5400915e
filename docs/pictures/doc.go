// The pictures program makes the pictures of the screens that the README shows.
//
//	go run ./docs/pictures
//
// It builds dulcet, starts it in a pseudo-terminal of its own with a journal of
// made-up entries, presses the keys that lead to each screen, reads the screen
// with a terminal emulator and writes it as SVG. Nothing is drawn that the
// program did not show. The seeds of the pieces and of the entries are fixed and
// the zone is one in which it is evening, so that the pictures made tomorrow look
// like those made today, but for the date and the moment at which the music was
// caught.
package main
