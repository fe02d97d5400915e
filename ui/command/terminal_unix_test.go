//go:build unix

package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"dulcet/journal"
)

// measuredFor is how long BenchmarkTerminal watches each sitting, after it has
// played for settledAfter.
const (
	measuredFor  = 12 * time.Second
	settledAfter = 5 * time.Second
)

// BenchmarkTerminal plays a sitting of every picture in a terminal of 80×24 and
// reports what the program sends there, and what it costs, music included:
//
//	go test -run xxx -bench Terminal -benchtime 1x ./ui/command
func BenchmarkTerminal(b *testing.B) {
	program := filepath.Join(b.TempDir(), "dulcet")
	if said, err := exec.Command("go", "build", "-o", program, "dulcet").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, said)
	}
	for _, sitting := range []struct {
		name   string
		goal   journal.Goal
		flags  []string
		remote bool
	}{
		{name: "aurora", goal: journal.Calm},
		{name: "mist", goal: journal.Unwind},
		{name: "stars", goal: journal.Sleep},
		{name: "sand", goal: journal.Focus},
		{name: "meadow", goal: journal.Uplift},
		{name: "embers", goal: journal.Energise},
		{name: "water_with_a_breath", goal: journal.Breathe},
		{name: "aurora_over_ssh", goal: journal.Calm, remote: true},
		{name: "embers_over_ssh", goal: journal.Energise, remote: true},
		{name: "low_power", goal: journal.Uplift, flags: []string{"--set", "power=low"}},
		{name: "calm_motion", goal: journal.Unwind, flags: []string{"--set", "motion=calm"}},
		{name: "no_motion", goal: journal.Calm, flags: []string{"--set", "motion=none"}},
	} {
		environment := []string{"SSH_TTY=", "SSH_CONNECTION="}
		if sitting.remote {
			environment = []string{"SSH_TTY=/dev/pts/0"}
		}
		b.Run(sitting.name, func(b *testing.B) {
			benchmarkTerminal(b, program, append([]string{"play", string(sitting.goal), "--seed", "7", "--silent"}, sitting.flags...), environment)
		})
	}
}

func benchmarkTerminal(b *testing.B, program string, args, environment []string) {
	var bytesSent, seconds, busy float64
	for b.Loop() {
		s, err := watchSitting(b, program, args, environment)
		if err != nil {
			b.Fatal(err)
		}
		bytesSent, seconds, busy = bytesSent+s.bytes, seconds+s.seconds, busy+s.busy
	}
	b.ReportMetric(bytesSent/1000/seconds, "KB/s")
	b.ReportMetric(100*busy/seconds, "%core")
}

// A stretch of a sitting, as a terminal saw it.
type stretch struct {
	bytes   float64
	seconds float64
	busy    float64 // processor seconds; 0 where the system does not tell
}

// watchSitting plays a sitting and returns its measured stretch.
func watchSitting(b *testing.B, program string, args, environment []string) (stretch, error) {
	cmd := exec.Command(program, append(args, "--data", b.TempDir())...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor")
	cmd.Env = append(cmd.Env, environment...)
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		return stretch{}, err
	}
	var seen seen
	go seen.read(terminal)
	defer leave(cmd, terminal)
	for begun := time.Now(); !seen.has("pause"); {
		if time.Since(begun) > 20*time.Second {
			return stretch{}, errors.New("the music does not begin")
		}
		_, _ = terminal.WriteString("\r")
		time.Sleep(200 * time.Millisecond)
	}
	time.Sleep(settledAfter)
	start, before, busy := time.Now(), seen.size(), processorSeconds(cmd.Process.Pid)
	time.Sleep(measuredFor)
	return stretch{
		bytes: float64(seen.size() - before), seconds: time.Since(start).Seconds(),
		busy: processorSeconds(cmd.Process.Pid) - busy,
	}, nil
}

// seen is what has arrived in a terminal.
type seen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *seen) read(terminal *os.File) {
	buffer := make([]byte, 1<<16)
	for {
		n, err := terminal.Read(buffer)
		s.mu.Lock()
		s.text.Write(buffer[:n])
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (s *seen) has(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Contains(s.text.Bytes(), []byte(text))
}

func (s *seen) size() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Len()
}

// processorSeconds is how long a process has kept a processor busy, from
// Linux's table of processes; elsewhere 0.
func processorSeconds(pid int) float64 {
	if runtime.GOOS != "linux" {
		return 0
	}
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	// The name of the program, in brackets, may hold spaces; user and system
	// time are the 14th and 15th field, in hundredths of a second.
	_, rest, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}
