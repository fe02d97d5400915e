package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
)

// fileName is the name of the data file in its folder.
const fileName = "dulcet.db"

// A Store is the journal in one folder. It holds nothing open between calls
// and needs no closing. Its methods may be called from several goroutines, and
// several programs may each have a Store of the same folder.
type Store struct {
	dir  string
	path string

	// transactions keeps the goroutines of this process apart, in the order
	// in which they came; the lock of the file would make them poll.
	transactions sync.Mutex

	looking  sync.Mutex // guards readings
	readings readings   // what History found last

	ids IDs
}

// Open returns the journal in the folder dir. A folder or a file that is not
// there yet is made. Permissions that are too wide are narrowed, and a file of
// an older schema is brought forward. A file of a newer schema opens; writing
// to it then returns ErrNewer.
func Open(dir string) (*Store, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFolder, err)
	}
	if err := prepareFolder(dir); err != nil {
		return nil, err
	}
	s := &Store{dir: dir, path: filepath.Join(dir, fileName)}
	removeLeftovers(dir)
	if _, err := os.Lstat(s.path); errors.Is(err, fs.ErrNotExist) {
		if err := s.create(); err != nil {
			return nil, err
		}
	}
	schema := 0
	if err := s.view(func(tx *bolt.Tx) (err error) {
		schema, err = schemaOf(tx)
		return err
	}); err != nil {
		return nil, err
	}
	if err := narrow(s.path, 0o600); err != nil {
		return nil, fmt.Errorf("%w: other people may read %q, and that cannot be changed: %w", ErrFolder, s.path, err)
	}
	if schema < len(migrations) {
		if err := s.migrate(migrations); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Dir returns the folder of the journal, as an absolute path.
func (s *Store) Dir() string { return s.dir }

// Path returns the data file, as an absolute path.
func (s *Store) Path() string { return s.path }

// NewID returns a new ULID for something that happened at t. Ids of one Store
// and one millisecond follow each other in the order in which they were asked
// for.
func (s *Store) NewID(t time.Time) string { return s.ids.New(t) }
