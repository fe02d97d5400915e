package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
	bolt "go.etcd.io/bbolt"
)

// create makes a new data file, unless another process makes it first. It is
// finished under another name: bbolt files can be torn while they are first
// written, and a name that leads to a file must lead to a whole one.
func (s *Store) create() error {
	lock := flock.New(filepath.Join(s.dir, "create.lock"), flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o600))
	deadline, cancel := context.WithTimeout(context.Background(), lockWait)
	defer cancel()
	if locked, err := lock.TryLockContext(deadline, lockPoll); !locked {
		if errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("%w: waited %v for %q; end the program that holds it and try again", ErrLocked, lockWait, lock.Path())
		}
		return fmt.Errorf("%w: cannot write to %q; make it writable, or choose another folder: %w", ErrFolder, s.dir, err)
	}
	defer func() { _ = lock.Unlock() }()
	if _, err := os.Lstat(s.path); !errors.Is(err, fs.ErrNotExist) {
		return nil // another process was first
	}
	if err := s.createLocked(); err != nil {
		return fmt.Errorf("%w: cannot begin a journal in %q: %w", ErrFolder, s.dir, err)
	}
	return nil
}

// createLocked makes the file while this process alone may.
func (s *Store) createLocked() error {
	empty, err := os.CreateTemp(s.dir, leftoverPrefix+"*")
	if err != nil {
		return err
	}
	temporary := empty.Name()
	defer os.Remove(temporary) // after the renaming there is nothing to remove
	if err := empty.Close(); err != nil {
		return err
	}
	db, err := bolt.Open(temporary, 0o600, &bolt.Options{Timeout: lockWait})
	if err != nil {
		return err
	}
	if err := db.Update(markOurs); err != nil {
		_ = db.Close()
		return err
	}
	if err := migrate(db, migrations); err != nil {
		_ = db.Close()
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	return placeFile(temporary, s.path)
}
