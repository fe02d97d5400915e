//go:build unix

package command

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dulcet/generator"
)

func TestRender_interrupt(t *testing.T) {
	t.Run("an interrupt leaves no half file", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		var stderr bytes.Buffer
		cmd := exec.Command("dulcet", "--data", filepath.Join(dir, "data"), "render", "sleep", "--minutes", "200", "--out", filepath.Join(dir, "sleep.wav"))
		cmd.Stderr = &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill() })
		awaitFiles(t, dir, 1)
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitFailed {
			t.Errorf("it ended with %v, want exit code %d", err, exitFailed)
		}
		if !strings.Contains(stderr.String(), "nothing of it is left") {
			t.Errorf("it said %q", stderr.String())
		}
		awaitFiles(t, dir, 0)
	})
}

// awaitFiles waits until the folder holds that many entries.
func awaitFiles(t *testing.T, dir string, want int) {
	t.Helper()
	var entries []os.DirEntry
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		var err error
		if entries, err = os.ReadDir(dir); err != nil {
			t.Fatal(err)
		}
		if len(entries) == want {
			return
		}
	}
	t.Fatalf("the folder holds %v, want %d files", entries, want)
}

func TestProgress_show(t *testing.T) {
	var out bytes.Buffer
	p := &progress{w: &out, terminal: true, frames: 200 * generator.Rate, start: time.Now().Add(-time.Second)}
	p.show(100 * generator.Rate)
	if got := out.String(); !strings.HasPrefix(got, "\r\x1b[Krendering  50 %, ") || strings.Contains(got, "\n") {
		t.Errorf("half way it shows %q", got)
	}
	out.Reset()
	p.show(101 * generator.Rate)
	if out.Len() > 0 {
		t.Errorf("it shows %q at once again", out.String())
	}
	p = newProgress(&out, 60*generator.Rate)
	p.show(1)
	p.clear()
	if out.Len() > 0 {
		t.Errorf("without a terminal it shows %q", out.String())
	}
}

func TestWrote_aFileNameCannotTalkToTheTerminal(t *testing.T) {
	var stderr bytes.Buffer
	p := &program{stderr: &stderr}
	p.wrote("a\x1b[31m\u202eb\n.wav", "%d minutes", 5)
	if got, want := stderr.String(), "wrote a\ufffd[31mb .wav: 5 minutes\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}
