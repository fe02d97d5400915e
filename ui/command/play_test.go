//go:build unix

package command

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"dulcet/journal"
	"dulcet/store"
)

// A playing is a "dulcet play --no-ui" that runs in a process of its own.
type playing struct {
	cmd   *exec.Cmd
	data  string
	lines *bufio.Scanner
}

// startPlaying starts a silent sitting of a minute and waits for its music.
func startPlaying(t *testing.T, args ...string) *playing {
	t.Helper()
	data := filepath.Join(t.TempDir(), "data")
	args = append([]string{"--data", data, "play", "calm", "--minutes", "1", "--seed", "7", "--no-ui", "--silent"}, args...)
	return startCommand(t, data, exec.Command("dulcet", args...))
}

// startCommand starts a command that plays and waits for its music.
func startCommand(t *testing.T, data string, cmd *exec.Cmd) *playing {
	t.Helper()
	p := &playing{cmd: cmd, data: data}
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	p.lines = bufio.NewScanner(stdout)
	p.await(t, "00:00 ")
	return p
}

// await reads lines until one begins so.
func (p *playing) await(t *testing.T, prefix string) string {
	t.Helper()
	for p.lines.Scan() {
		if strings.HasPrefix(p.lines.Text(), prefix) {
			return p.lines.Text()
		}
	}
	t.Fatalf("the output ended before a line began with %q", prefix)
	return ""
}

// rest returns the last line of the output.
func (p *playing) rest() string {
	last := ""
	for p.lines.Scan() {
		last = p.lines.Text()
	}
	return last
}

// log returns what "dulcet log" prints.
func (p *playing) log(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("dulcet", "--data", p.data, "log").CombinedOutput()
	if err != nil {
		t.Fatalf("dulcet log: %v: %s", err, out)
	}
	return string(out)
}

// skipSwitchedOff skips a test of a signal that was switched off for the tests
// themselves, as under nohup: what was switched off stays off.
func skipSwitchedOff(t *testing.T, sent os.Signal) {
	t.Helper()
	if signal.Ignored(sent) {
		t.Skipf("%v is switched off here", sent)
	}
}

func TestPlay_signals(t *testing.T) {
	for _, test := range []struct {
		name   string
		signal syscall.Signal
	}{
		{"an interrupt fades out and saves", syscall.SIGINT},
		{"a request to end fades out and saves", syscall.SIGTERM},
		{"a hang-up fades out and saves", syscall.SIGHUP},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			skipSwitchedOff(t, test.signal)
			p := startPlaying(t, "--mood", "-20,,60")
			if err := p.cmd.Process.Signal(test.signal); err != nil {
				t.Fatal(err)
			}
			asked := time.Now()
			if last := p.rest(); !strings.Contains(last, " stopped, saved as ") {
				t.Errorf("the last line is %q", last)
			}
			if err := p.cmd.Wait(); err != nil {
				t.Errorf("it did not leave cleanly: %v", err)
			}
			if taken := time.Since(asked); taken > 10*time.Second {
				t.Errorf("it took %v to leave", taken)
			}
			log := p.log(t)
			if !strings.Contains(log, "of 1 minute, stopped  before -20,,60") {
				t.Errorf("the log has no stopped sitting with its mood before:\n%s", log)
			}
			if !strings.Contains(log, "check-in  before a sitting  mood -20,,60") {
				t.Errorf("the log has no check-in before the sitting:\n%s", log)
			}
		})
	}
}

func TestPlay_nohup(t *testing.T) {
	t.Run("a hang-up that was switched off stays off", func(t *testing.T) {
		t.Parallel()
		data := filepath.Join(t.TempDir(), "data")
		p := startCommand(t, data, exec.Command("sh", "-c", `trap "" HUP; exec dulcet --data "$0" play calm --minutes 1 --no-ui --silent`, data))
		if err := p.cmd.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		time.Sleep(1500 * time.Millisecond) // a fade takes less than a second
		if log := p.log(t); strings.Contains(log, "stopped") {
			t.Errorf("the hang-up ended the sitting:\n%s", log)
		}
		if err := p.cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		if last := p.rest(); !strings.Contains(last, " stopped, saved as ") {
			t.Errorf("the last line is %q", last)
		}
	})
}

func TestPlay_kill(t *testing.T) {
	t.Run("a process that disappears leaves a true record", func(t *testing.T) {
		t.Parallel()
		p := startPlaying(t)
		deadline := time.Now().Add(10 * time.Second)
		for strings.Contains(p.log(t), "nothing is kept") && time.Now().Before(deadline) {
			time.Sleep(10 * time.Millisecond)
		}
		if err := p.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = p.cmd.Wait()
		if log := p.log(t); !strings.Contains(log, "of 1 minute, playing or broken off") {
			t.Errorf("the log has no sitting that may be broken off:\n%s", log)
		}
		out, err := exec.Command("dulcet", "--data", p.data, "log", "--json").Output()
		if err != nil || !strings.Contains(string(out), `"ended":"killed"`) {
			t.Errorf("the record is not as it was kept: %s (%v)", out, err)
		}
	})
}

func TestPlay_seenPlaying(t *testing.T) {
	t.Run("the log of another terminal says that a sitting plays", func(t *testing.T) {
		t.Parallel()
		p := startPlaying(t)
		kept, err := store.Open(p.data)
		if err != nil {
			t.Fatal(err)
		}
		// A silent sitting leaves the speaker free: the test takes it instead.
		lock, err := kept.LockSpeaker()
		if err != nil {
			t.Fatal(err)
		}
		if log := p.log(t); !strings.Contains(log, "of 1 minute, playing\n") {
			t.Errorf("the log has no playing sitting:\n%s", log)
		}
		if err := lock.Unlock(); err != nil {
			t.Fatal(err)
		}
		if log := p.log(t); !strings.Contains(log, "of 1 minute, playing or broken off\n") {
			t.Errorf("with a free speaker the log is sure:\n%s", log)
		}
		if err := p.cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		_ = p.rest()
		_ = p.cmd.Wait()
		if log := p.log(t); !strings.Contains(log, "of 1 minute, stopped\n") {
			t.Errorf("the log has no stopped sitting:\n%s", log)
		}
	})
}

func TestPlay_again(t *testing.T) {
	t.Run("the command that show names plays the same piece", func(t *testing.T) {
		t.Parallel()
		p := startPlaying(t, "--mood", "-20,30,60")
		if err := p.cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		_ = p.rest()
		_ = p.cmd.Wait()
		out, err := exec.Command("dulcet", "--data", p.data, "log", "-n", "2").Output()
		if err != nil {
			t.Fatal(err)
		}
		id := ""
		for line := range strings.Lines(string(out)) {
			if strings.Contains(line, "  sitting ") {
				id, _, _ = strings.Cut(line, " ")
			}
		}
		shown, err := exec.Command("dulcet", "--data", p.data, "show", id).Output()
		if err != nil {
			t.Fatal(err)
		}
		_, command, found := strings.Cut(string(shown), "dulcet play ")
		if !found {
			t.Fatalf("show names no command:\n%s", shown)
		}
		again := append([]string{"--data", t.TempDir(), "plan", "--json"}, strings.Fields(command)...)
		plan, err := exec.Command("dulcet", again...).CombinedOutput()
		if err != nil {
			t.Fatalf("dulcet %s: %v: %s", strings.Join(again, " "), err, plan)
		}
		for _, want := range []string{`"goal":"calm","minutes":1,"seed":7,`, `"mood":{"valence":-20,"energy":30,"tension":60}`} {
			if !strings.Contains(string(plan), want) {
				t.Errorf("the plan of the command has no %s:\n%s", want, plan)
			}
		}
		record, err := exec.Command("dulcet", "--data", p.data, "show", "--json", id).Output()
		if err != nil {
			t.Fatal(err)
		}
		if got, want := dialsIn(t, plan), dialsIn(t, record); got != want {
			t.Errorf("the command has the dials %s, the sitting had %s", got, want)
		}
	})
}

// dialsIn cuts the dials out of a line of JSON.
func dialsIn(t *testing.T, line []byte) string {
	t.Helper()
	_, rest, found := strings.Cut(string(line), `"dials":`)
	if !found {
		t.Fatalf("no dials in %s", line)
	}
	dials, _, _ := strings.Cut(rest, "}")
	return dials
}

func TestPlay_beside(t *testing.T) {
	t.Run("check-ins and the log work while a sitting plays", func(t *testing.T) {
		t.Parallel()
		p := startPlaying(t)
		const terminals, each = 3, 4
		var group sync.WaitGroup
		for range terminals {
			group.Go(func() {
				for range each {
					if out, err := exec.Command("dulcet", "--data", p.data, "checkin", "--valence", "5").CombinedOutput(); err != nil {
						t.Errorf("dulcet checkin: %v: %s", err, out)
					}
				}
			})
		}
		group.Wait()
		if got := strings.Count(p.log(t), "check-in"); got != terminals*each {
			t.Errorf("the log has %d check-ins, want %d", got, terminals*each)
		}
		if err := p.cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		if last := p.rest(); !strings.Contains(last, " stopped, saved as ") {
			t.Errorf("the last line is %q", last)
		}
	})
}

func TestPlay_json(t *testing.T) {
	t.Run("the record goes to standard output and the lines to standard error", func(t *testing.T) {
		t.Parallel()
		var stdout bytes.Buffer
		cmd := exec.Command("dulcet", "--data", t.TempDir(), "play", "ground", "--minutes", "1.5", "--no-ui", "--silent", "--json")
		cmd.Stdout = &stdout
		stderr, err := cmd.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill() })
		p := &playing{cmd: cmd, lines: bufio.NewScanner(stderr)}
		p.await(t, "00:00 ")
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		_ = p.rest()
		if err := cmd.Wait(); err != nil {
			t.Errorf("it did not leave cleanly: %v", err)
		}
		record, err := journal.DecodeRecord(stdout.Bytes())
		if err != nil {
			t.Fatalf("%q is no record: %v", stdout.String(), err)
		}
		if s, ok := record.(journal.Sitting); !ok || s.Goal != journal.Ground || s.Minutes != 1.5 || s.Ended != journal.Stopped {
			t.Errorf("the record is %+v", record)
		}
	})
}

func TestPlay_busy(t *testing.T) {
	t.Run("while another one sounds it says so and does not start", func(t *testing.T) {
		t.Parallel()
		data := filepath.Join(t.TempDir(), "data")
		kept, err := store.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		lock, err := kept.LockSpeaker()
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = lock.Unlock() }()
		out, err := exec.Command("dulcet", "--data", data, "play", "calm", "--no-ui").CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitFailed {
			t.Errorf("it ended with %v, want exit code %d", err, exitFailed)
		}
		if !strings.Contains(string(out), "another Dulcet is playing") {
			t.Errorf("it said %q", out)
		}
		history, err := kept.History()
		if err != nil || len(history.Sittings) > 0 {
			t.Errorf("the journal holds %v (%v), want nothing", history.Sittings, err)
		}
	})
}

func TestPlay_brokenPipe(t *testing.T) {
	t.Run("a reader that goes away does not end the music", func(t *testing.T) {
		t.Parallel()
		data := filepath.Join(t.TempDir(), "data")
		cmd := exec.Command("dulcet", "--data", data, "play", "calm", "--minutes", "1", "--no-ui", "--silent")
		stdout, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill() })
		if !bufio.NewScanner(stdout).Scan() {
			t.Fatal("it said nothing")
		}
		if err := stdout.Close(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(500 * time.Millisecond)
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatalf("it was gone: %v", err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("it did not leave cleanly: %v", err)
		}
	})
}

func TestPlay_takesOrders(t *testing.T) {
	t.Run("words that are piped in steer the sitting and are on record", func(t *testing.T) {
		t.Parallel()
		data := filepath.Join(t.TempDir(), "data")
		cmd := exec.Command("dulcet", "--data", data, "play", "calm", "--minutes", "1", "--seed", "7", "--no-ui", "--silent")
		orders, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		p := startCommand(t, data, cmd)
		for _, line := range []string{"brighter", "sing", "keep"} {
			if _, err := orders.Write([]byte(line + "\n")); err != nil {
				t.Fatal(err)
			}
			if said := p.await(t, "00:0"); line == "brighter" && !strings.Contains(said, "a little brighter · now") {
				t.Errorf("it says %q", said)
			}
		}
		time.Sleep(500 * time.Millisecond) // until the player has seen the wish applied
		if _, err := orders.Write([]byte("stop\n")); err != nil {
			t.Fatal(err)
		}
		if last := p.rest(); !strings.Contains(last, " stopped, saved as ") {
			t.Errorf("the last line is %q", last)
		}
		out, err := exec.Command("dulcet", "--data", data, "log", "--json").Output()
		if err != nil || !strings.Contains(string(out), `"brightness":0.25`) || !strings.Contains(string(out), `"kept":[`) {
			t.Errorf("the record is %s (%v)", out, err)
		}
	})
}
