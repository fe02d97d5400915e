package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/oklog/ulid/v2"
	bolt "go.etcd.io/bbolt"

	"dulcet/journal"
)

// castagnoli is the polynomial of CRC-32C (Castagnoli, Bräuer and Herrmann,
// 1993), which finds every error of up to three bits in records of any length
// that people write.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var errChecksum = errors.New("its checksum is wrong")

// An entry is one key and its text, on the way into a bucket.
type entry struct {
	bucket string
	key    []byte
	text   []byte // JSON
}

// write puts every entry into the file in one transaction. It is the only way
// into the journal.
func (s *Store) write(entries ...entry) error {
	return s.update(func(tx *bolt.Tx) error {
		if err := mayWrite(tx); err != nil {
			return err
		}
		for _, e := range entries {
			if err := put(tx.Bucket([]byte(e.bucket)), e); err != nil {
				return err
			}
		}
		return nil
	})
}

// put seals an entry into its bucket and keeps count.
func put(bucket *bolt.Bucket, e entry) error {
	if bucket == nil {
		return fmt.Errorf("%w: it has no bucket %q", ErrDamaged, e.bucket)
	}
	if bucket.Get(e.key) == nil {
		if err := bucket.SetSequence(bucket.Sequence() + 1); err != nil {
			return err
		}
	}
	return bucket.Put(e.key, seal(e))
}

// seal returns the value of an entry: checksum and text.
func seal(e entry) []byte {
	value := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(e.text)), checksum(e))
	return append(value, e.text...)
}

// unseal returns the text of a value, or errChecksum.
func unseal(bucket string, key, value []byte) ([]byte, error) {
	if len(value) < 4 {
		return nil, errChecksum
	}
	text := value[4:]
	if binary.BigEndian.Uint32(value) != checksum(entry{bucket, key, text}) {
		return nil, errChecksum
	}
	return text, nil
}

// checksum covers the place of a text too, so that no text can be taken for
// another one.
func checksum(e entry) uint32 {
	sum := crc32.Checksum([]byte(e.bucket), castagnoli)
	sum = crc32.Update(sum, castagnoli, e.key)
	return crc32.Update(sum, castagnoli, e.text)
}

// Save keeps the records, all of them or none: new ones are added, and one
// whose id is there already replaces it. It returns when they are durable.
func (s *Store) Save(records ...journal.Record) error {
	entries := make([]entry, 0, len(records))
	for _, record := range records {
		e, err := entryOf(record)
		if err != nil {
			return err
		}
		entries = append(entries, e)
	}
	return s.write(entries...)
}

// SaveCheckIn keeps one check-in; see Save.
func (s *Store) SaveCheckIn(checkIn journal.CheckIn) error { return s.Save(checkIn) }

// SaveSitting keeps one sitting; see Save.
func (s *Store) SaveSitting(sitting journal.Sitting) error { return s.Save(sitting) }

// bucketOf says where each kind of record is kept.
var bucketOf = map[journal.Kind]string{
	journal.KindCheckIn: checkInsBucket,
	journal.KindSitting: sittingsBucket,
}

// entryOf prepares a record for its bucket.
func entryOf(record journal.Record) (entry, error) {
	id, err := ulid.ParseStrict(record.RecordID())
	if err != nil {
		return entry{}, fmt.Errorf("cannot save the %s %q: its id is no ULID: %w", record.RecordKind(), record.RecordID(), err)
	}
	switch r := record.(type) {
	case journal.CheckIn:
		r.ID = id.String()
		record = r
	case journal.Sitting:
		r.ID = id.String()
		record = r
	}
	text, err := journal.EncodeRecord(record)
	if err != nil {
		return entry{}, err
	}
	return entry{bucketOf[record.RecordKind()], id.Bytes(), text}, nil
}
