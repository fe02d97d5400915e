//go:build unix

package output

import (
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

func TestRunSpeaker_IgnoresInterruptTerminationAndHangUp(t *testing.T) {
	command := self(t, "speaker")
	cmd := exec.Command(command[0])
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	time.Sleep(300 * time.Millisecond)
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
	}
	select {
	case err := <-ended:
		t.Fatalf("a signal ended it: %v", err)
	case <-time.After(300 * time.Millisecond):
	}
	_ = input.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestStartProcess_KeepsTheTerminalsSignalsFromTheChild(t *testing.T) {
	command := self(t, "deaf")
	cmd := exec.Command(command[0])
	cmd.SysProcAttr = ownGroup()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	group, err := syscall.Getpgid(cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	if group != cmd.Process.Pid {
		t.Errorf("process group %d, want its own, %d", group, cmd.Process.Pid)
	}
}

func TestPollable_LeavesAloneWhatIsNoPipe(t *testing.T) {
	file, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if got := pollable(file); got != io.Reader(file) {
		t.Error("the null device was changed")
	}
	if reader := io.LimitReader(file, 1); pollable(reader) != reader {
		t.Error("a reader that is no file was changed")
	}
}

func TestPollable_ReadsWhatIsWrittenToThePipe(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	input := pollable(read)
	go func() {
		time.Sleep(10 * time.Millisecond) // the reader waits first
		_, _ = write.WriteString("frames")
		_ = write.Close()
	}()
	if got, err := io.ReadAll(input); err != nil || string(got) != "frames" {
		t.Errorf("read %q, %v", got, err)
	}
}
