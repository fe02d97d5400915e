//go:build unix

package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"syscall"
	"time"

	bolterrors "go.etcd.io/bbolt/errors"
)

// noFollow makes opening a symbolic link fail.
const noFollow = syscall.O_NOFOLLOW

// waitForLock takes the lock of the file that bbolt uses, shared for reading.
func waitForLock(file *os.File, exclusive bool, deadline time.Time) error {
	how := syscall.LOCK_SH | syscall.LOCK_NB
	if exclusive {
		how = syscall.LOCK_EX | syscall.LOCK_NB
	}
	for {
		err := syscall.Flock(int(file.Fd()), how)
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return err
		}
		if time.Now().After(deadline) {
			return bolterrors.ErrTimeout
		}
		// An uneven pause keeps two programs from meeting again and again.
		time.Sleep(lockPoll/2 + rand.N(lockPoll))
	}
}

// giveUpLock releases the lock of the file.
func giveUpLock(file *os.File) { _ = syscall.Flock(int(file.Fd()), syscall.LOCK_UN) }

// guardOwner refuses a folder that somebody else can change.
func guardOwner(dir string, info fs.FileInfo) error {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && int(stat.Uid) != os.Geteuid() {
		return fmt.Errorf("%w: %q belongs to another user; choose a folder of your own", ErrFolder, dir)
	}
	if info.Mode().Perm()&0o002 != 0 {
		return fmt.Errorf("%w: everybody may write to %q; choose another folder, or run chmod 700 on it", ErrFolder, dir)
	}
	return nil
}

// narrow takes away every permission that allowed does not name.
func narrow(path string, allowed fs.FileMode) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if mode := info.Mode().Perm(); mode&^allowed != 0 {
		return os.Chmod(path, mode&allowed)
	}
	return nil
}

// syncFolder makes new and renamed entries of a folder durable.
func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil // some network file systems cannot, and need not
	}
	return err
}
