package ui

import (
	"errors"
	"fmt"
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/settings"
)

// nastyTexts are texts that terminals and programs measure or obey wrongly.
var nastyTexts = []string{
	"plain",
	"日本語のメモ、ｶﾀｶﾅ、한국어",
	"👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪 ❤️ ☕",
	"e\u0301 a\u0308\u0323 Z͑ͫ̓a̴l̵g̶o̷",
	"\u0301starts with a mark",
	"שלום עולם (שלום) abc",
	"مرحبا بالعالم ١٢٣ \u061c\u202eabc\u202c\u2066def\u2069",
	"हिन्दी क्षत्रिय বাংলা தமிழ் ไทยคำ",
	"zero\u200bwidth\u200djoiner\u2060 soft\u00adhyphen \ufeffbom",
	"\x1b[2J\x1b[31mred\x1b]0;title\a\x1b]8;;http://x\a\x1bP1$r\x1b\\",
	"\u009b2J\u009d0;title\u009c\u0090\u0098",
	"\x00\b\b\x7f\v\f\r\x0e\x0f\x05\x1bc\x1b(0",
	"\xff\xfe\xc3\x28\xed\xa0\x80 no text",
	"tab\tand\nlines\u2028and\u2029more\r\nof them",
	"\U000e0001\U000e0061 tags \u0600١٢٣ \ufff9note\ufffb",
	strings.Repeat("averylongwordwithoutanyspace", 20),
	strings.Repeat("長い", 300),
	"\x1b[=1;0;0zmark\x1b[=z",
}

// nastyProgram is a program into which a text has come by every way there is.
func nastyProgram(t *testing.T, text string) *driver {
	t.Helper()
	in := &fakeJournal{history: fullHistory()}
	for i := range in.history.CheckIns {
		in.history.CheckIns[i].Note, in.history.CheckIns[i].Words = text, []string{text, "calm", text}
	}
	last := &in.history.Sittings[len(in.history.Sittings)-1]
	last.Goal, last.Code = journal.Goal(text), text
	in.draft = &journal.Draft{When: journal.Before, Note: text, Words: []string{text}, Said: text + " rain", Updated: journal.StampAt(evening)}
	cfg, latest := fakeConfig(in)
	cfg.DataDir, cfg.Notice, cfg.Sound = text, text, func() string { return text }
	cfg.Layers = settings.Layers{File: settings.Values{
		"help-lines": {text, "somebody to call"}, "questions.valence": {text, text}, "theme": {text}, "keys.pause": {text},
	}}
	d := driveConfig(t, cfg, in, latest, 80, 24)
	d.do(d.program.Init())
	return d
}

func TestText_isMeasuredAsTheTerminalDrawsIt(t *testing.T) {
	for i, text := range nastyTexts {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			d := nastyProgram(t, text)
			check := func(where string) {
				t.Helper()
				for _, size := range [][2]int{{40, 12}, {80, 24}} {
					d.program.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
					what := fmt.Sprintf("%q, %s", text, where)
					checkFrame(t, d, what)
					checkCells(t, d.program.lines(), size[0], what)
				}
			}
			check("the check-in")
			d.keys("t")
			check("telling")
			d.keys("esc", "n")
			d.send(tea.PasteMsg{Content: text})
			check("the note")
			d.keys("esc", "w")
			check("the words")
			d.keys("esc", "!")
			check("the help in a bad moment")
			d.keys("esc", "c")
			check("the settings")
			d.keys("esc", "b")
			check("the log")
			d.keys("enter")
			check("an entry")
			d.keys("down", "down", "down", "down")
			check("an entry further down")
			d.keys("esc", "esc")
			d.program.warn("not saved: " + errors.New(text).Error())
			check("what failed")
			d.program.screen = newHomeScreen(d.program.visit)
			check("home")
			d.program.screen = newCheckInScreen(d.program.visit)
			d.keys("enter", "enter", "enter", "enter")
			d.last().call("", func() {
				status := &d.last().status
				status.Message, status.SaveErr, status.Sound = text, errors.New(text), player.Silent
				status.Piece.Section, status.Piece.Chord, status.Piece.Tonic, status.Piece.Mode = text, text, text, text
			})
			d.send(pictureTickMsg{generation: playingOf(d).generation, at: evening.Add(time.Second)})
			check("playing")
			d.keys("s")
			check("after it")
			if d.program.View().WindowTitle != "" {
				t.Error("the window gets a title")
			}
		})
	}
}

// checkCells draws lines in a terminal that measures by characters as people see
// them, and compares every cell with where the line has it.
func checkCells(t *testing.T, lines []string, width int, what string) {
	t.Helper()
	screen := vt.NewEmulator(width, max(1, len(lines)))
	defer screen.Close()
	title := ""
	screen.SetCallbacks(vt.Callbacks{
		Title:           func(text string) { title = text },
		BackgroundColor: func(color.Color) { title += "background" },
	})
	_, _ = screen.WriteString("\x1b[?2027h\x1b[?7l") // and do not wrap
	for row, line := range lines {
		_, _ = screen.WriteString(fmt.Sprintf("\x1b[%d;1H", row+1) + line)
	}
	if title != "" {
		t.Errorf("%s: the terminal obeys it: %q", what, title)
	}
	for row, line := range lines {
		column := 0
		for rest := ansi.Strip(line); rest != ""; {
			want, wide := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			if rest = rest[len(want):]; wide == 0 {
				continue
			}
			cell := screen.CellAt(column, row)
			if cell == nil || !sameCell(cell.Content, want) {
				t.Errorf("%s: line %d has %q in column %d, and the terminal %+v\n%q", what, row, want, column, cell, ansi.Strip(line))
				return
			}
			column += wide
		}
	}
}

// sameCell compares what a cell shows with a character, which may lack marks
// without a width.
func sameCell(shown, want string) bool {
	return shown == want || shown != "" && strings.HasPrefix(want, shown) || want == " " && shown == ""
}
