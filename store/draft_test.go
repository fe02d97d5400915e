package store

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dulcet/journal"
)

func TestStore_Draft(t *testing.T) {
	draft := journal.Draft{
		When: journal.After, Sitting: "01KBKBKBKB0000000000000001",
		Mood: journal.Mood{Energy: journal.Rated(0.5)}, Words: []string{"flat"},
		Note: "half a sent", Updated: journal.StampAt(noon), Page: 2,
	}
	t.Run("what was typed is there for the next program", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		if _, found, err := s.Draft(); found || err != nil {
			t.Fatalf("got %v, %v before anything was typed", found, err)
		}
		first := draft
		first.Note = "half"
		for _, d := range []journal.Draft{first, draft} {
			if err := s.SaveDraft(d); err != nil {
				t.Fatal(err)
			}
		}
		got, found, err := mustOpen(t, s.Dir()).Draft()
		if err != nil || !found || !reflect.DeepEqual(got, draft) {
			t.Errorf("got %+v, %v, %v; want %+v", got, found, err, draft)
		}
	})
	t.Run("cleared, it is gone, and clearing again is no error", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		if err := s.SaveDraft(draft); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := s.ClearDraft(); err != nil {
				t.Fatal(err)
			}
		}
		if _, found, err := s.Draft(); found || err != nil {
			t.Errorf("got %v, %v", found, err)
		}
	})
	t.Run("one that cannot be read is an error and stays", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		if err := s.SaveDraft(draft); err != nil {
			t.Fatal(err)
		}
		mustWrite(t, s.draftPath(), []byte(`{"version":1,"note":"half a s`))
		if _, found, err := s.Draft(); found || err == nil || !strings.Contains(err.Error(), "checkin.json") {
			t.Errorf("got %v, %v; want an error that names the file", found, err)
		}
		if _, err := os.Stat(s.draftPath()); err != nil {
			t.Error(err)
		}
	})
	t.Run("a folder for drafts that is a file is an error", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		mustWrite(t, filepath.Join(s.Dir(), "drafts"), nil)
		if err := s.SaveDraft(draft); err == nil {
			t.Error("saved into a file")
		}
	})
}
