package output

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/gopxl/beep/v2/speaker"
)

// childNice is the niceness that the child would like to have: before programs
// that compute, behind the sound server (design choice).
const childNice = -10

// memoryLimit is where the child begins to collect garbage after all: far
// above what it needs in hours.
const memoryLimit = 32 << 20

// RunSpeaker is the child process of a Speaker: it holds the sound driver, asks
// for frames on stdout and plays those that come in on stdin. It returns when
// stdin closes, even when the driver hangs. It ignores interrupt, termination
// and hang-up, because the parent gets them too, fades out first, and then
// closes stdin.
func RunSpeaker(stdin io.Reader, stdout io.Writer) error {
	signal.Ignore(os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	runSoon(childNice)
	runtime.GOMAXPROCS(1)  // what is done here is done one after the other; a second thread would only be woken for nothing
	debug.SetGCPercent(-1) // next to nothing is allocated
	debug.SetMemoryLimit(memoryLimit)
	feed := newFeed(stdout)
	ended := make(chan struct{})
	stdin = pollable(stdin)
	go func() {
		feed.receive(stdin)
		close(ended)
	}()
	failed := make(chan error, 1)
	go func() {
		if err := speaker.Init(Rate, BufferFrames); err != nil {
			failed <- err
			return
		}
		speaker.Play(feed)
	}()
	select {
	case err := <-failed:
		return fmt.Errorf("open the sound device: %w", err)
	case <-ended:
		time.Sleep(time.Duration(delayFrames) * time.Second / Rate) // what was handed over is heard
		return nil
	}
}
