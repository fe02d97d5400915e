//go:build windows

package output

import (
	"io"
	"syscall"
)

// createNoWindow is CREATE_NO_WINDOW of the Windows API.
const createNoWindow = 0x08000000

// ownGroup keeps Ctrl-C from the child: the parent fades out first, and needs
// the child for that.
func ownGroup() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP | createNoWindow}
}

// pollable returns the pipe as it is: the Go runtime waits for it in a thread.
func pollable(input io.Reader) io.Reader { return input }
