package command

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/player/output"
	"dulcet/store"
)

// soundTimeout is how long a device may take to answer.
const soundTimeout = 3500 * time.Millisecond

// examineSound opens the speaker and measures, on it or without it, how long
// the first frame takes from the last key.
func (p *program) examineSound() finding {
	found := finding{State: works}
	free, release, err := p.speakerFree()
	switch {
	case err != nil:
		found.State, found.Text = unknown, err.Error()
		return found
	case !free:
		found.Text = "another Dulcet is playing, so the device was left alone"
		return found
	}
	defer release()
	speaker, err := p.openOutput(false)
	if err != nil {
		found.State, found.Text = broken, err.Error()
		return found
	}
	defer speaker.Close()
	status := awaitSound(speaker)
	switch status.State {
	case output.Sounding:
		found.Text = "a device answers"
	case output.Mute:
		found.State, found.Text = missing, strings.TrimSuffix(status.Message, ".")
	default:
		found.State, found.Text = unknown, fmt.Sprintf("no answer within %v", soundTimeout)
	}
	taken, err := p.firstFrame(speaker)
	if err != nil {
		found.State, found.Text = broken, err.Error()
		return found
	}
	found.Value = map[string]float64{"first_frame_milliseconds": rounded(taken.Seconds()*1000, 1)}
	found.Text += fmt.Sprintf("; first frame %s after the last Enter", milliseconds(taken))
	if taken > firstFrameBudget {
		found.Text += fmt.Sprintf(", slower than the %s it should take", milliseconds(firstFrameBudget))
	}
	return found
}

// speakerFree reports whether no other dulcet plays, and keeps it so until
// release is called.
func (p *program) speakerFree() (free bool, release func(), err error) {
	if p.nothingKept() {
		return true, func() {}, nil
	}
	kept, err := p.openStore()
	if err != nil {
		return false, nil, err
	}
	lock, err := takeSpeaker(kept)
	if errors.Is(err, store.ErrSpeakerBusy) {
		return false, nil, nil
	}
	if err != nil {
		return false, nil, err
	}
	return true, func() { _ = lock.Unlock() }, nil
}

// awaitSound waits until the speaker knows whether it can be heard.
func awaitSound(speaker output.Output) output.Status {
	for deadline := time.Now().Add(soundTimeout); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if status := speaker.Status(); status.State != output.Starting {
			return status
		}
	}
	return speaker.Status()
}

// firstFrame does what the last Enter of a check-in does, from the history to
// the player, and returns the time until the output has taken the first
// frames. The sitting is not kept, and it ends before its fade-in lets
// anything be heard.
func (p *program) firstFrame(out output.Output) (time.Duration, error) {
	generator.Prepare() // as the screens have done by the last key
	start := time.Now()
	history, err := p.enough(p.history())
	if err != nil {
		return 0, err
	}
	asked := request{goal: journal.Calm}
	made, err := asked.fill(history, start)
	if err != nil {
		return 0, err
	}
	playing, err := player.Start(player.Options{Brief: made.brief, Output: out, VolumeDecibels: player.MinVolume})
	if err != nil {
		return 0, err
	}
	defer func() {
		playing.Stop()
		<-playing.Done()
	}()
	for time.Since(start) < soundTimeout {
		if playing.Status().Piece.Frame >= generator.Rate/1000 {
			return time.Since(start), nil
		}
		time.Sleep(time.Millisecond)
	}
	return 0, fmt.Errorf("no frame was taken within %v", soundTimeout)
}
