package store

import (
	"bytes"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"
)

// Counts says how much is in the journal.
type Counts struct {
	CheckIns int
	Sittings int
	Settings int
	Schema   int   // of the file
	Bytes    int64 // size of the file
}

// Counts returns how much is in the journal.
func (s *Store) Counts() (Counts, error) {
	var counts Counts
	err := s.view(func(tx *bolt.Tx) error {
		schema, err := schemaOf(tx)
		if err != nil {
			return err
		}
		counts = Counts{
			CheckIns: count(tx, checkInsBucket),
			Sittings: count(tx, sittingsBucket),
			Settings: count(tx, settingsBucket),
			Schema:   schema,
		}
		return nil
	})
	if err != nil {
		return Counts{}, err
	}
	info, err := os.Stat(s.path)
	if err != nil {
		return Counts{}, explain(err, s.path, forReading)
	}
	counts.Bytes = info.Size()
	return counts, nil
}

// count returns the number of records in a bucket.
func count(tx *bolt.Tx, bucket string) int {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return 0
	}
	return b.Stats().KeyN
}

// Check reads every record and setting and the structure of the file, and
// returns a *DamagedError, or an error that wraps ErrDamaged, when anything is
// wrong. It changes nothing.
func (s *Store) Check() error {
	// The records come first: once every page they lie on has been read here,
	// where a fault becomes an error, bbolt's own check, which reads in a
	// goroutine of its own, finds no page that leads nowhere.
	if _, err := s.History(); err != nil {
		return err
	}
	s.transactions.Lock()
	defer s.transactions.Unlock()
	return withFile(s.path, forChecking, func(db *bolt.DB) error { return db.View(s.checkStructure) })
}

// checkStructure reads the settings and the structure of the file.
func (s *Store) checkStructure(tx *bolt.Tx) error {
	if err := s.checkSettings(tx); err != nil {
		return err
	}
	var first error
	for err := range tx.Check() { // to the end: it runs until it is drained
		if first == nil {
			first = fmt.Errorf("%w: %q: %w; keep a copy of it", ErrDamaged, s.path, err)
		}
	}
	return first
}

// checkSettings reads every setting.
func (s *Store) checkSettings(tx *bolt.Tx) error {
	var settings []stored
	damage := &DamagedError{Path: s.path, Missing: collect(tx, settingsBucket, &settings)}
	for _, one := range settings {
		if _, err := unseal(settingsBucket, one.key, one.value); err != nil {
			damage.Records = append(damage.Records, DamagedRecord{settingsBucket, string(bytes.ToValidUTF8(one.key, nil)), err})
		}
	}
	return damage.orNil()
}
