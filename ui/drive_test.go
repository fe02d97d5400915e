package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dulcet/journal"
	"dulcet/player"
)

// A driver runs the program without a terminal: messages in, lines out.
type driver struct {
	t       *testing.T
	program *program
	around  tea.Model // what is around the program, and gets its messages; nil for nothing
	journal *fakeJournal
	last    func() *fakeSitting
	quit    bool
	late    []chan tea.Msg // of commands that take their time
	timers  []timer
	hasty   bool // leave what takes its time to wait
}

// A timer is a message that the program has asked for.
type timer struct {
	after   time.Duration
	message func(time.Time) tea.Msg
}

// drive returns a driver whose program has read its journal.
func drive(t *testing.T, in *fakeJournal, width, height int) *driver {
	t.Helper()
	cfg, last := fakeConfig(in)
	return driveConfig(t, cfg, in, last, width, height)
}

// newDriver returns a driver whose program has seen neither a window nor its
// journal.
func newDriver(t *testing.T, cfg Config, in *fakeJournal, last func() *fakeSitting) *driver {
	d := &driver{t: t, program: newProgram(cfg), journal: in, last: last}
	d.program.visit.tick = func(after time.Duration, message func(time.Time) tea.Msg) tea.Cmd {
		d.timers = append(d.timers, timer{after, message})
		return nil
	}
	return d
}

func driveConfig(t *testing.T, cfg Config, in *fakeJournal, last func() *fakeSitting, width, height int) *driver {
	t.Helper()
	d := newDriver(t, cfg, in, last)
	t.Cleanup(func() {
		if err := d.program.visit.close(); err != nil && in.fail == nil {
			t.Errorf("close: %v", err)
		}
	})
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.do(d.program.screen.Init())
	d.do(load(cfg.Journal))
	return d
}

// send gives the program a message and carries out what it asks for.
func (d *driver) send(msg tea.Msg) {
	to := d.around
	if to == nil {
		to = d.program
	}
	_, cmd := to.Update(msg)
	d.do(cmd)
}

// do carries out a command as Bubble Tea would. The message of a command that
// takes its time is delivered by wait.
func (d *driver) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	result := make(chan tea.Msg, 1)
	waits := d.journal.waits.Load()
	go func() { result <- cmd() }()
	for start := time.Now(); time.Since(start) < d.patience(waits); {
		select {
		case msg := <-result:
			d.take(msg)
			return
		case <-time.After(time.Millisecond):
		}
	}
	d.late = append(d.late, result)
}

// patience is how long a command may take before its message is late. While a
// sitting plays one command waits for its end, and is not waited for: waits is
// how many had begun to before it.
func (d *driver) patience(waits int32) time.Duration {
	playing := d.last()
	switch {
	case d.hasty, d.journal.waits.Load() > waits:
		return 15 * time.Millisecond
	case playing != nil && playing.Status().State != player.Over:
		return time.Second / 2
	}
	return 5 * time.Second
}

// ring delivers the messages of all timers, as if their time had come.
func (d *driver) ring() {
	due := d.timers
	d.timers = nil
	for _, timer := range due {
		d.send(timer.message(evening))
	}
}

// wait rings timers and delivers late messages until the condition holds.
func (d *driver) wait(what string, condition func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(5 * time.Second); !condition(); {
		if time.Now().After(deadline) {
			d.t.Fatalf("waited in vain for %s:\n%s", what, d.screenText())
		}
		d.ring()
		waiting := d.late
		d.late = nil
		for _, result := range waiting {
			select {
			case msg := <-result:
				d.take(msg)
			default:
				d.late = append(d.late, result)
			}
		}
		time.Sleep(time.Millisecond)
	}
}

// shows reports whether the window shows the text.
func (d *driver) shows(text string) bool { return strings.Contains(d.screenText(), text) }

func (d *driver) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, cmd := range msg {
			d.do(cmd)
		}
	default:
		d.send(msg)
	}
}

// keys presses keys by name, the way Bubble Tea names them.
func (d *driver) keys(names ...string) {
	for _, name := range names {
		d.send(keyPress(name))
	}
}

// write types text.
func (d *driver) write(text string) {
	for _, r := range text {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// keyPress makes the message of a key.
func keyPress(name string) tea.KeyPressMsg {
	bare, alt := strings.CutPrefix(name, "alt+")
	msg, known := keyNamed(bare)
	if !known {
		panic("no key is called " + name)
	}
	if alt { // as Bubble Tea reads it
		msg.Mod |= tea.ModAlt
		msg.Text = ""
	}
	return msg
}

// screenText is what the window shows, without styles.
func (d *driver) screenText() string {
	lines := d.program.lines()
	for i, line := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(line), " ")
	}
	return strings.Join(lines, "\n")
}

func (d *driver) mustShow(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if !d.shows(text) {
			d.t.Fatalf("the screen does not show %q:\n%s", text, d.screenText())
		}
	}
}

// settle waits until everything handed to the saver so far is done.
func (d *driver) settle() {
	d.t.Helper()
	done := make(chan struct{})
	d.program.visit.saver.queue(func() error { close(done); return nil })
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		d.t.Fatal("the saver did not finish")
	}
}

// fullHistory is a history with every kind of entry, and text that means harm.
func fullHistory() journal.History {
	var history journal.History
	goals := journal.Goals()
	for i := range 40 {
		at := evening.Add(-time.Duration(40-i) * 19 * time.Hour)
		id, before, after := "s"+string(rune('A'+i)), "b"+string(rune('A'+i)), "a"+string(rune('A'+i))
		rate := func(x int) journal.Rating { return journal.Rated(float64((i*x)%21)/10 - 1) }
		history.CheckIns = append(history.CheckIns, journal.CheckIn{
			ID: before, Stamp: journal.StampAt(at), When: journal.Before, Sitting: &id,
			Mood: journal.Mood{Valence: rate(3), Energy: rate(5), Tension: rate(7)}, Words: []string{"tired", "hopeful"},
		})
		sitting := journal.Sitting{
			ID: id, Stamp: journal.StampAt(at), Goal: goals[i%len(goals)], Seed: uint32(i), Minutes: 20, Frames: 20 * 60 * 48000,
			Ended: []journal.Ending{journal.Landed, journal.Stopped, journal.Killed}[i%3], Before: &before,
		}
		if i%2 == 0 {
			history.CheckIns = append(history.CheckIns, journal.CheckIn{
				ID: after, Stamp: journal.StampAt(at.Add(20 * time.Minute)), When: journal.After, Sitting: &id,
				Mood: journal.Mood{Valence: rate(4), Tension: rate(2)},
				Note: "harm: \x1b[31mred\x1b]0;title\a \u202egnp.exe \u009b2J\x00 — 日本語のメモ 👩‍👩‍👧‍👦 e\u0301\nand a second line that is long enough that it has to be wrapped somewhere",
			})
			sitting.After = &after
		}
		history.Sittings = append(history.Sittings, sitting)
	}
	return history
}
