package plain

import (
	"bufio"
	"errors"
	"io"
	"regexp"
	"strings"

	"dulcet/ui"
	"dulcet/ui/widget"
)

// longestLine is the longest line that is taken in, in bytes: a note of the
// longest that a note may be, in any script.
const longestLine = 4 * ui.NoteLimit

// A typedLine is a line that somebody has typed.
type typedLine struct {
	text string
	cut  bool // it was longer than anybody takes in
}

// keySequence is what an arrow key and its like leave in a line that the terminal
// edits: it means nothing here, and has no place in a note.
var keySequence = regexp.MustCompile(`\x1b(\[[0-?]*[ -/]*[@-~]|O[ -~])`)

// read returns the lines of an input. The channel is closed at its end, and
// nothing more is read once stop is closed.
func read(in io.Reader, stop <-chan struct{}) <-chan typedLine {
	lines := make(chan typedLine)
	go func() {
		defer close(lines)
		from := bufio.NewReader(in)
		for {
			line, err := readLine(from)
			if err == nil || line.text != "" {
				select {
				case lines <- line:
				case <-stop:
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return lines
}

// readLine reads up to the next line feed. A last line without one is a line.
func readLine(from *bufio.Reader) (typedLine, error) {
	var text []byte
	var line typedLine
	for {
		part, err := from.ReadSlice('\n')
		room := max(0, longestLine-len(text))
		line.cut = line.cut || len(part) > room+1
		text = append(text, part[:min(len(part), room)]...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		typed := keySequence.ReplaceAllString(strings.TrimRight(string(text), "\r\n"), "")
		line.text = strings.TrimSpace(widget.CleanLine(typed))
		return line, err
	}
}
