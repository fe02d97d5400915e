package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dulcet/generator"
)

// writeScore composes the piece without playing it and writes down what was
// composed; "-" is standard output. The file appears under its name only when
// it is complete.
func (p *program) writeScore(brief generator.Brief, path string, force bool) error {
	var score bytes.Buffer
	if err := generator.Compose(brief).WriteJSON(&score); err != nil {
		return fmt.Errorf("the score could not be written down: %w", err)
	}
	if path == "-" {
		_, err := score.WriteTo(p.stdout)
		return err
	}
	if err := writeWhole(path, score.Bytes(), force); err != nil {
		return fmt.Errorf("the score could not be written to %s: %w", path, err)
	}
	fmt.Fprintf(p.stderr, "wrote %s: the score of %s of %s, seed %d\n", path, minutesText(brief.Minutes), brief.Goal, brief.Seed)
	return nil
}

// writeWhole writes a file under a name of its own and then gives it its name.
func writeWhole(path string, data []byte, force bool) error {
	if err := vacant(path, force); err != nil {
		return err
	}
	temporary := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.part", filepath.Base(path), os.Getpid()))
	file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return withoutPath(err)
	}
	defer os.Remove(temporary) // gone already where all went well
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	return withoutPath(err)
}

// withoutPath returns what went wrong with a file without the name that it had
// until it was complete, which says nothing to anybody.
func withoutPath(err error) error {
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

// vacant refuses a path that is taken, or has no folder to lie in.
func vacant(path string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return hasFolder(path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a file: name one to write to", path)
	case !force:
		return fmt.Errorf("%s exists already: choose another name, or replace it with --force", path)
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
