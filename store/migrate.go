package store

import (
	"fmt"
	"strconv"

	bolt "go.etcd.io/bbolt"
)

// The names of the buckets.
const (
	checkInsBucket = "check-ins"
	sittingsBucket = "sittings"
	settingsBucket = "settings"
	metaBucket     = "meta"
)

// The keys of the meta bucket.
var (
	applicationKey = []byte("application") // always "dulcet"
	schemaKey      = []byte("schema")      // a decimal number
)

// application marks a bbolt file as a journal of Dulcet.
const application = "dulcet"

// A migration brings a file from one schema to the next.
type migration struct {
	about string // what it does, for its error
	apply func(*bolt.Tx) error
}

// migrations lead from schema 0, a file with nothing but the mark, to the
// present one: the step at index n brings schema n to n+1. Steps are added at
// the end and never changed, since files of every schema exist.
var migrations = []migration{
	{"make the buckets", func(tx *bolt.Tx) error {
		for _, name := range []string{checkInsBucket, sittingsBucket, settingsBucket} {
			if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	}},
}

// migrate brings the file of the store forward.
func (s *Store) migrate(steps []migration) error {
	s.transactions.Lock()
	defer s.transactions.Unlock()
	return withFile(s.path, forWriting, func(db *bolt.DB) error { return migrate(db, steps) })
}

// migrate runs the steps that the file has not seen yet, each in a transaction
// of its own, so that a process that is killed leaves a file of one schema and
// never something between two.
func migrate(db *bolt.DB, steps []migration) error {
	for n, step := range steps {
		err := db.Update(func(tx *bolt.Tx) error {
			schema, err := schemaOf(tx)
			if err != nil || schema > n {
				return err
			}
			if err := step.apply(tx); err != nil {
				return err
			}
			return tx.Bucket([]byte(metaBucket)).Put(schemaKey, []byte(strconv.Itoa(n+1)))
		})
		if err != nil {
			return fmt.Errorf("bring the journal to schema %d (%s): %w", n+1, step.about, err)
		}
	}
	return nil
}

// markOurs makes a file with nothing in it a journal of schema 0.
func markOurs(tx *bolt.Tx) error {
	meta, err := tx.CreateBucketIfNotExists([]byte(metaBucket))
	if err != nil {
		return err
	}
	if err := meta.Put(applicationKey, []byte(application)); err != nil {
		return err
	}
	return meta.Put(schemaKey, []byte("0"))
}

// schemaOf returns the schema of the file; ErrNotOurs when it has no mark.
func schemaOf(tx *bolt.Tx) (int, error) {
	meta := tx.Bucket([]byte(metaBucket))
	if meta == nil || string(meta.Get(applicationKey)) != application {
		return 0, fmt.Errorf("%w: %q belongs to another program; move it away, or choose another folder", ErrNotOurs, tx.DB().Path())
	}
	schema, err := strconv.Atoi(string(meta.Get(schemaKey)))
	if err != nil || schema < 0 {
		return 0, fmt.Errorf("%w: %q does not say which schema it has", ErrDamaged, tx.DB().Path())
	}
	return schema, nil
}

// mayWrite returns nil when the file has the schema of this program.
func mayWrite(tx *bolt.Tx) error {
	schema, err := schemaOf(tx)
	if err != nil {
		return err
	}
	if schema > len(migrations) {
		return fmt.Errorf("%w: %q can be read but not written; update Dulcet to go on", ErrNewer, tx.DB().Path())
	}
	return nil
}
