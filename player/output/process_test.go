package output

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// childVariable makes the test binary run as a child instead of the tests.
const childVariable = "DULCET_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childVariable) {
	case "":
		os.Exit(m.Run())
	case "speaker":
		if err := RunSpeaker(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "driver": // asks as a sound driver does
		ask := func(frames int) {
			head := binary.LittleEndian.AppendUint32(nil, uint32(frames))
			if _, err := os.Stdout.Write(head); err != nil {
				os.Exit(0)
			}
			if _, err := io.CopyN(io.Discard, os.Stdin, int64(frames*frameBytes)); err != nil {
				fmt.Fprintln(os.Stderr, "the input has closed")
				os.Exit(0)
			}
		}
		fmt.Fprintln(os.Stderr, "a library complains")
		ask(BufferFrames)
		for range time.Tick(20 * time.Millisecond) {
			ask(Frames(20 * time.Millisecond))
		}
	case "deaf": // ignores that its input closes
		select {}
	}
}

// self returns the command that runs this test binary as a child.
func self(t *testing.T, child string) []string {
	t.Helper()
	t.Setenv(childVariable, child)
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return []string{path}
}

// A record keeps what is written to it.
type record struct {
	mu   sync.Mutex
	text strings.Builder
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(p)
}

// eventually fails the test unless the condition holds within ten seconds.
func eventually(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if condition() {
			return
		}
	}
	t.Fatal("not within ten seconds: " + what)
}

func TestSpeaker_PlaysThroughAChildProcess(t *testing.T) {
	log := &record{}
	s := NewSpeaker(SpeakerOptions{Command: self(t, "driver"), Log: log})
	defer s.Close()
	s.Play(&steady{})
	eventually(t, "the child is alive", func() bool { return s.Status().State == Sounding })
	eventually(t, "half a second was handed over", func() bool { return s.Heard() > Rate/2 })
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"a library complains", "the input has closed"} {
		if !strings.Contains(log.text.String(), want) {
			t.Errorf("the log holds %q, want %q in it", log.text.String(), want)
		}
	}
}

func TestSpeaker_StartsAnotherChildWhenOneIsKilled(t *testing.T) {
	var children []*device
	command := self(t, "driver")
	s := newSpeaker(func() (*device, error) {
		d, err := startProcess(command, nil)
		if err == nil {
			children = append(children, d)
		}
		return d, err
	})
	eventually(t, "the first child is alive", func() bool { return s.Status().State == Sounding })
	children[0].kill()
	eventually(t, "its end is told", func() bool { return s.Status().State == Mute })
	eventually(t, "the second child is alive", func() bool { return s.Status().State == Sounding })
	s.Close()
	for i, child := range children {
		select {
		case <-child.gone:
		default:
			t.Errorf("child %d runs on", i)
		}
	}
}

func TestSpeaker_CloseKillsAChildThatDoesNotListen(t *testing.T) {
	var child *device
	command := self(t, "deaf")
	s := newSpeaker(func() (*device, error) {
		d, err := startProcess(command, nil)
		child = d
		return d, err
	})
	s.Close()
	select {
	case <-child.gone:
	default:
		t.Error("the child runs on")
	}
}

func TestSpeaker_SaysSoWhenTheChildCannotBeStarted(t *testing.T) {
	s := NewSpeaker(SpeakerOptions{Command: []string{"/no/such/program"}})
	defer s.Close()
	eventually(t, "it says so", func() bool { return s.Status().Message == faultProcess.sentence() })
}

func TestRunSpeaker_EndsWhenItsInputCloses(t *testing.T) {
	command := self(t, "speaker")
	cmd := exec.Command(command[0])
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond) // with or without a device: its driver is up or stuck
	if err := input.Close(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(5 * time.Second):
		_ = cmd.Process.Kill()
		t.Error("still running five seconds after its input closed")
	}
}
