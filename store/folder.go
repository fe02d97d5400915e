package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// prepareFolder makes the folder where it is missing, and makes sure that it
// is private.
func prepareFolder(dir string) error {
	if err := makeFolder(dir); err != nil {
		return fmt.Errorf("%w: cannot make %q; choose another folder: %w", ErrFolder, dir, err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrFolder, err)
	}
	if !info.IsDir() {
		return fmt.Errorf("%w: %q is a file; choose a folder", ErrFolder, dir)
	}
	if err := guardOwner(dir, info); err != nil {
		return err
	}
	if !holdsOnlyOurs(dir) {
		return nil // narrowing a folder that serves others too would harm them
	}
	if err := narrow(dir, 0o700); err != nil {
		return fmt.Errorf("%w: other people may look into %q, and that cannot be changed: %w", ErrFolder, dir, err)
	}
	return nil
}

// makeFolder makes the folder and its missing parents, and makes each new
// entry durable.
func makeFolder(dir string) error {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return nil // whatever it is, prepareFolder looks at it
	}
	parent := filepath.Dir(dir)
	if parent == dir {
		return fs.ErrNotExist
	}
	if err := makeFolder(parent); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(parent)
}

// ourNames begin the names of everything that Dulcet keeps in its folder.
var ourNames = []string{"dulcet", ".dulcet", "drafts", "create.lock", "player.lock", "journal", "backups", "config.toml"}

// holdsOnlyOurs reports whether the folder is there for Dulcet alone.
func holdsOnlyOurs(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return !slices.ContainsFunc(ourNames, func(name string) bool { return strings.HasPrefix(e.Name(), name) })
	})
}

// leftoverPrefix begins the names of files that are not finished yet.
const leftoverPrefix = ".dulcet-new-"

// leftoverAge is the age after which an unfinished file has no process any
// more that could finish it (design choice: making one takes milliseconds).
const leftoverAge = time.Hour

// removeLeftovers removes unfinished files of processes that were killed.
// They were never part of the journal, so failing to is no error.
func removeLeftovers(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), leftoverPrefix) {
			continue
		}
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > leftoverAge {
			_ = os.Remove(filepath.Join(dir, entry.Name()))
		}
	}
}

// placeFile gives the finished file at temporary its name, durably.
func placeFile(temporary, path string) error {
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// writeFile replaces the file at path by data in one step, and returns when
// it is durable.
func writeFile(path string, data []byte) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), leftoverPrefix+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = file.Close()
			_ = os.Remove(file.Name())
		}
	}()
	if _, err := file.Write(data); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return placeFile(file.Name(), path)
}
