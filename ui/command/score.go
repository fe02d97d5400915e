package command

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"

	"dulcet/generator/score"
	"dulcet/player/output"
)

// A notation is a way of writing down what was composed.
type notation struct {
	name  string // what the file holds
	write func(*score.Sheet, io.Writer) error
}

var (
	asJSONScore = notation{"the score", (*score.Sheet).WriteJSON}
	asBars      = notation{"the bars", func(s *score.Sheet, w io.Writer) error { return s.WriteBars(w, 0, math.MaxInt) }}
	asMIDI      = notation{"the notes", (*score.Sheet).WriteMIDI}
)

// notationOf returns how --score writes to a file of the name: as bars that a
// musician reads where it ends in .txt, else as JSON.
func notationOf(path string) notation {
	if strings.EqualFold(filepath.Ext(path), ".txt") {
		return asBars
	}
	return asJSONScore
}

// writeScore writes down what was composed without playing it; "-" is
// standard output. The file appears under its name only when it is complete.
func (p *program) writeScore(made sitting, n notation, path string, force bool) error {
	var written bytes.Buffer
	if err := n.write(made.compose(), &written); err != nil {
		return fmt.Errorf("%s could not be written down: %w", n.name, err)
	}
	if path == "-" {
		_, err := written.WriteTo(p.stdout)
		return err
	}
	err := output.WriteFile(path, force, func(file io.Writer) error {
		_, err := written.WriteTo(file)
		return err
	})
	if err != nil {
		return err
	}
	p.wrote(path, "%s of %s of %s, seed %d", n.name, minutesText(made.brief.Minutes), made.brief.Goal, made.brief.Seed)
	return nil
}
