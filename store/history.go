package store

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/oklog/ulid/v2"
	bolt "go.etcd.io/bbolt"

	"dulcet/journal"
)

// stored is one key and value as it came out of a bucket.
type stored struct {
	key   []byte
	value []byte
}

// History returns everything that is kept, oldest first. Records that are
// damaged are left out and listed in a *DamagedError; the History beside it
// holds all the others. Records share what they point to with those of other
// calls, so the words of a check-in or the steering of a sitting are not to be
// changed in place.
func (s *Store) History() (journal.History, error) {
	var checkIns, sittings []stored
	damage := &DamagedError{Path: s.path}
	// Texts are read after the lock has been given back.
	err := s.view(func(tx *bolt.Tx) error {
		damage.Missing = collect(tx, checkInsBucket, &checkIns)
		damage.Missing += collect(tx, sittingsBucket, &sittings)
		return nil
	})
	if errors.Is(err, ErrDamaged) {
		damage.Page = err // what was collected before it can still be used
	} else if err != nil {
		return journal.History{}, err
	}
	s.looking.Lock()
	defer s.looking.Unlock()
	now := make(readings, len(checkIns)+len(sittings))
	history := journal.History{
		CheckIns: readAll[journal.CheckIn](checkInsBucket, checkIns, s.readings, now, damage),
		Sittings: readAll[journal.Sitting](sittingsBucket, sittings, s.readings, now, damage),
	}
	s.readings = now
	return history, damage.orNil()
}

// collect copies a bucket into all, and returns how many records it should
// have and has not.
func collect(tx *bolt.Tx, bucket string, all *[]stored) (missing int) {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return 1
	}
	cursor := b.Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		*all = append(*all, stored{bytes.Clone(key), bytes.Clone(value)})
	}
	return max(0, int(b.Sequence())-len(*all))
}

// A reading is a value and the record that it turned out to be.
type reading struct {
	value  []byte
	record journal.Record
}

// readings are kept from one History to the next, so that only what has
// changed is read again: reading ten years of JSON takes longer than a person
// should wait for music. The key is bucket and
// key.
type readings map[string]reading

// readAll returns every record that can be read, takes those that are as they
// were from before, adds all to now, and what cannot be read to damage.
func readAll[R journal.Record](bucket string, all []stored, before, now readings, damage *DamagedError) []R {
	records := make([]R, 0, len(all))
	for _, one := range all {
		name := bucket + string(one.key)
		known := before[name]
		record, ok := known.record.(R)
		if !ok || !bytes.Equal(known.value, one.value) {
			var err error
			if record, err = decode[R](bucket, one); err != nil {
				damage.Records = append(damage.Records, DamagedRecord{bucket, keyText(one.key), err})
				continue
			}
			known = reading{one.value, record}
		}
		now[name] = known
		records = append(records, record)
	}
	return records
}

// decode reads one record.
func decode[R journal.Record](bucket string, one stored) (record R, err error) {
	text, err := unseal(bucket, one.key, one.value)
	if err != nil {
		return record, err
	}
	decoded, err := journal.DecodeRecord(text)
	if err != nil {
		return record, err
	}
	record, ok := decoded.(R)
	if !ok {
		return record, fmt.Errorf("a %s lies among the %s", decoded.RecordKind(), bucket)
	}
	return record, nil
}

// keyText returns the key as the id it should be.
func keyText(key []byte) string {
	var id ulid.ULID
	if id.UnmarshalBinary(key) != nil {
		return fmt.Sprintf("%x", key)
	}
	return id.String()
}

// CheckIn returns the check-in whose id is, or alone begins with, the text,
// in any case. The error wraps ErrNotFound or ErrAmbiguous.
func (s *Store) CheckIn(id string) (journal.CheckIn, error) {
	return find[journal.CheckIn](s, checkInsBucket, id)
}

// Sitting returns the sitting whose id is, or alone begins with, the text, in
// any case. The error wraps ErrNotFound or ErrAmbiguous.
func (s *Store) Sitting(id string) (journal.Sitting, error) {
	return find[journal.Sitting](s, sittingsBucket, id)
}

// find returns the only record of a bucket whose id begins with the text.
func find[R journal.Record](s *Store, bucket, id string) (record R, err error) {
	prefix := strings.ToUpper(strings.TrimSpace(id))
	first, err := firstWith(prefix)
	if err != nil {
		return record, fmt.Errorf("%w: %q among the %s", ErrNotFound, id, bucket)
	}
	var found []stored
	if err := s.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucket))
		if b == nil {
			return fmt.Errorf("%w: it has no bucket %q", ErrDamaged, bucket)
		}
		cursor := b.Cursor()
		for key, value := cursor.Seek(first.Bytes()); key != nil && len(found) < 2; key, value = cursor.Next() {
			if !strings.HasPrefix(keyText(key), prefix) {
				break
			}
			found = append(found, stored{bytes.Clone(key), bytes.Clone(value)})
		}
		return nil
	}); err != nil {
		return record, err
	}
	switch len(found) {
	case 0:
		return record, fmt.Errorf("%w: %q among the %s", ErrNotFound, id, bucket)
	case 1:
		record, err = decode[R](bucket, found[0])
		if err != nil {
			return record, &DamagedError{Path: s.path, Records: []DamagedRecord{{bucket, keyText(found[0].key), err}}}
		}
		return record, nil
	}
	return record, fmt.Errorf("%w: %q among the %s; give more of it", ErrAmbiguous, id, bucket)
}

// firstWith returns the smallest id that begins with the prefix.
func firstWith(prefix string) (ulid.ULID, error) {
	if prefix == "" || len(prefix) > ulid.EncodedSize {
		return ulid.ULID{}, ulid.ErrDataSize
	}
	return ulid.ParseStrict(prefix + strings.Repeat("0", ulid.EncodedSize-len(prefix)))
}
