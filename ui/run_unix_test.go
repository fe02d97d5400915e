//go:build unix

package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"dulcet/journal"
)

// childResult names the file into which the program in the child process
// writes what its journal holds at the end.
const childResult = "DULCET_UI_TEST_RESULT"

// childPanics makes the program break when it is to play.
const childPanics = "DULCET_UI_TEST_PANIC"

// TestMain is the program itself in the child processes of the tests.
func TestMain(m *testing.M) {
	result := os.Getenv(childResult)
	if result == "" {
		os.Exit(m.Run())
	}
	in := &fakeJournal{slow: 20 * time.Millisecond}
	cfg, _ := fakeConfig(in)
	if os.Getenv(childPanics) != "" {
		cfg.Seed = func() uint32 { panic("out of luck") } // asked for with the goal
	}
	playSlowly(&cfg, in)
	runErr := Run(context.Background(), cfg)
	history, draft := in.kept()
	data, err := json.Marshal(kept{history.CheckIns, history.Sittings, draft})
	if err == nil {
		err = os.WriteFile(result, data, 0o600)
	}
	if err != nil {
		os.Exit(2)
	}
	if runErr != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

type kept struct {
	CheckIns []journal.CheckIn
	Sittings []journal.Sitting
	Draft    *journal.Draft
}

// A child is the program in a terminal of its own.
type child struct {
	t        testing.TB
	cmd      *exec.Cmd
	terminal *os.File
	result   string
	mu       sync.Mutex
	output   bytes.Buffer
	read     chan struct{} // closed when the terminal has nothing more to say
}

func startChild(t testing.TB, environment ...string) *child {
	t.Helper()
	return startChildAt(t, pty.Winsize{Rows: 24, Cols: 80}, environment...)
}

func startChildAt(t testing.TB, size pty.Winsize, environment ...string) *child {
	t.Helper()
	c := &child{t: t, result: filepath.Join(t.TempDir(), "kept.json"), read: make(chan struct{})}
	c.cmd = exec.Command(os.Args[0])
	c.cmd.Env = append(os.Environ(), childResult+"="+c.result, "TERM=xterm-256color")
	c.cmd.Env = append(c.cmd.Env, environment...)
	terminal, err := pty.StartWithSize(c.cmd, &size)
	if err != nil {
		t.Skipf("no terminal can be made here: %v", err)
	}
	c.terminal = terminal
	t.Cleanup(func() { _ = c.cmd.Process.Kill(); _ = terminal.Close() })
	go func() {
		defer close(c.read)
		buffer := make([]byte, 4096)
		for {
			n, err := terminal.Read(buffer)
			c.mu.Lock()
			c.output.Write(buffer[:n])
			c.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return c
}

func (c *child) shown(text string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return bytes.Contains(c.output.Bytes(), []byte(text))
}

func (c *child) waitFor(text string) {
	c.t.Helper()
	for deadline := time.Now().Add(15 * time.Second); !c.shown(text); {
		if time.Now().After(deadline) {
			c.t.Fatalf("%q was never shown", text)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func (c *child) press(keys string) {
	if _, err := c.terminal.WriteString(keys); err != nil {
		c.t.Fatal(err)
	}
}

// wait waits for the process.
func (c *child) wait() error {
	c.t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- c.cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(15 * time.Second):
		c.t.Fatal("the program does not end")
		return nil
	}
}

// kept is what the journal held when the program ended.
func (c *child) kept() (k kept) {
	c.t.Helper()
	data, err := os.ReadFile(c.result)
	if err == nil {
		err = json.Unmarshal(data, &k)
	}
	if err != nil {
		c.t.Fatal(err)
	}
	return k
}

func TestRun_everyWayOutSavesAndPutsTheTerminalBack(t *testing.T) {
	for _, test := range []struct {
		name     string
		leave    func(*child)
		restores bool
	}{
		{"ctrl+c", func(c *child) { c.press("\x03") }, true},
		{"SIGINT", func(c *child) { _ = c.cmd.Process.Signal(syscall.SIGINT) }, true},
		{"SIGTERM", func(c *child) { _ = c.cmd.Process.Signal(syscall.SIGTERM) }, true},
		{"SIGHUP", func(c *child) { _ = c.cmd.Process.Signal(syscall.SIGHUP) }, true},
		{"the window is closed", func(c *child) { _ = c.terminal.Close() }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := startChild(t)
			c.waitFor("how is it right now?")
			c.press("3\r\r\r")
			c.waitFor("what for?")
			c.press("\r")
			c.waitFor("pause")
			c.press("n")
			c.waitFor("a note")
			c.press("mid")
			test.leave(c)
			if err := c.wait(); err != nil {
				t.Errorf("the program ended with %v", err)
			}
			k := c.kept()
			if len(k.Sittings) != 1 || k.Sittings[0].Ended != journal.Stopped {
				t.Errorf("the sittings are %+v", k.Sittings)
			}
			if len(k.CheckIns) != 1 || k.CheckIns[0].Mood.Valence != journal.Rated(-0.4) {
				t.Errorf("the check-ins are %+v", k.CheckIns)
			}
			if test.name == "ctrl+c" && (k.Draft == nil || k.Draft.Note != "mid") {
				t.Errorf("the note being written is %+v", k.Draft)
			}
			if test.restores {
				<-c.read
				if !c.shown("\x1b[?1049l") || !c.shown("\x1b[?25h") {
					t.Error("the terminal was not put back")
				}
			}
		})
	}
}

func TestRun_waitsForATerminalToSayItsSize(t *testing.T) {
	c := startChildAt(t, pty.Winsize{})
	c.waitFor("\x1b[?1049h")
	if err := pty.Setsize(c.terminal, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	c.waitFor("how is it right now?")
	if c.shown("dulcet needs") {
		t.Error("a terminal without a size is told to be larger")
	}
	c.press("\x03")
	if err := c.wait(); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}

func TestRun_aPanicPutsTheTerminalBackAndSaves(t *testing.T) {
	c := startChild(t, childPanics+"=1")
	c.waitFor("how is it right now?")
	c.press("n")
	c.waitFor("a note")
	c.press("before it broke\x1b")
	c.waitFor("“before it broke”")
	c.press("\r\r\r")
	if err := c.wait(); err == nil {
		t.Error("a program that broke says that all is well")
	}
	<-c.read
	if !c.shown("\x1b[?1049l") {
		t.Error("the terminal was not put back")
	}
	for _, stack := range []string{"goroutine", "panic", "out of luck", ".go:"} {
		if c.shown(stack) {
			t.Errorf("the person reads %q", stack)
		}
	}
	if k := c.kept(); k.Draft == nil || k.Draft.Note != "before it broke" {
		t.Errorf("kept %+v", k)
	}
}
