//go:build unix

package command

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// typeLine types a line into the terminal.
func (r *screenRun) typeLine(t *testing.T, line string) {
	t.Helper()
	if _, err := r.terminal.WriteString(line + "\n"); err != nil {
		t.Fatal(err)
	}
}

func TestPlain_isWhatATerminalThatOnlyPrintsGets(t *testing.T) {
	for _, terminal := range []string{"TERM=dumb", "TERM="} {
		t.Run(terminal, func(t *testing.T) {
			t.Parallel()
			r := startScreens(t, 60, 10, []string{terminal}, "--silent", "--data", filepath.Join(t.TempDir(), "data"))
			r.await(t, "this is plain mode.")
			r.await(t, "how is it right now")
			r.typeLine(t, "quit")
			if code := r.wait(t); code != exitDone {
				t.Errorf("exit code %d, want %d", code, exitDone)
			}
			<-r.drained
			if raw := r.raw(); strings.ContainsAny(raw, "\x1b\x07\x08") {
				t.Errorf("control characters were sent: %q", raw)
			}
			for line := range strings.SplitSeq(r.raw(), "\r\n") {
				if len(line) > 60 {
					t.Errorf("%q is longer than the terminal is wide", line)
				}
			}
		})
	}
}

func TestPlain_leavesWithNothingLostWhenAsked(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			skipSwitchedOff(t, signal)
			data := filepath.Join(t.TempDir(), "data")
			r := startScreens(t, 80, 24, nil, "--plain", "--silent", "--data", data)
			r.await(t, "how is it right now")
			r.typeLine(t, "60")
			r.typeLine(t, "play")
			r.await(t, "type brighter")
			r.typeLine(t, "note a thought")
			r.await(t, "noted.")
			if err := r.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if code := r.wait(t); code != exitDone {
				t.Errorf("exit code %d, want %d:\n%s", code, exitDone, r.raw())
			}
			log, err := exec.Command("dulcet", "--data", data, "log").CombinedOutput()
			if err != nil || !strings.Contains(string(log), ", stopped") {
				t.Errorf("the log has no stopped sitting: %v\n%s", err, log)
			}
			again := startScreens(t, 80, 24, nil, "--plain", "--silent", "--data", data)
			again.await(t, "note: a thought")
		})
	}
}

func TestPlain_bringsBackWhatWasTypedBeforeItWasKilled(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "data")
	r := startScreens(t, 80, 24, nil, "--plain", "--silent", "--data", data)
	r.await(t, "how is it right now")
	for _, line := range []string{"60", "", "", "", "", "first line", "second line"} {
		r.typeLine(t, line)
	}
	r.typeLine(t, "") // which is answered once the lines are kept
	r.await(t, "what for?")
	if err := r.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	r.wait(t)
	again := startScreens(t, 80, 24, nil, "--plain", "--silent", "--data", data)
	again.await(t, "what you had begun is back: well 60; note: first line")
}

func TestPlain_pausesTheMusicBeforeItIsSuspended(t *testing.T) {
	t.Parallel()
	r := startScreens(t, 80, 24, nil, "--plain", "--silent", "--data", filepath.Join(t.TempDir(), "data"))
	r.await(t, "how is it right now")
	r.typeLine(t, "play")
	r.await(t, "type brighter")
	if err := r.cmd.Process.Signal(syscall.SIGTSTP); err != nil {
		t.Fatal(err)
	}
	time.Sleep(400 * time.Millisecond)
	stopped := r.raw()
	r.typeLine(t, "time")
	for range 50 { // it may not have stopped yet on a busy machine
		if err := r.cmd.Process.Signal(syscall.SIGCONT); err != nil {
			t.Fatal(err)
		}
		if time.Sleep(100 * time.Millisecond); strings.Contains(r.raw(), "the music is paused") {
			break
		}
	}
	r.await(t, "the music is paused. resume goes on.")
	r.await(t, ", paused;")
	if strings.Contains(stopped, "the music is paused") {
		t.Error("it was not stopped")
	}
}

func TestPlain_isKeptFromOneStartToTheNext(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "data")
	for _, line := range []string{"set plain on", "set plain off"} {
		arguments := []string{"--silent", "--data", data}
		if line == "set plain on" {
			arguments = append(arguments, "--plain")
		}
		r := startScreens(t, 80, 24, nil, arguments...)
		r.await(t, "how is it right now, from 0")
		r.typeLine(t, line)
		r.await(t, "now. saved.")
		r.typeLine(t, "quit")
		if code := r.wait(t); code != exitDone {
			t.Errorf("exit code %d, want %d", code, exitDone)
		}
	}
	startScreens(t, 80, 24, nil, "--silent", "--data", data).await(t, "check in")
}
