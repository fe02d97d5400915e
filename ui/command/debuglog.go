package command

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"

	"github.com/spf13/cobra"
)

// A debugLog is the file that --debug names: what happens in a run, without
// anything that the person has written or answered.
type debugLog struct {
	path string
	file *os.File
	log  *slog.Logger
}

// logVariable is the environment variable that names a file for what the
// sound libraries print where there is no debug log. Without it that is dropped.
const logVariable = "DULCET_LOG"

// open begins the log of a command. Without a file it drops everything.
func (d *debugLog) open(cmd *cobra.Command) error {
	d.log = slog.New(slog.DiscardHandler)
	if d.path == "" {
		return nil
	}
	file, err := os.OpenFile(d.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("the debug log cannot be written: %w", err)
	}
	d.file = file
	d.log = slog.New(slog.NewTextHandler(file, &slog.HandlerOptions{Level: slog.LevelDebug}))
	d.log.Info("begins",
		slog.String("command", cmd.CommandPath()), slog.String("version", version()), slog.String("go", runtime.Version()),
		slog.String("system", runtime.GOOS+"/"+runtime.GOARCH), slog.String("term", os.Getenv("TERM")), slog.String("colorterm", os.Getenv("COLORTERM")))
	return nil
}

// close notes how the command ended. A mistake in what was typed repeats what
// was typed, so its text is left out.
func (d *debugLog) close(failure error) {
	if d.file == nil {
		return
	}
	var usage usageError
	switch {
	case failure == nil:
		d.log.Info("ends")
	case errors.As(failure, &usage):
		d.log.Error("ends", slog.String("error", "wrong usage"))
	default:
		d.log.Error("ends", slog.Any("error", failure))
	}
	_ = d.file.Close() // nothing is left to be told of it
}

// sound returns where the sound libraries print to, or nil.
func (d *debugLog) sound() (io.Writer, error) {
	if d.file != nil {
		return d.file, nil
	}
	path := os.Getenv(logVariable)
	if path == "" {
		return nil, nil
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the log that %s names cannot be written: %w", logVariable, err)
	}
	return file, nil // open until the process ends, as long as a child may print
}
