package command

import (
	"bytes"
	"fmt"
	"io"

	"dulcet/generator"
	"dulcet/player/output"
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
	err := output.WriteFile(path, force, func(file io.Writer) error {
		_, err := score.WriteTo(file)
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stderr, "wrote %s: the score of %s of %s, seed %d\n", path, minutesText(brief.Minutes), brief.Goal, brief.Seed)
	return nil
}
