//go:build unix

package command

import (
	"os/signal"
	"syscall"
)

// ignoreBackgroundReads lets a read from the terminal fail in the background
// instead of stopping the process, and the music with it.
func ignoreBackgroundReads() { signal.Ignore(syscall.SIGTTIN) }
