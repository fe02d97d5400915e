package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"dulcet/journal"
)

// mustBolt makes a bbolt file with do.
func mustBolt(t *testing.T, path string, do func(*bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(do); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpen(t *testing.T) {
	t.Run("a folder is made with its parents, for the person alone", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "a", "b")
		s := mustOpen(t, dir)
		if s.Dir() != dir || s.Path() != filepath.Join(dir, fileName) {
			t.Errorf("got %q and %q", s.Dir(), s.Path())
		}
		if history, err := s.History(); err != nil || len(history.CheckIns)+len(history.Sittings) != 0 {
			t.Errorf("got %v, %v", history, err)
		}
	})
	t.Run("opening again changes nothing", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		before := mustRead(t, s.Path())
		mustOpen(t, s.Dir())
		if !bytes.Equal(mustRead(t, s.Path()), before) {
			t.Error("the file has changed")
		}
	})
	t.Run("several that begin one journal at once share it", func(t *testing.T) {
		const openers = 8
		for range 20 {
			dir := filepath.Join(t.TempDir(), "journal")
			saved := make(chan error, openers)
			for n := range openers {
				go func() {
					s, err := Open(dir)
					if err == nil {
						err = s.SaveCheckIn(numbered(n))
					}
					saved <- err
				}()
			}
			for range openers {
				if err := <-saved; err != nil {
					t.Error(err)
				}
			}
			if history, err := mustOpen(t, dir).History(); err != nil || len(history.CheckIns) != openers {
				t.Fatalf("got %d check-ins and %v, want %d", len(history.CheckIns), err, openers)
			}
		}
	})
	t.Run("a file stands where the folder should be", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "file")
		mustWrite(t, path, []byte("mine"))
		for _, dir := range []string{path, filepath.Join(path, "below")} {
			if _, err := Open(dir); !errors.Is(err, ErrFolder) {
				t.Errorf("Open(%q): %v, want ErrFolder", dir, err)
			}
		}
	})
}

// TestOpen_NotOurs puts something else where the data file should be. Nothing
// of it may change.
func TestOpen_NotOurs(t *testing.T) {
	cases := map[string]func(t *testing.T, path string){
		"an empty file":          func(t *testing.T, path string) { mustWrite(t, path, nil) },
		"a short text":           func(t *testing.T, path string) { mustWrite(t, path, []byte("shopping list")) },
		"a text of two pages":    func(t *testing.T, path string) { mustWrite(t, path, bytes.Repeat([]byte("text "), 1000)) },
		"a long text":            func(t *testing.T, path string) { mustWrite(t, path, bytes.Repeat([]byte("text "), 100_000)) },
		"an empty bbolt file":    func(t *testing.T, path string) { mustBolt(t, path, func(*bolt.Tx) error { return nil }) },
		"another program's file": func(t *testing.T, path string) { mustBolt(t, path, foreign) },
	}
	for name, prepare := range cases {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, fileName)
			prepare(t, path)
			before := mustRead(t, path)
			_, err := Open(dir)
			if !errors.Is(err, ErrNotOurs) || !strings.Contains(err.Error(), fileName) {
				t.Errorf("got %v, want ErrNotOurs with the path", err)
			}
			if !bytes.Equal(mustRead(t, path), before) {
				t.Error("the file has changed")
			}
		})
	}
	t.Run("a folder", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, fileName), 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrNotOurs) {
			t.Errorf("got %v, want ErrNotOurs", err)
		}
	})
}

// foreign makes a bucket with the name of one of ours, without the mark.
func foreign(tx *bolt.Tx) error {
	b, err := tx.CreateBucket([]byte(metaBucket))
	if err != nil {
		return err
	}
	return b.Put([]byte("application"), []byte("something else"))
}

func TestOpen_Migrations(t *testing.T) {
	t.Run("a file of schema 0 is brought to the present one", func(t *testing.T) {
		dir := t.TempDir()
		mustBolt(t, filepath.Join(dir, fileName), markOurs)
		s := mustOpen(t, dir)
		if err := s.Save(aCheckIn(s, 1), aSitting(s, 2)); err != nil {
			t.Fatal(err)
		}
		if counts, err := s.Counts(); err != nil || counts.Schema != len(migrations) {
			t.Errorf("got %+v, %v", counts, err)
		}
	})
	t.Run("steps run once, in order, and one that fails leaves no trace", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		trouble := errors.New("trouble")
		var ran []string
		step := func(name string, err error) migration {
			return migration{name, func(tx *bolt.Tx) error {
				ran = append(ran, name)
				return errors.Join(tx.Bucket([]byte(settingsBucket)).Put([]byte(name), []byte("half")), err)
			}}
		}
		steps := append(append([]migration{}, migrations...), step("second", nil), step("third", trouble), step("fourth", nil))
		for range 2 {
			if err := s.migrate(steps); !errors.Is(err, trouble) || !strings.Contains(err.Error(), "third") {
				t.Fatalf("got %v, want the third step's error", err)
			}
		}
		if got := strings.Join(ran, " "); got != "second third third" {
			t.Errorf("ran %s", got)
		}
		var schema int
		if err := s.view(func(tx *bolt.Tx) (err error) {
			if b := tx.Bucket([]byte(settingsBucket)); b.Get([]byte("second")) == nil || b.Get([]byte("third")) != nil {
				t.Error("the second step should have left its trace, and the third none")
			}
			schema, err = schemaOf(tx)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if schema != len(migrations)+1 {
			t.Errorf("the schema is %d, want %d", schema, len(migrations)+1)
		}
	})
	t.Run("a file of a newer schema is read and not written", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		if err := s.SaveCheckIn(aCheckIn(s, 1)); err != nil {
			t.Fatal(err)
		}
		if err := s.update(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(metaBucket)).Put(schemaKey, []byte("99"))
		}); err != nil {
			t.Fatal(err)
		}
		before := mustRead(t, s.Path())
		newer := mustOpen(t, s.Dir())
		if history, err := newer.History(); err != nil || len(history.CheckIns) != 1 {
			t.Errorf("got %v, %v; want the check-in", history, err)
		}
		for _, err := range []error{newer.SaveCheckIn(aCheckIn(s, 2)), newer.SetSetting("a", 1), s.SaveSitting(aSitting(s, 3))} {
			if !errors.Is(err, ErrNewer) {
				t.Errorf("got %v, want ErrNewer", err)
			}
		}
		if !bytes.Equal(mustRead(t, s.Path()), before) {
			t.Error("the file has changed")
		}
	})
}

// TestStore_Replaced changes the file under a store that is in use.
func TestStore_Replaced(t *testing.T) {
	t.Run("deleted: the next call says so and makes no new one", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		if err := os.Remove(s.Path()); err != nil {
			t.Fatal(err)
		}
		_, reading := s.History()
		for _, err := range []error{reading, s.SaveCheckIn(aCheckIn(s, 1))} {
			if !errors.Is(err, ErrGone) {
				t.Errorf("got %v, want ErrGone", err)
			}
		}
		if _, err := os.Lstat(s.Path()); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("a file was made: %v", err)
		}
	})
	t.Run("replaced by another journal: the next call uses that", func(t *testing.T) {
		s, other := mustOpen(t, t.TempDir()), mustOpen(t, t.TempDir())
		if err := other.SaveCheckIn(aCheckIn(other, 7)); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(other.Path(), s.Path()); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveCheckIn(aCheckIn(s, 1)); err != nil {
			t.Fatal(err)
		}
		if history, err := s.History(); err != nil || len(history.CheckIns) != 2 {
			t.Errorf("got %v, %v; want both check-ins", history, err)
		}
	})
	t.Run("replaced while a call waits for it: the record goes into the new one", func(t *testing.T) {
		s, other := mustOpen(t, t.TempDir()), mustOpen(t, t.TempDir())
		holder, err := bolt.Open(s.Path(), 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		saved := make(chan error)
		go func() { saved <- s.SaveCheckIn(numbered(1)) }()
		time.Sleep(20 * time.Millisecond) // for the call to begin waiting; without it the test passes all the same
		if err := os.Rename(other.Path(), s.Path()); err != nil {
			t.Fatal(err)
		}
		if err := holder.Close(); err != nil {
			t.Fatal(err)
		}
		if err := <-saved; err != nil {
			t.Fatal(err)
		}
		if history, err := s.History(); err != nil || len(history.CheckIns) != 1 {
			t.Errorf("got %v, %v; want the check-in", history, err)
		}
	})
	t.Run("held by another program: the call gives up and says so", func(t *testing.T) {
		t.Parallel()
		s := mustOpen(t, t.TempDir())
		db, err := bolt.Open(s.Path(), 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if err := s.SaveCheckIn(aCheckIn(s, 1)); !errors.Is(err, ErrLocked) {
			t.Errorf("got %v, want ErrLocked", err)
		}
		if err := s.SaveDraft(journal.Draft{Note: "kept all the same"}); err != nil {
			t.Errorf("a draft waits for nobody: %v", err)
		}
	})
}
