package main

import (
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// The size of the window in cells: the one that a terminal opens with.
const (
	columns = 80
	rows    = 24
)

// A paper is what the terminal looks like by itself.
type paper struct {
	name             string
	ground, own, rim color.RGBA // background, foreground, and the edge of the window
}

var (
	night = paper{"dark", color.RGBA{0x10, 0x12, 0x16, 255}, color.RGBA{0xd8, 0xd8, 0xd8, 255}, color.RGBA{0x2a, 0x2e, 0x36, 255}}
	day   = paper{"light", color.RGBA{0xfc, 0xfb, 0xf8, 255}, color.RGBA{0x24, 0x24, 0x24, 255}, color.RGBA{0xdd, 0xd9, 0xd0, 255}}
)

// A terminal runs a program and keeps what it shows.
type terminal struct {
	command *exec.Cmd
	file    *os.File

	mu       sync.Mutex // over the emulator
	emulator *vt.Emulator
}

// open starts the program in a terminal of its own.
func open(p paper, binary string, arguments, environment []string) (*terminal, error) {
	t := &terminal{command: exec.Command(binary, arguments...), emulator: vt.NewEmulator(columns, rows)}
	t.emulator.SetDefaultBackgroundColor(p.ground)
	t.emulator.SetDefaultForegroundColor(p.own)
	t.command.Env = environment
	file, err := pty.StartWithSize(t.command, &pty.Winsize{Rows: rows, Cols: columns})
	if err != nil {
		return nil, fmt.Errorf("no terminal: %w", err)
	}
	t.file = file
	// What the program asks of the terminal, the emulator answers.
	go func() { _, _ = io.Copy(file, t.emulator) }()
	go t.read()
	return t, nil
}

// read keeps up with what the program draws until it ends.
func (t *terminal) read() {
	chunk := make([]byte, 1<<16)
	for {
		n, err := t.file.Read(chunk)
		t.mu.Lock()
		_, _ = t.emulator.Write(chunk[:n])
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// close ends the program. What it has to say is not waited for.
func (t *terminal) close() {
	_ = t.command.Process.Kill()
	_ = t.command.Wait()
	_ = t.file.Close()
	t.mu.Lock()
	defer t.mu.Unlock()
	_ = t.emulator.Close()
}

// text is what the screen shows, without colours.
func (t *terminal) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.emulator.String()
}

// A glyph is one cell of the screen.
type glyph struct {
	text                   string // a cluster, or nothing where a wide one goes on
	ink, ground            color.Color
	bold, faint, underline bool
	reverse                bool
}

// screen returns the cells of the screen, row by row.
func (t *terminal) screen() [][]glyph {
	t.mu.Lock()
	defer t.mu.Unlock()
	screen := make([][]glyph, rows)
	for y := range screen {
		screen[y] = make([]glyph, columns)
		for x := range screen[y] {
			if cell := t.emulator.CellAt(x, y); cell != nil {
				screen[y][x] = glyphOf(cell)
			}
		}
	}
	return screen
}

// A step is one thing that is done with the terminal on the way to a screen.
type step func(*terminal) error

// keys are what the named keys send; every other key sends its name.
var keys = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
}

// press presses keys one after the other, as fast as a hand might.
func press(names ...string) step {
	return func(t *terminal) error {
		for _, name := range names {
			sends, named := keys[name]
			if !named {
				sends = name
			}
			if _, err := io.WriteString(t.file, sends); err != nil {
				return fmt.Errorf("%s could not be pressed: %w", name, err)
			}
			time.Sleep(80 * time.Millisecond)
		}
		return nil
	}
}

// write types a text.
func write(text string) step { return press(strings.Split(text, "")...) }

// pass lets time go by.
func pass(d time.Duration) step {
	return func(*terminal) error {
		time.Sleep(d)
		return nil
	}
}

// await waits until the screen shows the text.
func await(text string) step {
	return func(t *terminal) error {
		for deadline := time.Now().Add(15 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
			if strings.Contains(t.text(), text) {
				time.Sleep(150 * time.Millisecond) // the rest of the frame
				return nil
			}
		}
		return fmt.Errorf("waited in vain for %q on this screen:\n%s", text, t.text())
	}
}
