package command

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// Budgets of speed (design choice, after what people notice: 100 ms is felt
// as at once, Miller 1968).
const (
	firstPaintBudget = 80 * time.Millisecond
	firstFrameBudget = 500 * time.Millisecond
)

// firstPaintRuns is how often the start is measured; the median counts.
const firstPaintRuns = 5

// examineFirstPaint measures the time from the start of the process to the
// first screen: it starts this program in a terminal of its own and waits for
// the first word.
func (p *program) examineFirstPaint() finding {
	found := finding{State: works}
	if runtime.GOOS == "windows" {
		found.State, found.Text = unknown, "cannot be measured on Windows, where a program cannot open a terminal of its own this way"
		return found
	}
	program, err := os.Executable()
	if err != nil {
		found.State, found.Text = unknown, err.Error()
		return found
	}
	dir, forget, err := p.someData()
	if err != nil {
		found.State, found.Text = unknown, err.Error()
		return found
	}
	defer forget()
	var times []time.Duration
	for range firstPaintRuns {
		taken, err := firstPaint(program, "--data", dir)
		if err != nil {
			found.State, found.Text = broken, fmt.Sprintf("the screens did not come up: %v", err)
			return found
		}
		times = append(times, taken)
	}
	slices.Sort(times)
	median := times[len(times)/2]
	found.Value = map[string]float64{"milliseconds": rounded(median.Seconds()*1000, 1)}
	found.Text = fmt.Sprintf("the first one %s after the start (%s … %s in %d starts)",
		milliseconds(median), milliseconds(times[0]), milliseconds(times[len(times)-1]), len(times))
	if median > firstPaintBudget {
		found.Text += fmt.Sprintf(": slower than the %s it should take", milliseconds(firstPaintBudget))
	}
	return found
}

// someData returns the data folder where there is a journal in it, else an
// empty one for the moment, so that looking makes nothing.
func (p *program) someData() (dir string, forget func(), err error) {
	if !p.nothingKept() {
		dir, err := p.dataDir()
		return dir, func() {}, err
	}
	dir, err = os.MkdirTemp("", "dulcet-doctor-")
	return dir, func() { _ = os.RemoveAll(dir) }, err
}

// firstPaintTimeout is how long a first screen may take before it counts as
// never (design choice).
const firstPaintTimeout = 5 * time.Second

// firstPaint starts the program in a pseudo-terminal of 80×24 and returns the
// time until its first word arrived there. The program is asked to leave
// afterwards.
func firstPaint(program string, args ...string) (time.Duration, error) {
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	start := time.Now()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		return 0, err
	}
	words := make(chan time.Time, 1)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		watchForWord(terminal, words)
	}()
	defer func() {
		leave(cmd, terminal)
		<-ended
	}()
	select {
	case seen := <-words:
		return seen.Sub(start), nil
	case <-ended:
		return 0, errors.New("it ended without a word")
	case <-time.After(firstPaintTimeout):
		return 0, fmt.Errorf("nothing was to be seen for %v", firstPaintTimeout)
	}
}

// watchForWord reads the terminal to its end and reports when the first letter
// that is no part of a control sequence arrived.
func watchForWord(terminal *os.File, words chan<- time.Time) {
	var seen strings.Builder
	found := false
	buffer := make([]byte, 4096)
	for {
		n, err := terminal.Read(buffer)
		now := time.Now()
		if !found {
			seen.Write(buffer[:n])
			if strings.IndexFunc(ansi.Strip(seen.String()), unicode.IsLetter) >= 0 {
				found = true
				words <- now
			}
		}
		if err != nil {
			return
		}
	}
}

// leave asks the program to leave, and makes it where it does not.
func leave(cmd *exec.Cmd, terminal *os.File) {
	_ = cmd.Process.Signal(syscall.SIGTERM)
	late := time.AfterFunc(3*time.Second, func() { _ = cmd.Process.Kill() })
	_ = cmd.Wait()
	late.Stop()
	_ = terminal.Close()
}

// milliseconds writes a short time.
func milliseconds(d time.Duration) string { return fmt.Sprintf("%.0f ms", d.Seconds()*1000) }
