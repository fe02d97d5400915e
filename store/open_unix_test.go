//go:build unix

package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"dulcet/journal"
)

// mode returns the permissions of a path.
func mode(t *testing.T, path string) fs.FileMode {
	t.Helper()
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func mustChmod(t *testing.T, path string, mode fs.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

func TestOpen_Permissions(t *testing.T) {
	t.Run("everything is for the person alone, whatever the umask", func(t *testing.T) {
		defer syscall.Umask(syscall.Umask(0))
		dir := filepath.Join(t.TempDir(), "journal")
		s := mustOpen(t, dir)
		lock, err := s.LockSpeaker()
		if err != nil {
			t.Fatal(err)
		}
		defer lock.Unlock()
		if err := s.SaveDraft(journal.Draft{Note: "private"}); err != nil {
			t.Fatal(err)
		}
		if err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			want := fs.FileMode(0o600)
			if entry.IsDir() {
				want = 0o700
			}
			if got := mode(t, path); got != want {
				t.Errorf("%s has mode %o, want %o", path, got, want)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("what is too wide is narrowed", func(t *testing.T) {
		s := mustOpen(t, filepath.Join(t.TempDir(), "journal"))
		mustChmod(t, s.Path(), 0o666)
		mustChmod(t, s.Dir(), 0o755)
		mustOpen(t, s.Dir())
		if got := mode(t, s.Path()); got != 0o600 {
			t.Errorf("the file has mode %o", got)
		}
		if got := mode(t, s.Dir()); got != 0o700 {
			t.Errorf("the folder has mode %o", got)
		}
	})
	t.Run("a folder that serves others too keeps its mode", func(t *testing.T) {
		dir := t.TempDir()
		mustChmod(t, dir, 0o755)
		mustWrite(t, filepath.Join(dir, "holiday.jpg"), []byte("jpg"))
		s := mustOpen(t, dir)
		if got := mode(t, dir); got != 0o755 {
			t.Errorf("the folder has mode %o", got)
		}
		if got := mode(t, s.Path()); got != 0o600 {
			t.Errorf("the file has mode %o", got)
		}
	})
	t.Run("a folder that everybody may write to is refused", func(t *testing.T) {
		dir := t.TempDir()
		mustChmod(t, dir, 0o777)
		if _, err := Open(dir); !errors.Is(err, ErrFolder) {
			t.Errorf("got %v, want ErrFolder", err)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
			t.Errorf("the folder holds %v, %v; want nothing", entries, err)
		}
	})
	t.Run("a folder of somebody else is refused", func(t *testing.T) {
		if os.Geteuid() != 0 {
			t.Skip("only root can give a folder away")
		}
		dir := t.TempDir()
		if err := os.Chown(dir, 65534, -1); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrFolder) {
			t.Errorf("got %v, want ErrFolder", err)
		}
	})
	t.Run("a folder that cannot be written: a new journal is refused, an old one read", func(t *testing.T) {
		if os.Geteuid() == 0 {
			t.Skip("root may write everywhere")
		}
		dir := t.TempDir()
		mustChmod(t, dir, 0o500)
		if _, err := Open(dir); !errors.Is(err, ErrFolder) {
			t.Errorf("got %v, want ErrFolder", err)
		}
		mustChmod(t, dir, 0o700)
		s := mustOpen(t, dir)
		mustChmod(t, s.Path(), 0o400)
		mustChmod(t, dir, 0o500)
		defer mustChmod(t, dir, 0o700)
		s = mustOpen(t, dir)
		if _, err := s.History(); err != nil {
			t.Error(err)
		}
		if err := s.SaveCheckIn(aCheckIn(s, 1)); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("got %v, want a permission error", err)
		}
	})
}

func TestOpen_Links(t *testing.T) {
	t.Run("a linked data file is never followed", func(t *testing.T) {
		victim := mustOpen(t, t.TempDir())
		before := mustRead(t, victim.Path())
		dir := t.TempDir()
		if err := os.Symlink(victim.Path(), filepath.Join(dir, fileName)); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrNotOurs) {
			t.Errorf("got %v, want ErrNotOurs", err)
		}
		if !bytes.Equal(mustRead(t, victim.Path()), before) {
			t.Error("the linked file has changed")
		}
	})
	t.Run("a link to nothing makes no file", func(t *testing.T) {
		dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "made")
		if err := os.Symlink(elsewhere, filepath.Join(dir, fileName)); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrNotOurs) {
			t.Errorf("got %v, want ErrNotOurs", err)
		}
		if _, err := os.Lstat(elsewhere); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a file was made: %v", err)
		}
	})
	t.Run("a link that appears later is not followed", func(t *testing.T) {
		s, victim := mustOpen(t, t.TempDir()), mustOpen(t, t.TempDir())
		if err := os.Remove(s.Path()); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(victim.Path(), s.Path()); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveCheckIn(aCheckIn(s, 1)); !errors.Is(err, ErrNotOurs) {
			t.Errorf("got %v, want ErrNotOurs", err)
		}
	})
	t.Run("a linked lock file is not followed", func(t *testing.T) {
		s, elsewhere := mustOpen(t, t.TempDir()), filepath.Join(t.TempDir(), "made")
		if err := os.Symlink(elsewhere, filepath.Join(s.Dir(), "player.lock")); err != nil {
			t.Fatal(err)
		}
		if _, err := s.LockSpeaker(); err == nil || errors.Is(err, ErrSpeakerBusy) {
			t.Errorf("got %v, want a refusal", err)
		}
		if _, err := os.Lstat(elsewhere); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a file was made: %v", err)
		}
	})
	t.Run("a pipe is refused and does not hang", func(t *testing.T) {
		dir := t.TempDir()
		if err := syscall.Mkfifo(filepath.Join(dir, fileName), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrNotOurs) {
			t.Errorf("got %v, want ErrNotOurs", err)
		}
	})
	t.Run("a linked folder is the person's own choice", func(t *testing.T) {
		real, link := t.TempDir(), filepath.Join(t.TempDir(), "link")
		if err := os.Symlink(real, link); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, link)
		if err := s.SaveCheckIn(aCheckIn(s, 1)); err != nil {
			t.Error(err)
		}
	})
}
