package command

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"dulcet/ui/terminal"
)

// ask returns what the terminal says of itself. It is asked once, and not where
// the screens cannot be shown: then there are no answers.
func (p *program) ask() terminal.Answers {
	if p.answers != nil {
		return *p.answers
	}
	p.answers = &terminal.Answers{}
	if screenFits() == nil && runtime.GOOS != "windows" {
		if answers, err := terminal.Ask(os.Stdin, os.Stdout, terminal.Patience); err == nil {
			p.answers = &answers
		}
	}
	return *p.answers
}

// examineTerminal looks at the size of the terminal and whether it answers.
func (p *program) examineTerminal() finding {
	found := finding{State: works}
	if err := screenFits(); err != nil {
		found.State, found.Text = missing, err.Error()
		return found
	}
	columns, rows, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		found.State, found.Text = unknown, fmt.Sprintf("its size could not be told: %v", err)
		return found
	}
	found.Value = map[string]float64{"columns": float64(columns), "rows": float64(rows)}
	found.Text = fmt.Sprintf("%d×%d, TERM %q", columns, rows, os.Getenv("TERM"))
	if os.Getenv("TMUX") != "" {
		found.Text += ", in tmux"
	}
	if overNetwork() {
		found.Text += ", over ssh: less is drawn"
	}
	if !p.ask().Answered {
		found.Text += "; it answers no questions, so Dulcet counts on the least"
	}
	return found
}

// overNetwork reports whether the terminal is on another machine.
func overNetwork() bool {
	return os.Getenv("SSH_TTY") != "" || os.Getenv("SSH_CONNECTION") != ""
}

// examineColours looks at the colours and at the background.
func (p *program) examineColours() finding {
	found := finding{State: works}
	switch colorprofile.Detect(os.Stdout, os.Environ()) {
	case colorprofile.TrueColor:
		found.Text = "true colour"
	case colorprofile.ANSI256:
		found.Text = "256 colours: every shade is the nearest of them"
	case colorprofile.ANSI:
		found.Text = "16 colours: the pictures have fewer shades; the theme \"terminal\" uses just these"
	default:
		found.State = missing
		found.Text = "no colour: everything can be read without, and the pictures are drawn by their shape"
	}
	switch answers := p.ask(); {
	case answers.Background != terminal.Yes:
		found.Text += "; it does not tell its background, so colours are taken that can be read on dark and on light: the setting \"background\" says which it is"
	case answers.Dark:
		found.Text += ", on a dark background"
	default:
		found.Text += ", on a light background"
	}
	return found
}

// ability makes a finding of what is known of one ability.
func ability(known terminal.Known, yes, no string) finding {
	switch known {
	case terminal.Yes:
		return finding{State: works, Text: yes}
	case terminal.No:
		return finding{State: missing, Text: no}
	}
	return finding{State: unknown, Text: "it does not say; " + no}
}

// examineDrawing looks at whether frames are shown whole.
func (p *program) examineDrawing() finding {
	return ability(p.ask().Synchronized,
		"a picture is shown when it is whole (synchronised output)",
		"without synchronised output a picture may be seen half drawn: Dulcet sends only what has changed")
}

// examineKeyboard looks at the encoding of the keys.
func (p *program) examineKeyboard() finding {
	return ability(p.ask().Keyboard,
		"keys are told apart (Kitty's protocol); Dulcet needs letters and arrows alone",
		"esc and a key of the same instant arrive as one: Dulcet takes them apart, and needs letters and arrows alone")
}

// examineMouse looks at the mouse and at the focus of the window.
func (p *program) examineMouse() finding {
	answers := p.ask()
	found := ability(answers.Mouse,
		"it can point and scroll; with shift most terminals still select text",
		"without a mouse every place has its key")
	if answers.Focus == terminal.No {
		found.Text += "; it does not tell when its window is behind others, so the picture goes on there"
	}
	return found
}

// examineWidth compares how wide characters are drawn with how Dulcet counts
// them.
func (p *program) examineWidth() finding {
	widths := p.ask().Widths
	if len(widths) == 0 {
		return finding{State: unknown, Text: "it does not say how wide it draws emoji and other scripts; notes stand on lines of their own, so that nothing beside them moves"}
	}
	var other []string
	for i, sample := range terminal.Samples {
		if widths[i] != sample.Cells {
			other = append(other, fmt.Sprintf("%s take %s here, and Dulcet counts %d", sample.What, cells(widths[i]), sample.Cells))
		}
	}
	if len(other) == 0 {
		return finding{State: works, Text: "emoji, marks and other scripts are as wide as Dulcet counts them"}
	}
	return finding{
		State: missing,
		Text:  strings.Join(other, "; ") + ": notes stand on lines of their own, so that nothing beside them moves",
	}
}

// cells writes a number of cells.
func cells(n int) string { return counted(n, "cell") }
