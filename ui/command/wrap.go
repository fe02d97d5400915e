package command

import (
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// columnsOf returns the width of the terminal that w is, or 0 where it is none:
// what goes to a file or a pipe is not broken into lines.
func columnsOf(w io.Writer) int {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return 0
	}
	columns, _, err := term.GetSize(file.Fd())
	if err != nil {
		return 0
	}
	return columns
}

// minTextColumns is the narrowest column of text that is worth breaking lines
// for (design choice).
const minTextColumns = 20

// hanging puts text after a label and breaks it at the width, so that every
// line begins below the first. Width 0 does not break it.
func hanging(label, text string, width int) string {
	indent := ansi.StringWidth(label)
	if width-indent < minTextColumns {
		return label + text
	}
	return label + strings.ReplaceAll(ansi.Wordwrap(text, width-indent, ""), "\n", "\n"+strings.Repeat(" ", indent))
}
