package output

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"
)

// startProcess starts the child and returns the parent's end of it.
func startProcess(command []string, log io.Writer) (*device, error) {
	if len(command) == 0 {
		self, err := os.Executable()
		if err != nil {
			return nil, fmt.Errorf("find this program to start its speaker: %w", err)
		}
		command = []string{self, "speaker"}
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stderr = log
	cmd.SysProcAttr = ownGroup()
	cmd.WaitDelay = time.Second
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("open the speaker's input: %w", err)
	}
	requests, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("open the speaker's output: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the speaker: %w", err)
	}

	given := make(chan struct{})
	var once sync.Once
	d := &device{
		requests: make(chan int),
		replies:  make(chan []byte, 1),
		gone:     make(chan struct{}),
		kill: func() {
			once.Do(func() { close(given) })
			_ = cmd.Process.Kill() // fails only when it has ended
		},
		hangUp: func() {
			once.Do(func() { close(given) })
			_ = input.Close()
		},
	}
	go func() {
		converse(d, requests, input, given)
		_ = input.Close()
		_, _ = io.Copy(io.Discard, requests)
		_ = cmd.Wait() // how it ended is of no use: it is started again
		close(d.gone)
	}()
	return d, nil
}

// converse passes requests on and writes the answers, until the pipe breaks or
// the device has been given up.
func converse(d *device, requests io.Reader, input io.Writer, given <-chan struct{}) {
	var head [4]byte
	for {
		if _, err := io.ReadFull(requests, head[:]); err != nil {
			return
		}
		select {
		case d.requests <- int(binary.LittleEndian.Uint32(head[:])):
		case <-given:
			return
		}
		select {
		case frames := <-d.replies:
			if _, err := input.Write(frames); err != nil {
				return
			}
		case <-given:
			return
		}
	}
}
