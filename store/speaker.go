package store

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// A SpeakerLock is the right to sound. The system takes it back when the
// process ends, however it ends.
type SpeakerLock struct {
	lock *flock.Flock
}

// LockSpeaker takes the right to sound, so that two programs do not play over
// each other. It does not wait: while another one plays it is ErrSpeakerBusy.
func (s *Store) LockSpeaker() (*SpeakerLock, error) {
	lock := flock.New(filepath.Join(s.dir, "player.lock"), flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o600))
	locked, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("cannot tell whether another Dulcet is playing: %w", err)
	}
	if !locked {
		return nil, ErrSpeakerBusy
	}
	return &SpeakerLock{lock}, nil
}

// Unlock gives the right back. Further calls do nothing.
func (l *SpeakerLock) Unlock() error { return l.lock.Unlock() }
