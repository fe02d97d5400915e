package command

import (
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
func (p *program) newStage(kept *lateStore, silent bool) (*stage, error) {
	out, err := p.openOutput(silent)
	return &stage{kept: kept, silent: silent, output: out}, err
}

// close ends the output.
func (s *stage) close() { _ = s.output.Close() }

// sound says in a line whether the music will be heard, once that is known. It
// takes as long as a device may take to answer.
func (s *stage) sound() string {
	if s.silent {
		return "sound: off, as asked; the sitting runs silently"
	}
	switch awaitSound(s.output).State {
	case output.Sounding:
		return "sound: a device answers"
	case output.Mute:
		return "no sound device: the sitting runs silently; dulcet doctor says more"
	}
	return "sound: no answer yet; dulcet doctor says more"
}

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

// openOutput opens the speaker, or an output without a device.
func (p *program) openOutput(silent bool) (output.Output, error) {
	if silent {
		return output.NewSilent(), nil
	}
	log, err := p.debug.sound()
	if err != nil {
		return nil, err
	}
	return output.NewSpeaker(output.SpeakerOptions{Log: log}), nil
}
