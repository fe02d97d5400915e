package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Clean makes text from data harmless to draw. Line breaks become line feeds,
// also the carriage returns that a terminal pastes for them, and tabs become
// spaces; other control characters (C0, DEL, C1) and bytes that are no
// text become U+FFFD, and so do the few marks that swallow the width of what
// follows them; the invisible characters that change the direction of the text
// around them are left out.
func Clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Prepended_Concatenation_Mark, r):
			return utf8.RuneError
		case turnsDirection(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError)))
}

// CleanLine is Clean for one line: line breaks become spaces.
func CleanLine(text string) string {
	return strings.ReplaceAll(Clean(text), "\n", " ")
}

// turnsDirection reports whether r is a mark, embedding, override or isolate
// of the Unicode bidirectional algorithm (UAX 9).
func turnsDirection(r rune) bool {
	return r == '\u061c' || r == '\u200e' || r == '\u200f' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// Width returns the number of cells that a line takes.
func Width(line string) int { return ansi.StringWidth(line) }
