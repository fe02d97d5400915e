package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
)

// framesPerSecond is how often the renderer looks for something new to draw:
// three times for each picture. A key shows after 22 ms at the latest and what
// drawing takes, and every look wakes the process, which costs more than the look
// (measured: 0.1 to 0.2 ms of a core).
const framesPerSecond = 45

// savingFramesPerSecond is the same where power is saved from the start: a key
// shows after 50 ms at the latest, which is still felt as at once (design choice).
const savingFramesPerSecond = 20

// Run shows the terminal program and returns when the person has left. A
// sitting that still plays is faded out and its record written, and all that
// was answered is durable, before it returns. An interrupt, SIGTERM, SIGHUP
// and the end of ctx all leave in the same way, and so does a panic. The error
// says in sentences what could not be shown or saved.
func Run(ctx context.Context, cfg Config) error {
	root := newProgram(cfg)
	shield := &shield{program: root, record: record{log: root.visit.Log}}
	fps := framesPerSecond
	if root.visit.saving() {
		fps = savingFramesPerSecond
	}
	p := tea.NewProgram(shield, tea.WithContext(ctx), tea.WithFPS(fps), tea.WithoutSignalHandler())
	shield.quit = p.Quit
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	over := make(chan struct{})
	go func() {
		select {
		case <-signals:
			p.Quit()
		case <-over:
		}
	}()
	_, err := p.Run()
	close(over)
	if ctx.Err() != nil || errors.Is(err, tea.ErrInterrupted) {
		err = nil // being asked to leave is no failure
	}
	if shield.broke || errors.Is(err, tea.ErrProgramPanic) {
		err = errBroke
	}
	closed := guarded(root.visit.close)
	root.visit.Log.Info("left", slog.Any("error", err), slog.Any("kept", closed))
	signal.Stop(signals)
	return errors.Join(err, closed)
}

// close ends what still plays and writes what is still to be written. What could
// not be kept of a sitting's end is tried once more. Nobody is told any more but
// by what it returns.
func (v *visit) close() error {
	_, _ = v.flushDraft(), v.flushSettings() // the saver is asked below what became of them
	if v.sitting != nil {
		v.sitting.Stop()
		if !slices.ContainsFunc(v.endings, func(e *ending) bool { return e.sitting == v.sitting }) {
			v.end(v.sitting, journal.Sitting{})
		}
	}
	for _, e := range v.endings {
		v.saver.queue(func() error { return e.keep(v.Journal) })
	}
	if v.sitting != nil { // what was said of it while it played
		_ = v.keepFavourites(v.sitting)
	}
	if err := v.saver.close(); err != nil {
		return fmt.Errorf("not everything was saved: %w", err)
	}
	return nil
}
