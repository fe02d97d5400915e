package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dulcet/journal"
)

// draftVersion is the version of the shape of the draft file.
const draftVersion = 1

type draftFile struct {
	Version int `json:"version"`
	journal.Draft
}

// SaveDraft keeps what is being typed, in a file beside the journal, and
// returns when it is durable. It takes no lock of the journal, so it stays
// quick whatever other programs do.
func (s *Store) SaveDraft(draft journal.Draft) error {
	text, err := json.Marshal(draftFile{draftVersion, draft})
	if err != nil {
		return fmt.Errorf("write the draft as JSON: %w", err)
	}
	if err := writeFile(s.draftPath(), text); errors.Is(err, fs.ErrNotExist) {
		if err := prepareFolder(filepath.Dir(s.draftPath())); err != nil {
			return err
		}
		if err := writeFile(s.draftPath(), text); err != nil {
			return fmt.Errorf("cannot keep the draft: %w", err)
		}
	} else if err != nil {
		return fmt.Errorf("cannot keep the draft: %w", err)
	}
	return nil
}

// Draft returns what was being typed, and whether there is anything.
func (s *Store) Draft() (journal.Draft, bool, error) {
	removeLeftovers(filepath.Dir(s.draftPath()))
	text, err := os.ReadFile(s.draftPath())
	if errors.Is(err, fs.ErrNotExist) {
		return journal.Draft{}, false, nil
	}
	if err != nil {
		return journal.Draft{}, false, fmt.Errorf("cannot read the draft: %w", err)
	}
	var file draftFile
	if err := json.Unmarshal(text, &file); err != nil {
		return journal.Draft{}, false, fmt.Errorf("the draft %q cannot be read; its text may still be in it: %w", s.draftPath(), err)
	}
	return file.Draft, true, nil
}

// ClearDraft forgets what was being typed, once it is in the journal or no
// longer wanted. Without a draft it does nothing.
func (s *Store) ClearDraft() error {
	err := os.Remove(s.draftPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot remove the draft: %w", err)
	}
	if err := syncFolder(filepath.Dir(s.draftPath())); err != nil {
		return fmt.Errorf("cannot remove the draft: %w", err)
	}
	return nil
}

func (s *Store) draftPath() string { return filepath.Join(s.dir, "drafts", "checkin.json") }
