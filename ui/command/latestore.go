package command

import (
	"encoding/json"
	"time"

	"dulcet/journal"
	"dulcet/store"
)

// A lateStore is a journal that is being opened. Every call but that for an id
// waits for it, so that the first screen need not.
type lateStore struct {
	ids    store.IDs
	opened chan struct{}
	store  *store.Store
	err    error
}

// openLater starts to open a journal and returns at once.
func openLater(open func() (*store.Store, error)) *lateStore {
	l := &lateStore{opened: make(chan struct{})}
	go func() {
		defer close(l.opened)
		l.store, l.err = open()
	}()
	return l
}

// get waits for the journal.
func (l *lateStore) get() (*store.Store, error) {
	<-l.opened
	return l.store, l.err
}

// NewID returns a new id. It never waits: the screens ask for one while they take
// a key.
func (l *lateStore) NewID(t time.Time) string { return l.ids.New(t) }

// History reads everything kept.
func (l *lateStore) History() (journal.History, error) {
	kept, err := l.get()
	if err != nil {
		return journal.History{}, err
	}
	return kept.History()
}

// SaveCheckIn saves a check-in; it returns when that is durable.
func (l *lateStore) SaveCheckIn(c journal.CheckIn) error {
	kept, err := l.get()
	if err != nil {
		return err
	}
	return kept.SaveCheckIn(c)
}

// SaveSitting saves a sitting; it returns when that is durable.
func (l *lateStore) SaveSitting(s journal.Sitting) error {
	kept, err := l.get()
	if err != nil {
		return err
	}
	return kept.SaveSitting(s)
}

// SaveDraft saves what is being typed.
func (l *lateStore) SaveDraft(d journal.Draft) error {
	kept, err := l.get()
	if err != nil {
		return err
	}
	return kept.SaveDraft(d)
}

// Draft returns what was being typed when the program last ended.
func (l *lateStore) Draft() (journal.Draft, bool, error) {
	kept, err := l.get()
	if err != nil {
		return journal.Draft{}, false, err
	}
	return kept.Draft()
}

// ClearDraft forgets what was being typed.
func (l *lateStore) ClearDraft() error {
	kept, err := l.get()
	if err != nil {
		return err
	}
	return kept.ClearDraft()
}

// Setting reads what is kept under a key.
func (l *lateStore) Setting(key string) (json.RawMessage, bool, error) {
	kept, err := l.get()
	if err != nil {
		return nil, false, err
	}
	return kept.Setting(key)
}

// SetSetting keeps a value under a key.
func (l *lateStore) SetSetting(key string, value any) error {
	kept, err := l.get()
	if err != nil {
		return err
	}
	return kept.SetSetting(key, value)
}
