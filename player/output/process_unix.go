//go:build unix

package output

import (
	"io"
	"io/fs"
	"os"
	"syscall"
)

// ownGroup keeps the terminal's signals from the child: on Ctrl-C the parent
// fades out first, and needs the child for that.
func ownGroup() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// pollable returns the pipe in a form that the Go runtime waits for without
// keeping a thread in a read, which halves the wake-ups of the child. Anything
// that is no pipe comes back as it is: a terminal is shared with others.
func pollable(input io.Reader) io.Reader {
	file, ok := input.(*os.File)
	if !ok {
		return input
	}
	if info, err := file.Stat(); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		return input
	}
	descriptor, err := syscall.Dup(int(file.Fd()))
	if err != nil {
		return input
	}
	syscall.CloseOnExec(descriptor)
	if syscall.SetNonblock(descriptor, true) != nil {
		_ = syscall.Close(descriptor)
		return input
	}
	return os.NewFile(uintptr(descriptor), file.Name())
}
