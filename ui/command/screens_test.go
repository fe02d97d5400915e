//go:build unix

package command

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// A screenRun is a dulcet in a terminal of its own.
type screenRun struct {
	cmd      *exec.Cmd
	terminal *os.File
	drained  chan struct{}

	mu   sync.Mutex
	seen bytes.Buffer
}

// startScreens starts dulcet in a terminal of that size.
func startScreens(t *testing.T, columns, rows uint16, environment []string, args ...string) *screenRun {
	t.Helper()
	r := &screenRun{cmd: exec.Command("dulcet", args...), drained: make(chan struct{})}
	r.cmd.Env = append(append(os.Environ(), "TERM=xterm-256color"), environment...)
	terminal, err := pty.StartWithSize(r.cmd, &pty.Winsize{Cols: columns, Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	r.terminal = terminal
	go func() {
		defer close(r.drained)
		_, _ = io.Copy(r, terminal)
	}()
	t.Cleanup(func() {
		_ = r.cmd.Process.Kill()
		_ = terminal.Close()
		<-r.drained
	})
	return r
}

// Write takes what arrives at the terminal.
func (r *screenRun) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen.Write(p)
}

// raw returns everything that arrived at the terminal.
func (r *screenRun) raw() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen.String()
}

// await waits until the text has arrived at the terminal.
func (r *screenRun) await(t *testing.T, text string) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(ansi.Strip(r.raw()), text) {
			return
		}
	}
	t.Fatalf("%q never came; the terminal has:\n%s", text, ansi.Strip(r.raw()))
}

// wait waits for the end and returns the exit code.
func (r *screenRun) wait(t *testing.T) int {
	t.Helper()
	late := time.AfterFunc(30*time.Second, func() { _ = r.cmd.Process.Kill() })
	defer late.Stop()
	_ = r.cmd.Wait()
	return r.cmd.ProcessState.ExitCode()
}

func TestScreens_refused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name          string
		columns, rows uint16
		environment   []string
		data          string
		want          string
	}{
		{"a terminal that is too narrow", 39, 24, nil, "", "this terminal is 39×24, and the"},
		{"a terminal that is too low", 80, 11, nil, "", "this terminal is 80×11, and the screens need 40×12"},
		{"a folder that is a file", 80, 24, nil, file, "is a file; choose a folder"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if test.data == "" {
				test.data = filepath.Join(t.TempDir(), "data")
			}
			r := startScreens(t, test.columns, test.rows, test.environment, "--silent", "--data", test.data)
			r.await(t, test.want)
			if code := r.wait(t); code != exitFailed {
				t.Errorf("exit code %d, want %d", code, exitFailed)
			}
		})
	}
}

func TestScreens_leave(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String()+" leaves cleanly and gives the terminal back", func(t *testing.T) {
			t.Parallel()
			r := startScreens(t, 80, 24, nil, "--silent", "--data", filepath.Join(t.TempDir(), "data"))
			r.await(t, "well")
			if err := r.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if code := r.wait(t); code != exitDone {
				t.Errorf("exit code %d, want %d", code, exitDone)
			}
			<-r.drained
			for _, restored := range []string{ansi.ResetModeAltScreenSaveCursor, ansi.SetModeTextCursorEnable} {
				if !strings.Contains(r.raw(), restored) {
					t.Errorf("%q was not sent", restored)
				}
			}
		})
	}
}

func TestScreens_settings(t *testing.T) {
	t.Run("a mistake in the settings file is told, and the rest holds", func(t *testing.T) {
		t.Parallel()
		home := t.TempDir()
		path := filepath.Join(home, "own.toml")
		if err := os.WriteFile(path, []byte("moton = \"none\"\nquestions.valence = [\"grim\", \"grand\"]\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		r := startScreens(t, 80, 24, []string{"HOME=" + home}, "--silent", "--data", filepath.Join(home, "data"), "--config", path)
		r.await(t, "~/own.toml: line 1: there is no setting \"moton\"")
		r.await(t, "grand")
	})
	t.Run("a flag goes before what is kept, and is not kept", func(t *testing.T) {
		t.Parallel()
		data := filepath.Join(t.TempDir(), "data")
		settings := func(args ...string) string {
			out, err := exec.Command("dulcet", append([]string{"--data", data, "settings"}, args...)...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			return string(out)
		}
		settings("questions.valence", "grim", "grand")
		r := startScreens(t, 80, 24, nil, "play", "--silent", "--data", data, "--set", "questions.valence=rough,smooth")
		r.await(t, "smooth")
		if err := r.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if code := r.wait(t); code != exitDone {
			t.Errorf("exit code %d, want %d", code, exitDone)
		}
		if kept := settings("questions.valence"); !strings.Contains(kept, `["grim", "grand"]`) || strings.Contains(ansi.Strip(r.raw()), "grand") {
			t.Errorf("kept: %s", kept)
		}
	})
}

func TestScreens_sitting(t *testing.T) {
	t.Run("four Enters play, and a hang-up saves the sitting", func(t *testing.T) {
		t.Parallel()
		data := filepath.Join(t.TempDir(), "data")
		r := startScreens(t, 80, 24, nil, "--silent", "--data", data, "play", "calm", "--minutes", "1")
		r.await(t, "well")
		for range 4 {
			if _, err := r.terminal.WriteString("\r"); err != nil {
				t.Fatal(err)
			}
			time.Sleep(50 * time.Millisecond)
		}
		r.await(t, "meet")
		if err := r.cmd.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		if code := r.wait(t); code != exitDone {
			t.Errorf("exit code %d, want %d", code, exitDone)
		}
		log, err := exec.Command("dulcet", "--data", data, "log").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, log)
		}
		if !strings.Contains(string(log), "sitting   calm, ") || !strings.Contains(string(log), " of 1 minute, stopped") {
			t.Errorf("the log has no stopped sitting:\n%s", log)
		}
	})
}
