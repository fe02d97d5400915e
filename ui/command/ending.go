package command

import (
	"errors"
	"sync"
	"time"

	"dulcet/journal"
	"dulcet/store"
)

// endings puts into words how sittings ended. A sitting is kept as killed
// from its beginning on, so that one which still plays is told apart here.
type endings struct {
	now    time.Time
	newest string      // id of the last sitting that may still be playing
	sounds func() bool // whether some dulcet has the speaker
}

// newEndings returns the words for the sittings of a history. sounds is asked
// only when it matters, and once.
func newEndings(history journal.History, now time.Time, sounds func() bool) endings {
	e := endings{now: now, sounds: sync.OnceValue(sounds)}
	for _, s := range history.Sittings {
		if s.MayBePlaying(now) && s.ID > e.newest { // ids sort by time
			e.newest = s.ID
		}
	}
	return e
}

// of says how a sitting ended, or that it may not have. Only one sitting at a
// time has the speaker, which is the newest; a silent one needs none.
func (e endings) of(s journal.Sitting) string {
	switch {
	case s.Ended != journal.Killed:
		return string(s.Ended)
	case !s.MayBePlaying(e.now):
		return "broken off"
	case s.ID == e.newest && e.sounds():
		return "playing"
	default:
		return "playing or broken off"
	}
}

// sounds reports whether some dulcet has the speaker. To find out it takes the
// speaker itself for an instant, so it is asked only where it matters, and
// takeSpeaker asks twice.
func (p *program) sounds() bool {
	kept, err := p.openStore()
	if err != nil {
		return false
	}
	lock, err := kept.LockSpeaker()
	if err == nil {
		_ = lock.Unlock()
	}
	return errors.Is(err, store.ErrSpeakerBusy)
}

// glanceTime is well above the time for which sounds has the speaker.
const glanceTime = 20 * time.Millisecond

// takeSpeaker takes the right to sound. Where it is taken it asks once more,
// because another dulcet may only have been looking whether somebody plays.
func takeSpeaker(kept *store.Store) (*store.SpeakerLock, error) {
	lock, err := kept.LockSpeaker()
	if errors.Is(err, store.ErrSpeakerBusy) {
		time.Sleep(glanceTime)
		lock, err = kept.LockSpeaker()
	}
	return lock, err
}
