package store

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dulcet/journal"
)

// The tests of this file run the test binary itself as other programs, told
// apart by this variable.
const (
	roleVariable   = "DULCET_STORE_TEST_ROLE"
	folderVariable = "DULCET_STORE_TEST_FOLDER"
	startVariable  = "DULCET_STORE_TEST_START"
)

func TestMain(m *testing.M) {
	role, known := map[string]func(string) error{
		"write until killed": writeUntilKilled,
		"write a hundred":    writeHundred,
	}[os.Getenv(roleVariable)]
	if !known {
		os.Exit(m.Run())
	}
	if err := role(os.Getenv(folderVariable)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// program returns the test binary in a role.
func program(t *testing.T, role, dir string, start int) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), roleVariable+"="+role, folderVariable+"="+dir, startVariable+"="+strconv.Itoa(start))
	return cmd
}

// numbered returns the check-in that belongs to a number, the same in every
// process. Its note is long enough to spread over pages at times.
func numbered(n int) journal.CheckIn {
	t := noon.Add(time.Duration(n) * time.Second)
	checkIn := journal.CheckIn{
		ID: fmt.Sprintf("01KAKAKAKA%016d", n), Stamp: journal.StampAt(t), When: journal.After,
		Mood: journal.Mood{Energy: journal.Rated(float64(n%9)/4 - 1)}, Words: []string{},
		Note: strings.Repeat(strconv.Itoa(n)+" ", n*37%2000),
	}
	sitting := numberedSitting(n, journal.Landed).ID
	checkIn.Sitting = &sitting
	return checkIn
}

func numberedSitting(n int, ended journal.Ending) journal.Sitting {
	t := noon.Add(time.Duration(n) * time.Second)
	return journal.Sitting{
		ID: fmt.Sprintf("01KBKBKBKB%016d", n), Stamp: journal.StampAt(t),
		Goal: journal.Focus, Seed: uint32(n), Steering: []journal.Steer{}, Ended: ended,
	}
}

// The write paths, in the order in which the writing program goes round them.
const (
	startSitting = iota
	endSitting   // the sitting again and its check-in, in one call
	setSetting
	saveDraft
	clearDraft
	pathCount
)

// apply does what the n-th step of the writing program does.
func apply(s *Store, n int) error {
	switch n % pathCount {
	case startSitting:
		return s.SaveSitting(numberedSitting(n, journal.Killed))
	case endSitting:
		return s.Save(numberedSitting(n-1, journal.Landed), numbered(n-1))
	case setSetting:
		return s.SetSetting("step", n)
	case saveDraft:
		return s.SaveDraft(journal.Draft{When: journal.Before, Words: []string{}, Note: strconv.Itoa(n)})
	default:
		return s.ClearDraft()
	}
}

// writeUntilKilled opens the journal and takes step after step, and says each
// on the standard output once it has been promised to be durable.
func writeUntilKilled(dir string) error {
	n, err := strconv.Atoi(os.Getenv(startVariable))
	if err != nil {
		return err
	}
	s, err := Open(dir)
	if err != nil {
		return err
	}
	for ; ; n++ {
		if err := apply(s, n); err != nil {
			return err
		}
		if _, err := fmt.Println(n); err != nil {
			return err
		}
	}
}

// state is everything that the writing program can change.
type state struct {
	history  journal.History
	step     int
	draft    string
	hasDraft bool
}

// expected returns the state after the steps before n.
func expected(n int) state {
	var want state
	for i := range n {
		switch i % pathCount {
		case startSitting:
			want.history.Sittings = append(want.history.Sittings, numberedSitting(i, journal.Killed))
		case endSitting:
			want.history.Sittings[len(want.history.Sittings)-1].Ended = journal.Landed
			want.history.CheckIns = append(want.history.CheckIns, numbered(i-1))
		case setSetting:
			want.step = i
		case saveDraft:
			want.draft, want.hasDraft = strconv.Itoa(i), true
		case clearDraft:
			want.draft, want.hasDraft = "", false
		}
	}
	return want
}

// read returns the state that is in the folder.
func read(t *testing.T, s *Store) state {
	t.Helper()
	var got state
	var err error
	if got.history, err = s.History(); err != nil {
		t.Fatal(err)
	}
	if len(got.history.CheckIns) == 0 {
		got.history.CheckIns = nil
	}
	if len(got.history.Sittings) == 0 {
		got.history.Sittings = nil
	}
	text, found, err := s.Setting("step")
	if err != nil {
		t.Fatal(err)
	}
	if found {
		if got.step, err = strconv.Atoi(string(text)); err != nil {
			t.Fatal(err)
		}
	}
	draft, found, err := s.Draft()
	if err != nil {
		t.Fatal(err)
	}
	got.draft, got.hasDraft = draft.Note, found
	return got
}

// TestStore_Kill ends a writing program at random moments of every write path,
// the making of the file among them. Afterwards the journal opens, every step
// that was promised is there, and the one that was under way is there whole or
// not at all.
func TestStore_Kill(t *testing.T) {
	t.Parallel()
	kills := 240
	if testing.Short() {
		kills = 40
	}
	const perFolder = 8
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	var all tally
	t.Run("in folders side by side", func(t *testing.T) {
		for folder := range kills / perFolder {
			t.Run(strconv.Itoa(folder), func(t *testing.T) {
				t.Parallel()
				all.kill(t, perFolder, rand.New(rand.NewPCG(seed, uint64(folder))))
			})
		}
	})
	t.Logf("%d kills, %d before the first promise, %d with an unpromised step that had arrived",
		all.kills.Load(), all.beforeFirst.Load(), all.wholeUnpromised.Load())
}

// A tally counts what the kills met.
type tally struct{ kills, beforeFirst, wholeUnpromised atomic.Int64 }

// kill ends a writing program again and again in one folder, and looks at the
// journal each time.
func (all *tally) kill(t *testing.T, kills int, random *rand.Rand) {
	dir, steps := t.TempDir()+"/journal", 0
	for kill := range kills {
		delay := time.Duration(random.Int64N(int64(60 * time.Millisecond)))
		promised := runAndKill(t, program(t, "write until killed", dir, steps), delay, steps)
		all.kills.Add(1)
		if promised == 0 {
			all.beforeFirst.Add(1)
		}
		steps += promised

		s := mustOpen(t, dir)
		got := read(t, s)
		switch {
		case reflect.DeepEqual(got, expected(steps)):
		case reflect.DeepEqual(got, expected(steps+1)):
			all.wholeUnpromised.Add(1)
			steps++
		default:
			t.Fatalf("kill %d after %v: the journal is neither as after step %d nor as after step %d (%d promised now):\n%s",
				kill, delay, steps, steps+1, promised, summary(got))
		}
		if err := s.Check(); err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
	}
}

// runAndKill kills the program after the delay and returns how many steps it
// had promised. They must be the ones from first on.
func runAndKill(t *testing.T, cmd *exec.Cmd, delay time.Duration, first int) int {
	t.Helper()
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(delay)
	if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	_ = cmd.Wait() // always an error: it was killed
	if complaints.Len() > 0 {
		t.Fatalf("the program failed by itself: %s", complaints.String())
	}
	promised := 0
	for lines := bufio.NewScanner(&out); lines.Scan(); promised++ {
		if lines.Text() != strconv.Itoa(first+promised) {
			t.Fatalf("promise %d is %q", first+promised, lines.Text())
		}
	}
	return promised
}

// summary says what is in a state, for a failure.
func summary(got state) string {
	text := fmt.Sprintf("%d check-ins, %d sittings, step %d, draft %q", len(got.history.CheckIns), len(got.history.Sittings), got.step, got.draft)
	if n := len(got.history.Sittings); n > 0 {
		text += fmt.Sprintf(", the last sitting %+v", got.history.Sittings[n-1])
	}
	return text
}

// writeHundred saves a hundred numbered check-ins.
func writeHundred(dir string) error {
	start, err := strconv.Atoi(os.Getenv(startVariable))
	if err != nil {
		return err
	}
	s, err := Open(dir)
	if err != nil {
		return err
	}
	for n := range 100 {
		if err := s.SaveCheckIn(numbered(start + n)); err != nil {
			return err
		}
	}
	return nil
}

// TestStore_Concurrent has four programs write into one journal, which none of
// them finds made, while this one reads.
func TestStore_Concurrent(t *testing.T) {
	dir := t.TempDir()
	ended := make(chan error, 4)
	for p := range cap(ended) {
		cmd := program(t, "write a hundred", dir, p*100)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		go func() { ended <- cmd.Wait() }()
	}
	s := mustOpen(t, dir)
	for last, running := 0, cap(ended); running > 0; {
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
			running--
		case <-time.After(5 * time.Millisecond):
			history, err := s.History()
			if err != nil {
				t.Error(err)
			}
			if len(history.CheckIns) < last {
				t.Errorf("%d check-ins were there, now %d", last, len(history.CheckIns))
			}
			last = len(history.CheckIns)
		}
	}
	history, err := s.History()
	if err != nil {
		t.Fatal(err)
	}
	var want []journal.CheckIn
	for n := range 400 {
		want = append(want, numbered(n))
	}
	if !reflect.DeepEqual(history.CheckIns, want) {
		t.Errorf("%d check-ins, want the 400 that were written", len(history.CheckIns))
	}
}
