// Package plain is the terminal program in sentences and line prompts, for a
// person with a screen reader, a terminal that can only print, or a pipe.
//
// # The voice
//
// Everything that is said goes through one voice (voice.go): lines of at most 72
// columns made of letters, digits and punctuation. No control sequence ever
// leaves it, and no sign that is there to draw: what the screens show as a
// picture is told in words here. Every prompt ends with its choices and a line
// feed, and is answered by a line; the terminal stays as it was found.
//
// # The road
//
// home → three questions → words → own words → note → goal → minutes → ready →
// playing → after, the same road as on the screens and made from the same parts:
// an ui.Asking composes the very piece that the screens would play. Each question
// is a step (questions.go) that returns an error where something else than an
// answer was wanted: a step back, the music at once, home, the end. "back" finds
// every answer as it was given.
//
// While it plays a line is an order (order.go), a note, or a question about the
// music. The turns of the music are told in a short sentence, nothing else is,
// and nothing at all while a note is written or after somebody went to sleep.
//
// # What is typed
//
// Each answer is on disk as a draft before the next question is asked, and the
// draft goes only when the record made from it is durable. A program in lines can
// wait for the disk where the screens cannot, so there is no saver here: "saved"
// is said when it is. The end of the input, an interrupt, SIGTERM, SIGHUP and a
// reader that has gone all leave in the same way, with nothing lost.
package plain
