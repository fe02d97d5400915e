package command

import (
	"fmt"
	"os"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/player/output"
	"dulcet/ui"
)

// A stage is where the sittings of the screens are played. Its output opens
// at once and stays open, so that the device is warm when the music begins.
type stage struct {
	kept   *lateStore
	silent bool
	output output.Output
}

// newStage opens the stage. It returns at once: where there is no device, the
// status of the sitting says so.
func newStage(kept *lateStore, silent bool) (*stage, error) {
	out, err := openOutput(silent)
	return &stage{kept: kept, silent: silent, output: out}, err
}

// close ends the output.
func (s *stage) close() { _ = s.output.Close() }

// play starts a sitting. While it sounds no other dulcet may: two pieces at
// once are no music.
func (s *stage) play(brief generator.Brief, record journal.Sitting) (ui.Sitting, error) {
	kept, err := s.kept.get()
	if err != nil {
		return nil, err
	}
	unlock := func() {}
	if !s.silent {
		lock, err := takeSpeaker(kept)
		if err != nil {
			return nil, err
		}
		unlock = func() { _ = lock.Unlock() }
	}
	playing, err := player.Start(player.Options{Brief: brief, Record: record, Output: s.output, Keeper: kept})
	if err != nil {
		unlock()
		return nil, err
	}
	go func() {
		<-playing.Done()
		unlock()
	}()
	return playing, nil
}

// logVariable is the environment variable that names a file for what the
// sound libraries print. Without it that is dropped.
const logVariable = "DULCET_LOG"

// openOutput opens the speaker, or an output without a device.
func openOutput(silent bool) (output.Output, error) {
	if silent {
		return output.NewSilent(), nil
	}
	var options output.SpeakerOptions
	if path := os.Getenv(logVariable); path != "" {
		file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
		if err != nil {
			return nil, fmt.Errorf("the log that %s names cannot be written: %w", logVariable, err)
		}
		options.Log = file // open until the process ends, as long as a child may print
	}
	return output.NewSpeaker(options), nil
}
