package plain

import (
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/term"

	"dulcet/ui/widget"
)

// mostColumns is the longest line (design choice: a line longer than this is
// hard to review with a screen reader's keys and to read back from).
const mostColumns = 72

// leastColumns is the narrowest that lines are broken for: below, the terminal
// breaks them itself, and no word is lost.
const leastColumns = 20

// A voice says things in lines of plain text: letters, digits, punctuation and
// line feeds, and nothing that moves a cursor or colours anything.
type voice struct {
	out   io.Writer
	width func() int // of a line in columns
	gone  bool       // nobody listens any more
}

// newVoice returns a voice that keeps inside the width of the terminal that out
// is, as it is then.
func newVoice(out io.Writer) *voice {
	v := &voice{out: out, width: func() int { return mostColumns }}
	if file, ok := out.(*os.File); ok && term.IsTerminal(file.Fd()) {
		v.width = func() int {
			columns, _, err := term.GetSize(file.Fd())
			if err != nil || columns <= 0 {
				return mostColumns
			}
			return max(leastColumns, min(mostColumns, columns))
		}
	}
	return v
}

// say says some text, each of its lines beginning anew. Where it cannot be
// written nobody listens any more.
func (v *voice) say(text string) {
	var said strings.Builder
	for line := range strings.SplitSeq(spoken(text), "\n") {
		for _, part := range widget.Wrap(line, v.width()) {
			said.WriteString(part)
			said.WriteByte('\n')
		}
	}
	if _, err := io.WriteString(v.out, said.String()); err != nil {
		v.gone = true
	}
}

// signs are what the texts of the screens have and a screen reader would spell
// out, with what is said instead.
var signs = strings.NewReplacer(
	" · ", ", ", "·", ",", "−", "-", "…", "...", "♯", " sharp", "♭", " flat", "→", "to", "←", "back", "×", " by ",
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "\u00a0", " ", "\u202f", " ",
)

// spoken makes text from anywhere fit to be said: control characters, lines and
// blocks that draw, and other signs without words become question marks or go.
func spoken(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == ' ' || r == '\u200c' || r == '\u200d': // the joiners belong to scripts and pictures
			return r
		case r == unicode.ReplacementChar:
			return '?'
		case draws(r):
			return -1
		case unicode.IsPrint(r):
			return r
		}
		return -1
	}, signs.Replace(widget.Clean(text)))
}

// draws reports whether a sign is there to draw with: arrows, boxes, blocks,
// shapes, braille. In words they are noise.
func draws(r rune) bool {
	return r >= 0x2190 && r < 0x2600 || r >= 0x2800 && r < 0x2900 || r >= 0x2b00 && r < 0x2c00
}
