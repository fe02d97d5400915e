package command

import (
	"os"
	"os/signal"
	"syscall"
)

// leaveSignals returns a channel on which the signals that ask the program to
// leave arrive, and a function that ends the listening. A hang-up that was
// switched off before the start, as nohup does, stays switched off.
//
// Writing to a pipe that nobody reads any more fails from now on instead of
// ending the program, so that music in the middle of a sitting still fades
// and its record is still saved.
func leaveSignals() (<-chan os.Signal, func()) {
	asked := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		asked = append(asked, syscall.SIGHUP)
	}
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, asked...)
	signal.Ignore(syscall.SIGPIPE)
	return signals, func() {
		signal.Stop(signals)
		signal.Reset(syscall.SIGPIPE)
	}
}
