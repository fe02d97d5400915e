//go:build unix

package plain

import (
	"os"
	"os/signal"
	"syscall"
)

// suspendSignals returns a channel on which it arrives that the person wants to
// suspend the program, and a function that leaves that to the system again.
func suspendSignals() (<-chan os.Signal, func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTSTP)
	return signals, func() {
		signal.Stop(signals)
		signal.Reset(syscall.SIGTSTP)
	}
}

// stopProcess stops this process until the shell continues it.
func stopProcess() {
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	if syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) == nil {
		<-continued // the stop takes a moment to reach this thread
	}
}
