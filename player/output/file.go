package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrExists is the error for a file that exists and may not be replaced.
var ErrExists = errors.New("exists already")

// WriteFile writes a file that gets its name when it is complete: until then,
// and after an error, there is none, and one that is replaced stays as it was.
// It returns what write returns, or a sentence with the path.
func WriteFile(path string, force bool, write func(io.Writer) error) (err error) {
	if err := Vacant(path, force); err != nil {
		return err
	}
	// A name of this process: what another left behind is never mixed in.
	temporary := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.part", filepath.Base(path), os.Getpid()))
	file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return fmt.Errorf("%s cannot be made: %w", path, withoutName(err))
	}
	defer func() {
		if err != nil {
			_ = file.Close()
			_ = os.Remove(temporary)
		}
	}()
	if err := write(file); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return fmt.Errorf("%s cannot be written to the disk: %w", path, withoutName(err))
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("%s cannot be closed: %w", path, withoutName(err))
	}
	if err := Vacant(path, force); err != nil { // it may have appeared in the meantime
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		return fmt.Errorf("the finished file cannot be named %s: %w", path, withoutName(err))
	}
	return nil
}

// Vacant refuses a path that is taken, which is ErrExists for a file when force
// is not set, or that has no folder to lie in.
func Vacant(path string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return hasFolder(path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a file: name one to write to", path)
	case !force:
		return fmt.Errorf("%s %w: choose another name, or replace it with --force", path, ErrExists)
	}
	return nil
}

// hasFolder refuses a path whose folder is missing or is none. What else is
// wrong with the path shows when it is written.
func hasFolder(path string) error {
	folder := filepath.Dir(path)
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("the folder %s does not exist: make it first, or name another", folder)
	case err == nil && !info.IsDir():
		return fmt.Errorf("%s is a file and no folder: name another", folder)
	}
	return nil
}

// withoutName returns what went wrong with a file without the name that it has
// until it is complete, which says nothing to anybody.
func withoutName(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
