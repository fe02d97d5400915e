package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// A Record is one thing that the journal keeps: a CheckIn or a Sitting.
type Record interface {
	// RecordID returns the id under which the record is kept.
	RecordID() string
	// RecordKind returns the word that tells records apart in JSON.
	RecordKind() Kind
}

// A Kind tells the records of a journal apart.
type Kind string

// The kinds of records.
const (
	KindCheckIn Kind = "checkin"
	KindSitting Kind = "sitting"
)

// RecordID returns the id of the check-in.
func (c CheckIn) RecordID() string { return c.ID }

// RecordKind returns KindCheckIn.
func (c CheckIn) RecordKind() Kind { return KindCheckIn }

// RecordID returns the id of the sitting.
func (s Sitting) RecordID() string { return s.ID }

// RecordKind returns KindSitting.
func (s Sitting) RecordKind() Kind { return KindSitting }

// ErrRecord is wrapped by the errors of DecodeRecord.
var ErrRecord = errors.New("this is no record of a journal")

// ErrRecordVersion is wrapped by the error of DecodeRecord for a record that
// a newer version of the program wrote.
var ErrRecordVersion = errors.New("this record was written by a newer version of Dulcet")

// header stands before the fields of every record in JSON.
type header struct {
	Version int  `json:"version"`
	Kind    Kind `json:"kind"`
}

type checkInRecord struct {
	header
	CheckIn
}

type sittingRecord struct {
	header
	Sitting
}

// EncodeRecord writes a record as one line of JSON, without a line end: the
// shape in which records are stored and exported. Lists are never null. Bytes
// that are not UTF-8 are replaced, as JSON cannot carry them. It fails for
// numbers that JSON has no word for (NaN, infinities).
func EncodeRecord(record Record) ([]byte, error) {
	head := header{Version: RecordVersion, Kind: record.RecordKind()}
	var shape any
	switch r := record.(type) {
	case CheckIn:
		if r.Words == nil {
			r.Words = []string{}
		}
		shape = checkInRecord{head, r}
	case Sitting:
		if r.Steering == nil {
			r.Steering = []Steer{}
		}
		shape = sittingRecord{head, r}
	default:
		return nil, fmt.Errorf("%w: %T", ErrRecord, record)
	}
	line, err := json.Marshal(shape)
	if err != nil {
		return nil, fmt.Errorf("write the %s %q as JSON: %w", head.Kind, record.RecordID(), err)
	}
	return line, nil
}

// DecodeRecord reads what EncodeRecord wrote: the Record is a CheckIn or a
// Sitting. Fields that are not known are passed over. The error wraps
// ErrRecord, or ErrRecordVersion for a record of a newer version.
func DecodeRecord(line []byte) (Record, error) {
	head, err := headerOf(line)
	if err != nil {
		return nil, err
	}
	switch head.Kind {
	case KindCheckIn:
		return decodeAs[CheckIn](line)
	case KindSitting:
		return decodeAs[Sitting](line)
	}
	return nil, fmt.Errorf("%w: its kind is %q", ErrRecord, head.Kind)
}

func decodeAs[R Record](line []byte) (Record, error) {
	var record R
	if err := json.Unmarshal(line, &record); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	return record, nil
}

// beginnings are how the lines of EncodeRecord begin. Knowing them saves
// reading every line of a long journal twice.
var beginnings = map[Kind][]byte{
	KindCheckIn: fmt.Appendf(nil, `{"version":%d,"kind":%q,`, RecordVersion, KindCheckIn),
	KindSitting: fmt.Appendf(nil, `{"version":%d,"kind":%q,`, RecordVersion, KindSitting),
}

// headerOf returns the header of a line whose version this program knows.
func headerOf(line []byte) (header, error) {
	for kind, beginning := range beginnings {
		if bytes.HasPrefix(line, beginning) {
			return header{RecordVersion, kind}, nil
		}
	}
	var head header
	if err := json.Unmarshal(line, &head); err != nil {
		return header{}, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	if head.Version > RecordVersion {
		return header{}, fmt.Errorf("%w: it has version %d, this program knows version %d", ErrRecordVersion, head.Version, RecordVersion)
	}
	if head.Version < 1 {
		return header{}, fmt.Errorf("%w: it has version %d", ErrRecord, head.Version)
	}
	return head, nil
}
