package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// framesPerSecond is how often the renderer looks for something new to draw.
// It is high so that the first picture and each key show at once; the screens
// themselves change far less often.
const framesPerSecond = 60

// Run shows the terminal program and returns when the person has left. A
// sitting that still plays is faded out and its record written, and all that
// was answered is durable, before it returns. An interrupt, SIGTERM, SIGHUP
// and the end of ctx all leave in the same way. The error says what could not
// be shown or saved.
func Run(ctx context.Context, cfg Config) error {
	root := newProgram(cfg)
	p := tea.NewProgram(root, tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
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
	closed := root.visit.close()
	signal.Stop(signals)
	return errors.Join(err, closed)
}

// close ends what still plays and writes what is still to be written.
func (v *visit) close() error {
	v.flushDraft()
	var err error
	if v.sitting != nil {
		v.sitting.Stop()
		err = waitFor(v.sitting)
	}
	if saveErr := v.saver.close(); saveErr != nil {
		err = errors.Join(err, fmt.Errorf("not everything was saved: %w", saveErr))
	}
	return err
}

// waitFor waits for the end of a sitting that has been stopped.
func waitFor(sitting Sitting) error {
	select {
	case <-sitting.Done():
		if err := sitting.Status().SaveErr; err != nil {
			return fmt.Errorf("the sitting was not saved: %w", err)
		}
		return nil
	case <-time.After(endPatience):
		return errNoEnd
	}
}
