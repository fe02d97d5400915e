package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// lockWait is how long a call waits for other programs (design choice: longer
// than a few transactions on a busy machine, whose disk may take seconds
// for one, and short enough for somebody who waits).
const lockWait = 5 * time.Second

// lockPoll is the mean pause between two tries for a lock. bbolt itself waits
// 50 ms; so the lock of the file is taken before bbolt asks for it.
const lockPoll = 2 * time.Millisecond

// A purpose says what a file is opened for.
type purpose int

const (
	forReading  purpose = iota
	forChecking         // reading, with the list of free pages, which bbolt's check needs
	forWriting
)

// view runs do in a transaction that cannot change the file.
func (s *Store) view(do func(*bolt.Tx) error) error {
	s.transactions.Lock()
	defer s.transactions.Unlock()
	return withFile(s.path, forReading, func(db *bolt.DB) error { return db.View(do) })
}

// update runs do in a transaction that is on the disk when update returns nil,
// and has changed nothing when it returns an error.
func (s *Store) update(do func(*bolt.Tx) error) error {
	s.transactions.Lock()
	defer s.transactions.Unlock()
	return withFile(s.path, forWriting, func(db *bolt.DB) error { return db.Update(do) })
}

// withFile opens the file for the time of do. bbolt panics, or the processor
// faults, where a page points to nowhere; both become ErrDamaged.
func withFile(path string, to purpose, do func(*bolt.DB) error) (err error) {
	var file *os.File
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if damage := recover(); damage != nil {
			// bbolt may still hold mutexes that its Close would wait for, so
			// the file is closed below it. Its memory map stays, and would
			// keep the lock.
			if file != nil {
				giveUpLock(file)
				_ = file.Close()
			}
			err = fmt.Errorf("%w: %q cannot be read to its end (%v); nothing was changed, keep a copy of it", ErrDamaged, path, damage)
		}
	}()
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		Timeout:         lockWait,
		ReadOnly:        to != forWriting,
		PreLoadFreelist: to != forReading, // a damaged list is no reason not to read
		NoStatistics:    true,
		OpenFile: func(name string, flag int, _ os.FileMode) (*os.File, error) {
			file, err = openLocked(name, flag&^os.O_CREATE)
			return file, err
		},
	})
	if err != nil {
		return explain(notOurs(err, path), path, to)
	}
	if err := do(db); err != nil {
		_ = db.Close()
		return explain(err, path, to)
	}
	return db.Close()
}

// openLocked opens the data file and waits for the lock that bbolt will ask
// for, then makes sure that the path still leads to the file it has locked.
func openLocked(path string, flag int) (*os.File, error) {
	deadline := time.Now().Add(lockWait)
	leave, err := joinQueue(filepath.Dir(path), deadline)
	if err != nil {
		return nil, err
	}
	defer leave()
	for {
		file, err := openPlain(path, flag)
		if err != nil {
			return nil, err
		}
		if err := waitForLock(file, flag&os.O_RDWR != 0, deadline); err != nil {
			_ = file.Close()
			return nil, err
		}
		if sameFile(file, path) {
			return file, nil
		}
		_ = file.Close()
		if time.Now().After(deadline) {
			return nil, bolterrors.ErrTimeout
		}
	}
}

// openPlain opens a file that is no link, folder, pipe or device, and is not
// empty: bbolt would make an empty file its own.
func openPlain(path string, flag int) (*os.File, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: %q is a link, a folder or a device; move it away", ErrNotOurs, path)
	}
	if info.Size() == 0 {
		return nil, fmt.Errorf("%w: %q is empty; move it away to begin a new journal", ErrNotOurs, path)
	}
	return os.OpenFile(path, flag|noFollow, 0)
}

// sameFile reports whether path leads to the open file.
func sameFile(file *os.File, path string) bool {
	open, err := file.Stat()
	if err != nil {
		return false
	}
	found, err := os.Lstat(path)
	return err == nil && os.SameFile(open, found)
}

// notOurs tells a file that bbolt can make nothing of from one that the system
// did not let it open.
func notOurs(err error, path string) error {
	var system syscall.Errno
	if isOurs(err) || errors.As(err, &system) || errors.Is(err, bolterrors.ErrTimeout) {
		return err
	}
	return fmt.Errorf("%w: %q is some other file, or is damaged beyond reading (%w); move it away, or choose another folder", ErrNotOurs, path, err)
}

// explain turns an error of bbolt or the system into a sentence that says what
// to do.
func explain(err error, path string, to purpose) error {
	switch {
	case isOurs(err):
		return err
	case errors.Is(err, bolterrors.ErrTimeout):
		return fmt.Errorf("%w: waited %v for %q; end the program that holds it and try again", ErrLocked, lockWait, path)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %q is not there any more; put it back, or start Dulcet again to begin a new one", ErrGone, path)
	case errors.Is(err, fs.ErrPermission) && to == forWriting:
		return fmt.Errorf("cannot write to %q: make the file and its folder writable, or choose another folder: %w", path, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("cannot read %q: make it readable, or choose another folder: %w", path, err)
	case to == forWriting:
		return fmt.Errorf("cannot save to %q, nothing was changed: %w", path, err)
	}
	return fmt.Errorf("cannot read %q: %w", path, err)
}

// isOurs reports whether the error already is a sentence of this package.
func isOurs(err error) bool {
	for _, sentinel := range []error{ErrFolder, ErrNotOurs, ErrNewer, ErrLocked, ErrGone, ErrDamaged, ErrNotFound, ErrAmbiguous} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return false
}
