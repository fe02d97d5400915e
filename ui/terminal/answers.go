package terminal

import (
	"regexp"
	"strconv"
	"strings"
)

// Known is what is known of one ability.
type Known int

// What can be known.
const (
	Unanswered Known = iota
	No
	Yes
)

// Answers are what a terminal says of itself.
type Answers struct {
	Answered     bool  // it answers questions at all
	Synchronized Known // it holds a frame back until the frame is whole (mode 2026)
	Graphemes    Known // it counts cells by grapheme cluster (mode 2027)
	Mouse        Known // it reports the mouse with full coordinates (mode 1006)
	Focus        Known // it tells when its window comes to the front (mode 1004)
	Keyboard     Known // it tells apart keys that the old encoding mixes up (Kitty's protocol)
	Background   Known // it tells its background colour
	Dark         bool  // the background is dark

	Widths []int // the cells that each of Samples took; empty without an answer
}

// A Sample is a text about whose width terminals differ.
type Sample struct {
	What  string
	Text  string
	Cells int // that Dulcet counts on
}

// Samples are the texts whose width is measured.
var Samples = []Sample{
	{"braille", "⣿", 1},
	{"east asian letters", "日", 2},
	{"emoji", "🌙", 2},
	{"joined emoji", "👩‍👧", 2},
	{"combining marks", "e\u0301", 1},
}

// The shapes of the answers: DECRPM for modes (DEC STD 070), the report of
// Kitty's keyboard protocol, OSC 11, the cursor position (ECMA-48 CPR) and the
// primary device attributes.
var (
	modeReport       = regexp.MustCompile(`\x1b\[\?(\d+);(\d)\$y`)
	keyboardReport   = regexp.MustCompile(`\x1b\[\?\d+u`)
	backgroundReport = regexp.MustCompile(`\x1b\]11;rgb:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)`)
	cursorReport     = regexp.MustCompile(`\x1b\[(\d+);(\d+)R`)
	attributesReport = regexp.MustCompile(`\x1b\[\?[\d;]*c`)
)

// complete reports whether the answer to the last question is there.
func complete(text string) bool { return attributesReport.MatchString(text) }

// parse reads the answers out of what the terminal has sent.
func parse(text string) Answers {
	a := Answers{Answered: complete(text)}
	known := No
	if !a.Answered {
		known = Unanswered // the rest may still be on its way
	}
	a.Synchronized, a.Graphemes, a.Mouse, a.Focus, a.Keyboard = known, known, known, known, known
	for _, m := range modeReport.FindAllStringSubmatch(text, -1) {
		// 0 is not recognised, 4 permanently off.
		if m[2] == "0" || m[2] == "4" {
			continue
		}
		switch m[1] {
		case "2026":
			a.Synchronized = Yes
		case "2027":
			a.Graphemes = Yes
		case "1006":
			a.Mouse = Yes
		case "1004":
			a.Focus = Yes
		}
	}
	if !modeReport.MatchString(text) {
		// It does not know the question; that says nothing of the modes.
		a.Synchronized, a.Graphemes, a.Mouse, a.Focus = Unanswered, Unanswered, Unanswered, Unanswered
	}
	if keyboardReport.MatchString(text) {
		a.Keyboard = Yes
	}
	if m := backgroundReport.FindStringSubmatch(text); m != nil {
		a.Background = Yes
		a.Dark = dark(m[1:])
	}
	a.Widths = widths(text)
	return a
}

// widths reads the columns at which the cursor stood after each sample, which
// was written from the first column on. Fewer answers than samples are none.
func widths(text string) []int {
	var cells []int
	for _, m := range cursorReport.FindAllStringSubmatch(text, -1) {
		column, err := strconv.Atoi(m[2])
		if err != nil {
			return nil
		}
		cells = append(cells, column-1)
	}
	if len(cells) != len(Samples) {
		return nil
	}
	return cells
}

// dark reports whether a colour of three hexadecimal channels is nearer to
// black, by its luma (ITU-R BT.601).
func dark(channels []string) bool {
	luma := 0.0
	for i, weight := range []float64{0.299, 0.587, 0.114} {
		value, err := strconv.ParseUint(channels[i], 16, 64)
		if err != nil {
			return true
		}
		most, _ := strconv.ParseUint(strings.Repeat("f", len(channels[i])), 16, 64)
		luma += weight * float64(value) / float64(most)
	}
	return luma < 0.5
}
