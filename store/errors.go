package store

import (
	"errors"
	"fmt"
	"strings"
)

// These errors can be returned by Open and by every later call, because every
// call opens the file anew. They come wrapped in a sentence with the path.
var (
	// ErrFolder is returned when the folder cannot be used: it cannot be made,
	// is no folder, belongs to somebody else, or everybody may write to it.
	ErrFolder = errors.New("this folder cannot hold a journal")

	// ErrNotOurs is returned when the data file is something else than a
	// journal of Dulcet, or is damaged so badly that it cannot be told.
	ErrNotOurs = errors.New("this is not a journal of Dulcet")

	// ErrNewer is returned by writes to a file that a newer version of Dulcet
	// has brought forward. It can still be read.
	ErrNewer = errors.New("this journal was written by a newer version of Dulcet")

	// ErrLocked is returned when other programs kept the file for five seconds.
	ErrLocked = errors.New("the journal is in use by another program")

	// ErrGone is returned when the file was there at Open and is not any more.
	ErrGone = errors.New("the journal has been moved or deleted")

	// ErrDamaged is returned when pages of the file make no sense. Nothing has
	// been changed.
	ErrDamaged = errors.New("the journal is damaged")
)

// These errors can be returned when looking something up.
var (
	// ErrNotFound is returned when no record has the id.
	ErrNotFound = errors.New("no such record")

	// ErrAmbiguous is returned when more than one record's id begins so.
	ErrAmbiguous = errors.New("more than one record begins like that")
)

// ErrSpeakerBusy is returned by LockSpeaker while another program plays.
var ErrSpeakerBusy = errors.New("another Dulcet is playing: stop it first, or let it end")

// A DamagedRecord is one that could not be read.
type DamagedRecord struct {
	Bucket string // "check-ins", "sittings", "settings"
	Key    string // the id of the record, or the name of the setting
	Err    error  // what is wrong with it
}

// A DamagedError lists what could not be read. The value returned beside it
// holds everything else and can be used. It matches ErrDamaged.
type DamagedError struct {
	Path    string
	Records []DamagedRecord
	Missing int   // records that the file says it has, and has not
	Page    error // a sentence on why reading ended early; nil when it reached the end
}

// Error says how much is damaged, and the first few cases.
func (e *DamagedError) Error() string {
	var text strings.Builder
	if e.Page != nil {
		text.WriteString(e.Page.Error())
	} else {
		fmt.Fprintf(&text, "%v (%q)", ErrDamaged, e.Path)
	}
	if e.Missing > 0 {
		fmt.Fprintf(&text, ": %s missing", records(e.Missing))
	}
	if len(e.Records) > 0 {
		fmt.Fprintf(&text, ": %s unreadable", records(len(e.Records)))
	}
	for i, r := range e.Records {
		if i == 3 {
			text.WriteString("; and more")
			break
		}
		fmt.Fprintf(&text, "; %s %q: %v", r.Bucket, r.Key, r.Err)
	}
	return text.String()
}

// orNil returns the error when there is anything to report.
func (e *DamagedError) orNil() error {
	if e.Page == nil && e.Missing == 0 && len(e.Records) == 0 {
		return nil
	}
	return e
}

// Unwrap returns ErrDamaged.
func (e *DamagedError) Unwrap() error { return ErrDamaged }

// records counts records in words.
func records(n int) string {
	if n == 1 {
		return "1 record"
	}
	return fmt.Sprintf("%d records", n)
}
